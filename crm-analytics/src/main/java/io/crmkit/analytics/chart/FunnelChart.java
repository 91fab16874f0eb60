package io.crmkit.analytics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Successive steps, each as wide as what entered it, with the conversion between them.
 *
 * @param title never blank
 * @param description read by screen readers
 * @param steps from top to bottom
 * @param format how values are written
 */
public record FunnelChart(String title, String description, List<Step> steps, ValueFormat format)
    implements Chart {

  /**
   * One step.
   *
   * @param label its name; may be empty
   * @param value what entered it: zero or more
   * @param conversion the share of it that went on to the next step, 0 to 1; absent where unknown,
   *     and not drawn at the last step
   * @param note a short remark beside it, such as the time spent there; may be empty
   */
  public record Step(String label, double value, OptionalDouble conversion, String note) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the value or the conversion is negative, not a number
     */
    public Step {
      Checks.text(label, "label");
      Checks.text(note, "note");
      Checks.notNegative(value, label);
      conversion.ifPresent(share -> Checks.notNegative(share, label));
    }
  }

  /**
   * Copies the steps.
   *
   * @throws IllegalArgumentException if the title is blank
   */
  public FunnelChart {
    Checks.title(title);
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(format, "format");
    steps = List.copyOf(steps);
  }

  double largest() {
    return steps.stream().mapToDouble(Step::value).max().orElse(0);
  }

  /** Collects what a funnel shows. Not safe for use by several threads. */
  public static final class Builder extends ChartBuilder<Builder> {
    private final List<Step> steps = new ArrayList<>();

    Builder(String title) {
      super(title, ValueFormat.INTEGER);
    }

    /**
     * Adds a step of which neither the conversion nor anything else is known.
     *
     * @throws IllegalArgumentException if the value is not a number between 0 and 1e100
     */
    public Builder step(String label, double value) {
      return step(label, value, OptionalDouble.empty(), "");
    }

    /**
     * Adds a step.
     *
     * @param conversion the share, 0 to 1, that went on to the next step; {@link
     *     OptionalDouble#empty()} where unknown
     * @param note a short remark beside it; may be empty
     * @throws IllegalArgumentException if a number is not a number between 0 and 1e100
     */
    public Builder step(String label, double value, OptionalDouble conversion, String note) {
      steps.add(new Step(label, value, conversion, note));
      return this;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Makes the chart. */
    public FunnelChart build() {
      String spoken = described(Description.of(steps, format()));
      return new FunnelChart(title, spoken, steps, format());
    }
  }
}
