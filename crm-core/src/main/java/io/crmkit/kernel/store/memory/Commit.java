package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import io.crmkit.kernel.store.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a transaction's writes, all of them together, against the newest committed state. What
 * they pass through on the way does not matter: two rows may swap their keys.
 */
final class Commit {
  private final Space space;
  private final Layout layout;
  private final Overlay overlay;
  private final long seen;
  private List<Violation> violations = List.of();
  private @Nullable View net;

  /**
   * @param seen the number of the commit whose state the transaction saw
   */
  Commit(Space space, Layout layout, Overlay overlay, long seen) {
    this.space = space;
    this.layout = layout;
    this.overlay = overlay;
    this.seen = seen;
  }

  /** Checks everything and writes; under the lock. Leaves nothing where it fails. */
  void run() {
    refuseStaleRows();
    if (!overlay.hasWrites()) {
      return;
    }
    overlay.forEach(this::check);
    refuseViolations();
    space.publish(overlay);
  }

  /** Refuses writes that take keys which others hold; early, without the lock. */
  void refuseTakenKeys(List<Change> changes) {
    // A copy of what they wrote, since earlier writes have been looked at.
    Overlay written = new Overlay(space);
    for (Change change : changes) {
      Write write = overlay.get(change.ref());
      if (write != null && written.get(write.ref) == null) {
        written.add(write.ref, write.base, write.row);
      }
    }
    written.forEach(this::checkKeys);
    refuseViolations();
  }

  private void check(Writes writes) {
    checkKeys(writes);
    checkReferences(writes);
    checkPurges(writes);
  }

  private void add(Violation violation) {
    if (violations.isEmpty()) {
      violations = new ArrayList<>();
    }
    violations.add(violation);
  }

  private void refuseViolations() {
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
  }

  private void refuseStaleRows() {
    if (!overlay.expected().isEmpty()) {
      overlay
          .expected()
          .forEach((ref, version) -> refuseStale(ref, version, space.table(ref.type()).cell(ref)));
    }
    overlay.forEach(this::refuseStale);
  }

  private void refuseStale(Writes writes) {
    for (Write write = writes.first(); write != null; write = write.next) {
      boolean absent = write.base == 0 && writes.table.isNew(write.ref);
      write.cell = absent ? null : writes.table.cell(write.ref);
      refuseStale(write.ref, write.base, write.cell);
    }
  }

  private void refuseStale(Ref<?> ref, long version, @Nullable Cell cell) {
    Version newest = cell == null ? null : cell.head;
    Row stored = newest == null ? null : newest.row;
    if (newest == null || stored == null) {
      if (version != 0) {
        throw ConflictException.stale(ref, version, null);
      }
    } else if (stored.version() != version || newest.seq > seen) {
      // The second: a row purged and made anew may have come to the same version.
      throw ConflictException.stale(ref, version, stored.version());
    }
  }

  // Unique keys

  private void checkKeys(Writes writes) {
    List<? extends UniqueKey<?>> keys = layout.uniques(writes.type);
    for (int i = 0; i < keys.size(); i++) {
      UniqueKey<?> key = keys.get(i);
      Unique unique = writes.table.unique(key);
      Set<Object> claims = null;
      for (Write write = writes.first(); write != null; write = write.next) {
        Object values = unique.of(write.row);
        if (values == null || holds(unique, values, write.ref)) {
          continue;
        }
        claims = claims == null ? new HashSet<>() : claims;
        if (!claims.add(values) || isTaken(unique, values)) {
          add(key.taken(writes.type));
        }
      }
    }
  }

  private static boolean holds(Unique unique, Object values, Ref<?> ref) {
    Cell holder = unique.holder(values);
    return holder != null && holder.ref.equals(ref);
  }

  /** Whether another row held the values before and does not give them back. */
  private boolean isTaken(Unique unique, Object values) {
    Cell holder = unique.holder(values);
    if (holder == null) {
      return false;
    }
    Write write = overlay.get(holder.ref);
    return write == null || values.equals(unique.of(write.row));
  }

  // References

  private void checkReferences(Writes writes) {
    List<? extends RefField<?, ?>> fields = layout.references(writes.type);
    if (fields.isEmpty()) {
      return;
    }
    for (Write write = writes.first(); write != null; write = write.next) {
      if (write.row != null) {
        checkReferences(write.row, write.stored(), fields);
      }
    }
  }

  private void checkReferences(
      Row row, @Nullable Row before, List<? extends RefField<?, ?>> fields) {
    for (RefField<?, ?> field : fields) {
      Ref<?> target = field.of(row);
      if (target == null || (before != null && target.equals(field.of(before)))) {
        continue;
      }
      if (net().row(target) == null) {
        add(
            Violation.of(
                row.type().name(), field.name(), "violation.ref_missing", target.toString()));
      }
    }
  }

  private void checkPurges(Writes writes) {
    for (Write write = writes.first(); write != null; write = write.next) {
      if (write.row == null && write.stored() != null) {
        for (RefField<?, ?> field : Types.referring(writes.type, layout)) {
          if (refersTo(field, write.ref)) {
            add(
                Violation.of(
                    writes.type.name(),
                    null,
                    "violation.referenced",
                    field.type().name(),
                    field.name()));
          }
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private <E extends Entity<E>, X extends Entity<X>> boolean refersTo(
      RefField<E, X> field, Ref<?> target) {
    Condition<E> refers = field.is((Ref<X>) target);
    return new Query(net()).matching(field.type(), refers).next() != null;
  }

  /** The newest state with the writes on top: nobody else writes while the lock is held. */
  private View net() {
    View known = net;
    if (known == null) {
      known = new View(space, space.committed(), overlay);
      net = known;
    }
    return known;
  }
}
