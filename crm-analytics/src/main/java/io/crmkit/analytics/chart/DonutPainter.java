package io.crmkit.analytics.chart;

import io.crmkit.analytics.chart.Canvas.Anchor;
import io.crmkit.analytics.chart.DonutChart.Slice;

/** Paints a ring and its key: beside each other, or one below the other where it is narrow. */
final class DonutPainter {
  private static final double KEY_ROW = 26;
  private static final double NARROW = 380;
  private static final double LARGEST = 240;
  private static final double SWATCH = 10;

  private final DonutChart chart;
  private final Canvas canvas;
  private final double radius;
  private final double centreX;
  private final double centreY;
  private final double keyLeft;
  private final double keyTop;

  DonutPainter(DonutChart chart, ChartStyle style) {
    this.chart = chart;
    double keyHeight = chart.slices().size() * KEY_ROW;
    boolean narrow = style.width() < NARROW;
    double wanted = style.height() - (style.titled() ? 32 : 0);
    double ring = Math.min(LARGEST, Math.min(wanted, style.width() * (narrow ? 0.8 : 0.45)));
    double height = narrow ? ring + 16 + keyHeight : Math.max(wanted, keyHeight);
    this.canvas = Canvas.growing(chart, style, height);
    this.radius = ring / 2 - 2;
    this.centreX = narrow ? canvas.width / 2 : ring / 2;
    this.centreY = canvas.top + (narrow ? ring / 2 : height / 2);
    this.keyLeft = narrow ? 0 : ring + 32;
    this.keyTop = canvas.top + (narrow ? ring + 16 : (height - keyHeight) / 2);
  }

  String paint() {
    double total = chart.total();
    double before = 0;
    for (int i = 0; i < chart.slices().size(); i++) {
      Slice slice = chart.slices().get(i);
      canvas.open(
          slice.label()
              + ": "
              + chart.format().exact(slice.value())
              + " ("
              + ValueFormat.PERCENT.format(slice.value() / total)
              + ")");
      slice(before / total, (before + slice.value()) / total, canvas.palette.series(i));
      key(slice, total, i);
      canvas.close();
      before += slice.value();
    }
    TextStyle middle = new TextStyle(Math.max(14, radius * 0.24), true, canvas.palette.ink());
    canvas.text(
        centreX, centreY, Anchor.MIDDLE, middle, chart.format().format(total), radius * 1.15);
    return canvas.finish();
  }

  private void slice(double from, double to, String colour) {
    double thickness = radius * 0.36;
    if (to - from > 0.9999) {
      canvas.ring(centreX, centreY, radius - thickness / 2, thickness, colour);
      return;
    }
    if (to <= from) {
      return;
    }
    double inner = radius - thickness;
    double gap = Math.min(0.75 / radius, (to - from) * Math.PI / 2);
    double start = from * 2 * Math.PI + gap;
    double end = to * 2 * Math.PI - gap;
    boolean large = end - start > Math.PI;
    Path path =
        new Path()
            .move(x(start, radius), y(start, radius))
            .arc(radius, large, true, x(end, radius), y(end, radius))
            .line(x(end, inner), y(end, inner))
            .arc(inner, large, false, x(start, inner), y(start, inner))
            .close();
    canvas.shape(path, colour, 1);
  }

  private void key(Slice slice, double total, int i) {
    double middle = keyTop + i * KEY_ROW + KEY_ROW / 2;
    double shareLeft = canvas.width - canvas.muted.width("100.0%") - 4;
    String value = chart.format().format(slice.value());
    double textLeft = keyLeft + SWATCH + 8;
    double room = shareLeft - canvas.value.width(value) - 12 - textLeft;
    canvas.box(keyLeft, middle - SWATCH / 2, SWATCH, SWATCH, 2, canvas.palette.series(i));
    canvas.text(textLeft, middle, Anchor.START, canvas.label, slice.label(), room);
    canvas.text(shareLeft, middle, Anchor.END, canvas.value, value, canvas.width);
    canvas.text(
        canvas.width,
        middle,
        Anchor.END,
        canvas.muted,
        ValueFormat.PERCENT.format(slice.value() / total),
        canvas.width);
  }

  /** Angles count clockwise from the top. */
  private double x(double angle, double distance) {
    return centreX + StrictMath.sin(angle) * distance;
  }

  private double y(double angle, double distance) {
    return centreY - StrictMath.cos(angle) * distance;
  }
}
