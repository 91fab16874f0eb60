package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private final List<Violation> violations = new ArrayList<>();

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
    for (Map<Ref<?>, Overlay.Write> ofType : overlay.byType()) {
      checkKeys(ofType.keySet().iterator().next().type(), ofType.keySet());
    }
    checkReferences();
    checkPurges();
    refuseViolations();
    space.publish(overlay);
  }

  /** Refuses writes that take keys which others hold; early, without the lock. */
  void refuseTakenKeys(Collection<Ref<?>> written) {
    Map<EntityType<?>, Set<Ref<?>>> byType = new LinkedHashMap<>();
    for (Ref<?> ref : written) {
      byType.computeIfAbsent(ref.type(), type -> new LinkedHashSet<>()).add(ref);
    }
    byType.forEach(this::checkKeys);
    refuseViolations();
  }

  private void refuseViolations() {
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
  }

  private void refuseStaleRows() {
    overlay.expected().forEach(this::refuseStale);
    for (Map<Ref<?>, Overlay.Write> ofType : overlay.byType()) {
      ofType.forEach((ref, write) -> refuseStale(ref, write.base()));
    }
  }

  private void refuseStale(Ref<?> ref, long version) {
    Version newest = newest(ref);
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

  private @Nullable Version newest(Ref<?> ref) {
    Cell cell = space.table(ref.type()).cell(ref);
    return cell == null ? null : cell.head;
  }

  private @Nullable Row stored(Ref<?> ref) {
    Version newest = newest(ref);
    return newest == null ? null : newest.row;
  }

  // Unique keys

  private void checkKeys(EntityType<?> type, Collection<Ref<?>> written) {
    for (UniqueKey<?> key : layout.uniques(type)) {
      Unique unique = space.table(type).unique(key);
      Set<Object> claims = new HashSet<>();
      for (Ref<?> ref : written) {
        Overlay.Write write = overlay.get(ref);
        Object values = write == null ? null : unique.of(write.row());
        if (values != null
            && !holds(unique, values, ref)
            && (!claims.add(values) || isTaken(unique, values))) {
          violations.add(Violation.of(type.name(), field(key), "violation.unique", key.name()));
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
    Overlay.Write write = overlay.get(holder.ref);
    return write == null || values.equals(unique.of(write.row()));
  }

  private static @Nullable String field(UniqueKey<?> key) {
    return key.fields().size() == 1 ? key.fields().get(0).name() : null;
  }

  // References

  private void checkReferences() {
    overlay.forEach(
        (ref, row) -> {
          if (row != null) {
            checkReferences(row, Types.references(row.type(), layout));
          }
        });
  }

  private void checkReferences(Row row, List<? extends RefField<?, ?>> fields) {
    Row before = fields.isEmpty() ? null : stored(row.ref());
    for (RefField<?, ?> field : fields) {
      Ref<?> target = field.of(row);
      if (target == null || (before != null && target.equals(field.of(before)))) {
        continue;
      }
      if (net().row(target) == null) {
        violations.add(
            Violation.of(
                row.type().name(), field.name(), "violation.ref_missing", target.toString()));
      }
    }
  }

  private void checkPurges() {
    overlay.forEach(
        (ref, row) -> {
          if (row == null && stored(ref) != null) {
            for (RefField<?, ?> field : Types.referring(ref.type(), layout)) {
              if (refersTo(field, ref)) {
                violations.add(
                    Violation.of(
                        ref.type().name(),
                        null,
                        "violation.referenced",
                        field.type().name(),
                        field.name()));
              }
            }
          }
        });
  }

  @SuppressWarnings("unchecked")
  private <E extends Entity<E>, X extends Entity<X>> boolean refersTo(
      RefField<E, X> field, Ref<?> target) {
    Condition<E> refers = field.is((Ref<X>) target);
    return new Query(net()).matching(field.type(), refers).next() != null;
  }

  /** The newest state with the writes on top: nobody else writes while the lock is held. */
  private View net() {
    return new View(space, space.committed(), overlay);
  }
}
