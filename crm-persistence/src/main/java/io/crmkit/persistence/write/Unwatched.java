package io.crmkit.persistence.write;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.persistence.table.Slots;

/** Finds the changes that a database alone would let pass although they break a rule. */
final class Unwatched {
  private Unwatched() {}

  static boolean concerns(Layout layout, Slots slots, Change change) {
    if (change instanceof Change.Purge purge) {
      for (EntityType<?> type : layout.types()) {
        if (refers(layout, type, purge.ref().type())) {
          return true;
        }
      }
      return false;
    }
    if (change instanceof Change.Insert insert) {
      return unclaimed(layout, slots, insert.row(), insert.row().type());
    }
    return change instanceof Change.Update update
        && unclaimed(layout, slots, update.after(), update.after().type());
  }

  private static <E extends Entity<E>> boolean refers(
      Layout layout, EntityType<E> type, EntityType<?> target) {
    for (Field<E, ?> field : layout.custom(type)) {
      RefField<E, ?> ref = field.asRef();
      if (ref != null && ref.target().name().equals(target.name())) {
        return true;
      }
    }
    return false;
  }

  private static <E extends Entity<E>> boolean unclaimed(
      Layout layout, Slots slots, Row row, EntityType<E> type) {
    for (Field<E, ?> field : layout.custom(type)) {
      if (field.unique() && field.of(row) != null && !slots.claimed(field)) {
        return true;
      }
    }
    return false;
  }
}
