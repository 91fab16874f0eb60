package io.crmkit.analytics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How long something took, over many records. Figures are in days of 24 hours, fractions included,
 * and absent where nothing was measured. Immutable.
 */
public final class Durations {
  /** Nothing was measured and nothing is unknown. */
  public static final Durations NONE = new Durations(new double[0], 0);

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double NANOS_PER_SECOND = 1e9;

  private final double[] sortedDays;
  private final long unknown;

  private Durations(double[] sortedDays, long unknown) {
    this.sortedDays = sortedDays;
    this.unknown = unknown;
  }

  /**
   * The figures over these durations.
   *
   * @param measured one for each record of which it is known
   * @param unknown how many records there are of which it is not
   */
  public static Durations of(Collection<Duration> measured, long unknown) {
    return new Durations(
        measured.stream().mapToDouble(Durations::days).sorted().toArray(), unknown);
  }

  private static double days(Duration duration) {
    return (duration.getSeconds() + duration.getNano() / NANOS_PER_SECOND) / SECONDS_PER_DAY;
  }

  /** Both together. */
  public Durations plus(Durations other) {
    double[] all = Arrays.copyOf(sortedDays, sortedDays.length + other.sortedDays.length);
    System.arraycopy(other.sortedDays, 0, all, sortedDays.length, other.sortedDays.length);
    Arrays.sort(all);
    return new Durations(all, unknown + other.unknown);
  }

  /** Of how many records it is known; the figures are over these. */
  public long measured() {
    return sortedDays.length;
  }

  /** Of how many records it is not known; no figure takes them for zero. */
  public long unknown() {
    return unknown;
  }

  /** The arithmetic mean. */
  public OptionalDouble meanDays() {
    return Arrays.stream(sortedDays).average();
  }

  /** The median: half took less, half took more. */
  public OptionalDouble medianDays() {
    return percentileDays(50);
  }

  /**
   * What {@code percent} of a hundred did not exceed: the value at the rank {@code percent / 100 ×
   * (measured − 1)} counted from 0, interpolated between neighbours, as spreadsheets do it.
   *
   * @param percent from 0 for the shortest to 100 for the longest
   * @throws IllegalArgumentException if it is outside of that
   */
  public OptionalDouble percentileDays(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("percentile " + percent + ": give one from 0 to 100");
    }
    return figure(
        days -> {
          double rank = percent / 100 * (days.length - 1);
          int below = (int) rank;
          int above = Math.min(below + 1, days.length - 1);
          return days[below] + (rank - below) * (days[above] - days[below]);
        });
  }

  private OptionalDouble figure(ToDoubleFunction<double[]> figure) {
    return sortedDays.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(figure.applyAsDouble(sortedDays));
  }

  /** For example {@code 8 measured, 1 unknown, mean 51.8 days}. */
  @Override
  public String toString() {
    String mean = meanDays().isPresent() ? ", mean " + meanDays().getAsDouble() + " days" : "";
    return measured() + " measured, " + unknown + " unknown" + mean;
  }
}
