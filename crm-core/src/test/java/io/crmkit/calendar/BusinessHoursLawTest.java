package io.crmkit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whatever the weeks, the zone and the holidays: the same as counting every minute. */
class BusinessHoursLawTest {
  private static final int DAYS = 18;

  record Plan(
      ZoneId zone,
      LocalDate around,
      Map<DayOfWeek, List<Opening>> week,
      List<Season> seasons,
      Map<LocalDate, List<Opening>> different) {
    BusinessHours hours() {
      BusinessHours.Builder builder = BusinessHours.in(zone);
      week.forEach((day, openings) -> builder.open(day, openings.toArray(new Opening[0])));
      for (Season each : seasons) {
        each.week()
            .forEach(
                (day, openings) ->
                    builder.openDuring(
                        each.first(), each.last(), day, openings.toArray(new Opening[0])));
      }
      different.forEach((day, openings) -> builder.on(day, openings.toArray(new Opening[0])));
      return builder.build();
    }

    List<Opening> openings(LocalDate day) {
      Map<DayOfWeek, List<Opening>> its = week;
      LocalDate begun = LocalDate.MIN;
      for (Season each : seasons) {
        if (each.has(day) && each.first().isAfter(begun)) {
          its = each.week();
          begun = each.first();
        }
      }
      return different.getOrDefault(day, its.getOrDefault(day.getDayOfWeek(), List.of()));
    }
  }

  /** A week of its own from one day to another; null is for ever. */
  record Season(LocalDate first, @Nullable LocalDate last, Map<DayOfWeek, List<Opening>> week) {
    boolean has(LocalDate day) {
      return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }
  }

  private record Offset(int first, @Nullable Integer length, Map<DayOfWeek, List<Opening>> week) {
    Season from(LocalDate day) {
      LocalDate begin = day.plusDays(first);
      return new Season(begin, length == null ? null : begin.plusDays(length), week);
    }
  }

  /** The minutes of some days, each open or not, found by looking at the clock on the wall. */
  private static final class Minutes {
    final Instant start;
    final boolean[] open = new boolean[DAYS * 1440];
    private final LocalDateTime[] wall = new LocalDateTime[open.length];

    Minutes(Plan plan) {
      start = plan.around().minusDays(DAYS / 2).atStartOfDay(ZoneId.of("UTC")).toInstant();
      for (int i = 0; i < wall.length; i++) {
        wall[i] = LocalDateTime.ofInstant(at(i), plan.zone());
      }
      LocalDate first = wall[0].toLocalDate().minusDays(1);
      for (LocalDate day = first; !day.isAfter(first.plusDays(DAYS + 2)); day = day.plusDays(1)) {
        for (Opening opening : plan.openings(day)) {
          LocalDate end = opening.until().isAfter(opening.from()) ? day : day.plusDays(1);
          int until = first(end.atTime(opening.until()));
          for (int i = first(day.atTime(opening.from())); i < until; i++) {
            open[i] = true;
          }
        }
      }
    }

    /** The first minute at which the clock shows this or later. */
    private int first(LocalDateTime time) {
      int i = 0;
      while (i < wall.length && wall[i].isBefore(time)) {
        i++;
      }
      return i;
    }

    Instant at(int minute) {
      return start.plus(Duration.ofMinutes(minute));
    }

    int between(int from, int to) {
      int sum = 0;
      for (int i = from; i < to; i++) {
        sum += open[i] ? 1 : 0;
      }
      return sum;
    }
  }

  @Property(tries = 150)
  void time_between_moments_is_the_number_of_open_minutes(
      @ForAll("plans") Plan plan, @ForAll List<@IntRange(max = DAYS * 1440 - 1) Integer> moments) {
    BusinessHours hours = plan.hours();
    Minutes minutes = new Minutes(plan);
    int from = DAYS * 720;
    for (int to : moments) {
      int expected = from <= to ? minutes.between(from, to) : -minutes.between(to, from);
      assertEquals(Duration.ofMinutes(expected), hours.between(minutes.at(from), minutes.at(to)));
      assertEquals(minutes.open[to], hours.isOpen(minutes.at(to)));
      from = to;
    }
  }

  @Property(tries = 150)
  void adding_and_taking_away_end_where_so_many_open_minutes_have_passed(
      @ForAll("plans") Plan plan,
      @ForAll @IntRange(min = 2880, max = (DAYS - 2) * 1440) int from,
      @ForAll @IntRange(min = 1, max = 3000) int length) {
    BusinessHours hours = plan.hours();
    Minutes minutes = new Minutes(plan);
    Duration time = Duration.ofMinutes(length);
    int to = from;
    for (int sum = 0; sum < length && to < minutes.open.length; to++) {
      sum += minutes.open[to] ? 1 : 0;
    }
    if (minutes.between(from, to) == length) {
      assertEquals(minutes.at(to), hours.plus(minutes.at(from), time));
      assertEquals(minutes.at(to), hours.minus(minutes.at(from), time.negated()));
    }
    int back = from;
    for (int sum = 0; sum < length && back > 0; back--) {
      sum += minutes.open[back - 1] ? 1 : 0;
    }
    if (minutes.between(back, from) == length) {
      assertEquals(minutes.at(back), hours.minus(minutes.at(from), time));
      assertEquals(minutes.at(back), hours.plus(minutes.at(from), time.negated()));
    }
  }

