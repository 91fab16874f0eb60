package io.crmkit.kernel.work;

import io.crmkit.kernel.audit.FieldChange;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row without what it says about people: personal values, values of custom fields that nobody
 * knows any more, and the key of its history.
 *
 * @param row the row, not stamped yet
 * @param changes the fields that are empty now, or say that something was erased
 */
record Erased(Row row, List<FieldChange> changes) {
  /** What stands in the place of a text that cannot be missing. */
  private static final String MARK = "erased";

  static <E extends Entity<E>> Erased of(Row row, EntityType<E> type, Layout layout) {
    @Nullable Object[] slots = row.copyOfSlots();
    Map<String, Object> extra = new TreeMap<>(row.extra());
    List<FieldChange> changes = new ArrayList<>();
    extra.keySet().removeIf(name -> layout.find(type, name) == null);
    for (Field<E, ?> field : layout.fields(type)) {
      String mark = mark(field, row);
      Object value = field.of(row);
      if (field.personal() && value != null && !value.equals(mark)) {
        if (field.slot() >= 0) {
          slots[field.slot()] = mark;
        } else if (mark == null) {
          extra.remove(field.name());
        } else {
          extra.put(field.name(), mark);
        }
        changes.add(new FieldChange(field.name(), null, mark));
      }
    }
    if (!type.journal()) {
      slots[type.keySlot()] = null;
    }
    return new Erased(new Row(row.ref(), row.version(), slots, extra), changes);
  }

  private static @Nullable String mark(Field<?, ?> field, Row row) {
    if (!field.required()) {
      return null;
    }
    Integer most = field.maxLength();
    String mark = field.unique() ? MARK + ' ' + row.ref().id() : MARK;
    return most != null && mark.length() > most ? mark.substring(0, most) : mark;
  }

  /** True where a value can be taken away or something else can stand in its place. */
  static boolean isErasable(Field<?, ?> field) {
    Kind<?> kind = field.kind();
    return !field.required() || kind == Kinds.TEXT || kind == Kinds.LONG_TEXT;
  }
}
