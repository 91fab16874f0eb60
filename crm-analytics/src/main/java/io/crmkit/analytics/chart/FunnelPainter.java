package io.crmkit.analytics.chart;

import io.crmkit.analytics.chart.Canvas.Anchor;
import io.crmkit.analytics.chart.FunnelChart.Step;

/**
 * Paints a funnel from top to bottom. Names and remarks stand on the left, or above each step where
 * it is narrow; the conversion stands in the neck between two steps.
 */
final class FunnelPainter {
  private static final double NARROW = 440;
  private static final double NECK = 34;

  private final FunnelChart chart;
  private final Canvas canvas;
  private final boolean narrow;
  private final double head;
  private final double step;
  private final double left;
  private final double centre;
  private final double widest;

  FunnelPainter(FunnelChart chart, ChartStyle style) {
    this.chart = chart;
    this.narrow = style.width() < NARROW;
    this.head = narrow ? 24 : 0;
    this.step = narrow ? 34 : 46;
    int steps = chart.steps().size();
    this.canvas = Canvas.growing(chart, style, steps * (head + step) + (steps - 1) * NECK);
    double names =
        chart.steps().stream()
            .mapToDouble(s -> Math.max(name().width(s.label()), canvas.muted.width(s.note())))
            .max()
            .orElse(0);
    this.left = narrow ? 0 : Math.min(names + 20, canvas.width * 0.34);
    this.widest = canvas.width - left;
    this.centre = left + widest / 2;
  }

  String paint() {
    for (int i = 0; i < chart.steps().size(); i++) {
      double top = canvas.top + i * (head + step + NECK);
      Step current = chart.steps().get(i);
      names(current, top);
      bar(current, top + head);
      if (i < chart.steps().size() - 1) {
        neck(current, chart.steps().get(i + 1), top + head + step);
      }
    }
    return canvas.finish();
  }

  private void names(Step current, double top) {
    if (narrow) {
      double room = canvas.width - canvas.muted.width(current.note()) - 12;
      double least = Math.max(room, canvas.width * 0.4);
      canvas.text(0, top + 10, Anchor.START, name(), current.label(), least);
      double used = Math.min(least, name().width(current.label())) + 12;
      canvas.text(
          canvas.width, top + 10, Anchor.END, canvas.muted, current.note(), canvas.width - used);
      return;
    }
    boolean alone = current.note().isEmpty();
    double middle = top + step / 2;
    canvas.text(0, alone ? middle : middle - 9, Anchor.START, name(), current.label(), left - 12);
    if (!alone) {
      canvas.text(0, middle + 9, Anchor.START, canvas.muted, current.note(), left - 12);
    }
  }

  private void bar(Step current, double top) {
    String text = chart.format().format(current.value());
    TextStyle style = new TextStyle(narrow ? 14 : 15, true, canvas.palette.onSeries());
    double width = width(current);
    canvas.open(current.label() + ": " + chart.format().exact(current.value()));
    canvas.box(centre - width / 2, top, width, step, Math.min(4, width / 2), colour());
    double middle = top + step / 2;
    if (style.width(text) + 12 <= width) {
      canvas.text(centre, middle, Anchor.MIDDLE, style, text, width);
    } else {
      TextStyle beside = style.colour(canvas.palette.ink());
      canvas.text(centre + width / 2 + 8, middle, Anchor.START, beside, text, widest / 2);
    }
    canvas.close();
  }

  private void neck(Step current, Step next, double top) {
    double above = width(current) / 2 - 2;
    double below = width(next) / 2 - 2;
    double bottom = top + (narrow ? NECK + head : NECK);
    double bend = (bottom - top) * 0.5;
    if (!narrow && above > 0 && below > 0) {
      Path shape =
          new Path()
              .move(centre - above, top)
              .line(centre + above, top)
              .curve(centre + above, top + bend, centre + below, top + bend, centre + below, bottom)
              .line(centre - below, bottom)
              .curve(centre - below, top + bend, centre - above, top + bend, centre - above, top)
              .close();
      canvas.shape(shape, colour(), 0.13);
    }
    if (current.conversion().isPresent()) {
      String text = "↓ " + Description.percent(current);
      canvas.text(centre, top + NECK / 2, Anchor.MIDDLE, canvas.value, text, widest);
    }
  }

  private double width(Step current) {
    double largest = chart.largest();
    double share = largest == 0 ? 0 : current.value() / largest;
    return current.value() == 0 ? 1 : Math.max(3, share * widest);
  }

  private String colour() {
    return canvas.palette.series(0);
  }

  private TextStyle name() {
    return canvas.label.bold();
  }
}
