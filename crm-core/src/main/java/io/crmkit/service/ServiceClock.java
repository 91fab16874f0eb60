package io.crmkit.service;

import io.crmkit.calendar.BusinessHours;
import io.crmkit.kernel.error.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs in working time alone, and only in some states of a case: a pure function of
 * working hours, of the states that the case has passed, and of the moment that is asked about.
 */
public final class ServiceClock {
  /**
   * A case entered a state.
   *
   * @param at when
   * @param state which
   */
  public record Entry(Instant at, CaseState state) {}

  private record Run(Instant from, @Nullable Instant until) {}

  private final BusinessHours hours;
  private final Instant start;
  private final List<Run> runs;

  private ServiceClock(BusinessHours hours, Instant start, List<Run> runs) {
    this.hours = hours;
    this.start = start;
    this.runs = runs;
  }

  /**
   * A clock over the states of a case.
   *
   * @param trail the states in the order in which they were entered; the last one lasts
   * @param runsIn says in which states it runs
   */
  public static ServiceClock of(
      BusinessHours hours, List<Entry> trail, Predicate<CaseState> runsIn) {
    if (trail.isEmpty()) {
      throw new IllegalArgumentException("a case is in some state from its beginning");
    }
    List<Run> runs = new ArrayList<>();
    Instant since = null;
    for (Entry entry : trail) {
      boolean running = runsIn.test(entry.state());
      if (running && since == null) {
        since = entry.at();
      } else if (!running && since != null) {
        runs.add(new Run(since, entry.at()));
        since = null;
      }
    }
    if (since != null) {
      runs.add(new Run(since, null));
    }
    return new ServiceClock(hours, trail.get(0).at(), runs);
  }

  /**
   * The first moment at which it shows so much; empty where it stands still before, or where there
   * is no such moment in the calendar. Holds move it back by as much as they last.
   */
  public Optional<Instant> shows(Duration time) {
    Duration rest = time;
    for (Run run : runs) {
      Duration ran = run.until() == null ? null : hours.between(run.from(), run.until());
      if (ran == null || ran.compareTo(rest) >= 0) {
        return later(run.from(), rest);
      }
      rest = rest.minus(ran);
    }
    return Optional.empty();
  }

  private Optional<Instant> later(Instant from, Duration time) {
    try {
      return Optional.of(hours.plus(from, time));
    } catch (InvalidRequestException never) {
      return Optional.empty();
    }
  }

  /** The working time that it shows at a moment. */
  public Duration elapsed(Instant at) {
    Duration sum = Duration.ZERO;
    for (Run run : runs) {
      if (run.from().isBefore(at)) {
        Instant until = run.until() == null || run.until().isAfter(at) ? at : run.until();
        sum = sum.plus(hours.between(run.from(), until));
      }
    }
    return sum;
  }

  /** The working time from the beginning to a moment in which it stood still. */
  public Duration paused(Instant at) {
    return at.isBefore(start) ? Duration.ZERO : hours.between(start, at).minus(elapsed(at));
  }
}
