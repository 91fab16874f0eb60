package io.crmkit.analytics.chart;

/** Finds the painter of a chart. */
final class SvgWriter {
  private static final double EMPTY_HEIGHT = 72;

  private SvgWriter() {}

  static String write(Chart chart, ChartStyle style) {
    if (chart instanceof BarChart bars) {
      boolean lying = bars.direction() == BarChart.Direction.HORIZONTAL;
      return bars.categories().isEmpty()
          ? empty(chart, style)
          : lying ? new BarPainter(bars, style).paint() : new ColumnPainter(bars, style).paint();
    }
    if (chart instanceof LineChart lines) {
      return lines.points().isEmpty() ? empty(chart, style) : new LinePainter(lines, style).paint();
    }
    if (chart instanceof DonutChart donut) {
      return donut.total() == 0 ? empty(chart, style) : new DonutPainter(donut, style).paint();
    }
    FunnelChart funnel = (FunnelChart) chart;
    return funnel.steps().isEmpty()
        ? empty(chart, style)
        : new FunnelPainter(funnel, style).paint();
  }

  private static String empty(Chart chart, ChartStyle style) {
    Canvas canvas = Canvas.growing(chart, style, EMPTY_HEIGHT);
    canvas.text(
        canvas.width / 2,
        canvas.top + EMPTY_HEIGHT / 2,
        Canvas.Anchor.MIDDLE,
        canvas.muted,
        style.emptyText(),
        canvas.width);
    return canvas.finish();
  }
}
