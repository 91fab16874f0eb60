package io.crmkit.analytics.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks of a value axis: whole multiples of 1, 2 or 5 times a power of ten that enclose the
 * values.
 *
 * @param values in ascending order, two or more
 */
record Ticks(List<Double> values) {
  private static final double RELATIVE_PRECISION = 1e-12;

  /**
   * Chooses marks.
   *
   * @param least the smallest value
   * @param most the largest value
   * @param intervals about how many intervals are wanted
   * @param finestStep the smallest distance allowed
   */
  static Ticks around(double least, double most, int intervals, double finestStep) {
    double span = most - least;
    if (span <= 0) {
      return least == 0 && most == 0
          ? around(0, Math.max(1, finestStep), 1, finestStep)
          : around(Math.min(0, least), Math.max(0, most), intervals, finestStep);
    }
    double finestNumber = Math.max(Math.abs(least), Math.abs(most)) * RELATIVE_PRECISION;
    double step = niceStep(Math.max(span / intervals, Math.max(finestStep, finestNumber)));
    long first = (long) Math.floor(least / step + 1e-9);
    long last = Math.max(first + 1, (long) Math.ceil(most / step - 1e-9));
    List<Double> values = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      values.add(multiple(i, step));
    }
    return new Ticks(List.copyOf(values));
  }

  double low() {
    return values.get(0);
  }

  double high() {
    return values.get(values.size() - 1);
  }

  /** The smallest of 1, 2, 5, 10 times a power of ten that is not below the given distance. */
  private static double niceStep(double rough) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
    double digit = rough / power;
    double nice = digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10;
    return nice * power;
  }

  /** Multiplies without leaving 0.30000000000000004 behind. */
  private static double multiple(long i, double step) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.12e", i * step));
  }
}
