package io.crmkit.analytics.chart;

import java.util.List;

/** The key of the series colours above a chart; nothing when there is one series. */
final class Legend {
  private static final double ROW = 22;
  private static final double SWATCH = 10;
  private static final double GAP = 18;

  private Legend() {}

  /** Returns the height it needs, the distance to the chart included. */
  static double height(List<String> series, double width) {
    return series.size() < 2 ? 0 : rows(series, width) * ROW + 6;
  }

  static void paint(Canvas canvas, List<String> series) {
    if (series.size() < 2) {
      return;
    }
    double x = 0;
    double y = canvas.top;
    for (int s = 0; s < series.size(); s++) {
      double needed = needed(series.get(s), canvas.label, canvas.width);
      if (x > 0 && x + needed > canvas.width) {
        x = 0;
        y += ROW;
      }
      canvas.box(x, y + ROW / 2 - SWATCH / 2, SWATCH, SWATCH, 2, canvas.palette.series(s));
      double textX = x + SWATCH + 6;
      canvas.text(
          textX,
          y + ROW / 2,
          Canvas.Anchor.START,
          canvas.label,
          series.get(s),
          canvas.width - textX);
      x += needed + GAP;
    }
  }

  private static int rows(List<String> series, double width) {
    TextStyle style = new TextStyle(12.5, false, "");
    int rows = 1;
    double x = 0;
    for (String name : series) {
      double needed = needed(name, style, width);
      if (x > 0 && x + needed > width) {
        x = 0;
        rows++;
      }
      x += needed + GAP;
    }
    return rows;
  }

  private static double needed(String name, TextStyle style, double width) {
    return Math.min(width, SWATCH + 6 + style.width(name));
  }
}
