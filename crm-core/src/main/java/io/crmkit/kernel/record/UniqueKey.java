package io.crmkit.kernel.record;

import io.crmkit.kernel.error.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields whose values together no two records of a tenant share. Deleted records and records that
 * lack one of the values do not count.
 *
 * @param name the name in messages and schemas
 * @param fields at least one
 */
public record UniqueKey<E extends Entity<E>>(String name, List<Field<E, ?>> fields) {
  /** The key, and the field, of {@link Turns}. */
  static final String TURN = "turn";

  /** Copies the fields. */
  public UniqueKey {
    fields = List.copyOf(fields);
  }

  /** What is told where another record of {@code type} has the same values. */
  public Violation taken(EntityType<?> type) {
    Field<E, ?> last = fields.get(fields.size() - 1);
    if (last.managed() && last.name().equals(TURN)) {
      return Violation.of(type.name(), null, "violation.turn");
    }
    String field = fields.size() == 1 ? last.name() : null;
    return Violation.of(type.name(), field, "violation.unique", name);
  }

  /** The same key as a store keeps it. */
  UniqueKey<E> stored(List<SealedField<E>> sealed) {
    return new UniqueKey<>(name, stored(fields, sealed));
  }

  static <E extends Entity<E>> List<Field<E, ?>> stored(
      List<Field<E, ?>> fields, List<SealedField<E>> sealed) {
    List<Field<E, ?>> places = new ArrayList<>(fields);
    for (SealedField<E> secret : sealed) {
      TextField<E> blind = secret.blind();
      places.replaceAll(field -> blind != null && field.equals(secret.field()) ? blind : field);
    }
    return places;
  }

  /** The values that must be unique; null where the row does not count. */
  public @Nullable Object of(Row row) {
    if (row.deleted()) {
      return null;
    }
    if (fields.size() == 1) {
      return fields.get(0).of(row);
    }
    List<Object> values = new ArrayList<>(fields.size());
    for (Field<E, ?> field : fields) {
      Object value = field.of(row);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}
