package io.crmkit.calendar;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/**
 * Sums over days of what repeats every week, apart from some days: how much there is before a day,
 * and on which day a sum is reached, by arithmetic instead of by walking. What repeats may be
 * another from some days on.
 */
final class Cumulation {
  private final long[] starts;
  private final long[][] weeks;
  private final long[] base;
  private final long[] days;
  private final long[] extra;

  /**
   * @param starts the day to count from, and those from which on another week repeats, in order
   * @param usual by such a day, what there is on a day of its week
   * @param different what there is on days on which that is not so
   */
  Cumulation(
      long[] starts, LongFunction<LongUnaryOperator> usual, SortedMap<Long, Long> different) {
    this.starts = starts;
    weeks = new long[starts.length][8];
    base = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      LongUnaryOperator week = usual.apply(starts[i]);
      for (int day = 0; day < 7; day++) {
        weeks[i][day + 1] = weeks[i][day] + week.applyAsLong(starts[i] + day);
      }
      base[i] = i == 0 ? 0 : base[i - 1] + usualBefore(i - 1, starts[i]);
    }
    days = new long[different.size()];
    extra = new long[days.length + 1];
    int at = 0;
    for (Map.Entry<Long, Long> day : different.entrySet()) {
      days[at] = day.getKey();
      extra[at + 1] = extra[at] + day.getValue() - usual(day.getKey());
      at++;
    }
  }

  private int at(long day) {
    if (starts.length == 1) {
      return 0;
    }
    int found = Arrays.binarySearch(starts, day);
    return found < 0 ? -found - 2 : found;
  }

  private long usual(long day) {
    int at = at(day);
    int weekday = (int) ((day - starts[at]) % 7);
    return weeks[at][weekday + 1] - weeks[at][weekday];
  }

  private long usualBefore(int at, long day) {
    long since = day - starts[at];
    return since / 7 * weeks[at][7] + weeks[at][(int) (since % 7)];
  }

  /** How much there is before a day, which is not before the first. */
  long before(long day) {
    int at = at(day);
    int found = Arrays.binarySearch(days, day);
    return base[at] + usualBefore(at, day) + extra[found < 0 ? -found - 1 : found];
  }

  /** The first day in {@code [from, until)} by the end of which there is more than {@code sum}. */
  long reaching(long sum, long from, long until) {
    long low = from;
    long high = until;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (before(middle + 1) > sum) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
