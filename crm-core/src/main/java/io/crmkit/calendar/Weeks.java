package io.crmkit.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which week counts on which day: of all in force, the one that began last; of those the one that
 * ends first. Days count from 1970.
 */
final class Weeks {
  private static final Comparator<Opening> BY_START = Comparator.comparing(Opening::from);

  /** The days on which a week is in force. */
  record Days(long first, long last) {
    static final Days ALWAYS = new Days(Long.MIN_VALUE, Long.MAX_VALUE);

    private boolean has(long day) {
      return first <= day && day <= last;
    }
  }

  private final long[] starts;
  private final List<Map<DayOfWeek, List<Opening>>> weeks;

  private Weeks(long[] starts, List<Map<DayOfWeek, List<Opening>>> weeks) {
    this.starts = starts;
    this.weeks = weeks;
  }

  /** The weeks by when they are in force. */
  Weeks(Map<Days, Map<DayOfWeek, List<Opening>>> byDays) {
    weeks = new ArrayList<>();
    TreeSet<Long> turns = new TreeSet<>();
    turns.add(Long.MIN_VALUE);
    for (Days days : byDays.keySet()) {
      turns.add(days.first());
      if (days.last() < Long.MAX_VALUE) {
        turns.add(days.last() + 1);
      }
    }
    starts = turns.stream().mapToLong(Long::longValue).toArray();
    Comparator<Days> last = Comparator.comparingLong(Days::first);
    Comparator<Days> inForce = last.thenComparing(Comparator.comparingLong(Days::last).reversed());
    for (long start : starts) {
      weeks.add(
          byDays.keySet().stream()
              .filter(days -> days.has(start))
              .max(inForce)
              .map(days -> sorted(byDays.getOrDefault(days, Map.of())))
              .orElseGet(Map::of));
    }
  }

  private static Map<DayOfWeek, List<Opening>> sorted(Map<DayOfWeek, List<Opening>> week) {
    Map<DayOfWeek, List<Opening>> sorted = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, openings) -> sorted.put(day, openings.stream().sorted(BY_START).toList()));
    return sorted;
  }

  /** What the week in force on a day has open on that day of the week. */
  List<Opening> openings(long day) {
    return openings(day, Week.dayOfWeek(day));
  }

  /** What the week in force on a day has open on any day of the week. */
  List<Opening> openings(long day, DayOfWeek weekday) {
    return weeks.get(at(day)).getOrDefault(weekday, List.of());
  }

  private int at(long day) {
    if (starts.length == 1) {
      return 0;
    }
    int found = Arrays.binarySearch(starts, day);
    return found < 0 ? -found - 2 : found;
  }

  /** The first days of all that have one week, from a day until before another. */
  long[] starts(long from, long until) {
    return Arrays.stream(starts)
        .map(start -> Math.max(start, from))
        .filter(start -> start == from || start < until)
        .distinct()
        .toArray();
  }

  /** The week in force on a day, for ever. */
  Weeks only(long day) {
    return new Weeks(new long[] {Long.MIN_VALUE}, List.of(weeks.get(at(day))));
  }
}
