package io.crmkit.kernel.work;

import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A record and all of its parts, on the way into the bin, out of it, or into nothing. */
final class Bundle {
  private static final Parts.Which ALL =
      new Parts.Which() {
        @Override
        public <E extends Entity<E>> Condition<E> of(EntityType<E> type) {
          return Condition.always();
        }
      };

  private final UnitSpace unit;
  private final WriteDoor door;

  Bundle(UnitSpace unit, WriteDoor door) {
    this.unit = unit;
    this.door = door;
  }

  /**
   * Deletes a record with its parts, all at one moment that none of the parts was deleted at
   * before: by it they are known when they are to come back.
   */
  Row delete(Row whole) {
    Instant at = door.behind(whole);
    List<Row> parts = new ArrayList<>();
    for (Row part : below(whole, new LiveOrSince(at), row -> deletedAt(row) == null)) {
      Instant gone = deletedAt(part);
      Instant least = gone == null ? door.behind(part) : gone.plus(1, ChronoUnit.MICROS);
      at = least.isAfter(at) ? least : at;
      if (gone == null) {
        parts.add(part);
      }
    }
    Row deleted = put(AuditEntry.Event.DELETED, whole, at, at);
    for (Row part : parts) {
      put(AuditEntry.Event.DELETED, part, at, at);
    }
    return deleted;
  }

  /** Restores a record with the parts that were deleted with it. */
  Row restore(Row whole) {
    Instant at = Objects.requireNonNull(deletedAt(whole));
    List<Row> parts = below(whole, new At(at), row -> true);
    Row restored = put(AuditEntry.Event.RESTORED, whole, door.behind(whole), null);
    for (Row part : parts) {
      put(AuditEntry.Event.RESTORED, part, door.behind(part), null);
    }
    return restored;
  }

  /** Destroys a record with all of its parts, the last of them first. */
  void purge(Row whole) {
    List<Row> parts =
        unit.engine.parts().below(unit.reading().store(), whole, ALL, true, row -> true);
    for (int i = parts.size() - 1; i >= 0; i--) {
      destroy(parts.get(i));
    }
    destroy(whole);
  }

  private void destroy(Row row) {
    unit.forget(row.ref());
    door.record(AuditEntry.Event.PURGED, row.type(), door.keyed(row), null);
  }

  private List<Row> below(Row whole, Parts.Which which, Predicate<Row> further) {
    return unit.engine.parts().below(unit.reading().store(), whole, which, false, further);
  }

  private Row put(AuditEntry.Event event, Row before, Instant at, @Nullable Instant deletedAt) {
    Row after =
        door.keyed(deletedAt == null ? revived(before) : before)
            .stamped(
                before.slot(EntityType.CREATED_AT),
                before.slot(EntityType.CREATED_BY),
                at,
                unit.context().actor(),
                deletedAt,
                before.version() + 1);
    door.record(event, before.type(), before, after);
    return after;
  }

  private Row revived(Row row) {
    Row revived = row;
    for (Hooks.Revival revival : unit.engine.hooks().of(row.type()).revivals()) {
      revived = revival.revived(unit, revived);
    }
    return revived;
  }

  private static @Nullable Instant deletedAt(Row row) {
    return (Instant) row.slot(EntityType.DELETED_AT);
  }

  /** What is not in the bin, and what got there at {@code at} or later. */
  private record LiveOrSince(Instant at) implements Parts.Which {
    @Override
    public <E extends Entity<E>> Condition<E> of(EntityType<E> type) {
      return type.deletedAt().isMissing().or(type.deletedAt().atLeast(at));
    }
  }

  /** What got into the bin at one moment. */
  private record At(Instant at) implements Parts.Which {
    @Override
    public <E extends Entity<E>> Condition<E> of(EntityType<E> type) {
      return type.deletedAt().is(at);
    }
  }
}
