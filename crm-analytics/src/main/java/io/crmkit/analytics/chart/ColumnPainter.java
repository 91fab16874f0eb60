package io.crmkit.analytics.chart;

import io.crmkit.analytics.chart.Canvas.Anchor;

/** Paints standing columns over a light grid, with the values on top where they have room. */
final class ColumnPainter {
  private static final double WIDEST_COLUMN = 56;
  private static final double VALUE_ROOM = 20;

  private final BarChart chart;
  private final Canvas canvas;
  private final BarExtent extent;
  private final Plot plot;
  private final double band;
  private final double slot;
  private final double column;
  private final boolean valued;

  ColumnPainter(BarChart chart, ChartStyle style) {
    this.chart = chart;
    this.extent = BarExtent.of(chart);
    this.canvas = Canvas.fixed(chart, style);
    double legend = Legend.height(chart.series(), style.width());
    Ticks ticks = Ticks.around(extent.least(), extent.most(), 4, chart.format().finestStep());
    this.plot = new Plot(canvas, style, legend + VALUE_ROOM, 4, ticks, chart.format());
    this.band = (plot.right - plot.left) / chart.categories().size();
    int lanes = extent.stacked() ? 1 : chart.series().size();
    this.slot = Math.min(band * 0.68 / lanes, WIDEST_COLUMN);
    this.column = lanes == 1 ? slot : Math.max(slot - 2, slot * 0.8);
    this.valued = widestValue() <= (lanes == 1 ? band - 6 : slot);
  }

  String paint() {
    Legend.paint(canvas, chart.series());
    plot.grid();
    for (int i = 0; i < chart.categories().size(); i++) {
      Category category = chart.categories().get(i);
      canvas.open(extent.tooltip(chart, category));
      canvas.target(plot.left + i * band, plot.top, band, plot.bottom - plot.top);
      if (extent.stacked()) {
        stack(category, centre(i));
      } else {
        lanes(category, centre(i));
      }
      canvas.close();
    }
    plot.names(chart.categories().stream().map(Category::label).toList(), this::centre, band);
    return canvas.finish();
  }

  private double centre(int i) {
    return plot.left + (i + 0.5) * band;
  }

  private void lanes(Category category, double centre) {
    int lanes = chart.series().size();
    for (int s = 0; s < lanes; s++) {
      if (category.has(s)) {
        double middle = centre + (s - (lanes - 1) / 2.0) * slot;
        column(category.value(s), 0, category.value(s), middle, s);
        value(category.value(s), category.value(s), middle);
      }
    }
  }

  private void stack(Category category, double centre) {
    double above = 0;
    double below = 0;
    for (int s = 0; s < chart.series().size(); s++) {
      double value = category.has(s) ? category.value(s) : 0;
      double from = value > 0 ? above : below;
      column(value, from, from + value, centre, s);
      above += Math.max(0, value);
      below += Math.min(0, value);
    }
    value(above + below, above > 0 || below == 0 ? above : below, centre);
  }

  private void column(double value, double from, double to, double middle, int series) {
    if (value == 0) {
      return;
    }
    double height = Math.abs(plot.y(to) - plot.y(from));
    double gap = from == 0 ? 0 : Math.signum(value) * Math.min(1, height / 2);
    Path shape = Path.standingBar(plot.y(from) - gap, plot.y(to), middle - column / 2, column);
    canvas.shape(shape, canvas.palette.series(series), 1);
  }

  private void value(double value, double end, double middle) {
    if (valued) {
      double y = plot.y(end) + (end < 0 ? 10 : -10);
      String text = chart.format().format(value);
      canvas.text(middle, y, Anchor.MIDDLE, canvas.value, text, canvas.width);
    }
  }

  private double widestValue() {
    double widest = 0;
    for (Category category : chart.categories()) {
      for (int s = 0; s < chart.series().size(); s++) {
        double shown =
            extent.stacked() ? extent.sum(category) : category.has(s) ? category.value(s) : 0;
        widest = Math.max(widest, canvas.value.width(chart.format().format(shown)));
      }
    }
    return widest;
  }
}
