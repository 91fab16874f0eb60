package io.crmkit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.calendar.BusinessHours;
import io.crmkit.calendar.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the calendar, the zone and the pauses: the same as counting every minute. */
class ServiceClockLawTest {
  private static final int DAYS = 14;
  private static final Instant BEGIN = Instant.parse("2027-03-24T00:00:00Z");

  record Plan(
      ZoneId zone,
      Map<DayOfWeek, List<Opening>> week,
      Set<LocalDate> holidays,
      List<ServiceClock.Entry> trail,
      Set<CaseState> pausedIn) {
    BusinessHours hours() {
      BusinessHours.Builder builder = BusinessHours.in(zone);
      week.forEach((day, openings) -> builder.open(day, openings.toArray(new Opening[0])));
      holidays.forEach(builder::closedOn);
      return builder.build();
    }

    boolean isOpen(LocalDateTime wall) {
      return isOpen(wall, 0) || isOpen(wall, 1);
    }

    /** By an opening that began so many days ago. */
    private boolean isOpen(LocalDateTime wall, int ago) {
      LocalDate day = wall.toLocalDate().minusDays(ago);
      for (Opening opening :
          holidays.contains(day)
              ? List.<Opening>of()
              : week.getOrDefault(day.getDayOfWeek(), List.of())) {
        LocalDateTime from = day.atTime(opening.from());
        LocalDateTime until = day.plusDays(opening.overMidnight() ? 1 : 0).atTime(opening.until());
        if (!wall.isBefore(from) && wall.isBefore(until)) {
          return true;
        }
      }
      return false;
    }

    CaseState stateAt(Instant at) {
      CaseState state = trail.get(0).state();
      for (ServiceClock.Entry entry : trail) {
        if (!entry.at().isAfter(at)) {
          state = entry.state();
        }
      }
      return state;
    }

    boolean runs(CaseState state) {
      return !state.done() && !pausedIn.contains(state);
    }

    /** Minute by minute from the beginning: does it count? */
    boolean[] counted() {
      boolean[] counted = new boolean[DAYS * 1440];
      for (int i = 0; i < counted.length; i++) {
        Instant at = BEGIN.plus(Duration.ofMinutes(i));
        counted[i] =
            !at.isBefore(trail.get(0).at())
                && runs(stateAt(at))
                && isOpen(LocalDateTime.ofInstant(at, zone));
      }
      return counted;
    }
  }

  @Property(tries = 200)
  void the_time_that_a_clock_shows_is_the_number_of_minutes_that_count(
      @ForAll("plans") Plan plan, @ForAll @IntRange(max = DAYS * 1440 - 1) int until) {
    ServiceClock clock = ServiceClock.of(plan.hours(), plan.trail(), plan::runs);
    boolean[] counted = plan.counted();
    int sum = 0;
    for (int i = 0; i < until; i++) {
      sum += counted[i] ? 1 : 0;
    }
    Instant at = BEGIN.plus(Duration.ofMinutes(until));
    assertEquals(Duration.ofMinutes(sum), clock.elapsed(at));
    if (!at.isBefore(plan.trail().get(0).at())) {
      assertEquals(
          plan.hours().between(plan.trail().get(0).at(), at),
          clock.elapsed(at).plus(clock.paused(at)));
    }
  }

  @Property(tries = 200)
  void a_promise_is_due_in_the_first_minute_by_which_so_many_have_counted(
      @ForAll("plans") Plan plan, @ForAll @IntRange(min = 1, max = 3000) int minutes) {
    ServiceClock clock = ServiceClock.of(plan.hours(), plan.trail(), plan::runs);
    boolean[] counted = plan.counted();
    int sum = 0;
    int due = 0;
    while (due < counted.length && sum < minutes) {
      sum += counted[due++] ? 1 : 0;
    }
    var shown = clock.shows(Duration.ofMinutes(minutes));
    if (sum == minutes) {
      assertEquals(BEGIN.plus(Duration.ofMinutes(due)), shown.orElseThrow());
    } else {
      Instant end = BEGIN.plus(Duration.ofMinutes(counted.length));
      assertTrue(shown.isEmpty() || shown.get().isAfter(end), shown::toString);
    }
  }

  /** The nights in which clocks are changed are left to the law of business hours. */
  @Provide
  Arbitrary<Plan> plans() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kathmandu",
                "Asia/Shanghai",
                "Pacific/Apia",
                "America/Sao_Paulo")
            .map(ZoneId::of);
    Arbitrary<Opening> openings =
        Combinators.combine(
                Arbitraries.integers().between(4 * 60, 23 * 60),
                Arbitraries.integers().between(4 * 60, 23 * 60))
            .as(
                (from, until) ->
                    new Opening(
                        LocalTime.ofSecondOfDay(Math.min(from, until) * 60L),
                        LocalTime.ofSecondOfDay(Math.max(from, until) * 60L + 60)));
    Arbitrary<Map<DayOfWeek, List<Opening>>> weeks =
        Arbitraries.maps(Arbitraries.of(DayOfWeek.class), openings.list().ofMaxSize(3));
    Arbitrary<Set<LocalDate>> holidays =
        Arbitraries.integers()
            .between(0, DAYS)
            .map(day -> LocalDate.parse("2027-03-24").plusDays(day))
            .set()
            .ofMaxSize(3);
    Arbitrary<List<ServiceClock.Entry>> trails =
        Combinators.combine(
                Arbitraries.integers().between(0, 3000), Arbitraries.of(CaseState.class))
            .as((minutes, state) -> Map.entry(minutes, state))
            .list()
            .ofMinSize(1)
            .ofMaxSize(8)
            .map(ServiceClockLawTest::trail);
    Arbitrary<Set<CaseState>> pauses =
        Arbitraries.of(CaseState.class).set().ofMaxSize(3).map(ServiceClockLawTest::states);
    return Combinators.combine(zones, weeks, holidays, trails, pauses).as(Plan::new);
  }

  private static Set<CaseState> states(Set<CaseState> some) {
    Set<CaseState> all = EnumSet.noneOf(CaseState.class);
    all.addAll(some);
    return all;
  }

  private static List<ServiceClock.Entry> trail(List<Map.Entry<Integer, CaseState>> steps) {
    List<ServiceClock.Entry> trail = new ArrayList<>();
    Instant at = BEGIN;
    for (Map.Entry<Integer, CaseState> step : steps) {
      at = at.plus(Duration.ofMinutes(step.getKey()));
      trail.add(new ServiceClock.Entry(at, step.getValue()));
    }
    return trail;
  }
}
