package io.crmkit.analytics.chart;

import io.crmkit.analytics.chart.Canvas.Anchor;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The field of columns and lines: value axis on the left, grid, and names along the bottom. */
final class Plot {
  private static final double BOTTOM = 26;
  private static final double NAME_GAP = 8;
  private static final double READABLE = 44;

  final double left;
  final double right;
  final double top;
  final double bottom;

  private final Canvas canvas;
  private final Ticks ticks;
  private final List<String> tickLabels;

  Plot(
      Canvas canvas,
      ChartStyle style,
      double headRoom,
      double rightRoom,
      Ticks ticks,
      ValueFormat format) {
    this.canvas = canvas;
    this.ticks = ticks;
    this.tickLabels = labels(ticks, format);
    this.left = tickLabels.stream().mapToDouble(canvas.muted::width).max().orElse(0) + 8;
    this.right = Math.max(left + 1, canvas.width - rightRoom);
    this.top = canvas.top + headRoom;
    this.bottom = Math.max(top + 1, style.height() - BOTTOM);
  }

  /** Short labels, or exact ones where two short ones would be the same. */
  private static List<String> labels(Ticks ticks, ValueFormat format) {
    List<String> brief = ticks.values().stream().map(format::tick).toList();
    return new HashSet<>(brief).size() == brief.size()
        ? brief
        : ticks.values().stream().map(format::exact).toList();
  }

  double y(double value) {
    return bottom - (value - ticks.low()) / (ticks.high() - ticks.low()) * (bottom - top);
  }

  /** Where zero is, or the nearest edge when the axis does not contain it. */
  double base() {
    return y(Math.max(ticks.low(), Math.min(ticks.high(), 0)));
  }

  void grid() {
    for (int i = 0; i < tickLabels.size(); i++) {
      double value = ticks.values().get(i);
      double y = Math.round(y(value)) + 0.5;
      String colour = value == 0 ? canvas.palette.muted() : canvas.palette.grid();
      canvas.line(left, y, right, y, colour);
      canvas.text(left - 8, y, Anchor.END, canvas.muted, tickLabels.get(i), left);
    }
  }

  /**
   * Writes the names along the bottom; leaves out every so many of them where they would touch.
   *
   * @param band the distance between two names
   */
  void names(List<String> names, IntToDoubleFunction centre, double band) {
    double widest = names.stream().mapToDouble(canvas.muted::width).max().orElse(0);
    boolean all = widest <= band - NAME_GAP || band >= READABLE + NAME_GAP;
    int every = all ? 1 : (int) Math.ceil((Math.min(widest, 90) + NAME_GAP) / band);
    double free = 0;
    for (int i = 0; i < names.size(); i += every) {
      String name = canvas.muted.fit(names.get(i), band * every - NAME_GAP);
      double half = canvas.muted.width(name) / 2;
      double x = Math.max(half, Math.min(canvas.width - half, centre.applyAsDouble(i)));
      if (x - half >= free) {
        canvas.text(x, bottom + 15, Anchor.MIDDLE, canvas.muted, names.get(i), half * 2 + 0.01);
        free = x + half + NAME_GAP / 2;
      }
    }
  }
}
