package io.crmkit.tenant;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Copies of rows. */
final class Rows {
  private Rows() {}

  /** A copy without the values of these references. */
  static <E extends Entity<E>> Row without(
      EntityType<E> type, Row row, Collection<RefField<E, ?>> references, long version) {
    @Nullable Object[] slots = new @Nullable Object[type.slots().size()];
    for (Field<E, ?> field : type.slots()) {
      slots[field.slot()] = field.of(row);
    }
    Map<String, Object> extra = new TreeMap<>(row.extra());
    for (RefField<E, ?> reference : references) {
      if (reference.custom()) {
        extra.remove(reference.name());
      } else {
        slots[reference.slot()] = null;
      }
    }
    return new Row(row.ref(), version, slots, extra);
  }
}
