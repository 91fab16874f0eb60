package io.crmkit.kernel.work;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows dated relations upwards, as long as all of them hold on one day. */
final class Climb<E extends Entity<E>, X extends Entity<X>> implements Hooks.Guard<E> {
  /** From which day to which; null where there is no end. */
  private record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
    /** The days that both have; null where there is none. */
    @Nullable Days and(Days other) {
      LocalDate from = later(first, other.first);
      LocalDate to = earlier(last, other.last);
      return from != null && to != null && to.isBefore(from) ? null : new Days(from, to);
    }

    boolean covers(Days other) {
      return other.equals(and(other));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
      return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
      return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
  }

  private record Step<X extends Entity<X>>(Ref<X> at, Days days) {}

  private final RefField<E, X> from;
  private final RefField<E, X> to;
  private final Period<E> period;
  private final Condition<E> which;

  Climb(RefField<E, X> from, RefField<E, X> to, Period<E> period, Condition<E> which) {
    this.from = from;
    this.to = to;
    this.period = period;
    this.which = which;
  }

  @Override
  public void check(Workspace space, @Nullable E before, @Nullable E after) {
    Row now = row(after);
    if (now != null && !same(row(before), now)) {
      UnitSpace unit = (UnitSpace) space;
      Ref<X> start = from.of(now);
      Ref<X> first = to.of(now);
      if (start != null && first != null) {
        climb(unit, start, first, days(now));
        Row below = unit.row(start);
        if (below != null && !unit.hasTouched(start)) {
          unit.writing().touch(below);
        }
      }
    }
  }

  /** The relation, where it is one that counts. */
  private @Nullable Row row(@Nullable E relation) {
    Row row = relation == null ? null : relation.snapshot().row();
    return row != null && !row.deleted() && which.predicate(Lookup.NONE).test(row) ? row : null;
  }

  private boolean same(@Nullable Row before, Row after) {
    return before != null
        && Objects.equals(from.of(before), from.of(after))
        && Objects.equals(to.of(before), to.of(after))
        && days(before).covers(days(after));
  }

  private Days days(Row row) {
    return new Days(period.since().of(row), period.until().of(row));
  }

  private void climb(UnitSpace unit, Ref<X> start, Ref<X> first, Days within) {
    Set<Step<X>> passed = new LinkedHashSet<>();
    Set<Ref<X>> expected = new LinkedHashSet<>();
    List<Step<X>> level = List.of(new Step<>(first, within));
    while (!level.isEmpty()) {
      Set<Ref<X>> here = new LinkedHashSet<>();
      for (Step<X> step : level) {
        if (step.at().equals(start)) {
          throw new ValidationException(
              List.of(
                  Violation.of(from.type().name(), to.name(), "violation.cycle", start, first)));
        }
        if (passed.stream().noneMatch(p -> p.at().equals(step.at()) && p.days().covers(step.days()))
            && passed.add(step)) {
          here.add(step.at());
        }
      }
      here.stream().filter(expected::add).forEach(ref -> expect(unit, ref));
      level = here.isEmpty() ? List.of() : above(unit, level, here);
    }
  }

  private void expect(UnitSpace unit, Ref<X> ref) {
    Row row = unit.row(ref);
    if (row != null && !unit.hasTouched(ref)) {
      unit.expect(row);
    }
  }

  private List<Step<X>> above(UnitSpace unit, List<Step<X>> level, Set<Ref<X>> here) {
    List<Step<X>> next = new ArrayList<>();
    Condition<E> asked = from.in(here).and(which).and(from.type().deletedAt().isMissing());
    Selection<E> selection =
        new Selection<>(from.type(), asked, List.of(), null, Integer.MAX_VALUE);
    for (Row relation : unit.reading(true).store().select(selection)) {
      Ref<X> up = to.of(relation);
      for (Step<X> step : level) {
        Days days = step.at().equals(from.of(relation)) ? step.days().and(days(relation)) : null;
        if (up != null && days != null) {
          next.add(new Step<>(up, days));
        }
      }
    }
    return next;
  }
}
