package io.crmkit.analytics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lines over equally spaced points, usually periods of time. A missing value interrupts its line.
 *
 * @param title never blank
 * @param description read by screen readers
 * @param area whether the space between line and zero is filled
 * @param fromZero whether the value axis must contain zero; always so with {@code area}
 * @param series the names of the lines, at least one
 * @param points from left to right; each with one value per series
 * @param format how values are written
 */
public record LineChart(
    String title,
    String description,
    boolean area,
    boolean fromZero,
    List<String> series,
    List<Category> points,
    ValueFormat format)
    implements Chart {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the title is blank, there is no series, or a point does not
   *     have one value per series
   */
  public LineChart {
    Checks.title(title);
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(format, "format");
    series = List.copyOf(series);
    points = List.copyOf(points);
    fromZero = fromZero || area;
    Checks.series(series, points);
  }

  /** Collects what a line chart shows. Not safe for use by several threads. */
  public static final class Builder extends ChartBuilder<Builder> {
    private final List<Category> points = new ArrayList<>();
    private List<String> series = List.of("");
    private boolean area;
    private boolean fromZero = true;

    Builder(String title) {
      super(title, ValueFormat.AMOUNT);
    }

    /** Names the lines; without it there is one without a name. */
    public Builder series(String... names) {
      this.series = List.of(names);
      return this;
    }

    /** Adds a point: one value per line, {@link Double#NaN} for a gap. */
    public Builder point(String label, double... values) {
      points.add(Category.of(label, values));
      return this;
    }

    /** Fills the space between each line and zero. */
    public Builder area() {
      this.area = true;
      return this;
    }

    /** Lets the value axis begin near the smallest value, to show small movements. */
    public Builder zoomed() {
      this.fromZero = false;
      return this;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Makes the chart.
     *
     * @throws IllegalArgumentException if there is no series or a point does not have one value per
     *     series
     */
    public LineChart build() {
      Checks.series(series, points);
      String spoken = described(Description.of("Line chart", series, points, format()));
      return new LineChart(title, spoken, area, fromZero, series, points, format());
    }
  }
}
