package io.crmkit.analytics.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One labelled place on the axis of a {@link BarChart} or {@link LineChart}.
 *
 * @param label what stands at the axis; may be empty
 * @param values one value per series, in the order of the series; absent where there is a gap
 */
public record Category(String label, List<OptionalDouble> values) {

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException if a value is not a number between -1e100 and 1e100
   */
  public Category {
    Checks.text(label, "label");
    values = List.copyOf(values);
    values.forEach(v -> v.ifPresent(number -> Checks.finite(number, label)));
  }

  /** Makes a category of plain numbers, where {@link Double#NaN} stands for a gap. */
  static Category of(String label, double... values) {
    return new Category(
        label,
        java.util.Arrays.stream(values)
            .mapToObj(v -> Double.isNaN(v) ? OptionalDouble.empty() : OptionalDouble.of(v))
            .toList());
  }

  /** Returns the value of one series, or {@link Double#NaN} for a gap. */
  double value(int series) {
    return values.get(series).orElse(Double.NaN);
  }

  boolean has(int series) {
    return values.get(series).isPresent();
  }
}
