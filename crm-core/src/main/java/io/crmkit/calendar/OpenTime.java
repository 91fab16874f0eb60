package io.crmkit.calendar;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/**
 * How much open time and how many working days lie before a day, as sums: those of the weeks as
 * they would be for ever, put right on the days on which it is otherwise.
 */
final class OpenTime {
  private final Week week;
  private final Cumulation open;
  private final Cumulation working;
  private final long firstDay;
  private final long endDay;

  /**
   * @param week what is open on which day
   * @param weeks the weeks behind that
   * @param different the days that are not as in their week
   * @param changes the days around which the clocks are changed
   * @param firstDay the first day on which anything can be open
   * @param endDay the day behind the last
   */
  OpenTime(
      Week week,
      Weeks weeks,
      Collection<Long> different,
      Collection<Long> changes,
      long firstDay,
      long endDay) {
    this.week = week;
    this.firstDay = firstDay;
    this.endDay = endDay;
    long[] starts = weeks.starts(firstDay, endDay);
    TreeSet<Long> odd = new TreeSet<>(changes);
    for (long day : different) {
      odd.add(day);
      odd.add(day + 1); // a night that does not take place leaves the next morning free
    }
    SortedMap<Long, Long> times = new TreeMap<>();
    SortedMap<Long, Long> days = new TreeMap<>();
    for (int i = 0; i < starts.length; i++) {
      Week usual = usual(weeks, starts[i]);
      odd.add(starts[i]); // another night reaches into it, or none
      for (long day : odd.subSet(starts[i], i + 1 < starts.length ? starts[i + 1] : endDay)) {
        long time = length(week, day);
        if (time != length(usual, day)) {
          times.put(day, time);
        }
        if (works(day) == usual.openings(day).isEmpty()) {
          days.put(day, works(day) ? 1L : 0L);
        }
      }
    }
    open = new Cumulation(starts, at -> timeOf(usual(weeks, at)), times);
    working = new Cumulation(starts, at -> daysOf(usual(weeks, at)), days);
  }

  /** The week in force on a day as it would be for ever and by a clock that is never changed. */
  private static Week usual(Weeks weeks, long day) {
    return new Week(ZoneOffset.UTC, weeks.only(day), Map.of(), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static LongUnaryOperator timeOf(Week week) {
    return day -> length(week, day);
  }

  private static LongUnaryOperator daysOf(Week week) {
    return day -> week.openings(day).isEmpty() ? 0 : 1;
  }

  private static long length(Week week, long day) {
    long sum = 0;
    for (Span span : week.spans(day)) {
      sum += span.length();
    }
    return sum;
  }

  /** True where an opening begins on the day. */
  boolean works(long day) {
    return !week.openings(day).isEmpty();
  }

  /**
   * True where it is open at a moment of a day.
   *
   * @param closing true where the moment of closing counts as well
   */
  boolean has(long moment, long day, boolean closing) {
    for (long each = day - 1; each <= day + 1; each++) {
      for (Span span : week.spans(each)) {
        if (span.from() <= moment
            && (moment < span.until() || (closing && moment == span.until()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** How long it was open before a moment of a day. */
  long before(long moment, long day) {
    long from = Math.max(day - 1, firstDay);
    long sum = open.before(Math.min(from, endDay));
    for (long each = from; each <= day + 1; each++) {
      for (Span span : week.spans(each)) {
        sum += span.before(moment);
      }
    }
    return sum;
  }

  /** The end of open time without a break: the last moment by which nothing but that has passed. */
  long closing(long begin, long day) {
    long opened = before(begin, day);
    long low = day - 1;
    long high = endDay + 1;
    while (low < high) { // the first day by whose end there was a break
      long middle = (low + high) >>> 1;
      long end = midnight(middle + 1);
      if (end > begin && before(end, middle + 1) - opened < end - begin) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    long end = Math.max(begin, midnight(low));
    for (long each = low - 1; each <= low + 1; each++) {
      for (Span span : week.spans(each)) {
        if (span.from() <= end) {
          end = Math.max(end, span.until());
        }
      }
    }
    return end;
  }

  private long midnight(long day) {
    return week.moment(day, LocalTime.MIDNIGHT);
  }

  /** How many working days there are before a day. */
  long worked(long day) {
    return working.before(Math.max(firstDay, Math.min(day, endDay)));
  }

  /** The working day before which there are so many. */
  long dayWorked(long number) {
    return working.reaching(number, firstDay, endDay);
  }

  /**
   * The moment by which it was open so long: when that ends, or when more begins.
   *
   * @param ends true for the first such moment, false for the last
   */
  Instant after(long opened, boolean ends) {
    long day = open.reaching(ends ? opened - 1 : opened, firstDay, endDay);
    long rest = opened - open.before(day);
    for (Span span : week.spans(day)) {
      if (rest < span.length() || (ends && rest == span.length())) {
        return Span.instant(span.from() + rest);
      }
      rest -= span.length();
    }
    throw new AssertionError(day);
  }
}
