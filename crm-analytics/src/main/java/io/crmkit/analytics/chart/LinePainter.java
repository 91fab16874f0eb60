package io.crmkit.analytics.chart;

import io.crmkit.analytics.chart.Canvas.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Paints lines over a light grid, each named at its end. */
final class LinePainter {
  private static final int MOST_DOTS = 31;
  private static final int MOST_ENDS = 5;
  private static final double END_HEIGHT = 16;

  private final LineChart chart;
  private final Canvas canvas;
  private final Plot plot;
  private final boolean namedAtEnds;
  private final double endRoom;
  private final double inset;

  LinePainter(LineChart chart, ChartStyle style) {
    this.chart = chart;
    this.canvas = Canvas.fixed(chart, style);
    this.namedAtEnds = chart.series().size() <= MOST_ENDS;
    double widestEnd = 0;
    for (int s = 0; s < chart.series().size(); s++) {
      widestEnd = Math.max(widestEnd, canvas.value.width(endText(s)));
    }
    this.endRoom = namedAtEnds ? Math.min(widestEnd, canvas.width * 0.26) : 0;
    double legend = namedAtEnds ? 0 : Legend.height(chart.series(), style.width());
    this.plot =
        new Plot(
            canvas,
            style,
            legend + 10,
            endRoom == 0 ? 8 : endRoom + endMark(),
            ticks(),
            chart.format());
    this.inset = Math.min(14, (plot.right - plot.left) / 4);
  }

  private Ticks ticks() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Category point : chart.points()) {
      for (int s = 0; s < chart.series().size(); s++) {
        if (point.has(s)) {
          least = Math.min(least, point.value(s));
          most = Math.max(most, point.value(s));
        }
      }
    }
    if (chart.fromZero() || least > most) {
      least = Math.min(0, least);
      most = Math.max(0, most);
    }
    return Ticks.around(least, most, 4, chart.format().finestStep());
  }

  String paint() {
    if (!namedAtEnds) {
      Legend.paint(canvas, chart.series());
    }
    plot.grid();
    for (int s = 0; s < chart.series().size(); s++) {
      line(s);
    }
    targets();
    if (namedAtEnds) {
      ends();
    }
    plot.names(chart.points().stream().map(Category::label).toList(), this::x, step());
    return canvas.finish();
  }

  private void line(int series) {
    String colour = canvas.palette.series(series);
    for (Run run : runs(series)) {
      if (chart.area() && run.length() > 1) {
        Path area = path(series, run);
        area.line(x(run.to()), plot.base()).line(x(run.from()), plot.base()).close();
        canvas.shape(area, colour, 0.14);
      }
      canvas.stroke(path(series, run), colour, 2.25);
    }
    for (Run run : runs(series)) {
      for (int i = run.from(); i <= run.to(); i++) {
        if (chart.points().size() <= MOST_DOTS || run.length() == 1) {
          canvas.dot(x(i), plot.y(chart.points().get(i).value(series)), 3.5, colour);
        }
      }
    }
  }

  private Path path(int series, Run run) {
    Path path = new Path();
    for (int i = run.from(); i <= run.to(); i++) {
      double y = plot.y(chart.points().get(i).value(series));
      if (path.isEmpty()) {
        path.move(x(i), y);
      } else {
        path.line(x(i), y);
      }
    }
    return path;
  }

  /** Neighbouring points without a gap between them. */
  private record Run(int from, int to) {
    int length() {
      return to - from + 1;
    }
  }

  private List<Run> runs(int series) {
    List<Run> runs = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= chart.points().size(); i++) {
      boolean there = i < chart.points().size() && chart.points().get(i).has(series);
      if (there && from < 0) {
        from = i;
      } else if (!there && from >= 0) {
        runs.add(new Run(from, i - 1));
        from = -1;
      }
    }
    return runs;
  }

  /** Invisible bands over the points that show their values as a tool tip. */
  private void targets() {
    for (int i = 0; i < chart.points().size(); i++) {
      canvas.open(BarExtent.tooltip(chart.series(), chart.points().get(i), chart.format()));
      double from = Math.max(plot.left, x(i) - step() / 2);
      double to = Math.min(plot.right, x(i) + step() / 2);
      canvas.target(from, plot.top, to - from, plot.bottom - plot.top);
      canvas.close();
    }
  }

  /** A text beside the end of a line. */
  private record End(int series, double y) {}

  /** Writes a name beside the end of each line, pushed apart where two lines end close together. */
  private void ends() {
    List<End> ends = new ArrayList<>();
    for (int s = 0; s < chart.series().size(); s++) {
      int last = lastPoint(s);
      if (last >= 0) {
        ends.add(new End(s, plot.y(chart.points().get(last).value(s))));
      }
    }
    ends.sort(Comparator.comparingDouble(End::y));
    double lowest = plot.bottom - (ends.size() - 1) * END_HEIGHT;
    double free = Double.NEGATIVE_INFINITY;
    for (End end : ends) {
      double y = Math.min(Math.max(end.y(), free), lowest);
      if (chart.series().size() > 1) {
        canvas.dot(plot.right + 9, y, 4.5, canvas.palette.series(end.series()));
      }
      double x = plot.right + endMark();
      canvas.text(x, y, Anchor.START, canvas.value, endText(end.series()), endRoom + 0.01);
      free = y + END_HEIGHT;
      lowest += END_HEIGHT;
    }
  }

  /** The distance from the plot to the name of a line; a dot of its colour lies in between. */
  private double endMark() {
    return chart.series().size() > 1 ? 18 : 6;
  }

  /** The name of the line, or its last value when it is the only one. */
  private String endText(int series) {
    if (chart.series().size() > 1) {
      return chart.series().get(series);
    }
    int last = lastPoint(series);
    return last < 0 ? "" : chart.format().format(chart.points().get(last).value(series));
  }

  private int lastPoint(int series) {
    for (int i = chart.points().size() - 1; i >= 0; i--) {
      if (chart.points().get(i).has(series)) {
        return i;
      }
    }
    return -1;
  }

  private double step() {
    double room = plot.right - plot.left - 2 * inset;
    return chart.points().size() == 1 ? room : room / (chart.points().size() - 1);
  }

  private double x(int i) {
    return chart.points().size() == 1
        ? (plot.left + plot.right) / 2
        : plot.left + inset + i * step();
  }
}
