package io.crmkit.kernel.record;

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
  /** Copies the fields. */
  public UniqueKey {
    fields = List.copyOf(fields);
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