  @Property(tries = 150)
  void the_next_opening_and_closing_are_where_open_minutes_begin_and_end(
      @ForAll("plans") Plan plan, @ForAll @IntRange(min = 1440, max = 5 * 1440) int from) {
    BusinessHours hours = plan.hours();
    Minutes minutes = new Minutes(plan);
    assertNext(minutes, from, true, hours.nextOpening(minutes.at(from)));
    assertNext(minutes, from, false, hours.nextClosing(minutes.at(from)));
  }

  private static void assertNext(
      Minutes minutes, int from, boolean opening, Optional<Instant> next) {
    for (int i = from + 1; i < minutes.open.length; i++) {
      if (minutes.open[i] == opening && minutes.open[i - 1] != opening) {
        assertEquals(Optional.of(minutes.at(i)), next);
        return;
      }
    }
    Instant end = minutes.at(minutes.open.length - 1);
    assertTrue(next.isEmpty() || next.get().isAfter(end), () -> next + " is before " + end);
  }

  @Property(tries = 300)
  void adding_is_the_opposite_of_measuring_however_far(
      @ForAll("plans") Plan plan,
      @ForAll @IntRange(min = -3650, max = 36500) int days,
      @ForAll @IntRange(min = 1, max = 20_000_000) int minutes) {
    BusinessHours hours = plan.hours();
    Instant from = plan.around().plusDays(days).atStartOfDay(plan.zone()).toInstant();
    Duration time = Duration.ofMinutes(minutes);
    Instant end = Instant.parse("2199-12-31T00:00:00Z");
    if (hours.between(from, end).compareTo(time) >= 0) {
      Instant to = hours.plus(from, time);
      assertEquals(time, hours.between(from, to));
      assertEquals(time.negated(), hours.between(to, from));
      assertTrue(hours.isOpen(to.minusNanos(1)), "it is the first such moment");
      Instant back = hours.minus(to, time);
      assertEquals(time, hours.between(back, to));
      assertTrue(!back.isBefore(from), "it is the last such moment");
    }
  }

  @Property(tries = 200)
  void business_days_are_counted_day_by_day(
      @ForAll("plans") Plan plan, @ForAll @IntRange(min = -40, max = 40) int number) {
    BusinessHours hours = plan.hours();
    LocalDate day = plan.around();
    int step = number < 0 ? -1 : 1;
    LocalDate end = day.plusDays(step * 1000L);
    while (plan.openings(day).isEmpty()) {
      if (day.equals(end)) {
        return; // whoever never works
      }
      day = day.plusDays(step);
    }
    for (int left = Math.abs(number); left > 0; left--) {
      do {
        if (day.equals(end)) {
          return;
        }
        day = day.plusDays(step);
      } while (plan.openings(day).isEmpty());
    }
    assertEquals(day, hours.plusBusinessDays(plan.around(), number));
    if (!plan.openings(plan.around()).isEmpty()) {
      assertEquals(number, hours.businessDaysBetween(plan.around(), day));
    }
  }

  @Provide
  Arbitrary<Plan> plans() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "America/St_Johns",
                "America/Havana",
                "America/Sao_Paulo",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Asia/Shanghai",
                "Pacific/Apia",
                "Africa/Casablanca",
                "Asia/Tehran",
                "Antarctica/Troll")
            .map(ZoneId::of);
    Arbitrary<LocalDate> days =
        Arbitraries.of(
                "2011-12-30",
                "2010-11-07",
                "2010-03-14",
                "2018-11-04",
                "2018-02-18",
                "2027-03-28",
                "2027-10-31",
                "2027-03-14",
                "2027-11-07",
                "2027-04-04",
                "2027-10-03",
                "2027-07-05")
            .map(LocalDate::parse);
    Arbitrary<LocalTime> times =
        Arbitraries.oneOf(
                Arbitraries.of(0, 60, 120, 150, 1439, 1380, 540, 720, 780, 1020),
                Arbitraries.integers().between(0, 1439))
            .map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
    Arbitrary<List<Opening>> openings =
        Combinators.combine(times, times).as(Opening::new).list().ofMaxSize(3);
    Arbitrary<Map<DayOfWeek, List<Opening>>> weeks =
        Arbitraries.maps(Arbitraries.of(DayOfWeek.class), openings).ofMaxSize(7);
    Arbitrary<List<Offset>> seasons =
        Combinators.combine(
                Arbitraries.integers().between(-20, 8),
                Arbitraries.integers().between(0, 20).injectNull(0.3),
                weeks.filter(week -> !week.isEmpty()))
            .as(Offset::new)
            .list()
            .uniqueElements(Offset::first)
            .ofMaxSize(3);
    return Combinators.combine(
            zones,
            days,
            weeks,
            seasons,
            Arbitraries.maps(Arbitraries.integers().between(-8, 8), openings).ofMaxSize(4))
        .as(
            (zone, day, week, offsets, different) -> {
              Map<LocalDate, List<Opening>> dates = new TreeMap<>();
              different.forEach(
                  (offset, its) -> dates.put(day.plusDays(offset), new ArrayList<>(its)));
              List<Season> its = offsets.stream().map(offset -> offset.from(day)).toList();
              return new Plan(zone, day, week, its, dates);
            });
  }
}
