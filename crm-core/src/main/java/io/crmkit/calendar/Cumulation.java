package io.crmkit.calendar;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongUnaryOperator;

/**
 * Sums up something that is the same every week but for some days: how much there is before a day,
 * and on which day a sum is reached, by arithmetic instead of by walking.
 */
final class Cumulation {
  private final long first;
  private final long[] week = new long[8];
  private final long[] days;
  private final long[] extra;

  /**
   * @param first the day to count from
   * @param usual what there is on a day as a rule; asked of seven days in a row
   * @param different what there is on days on which that is not so
   */
  Cumulation(long first, LongUnaryOperator usual, SortedMap<Long, Long> different) {
    this.first = first;
    for (int i = 0; i < 7; i++) {
      week[i + 1] = week[i] + usual.applyAsLong(first + i);
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

  private long usual(long day) {
    int weekday = (int) Math.floorMod(day - first, 7L);
    return week[weekday + 1] - week[weekday];
  }

  /** How much there is before a day, which is not before the first. */
  long before(long day) {
    long since = day - first;
    int found = Arrays.binarySearch(days, day);
    return since / 7 * week[7] + week[(int) (since % 7)] + extra[found < 0 ? -found - 1 : found];
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
