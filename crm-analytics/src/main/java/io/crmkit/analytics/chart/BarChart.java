package io.crmkit.analytics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Bars from a common zero line, one group or stack for each category. Negative values go the other
 * way.
 *
 * @param title never blank
 * @param description read by screen readers
 * @param direction whether bars lie or stand
 * @param arrangement how several series share a category; of no effect with one series
 * @param series the names of the series, at least one
 * @param categories in the order shown; each with one value per series
 * @param format how values are written
 */
public record BarChart(
    String title,
    String description,
    Direction direction,
    Arrangement arrangement,
    List<String> series,
    List<Category> categories,
    ValueFormat format)
    implements Chart {

  /** Whether bars lie or stand. */
  public enum Direction {
    /** Bars lie, categories are listed from top to bottom; the drawing is as high as it needs. */
    HORIZONTAL,
    /** Bars stand, categories go from left to right; the drawing has the height of the style. */
    VERTICAL
  }

  /** How several series share a category. */
  public enum Arrangement {
    /** Side by side, to compare the series. */
    GROUPED,
    /** On top of each other, to see the sum. */
    STACKED
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the title is blank, there is no series, or a category does
   *     not have one value per series
   */
  public BarChart {
    Checks.title(title);
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(arrangement, "arrangement");
    Objects.requireNonNull(format, "format");
    series = List.copyOf(series);
    categories = List.copyOf(categories);
    Checks.series(series, categories);
  }

  /** Collects what a bar chart shows. Not safe for use by several threads. */
  public static final class Builder extends ChartBuilder<Builder> {
    private final Direction direction;
    private final List<Category> categories = new ArrayList<>();
    private List<String> series = List.of("");
    private Arrangement arrangement = Arrangement.GROUPED;

    Builder(String title, Direction direction) {
      super(title, ValueFormat.AMOUNT);
      this.direction = direction;
    }

    /** Names the series; without it there is one without a name. */
    public Builder series(String... names) {
      this.series = List.of(names);
      return this;
    }

    /** Adds a category: one value per series, {@link Double#NaN} where there is none. */
    public Builder category(String label, double... values) {
      categories.add(Category.of(label, values));
      return this;
    }

    /** Puts the series on top of each other instead of side by side. */
    public Builder stacked() {
      this.arrangement = Arrangement.STACKED;
      return this;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Makes the chart.
     *
     * @throws IllegalArgumentException if there is no series or a category does not have one value
     *     per series
     */
    public BarChart build() {
      Checks.series(series, categories);
      String spoken = described(Description.of("Bar chart", series, categories, format()));
      return new BarChart(title, spoken, direction, arrangement, series, categories, format());
    }
  }
}
