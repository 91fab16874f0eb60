package io.crmkit.custom;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Where the codes of a table are used: one count for each field that may hold them. */
final class CodeUsage {
  private CodeUsage() {}

  /**
   * The uses of a code.
   *
   * @param work a unit of work
   * @param live true where records in the bin do not count, nor what only holders know
   */
  static List<CodeUse> of(Workspace work, String table, String code, boolean live) {
    List<CodeUse> uses = new ArrayList<>();
    for (EntityType<?> type : work.layout().types()) {
      collect(work, type, table, code, live, uses);
    }
    if (!live) {
      for (CodeHolder holder : work.modules(CodeHolder.class)) {
        uses.addAll(holder.usesOf(work, table, code));
      }
    }
    return uses;
  }

  private static <E extends Entity<E>> void collect(
      Workspace work,
      EntityType<E> type,
      String table,
      String code,
      boolean live,
      List<CodeUse> uses) {
    for (TextField<E> field : fields(work, type, table)) {
      Condition<E> has = field.is(code);
      Condition<E> counted = live ? has.and(type.deletedAt().isMissing()) : has;
      long records = Guards.countRecords(work, type, counted);
      if (records > 0) {
        uses.add(new CodeUse(field, records));
      }
    }
  }

  /** The fields of a type that hold codes of a table. */
  static <E extends Entity<E>> List<TextField<E>> fields(
      Workspace work, EntityType<E> type, String table) {
    List<TextField<E>> fields = new ArrayList<>();
    for (Field<E, ?> field : work.layout().fields(type)) {
      TextField<E> text = field.asText();
      if (text != null && table.equals(text.codeTable())) {
        fields.add(text);
      }
    }
    return fields;
  }
}
