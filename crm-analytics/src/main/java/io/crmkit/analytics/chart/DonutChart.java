package io.crmkit.analytics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A ring of shares of one whole, with the sum in its middle and a key beside it.
 *
 * @param title never blank
 * @param description read by screen readers
 * @param slices clockwise from the top
 * @param format how values are written
 */
public record DonutChart(String title, String description, List<Slice> slices, ValueFormat format)
    implements Chart {

  /**
   * One share.
   *
   * @param label its name; may be empty
   * @param value zero or more
   */
  public record Slice(String label, double value) {
    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is not a number between 0 and 1e100
     */
    public Slice {
      Checks.text(label, "label");
      Checks.notNegative(value, label);
    }
  }

  /**
   * Copies the slices.
   *
   * @throws IllegalArgumentException if the title is blank
   */
  public DonutChart {
    Checks.title(title);
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(format, "format");
    slices = List.copyOf(slices);
  }

  double total() {
    return slices.stream().mapToDouble(Slice::value).sum();
  }

  /** Collects what a donut chart shows. Not safe for use by several threads. */
  public static final class Builder extends ChartBuilder<Builder> {
    private final List<Slice> slices = new ArrayList<>();

    Builder(String title) {
      super(title, ValueFormat.AMOUNT);
    }

    /**
     * Adds a share.
     *
     * @throws IllegalArgumentException if the value is not a number between 0 and 1e100
     */
    public Builder slice(String label, double value) {
      slices.add(new Slice(label, value));
      return this;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Makes the chart. */
    public DonutChart build() {
      String spoken =
          described(
              Description.of(
                  "Donut chart",
                  List.of(""),
                  slices.stream().map(s -> Category.of(s.label(), s.value())).toList(),
                  format()));
      return new DonutChart(title, spoken, slices, format());
    }
  }
}
