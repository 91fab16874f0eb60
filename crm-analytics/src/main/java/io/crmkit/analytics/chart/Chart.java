package io.crmkit.analytics.chart;

/**
 * A chart: what is to be shown, not yet how. Immutable and safe to share; two charts with the same
 * content are equal.
 *
 * <p>Start with one of the static methods, add the numbers, {@code build()}, then {@link #svg()}.
 * Labels may be any text: they are escaped, measured and shortened with an ellipsis where they do
 * not fit (the whole text is then in the tool tip). A chart without numbers draws the style's
 * {@linkplain ChartStyle#emptyText() empty text}.
 */
public sealed interface Chart permits BarChart, LineChart, DonutChart, FunnelChart {

  /** Returns the title; never blank. */
  String title();

  /**
   * Returns the text that a screen reader reads instead of the drawing. Unless the builder was
   * given one, it lists the labels with their values, in English.
   */
  String description();

  /** Returns how the numbers of this chart are written. */
  ValueFormat format();

  /**
   * Draws this chart in the {@linkplain ChartStyle#standard() standard style}.
   *
   * @return one {@code <svg>} element without XML declaration, ending in a line feed
   */
  default String svg() {
    return svg(ChartStyle.standard());
  }

  /**
   * Draws this chart.
   *
   * @return one {@code <svg>} element without XML declaration, ending in a line feed; the same text
   *     for an equal chart and an equal style
   */
  default String svg(ChartStyle style) {
    return SvgWriter.write(this, style);
  }

  /** Starts a chart of horizontal bars: for ranked or long-named categories. */
  static BarChart.Builder bars(String title) {
    return new BarChart.Builder(title, BarChart.Direction.HORIZONTAL);
  }

  /** Starts a chart of vertical columns: for a few categories, or periods of time. */
  static BarChart.Builder columns(String title) {
    return new BarChart.Builder(title, BarChart.Direction.VERTICAL);
  }

  /** Starts a chart of one or more lines over equally spaced points. */
  static LineChart.Builder lines(String title) {
    return new LineChart.Builder(title);
  }

  /** Starts a ring of shares of one whole. */
  static DonutChart.Builder donut(String title) {
    return new DonutChart.Builder(title);
  }

  /** Starts a funnel: what entered each of several successive steps. */
  static FunnelChart.Builder funnel(String title) {
    return new FunnelChart.Builder(title);
  }
}
