package io.crmkit.custom;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.layout.FieldMaker;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the guards of definitions share. */
final class Definitions {
  private Definitions() {}

  static ValidationException invalid(
      Field<?, ?> field, String code, @Nullable Object... arguments) {
    return new ValidationException(
        List.of(Violation.of(field.type().name(), field.name(), code, arguments)));
  }

  static void checkName(Field<?, ?> field, String name) {
    try {
      FieldMaker.checkName(name);
    } catch (Refused refused) {
      throw invalid(field, refused.code(), refused.arguments().toArray());
    }
  }

  /** True where a type has records, those in the bin and those nobody sees included. */
  static <E extends Entity<E>> boolean hasRecords(Workspace work, EntityType<E> type) {
    return Guards.anyRecord(work, type, Condition.always());
  }

  static @Nullable EntityType<?> type(Workspace work, String name) {
    for (EntityType<?> type : work.layout().types()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }
}
