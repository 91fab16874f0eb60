package io.crmkit.kernel.work;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Record types whose records form trees. */
public final class Trees {
  private Trees() {}

  /**
   * Refuses a change by which a record would become its own ancestor. The ancestors are tied to the
   * unit of work, so two changes at the same time cannot close a circle together.
   */
  public static <E extends Entity<E>> Hooks.Guard<E> withoutCycles(RefField<E, E> parent) {
    return (space, before, after) -> {
      if (after == null) {
        return;
      }
      Ref<E> up = parent.of(after.snapshot().row());
      if (up != null && !Objects.equals(up, before == null ? null : before.get(parent))) {
        climb((UnitSpace) space, parent, after.ref(), up);
      }
    };
  }

  /**
   * Refuses a dated relation by which a record would stand above itself on any day. Each relation
   * says that {@code from} stands below {@code to} in its period. Who makes a relation makes
   * another version of {@code from}, and ties all records above to the unit of work, so two
   * relations made at the same time cannot close a circle together.
   *
   * @param which the relations by which records stand above each other
   */
  public static <E extends Entity<E>, X extends Entity<X>> Hooks.Guard<E> withoutCycles(
      RefField<E, X> from, RefField<E, X> to, Period<E> period, Condition<E> which) {
    return new Climb<>(from, to, period, which);
  }

  /** A record and everything below it that can be seen, level by level. */
  public static <E extends Entity<E>> Set<Ref<E>> andBelow(
      Records<E> records, RefField<E, E> parent, Ref<E> top) {
    Set<Ref<E>> all = new LinkedHashSet<>(Set.of(top));
    Set<Ref<E>> level = Set.of(top);
    while (!level.isEmpty()) {
      Set<Ref<E>> below = new LinkedHashSet<>();
      for (E record : records.where(parent.in(level)).list()) {
        if (all.add(record.ref())) {
          below.add(record.ref());
        }
      }
      level = below;
    }
    return all;
  }

  private static <E extends Entity<E>> void climb(
      UnitSpace unit, RefField<E, E> parent, Ref<E> start, Ref<E> first) {
    Set<Ref<E>> passed = new HashSet<>(Set.of(start));
    @Nullable Ref<E> up = first;
    while (up != null) {
      if (!passed.add(up)) {
        throw new ValidationException(
            List.of(
                Violation.of(start.type().name(), parent.name(), "violation.cycle", start, first)));
      }
      Row row = unit.row(up);
      if (row != null && !unit.hasTouched(up)) {
        unit.expect(row);
      }
      up = row == null ? null : parent.of(row);
    }
  }
}
