package io.crmkit.org;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included.
 *
 * @param from the first, {@link LocalDate#MIN} where there is none
 * @param to the last, {@link LocalDate#MAX} where there is none
 */
record Span(LocalDate from, LocalDate to) {
  static <E extends Entity<E>> Span of(E fact, Period<E> period) {
    return of(fact.get(period.since()), fact.get(period.until()));
  }

  static Span of(@Nullable LocalDate since, @Nullable LocalDate until) {
    return new Span(since == null ? LocalDate.MIN : since, until == null ? LocalDate.MAX : until);
  }

  boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  boolean overlaps(Span other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }

  /** The days that both have; they overlap. */
  Span common(Span other) {
    return new Span(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  /** The first day behind; {@link LocalDate#MAX} where there is none. */
  LocalDate behind() {
    return to.equals(LocalDate.MAX) ? to : to.plusDays(1);
  }

  /** The first day behind {@code day} on which they begin or are over; null where there is none. */
  @Nullable LocalDate nextChange(LocalDate day) {
    if (from.isAfter(day)) {
      return from;
    }
    LocalDate end = behind();
    return end.isAfter(day) && !end.equals(LocalDate.MAX) ? end : null;
  }

  /** The first day as a field keeps it. */
  @Nullable LocalDate since() {
    return from.equals(LocalDate.MIN) ? null : from;
  }

  /** The last day as a field keeps it. */
  @Nullable LocalDate until() {
    return to.equals(LocalDate.MAX) ? null : to;
  }
}
