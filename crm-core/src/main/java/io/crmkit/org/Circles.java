package io.crmkit.org;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses dated links by which a record would come to stand above itself, on whatever day.
 *
 * <p>It climbs from link to link, each time within the days that all links on the way have in
 * common. The links climbed are tied to the unit of work, so that two at the same time cannot close
 * a circle together: who moves a record changes a link that the other has climbed.
 *
 * @param <F> the type of the links
 * @param <N> the type of the records
 */
final class Circles<F extends Entity<F>, N extends Entity<N>> {
  private final Workspace space;
  private final Definition<F> definition;
  private final Period<F> period;
  private final RefField<F, N> from;
  private final RefField<F, N> to;
  private final Field<?, ?> blamed;
  private final Ref<N> start;
  private final Ref<N> first;
  private final Set<Ref<N>> path = new HashSet<>();

  private Circles(
      Workspace space,
      Definition<F> definition,
      Period<F> period,
      RefField<F, N> from,
      RefField<F, N> to,
      Field<?, ?> blamed,
      Ref<N> start,
      Ref<N> first) {
    this.space = space;
    this.definition = definition;
    this.period = period;
    this.from = from;
    this.to = to;
    this.blamed = blamed;
    this.start = start;
    this.first = first;
  }

  /**
   * The guard.
   *
   * @param blamed the field that a refusal points at
   */
  static <F extends Entity<F>, N extends Entity<N>> Hooks.Guard<F> refused(
      Definition<F> definition,
      Period<F> period,
      RefField<F, N> from,
      RefField<F, N> to,
      Field<?, ?> blamed) {
    return (space, before, after) -> {
      Ref<N> up = after == null || after.deleted() ? null : after.get(to);
      if (after != null && up != null) {
        Ref<N> start = after.require(from);
        Circles<F, N> circles =
            new Circles<>(space, definition, period, from, to, blamed, start, up);
        if (!Guards.isMadeHere(space, start)
            || start.equals(up)
            || !Facts.about(space, definition, to, start).isEmpty()) {
          circles.path.add(start);
          circles.climb(up, Span.of(after, period));
        }
      }
    };
  }

  private void climb(Ref<N> at, Span days) {
    if (!path.add(at)) {
      throw new ValidationException(
          List.of(
              Violation.of(blamed.type().name(), blamed.name(), "violation.cycle", start, first)));
    }
    for (F link : Facts.about(space, definition, from, at)) {
      Span its = Span.of(link, period);
      if (its.overlaps(days)) {
        space.own(definition, from.type()).expect(link);
        Ref<N> up = link.get(to);
        if (up != null) {
          climb(up, its.common(days));
        }
      }
    }
    path.remove(at);
  }
}
