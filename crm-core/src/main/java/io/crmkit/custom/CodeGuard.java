package io.crmkit.custom;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.CodeItem;
import io.crmkit.kernel.record.CodeTable;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tables of the host as they are, codes while they are used, and trees without circles.
 */
final class CodeGuard {
  private CodeGuard() {}

  static void check(Workspace work, @Nullable CodeItem before, @Nullable CodeItem after) {
    CodeItem any = Objects.requireNonNull(after != null ? after : before);
    String table = any.require(CodeItem.TABLE);
    if (work.layout().codes(table).mounted()) {
      throw Definitions.invalid(CodeItem.TABLE, "custom.code_mounted", table);
    }
    if (after == null || after.deleted()) {
      if (before != null && !before.deleted()) {
        checkUnused(work, table, before.require(CodeItem.CODE));
      }
      return;
    }
    String parent = after.get(CodeItem.PARENT);
    boolean moved = before == null || !Objects.equals(parent, before.get(CodeItem.PARENT));
    if (parent != null && moved) {
      checkParents(work, table, after.require(CodeItem.CODE), parent);
    }
  }

  /** A code that a module brought stays where the tenant's word on it goes. */
  private static void checkUnused(Workspace work, String table, String code) {
    if (work.layout().codes(table).ships(code)) {
      return;
    }
    List<CodeUse> uses = CodeUsage.of(work, table, code, false);
    long below =
        Guards.countRecords(
            work,
            CodeItem.TYPE,
            CodeItem.TABLE
                .is(table)
                .and(CodeItem.PARENT.is(code))
                .and(CodeItem.TYPE.deletedAt().isMissing()));
    if (below > 0) {
      uses.add(new CodeUse(CodeItem.PARENT, below));
    }
    if (!uses.isEmpty()) {
      throw Definitions.invalid(CodeItem.CODE, "custom.code_used", table, code, uses);
    }
  }

  private static void checkParents(Workspace work, String table, String code, String parent) {
    Records<CodeItem> items = work.records(CodeItem.TYPE);
    CodeTable known = work.layout().codes(table);
    Set<String> passed = new HashSet<>(Set.of(code));
    @Nullable String up = parent;
    while (up != null) {
      if (!passed.add(up)) {
        throw Definitions.invalid(CodeItem.PARENT, "violation.cycle", code, parent);
      }
      Condition<CodeItem> itself = CodeItem.TABLE.is(table).and(CodeItem.CODE.is(up));
      CodeItem item = items.where(itself).first().orElse(null);
      if (item == null && known.find(up) == null) {
        throw unknown(table, up);
      }
      up = item == null ? known.get(up).parent() : item.get(CodeItem.PARENT);
    }
  }

  private static ValidationException unknown(String table, String code) {
    return Definitions.invalid(CodeItem.PARENT, "custom.code_parent", table, code);
  }
}
