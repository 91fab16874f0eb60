package io.crmkit.custom;

import static io.crmkit.custom.Definitions.invalid;

import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.TypeDefinition;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Workspace;
import org.jspecify.annotations.Nullable;

/** Keeps the names of record types apart, and a type as long as anything depends on it. */
final class TypeGuard {
  private TypeGuard() {}

  static void check(
      Workspace work, @Nullable TypeDefinition before, @Nullable TypeDefinition after) {
    TypeDefinition was = before == null || before.deleted() ? null : before;
    TypeDefinition is = after == null || after.deleted() ? null : after;
    if (is != null && was == null) {
      checkName(work, is);
    } else if (was != null && is == null) {
      checkUnused(work, was.require(TypeDefinition.NAME));
    }
  }

  private static void checkName(Workspace work, TypeDefinition definition) {
    String name = definition.require(TypeDefinition.NAME);
    Definitions.checkName(TypeDefinition.NAME, name);
    if (Definitions.type(work, name) != null) {
      throw invalid(TypeDefinition.NAME, "violation.type_exists", name);
    }
  }

  private static void checkUnused(Workspace work, String name) {
    EntityType<?> type = Definitions.type(work, name);
    Condition<FieldDefinition> about =
        FieldDefinition.RECORD_TYPE.is(name).or(FieldDefinition.TARGET.is(name));
    if ((type != null && Definitions.hasRecords(work, type))
        || Guards.anyRecord(
            work, FieldDefinition.TYPE, about.and(FieldDefinition.TYPE.deletedAt().isMissing()))) {
      throw invalid(TypeDefinition.NAME, "violation.type_used", name);
    }
  }
}
