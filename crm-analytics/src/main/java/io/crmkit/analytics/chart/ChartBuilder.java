package io.crmkit.analytics.chart;

import java.util.Objects;

/**
 * What every chart is given. Not safe for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ChartBuilder<B extends ChartBuilder<B>>
    permits BarChart.Builder, LineChart.Builder, DonutChart.Builder, FunnelChart.Builder {
  final String title;
  private ValueFormat format;
  private String description = "";

  ChartBuilder(String title, ValueFormat format) {
    this.title = Checks.title(title);
    this.format = format;
  }

  abstract B self();

  /** Sets how values are written; in the way that fits the kind of chart unless set. */
  public final B format(ValueFormat valueFormat) {
    format = Objects.requireNonNull(valueFormat, "valueFormat");
    return self();
  }

  /** Sets the text for screen readers; a list of what the chart shows unless set. */
  public final B description(String text) {
    description = Objects.requireNonNull(text, "text");
    return self();
  }

  final ValueFormat format() {
    return format;
  }

  /** The description that was set, or this. */
  final String described(String otherwise) {
    return description.isEmpty() ? otherwise : description;
  }
}
