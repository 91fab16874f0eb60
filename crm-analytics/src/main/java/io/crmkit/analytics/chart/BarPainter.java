package io.crmkit.analytics.chart;

import io.crmkit.analytics.chart.Canvas.Anchor;

/** Paints lying bars: names in a column on the left, each value at the end of its bar. */
final class BarPainter {
  private static final double LABEL_GAP = 12;
  private static final double VALUE_GAP = 7;
  private static final double NARROWEST_PLOT = 30;

  private final BarChart chart;
  private final Canvas canvas;
  private final BarExtent extent;
  private final double firstRow;
  private final double barHeight;
  private final double rowHeight;
  private final double labelRoom;
  private final double left;
  private final double right;

  BarPainter(BarChart chart, ChartStyle style) {
    this.chart = chart;
    this.extent = BarExtent.of(chart);
    int lanes = extent.stacked() ? 1 : chart.series().size();
    this.barHeight = lanes == 1 ? 18 : 13;
    this.rowHeight = lanes * barHeight + (lanes - 1) * 2 + 13;
    double legend = Legend.height(chart.series(), style.width());
    this.canvas = Canvas.growing(chart, style, legend + chart.categories().size() * rowHeight);
    this.firstRow = canvas.top + legend;
    double valueRoom = widestValue() + VALUE_GAP;
    double before = extent.least() < 0 ? valueRoom : 0;
    double after = extent.most() > 0 || extent.least() == 0 ? valueRoom : 0;
    double widestLabel =
        chart.categories().stream()
            .mapToDouble(category -> canvas.label.width(category.label()))
            .max()
            .orElse(0);
    double free = canvas.width - LABEL_GAP - before - after - NARROWEST_PLOT;
    this.labelRoom = Math.max(0, Math.min(widestLabel, Math.min(free, canvas.width * 0.36)));
    this.left = labelRoom + LABEL_GAP + before;
    this.right = Math.max(left + 1, canvas.width - after);
  }

  String paint() {
    Legend.paint(canvas, chart.series());
    double bottom = firstRow + chart.categories().size() * rowHeight;
    canvas.line(x(0), firstRow, x(0), bottom, canvas.palette.grid());
    for (int i = 0; i < chart.categories().size(); i++) {
      row(chart.categories().get(i), firstRow + i * rowHeight);
    }
    return canvas.finish();
  }

  private void row(Category category, double top) {
    canvas.open(extent.tooltip(chart, category));
    double middle = top + rowHeight / 2;
    canvas.text(labelRoom, middle, Anchor.END, canvas.label, category.label(), labelRoom);
    if (extent.stacked()) {
      stack(category, middle - barHeight / 2);
    } else {
      lanes(category, top + 6.5);
    }
    canvas.close();
  }

  private void lanes(Category category, double top) {
    for (int s = 0; s < chart.series().size(); s++) {
      double y = top + s * (barHeight + 2);
      if (!category.has(s)) {
        canvas.text(x(0) + VALUE_GAP, y + barHeight / 2, Anchor.START, canvas.muted, "–", 40);
        continue;
      }
      double value = category.value(s);
      if (value != 0) {
        canvas.shape(Path.lyingBar(x(0), x(value), y, barHeight), canvas.palette.series(s), 1);
      }
      value(value, value, y);
    }
  }

  private void stack(Category category, double y) {
    double above = 0;
    double below = 0;
    for (int s = 0; s < chart.series().size(); s++) {
      double value = category.has(s) ? category.value(s) : 0;
      if (value == 0) {
        continue;
      }
      double from = value > 0 ? above : below;
      double to = from + value;
      double gap = from == 0 ? 0 : Math.signum(value) * Math.min(1, Math.abs(x(to) - x(from)) / 2);
      canvas.shape(Path.lyingBar(x(from) + gap, x(to), y, barHeight), canvas.palette.series(s), 1);
      above = value > 0 ? to : above;
      below = value < 0 ? to : below;
    }
    value(above + below, above > 0 || below == 0 ? above : below, y);
  }

  private void value(double value, double end, double y) {
    String text = chart.format().format(value);
    double middle = y + barHeight / 2;
    if (end < 0) {
      canvas.text(x(end) - VALUE_GAP, middle, Anchor.END, canvas.value, text, canvas.width);
    } else {
      canvas.text(x(end) + VALUE_GAP, middle, Anchor.START, canvas.value, text, canvas.width);
    }
  }

  private double widestValue() {
    double widest = canvas.value.width("0");
    for (Category category : chart.categories()) {
      if (extent.stacked()) {
        widest = Math.max(widest, width(extent.sum(category)));
      } else {
        for (int s = 0; s < chart.series().size(); s++) {
          widest = category.has(s) ? Math.max(widest, width(category.value(s))) : widest;
        }
      }
    }
    return widest;
  }

  private double width(double value) {
    return canvas.value.width(chart.format().format(value));
  }

  private double x(double value) {
    double span = extent.most() - extent.least();
    return span == 0 ? left : left + (value - extent.least()) / span * (right - left);
  }
}
