package io.crmkit.analytics.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * What the bars of a chart reach on both sides of zero.
 *
 * @param stacked whether several series lie on top of each other
 * @param least zero, or the lowest end below it
 * @param most zero, or the highest end above it
 */
record BarExtent(boolean stacked, double least, double most) {

  static BarExtent of(BarChart chart) {
    boolean stacked =
        chart.arrangement() == BarChart.Arrangement.STACKED && chart.series().size() > 1;
    double least = 0;
    double most = 0;
    for (Category category : chart.categories()) {
      double above = 0;
      double below = 0;
      for (int s = 0; s < chart.series().size(); s++) {
        double value = category.has(s) ? category.value(s) : 0;
        above = stacked ? above + Math.max(0, value) : Math.max(above, value);
        below = stacked ? below + Math.min(0, value) : Math.min(below, value);
      }
      most = Math.max(most, above);
      least = Math.min(least, below);
    }
    return new BarExtent(stacked, least, most);
  }

  double sum(Category category) {
    double sum = 0;
    for (int s = 0; s < category.values().size(); s++) {
      sum += category.has(s) ? category.value(s) : 0;
    }
    return sum;
  }

  String tooltip(BarChart chart, Category category) {
    return tooltip(chart.series(), category, chart.format());
  }

  static String tooltip(List<String> series, Category category, ValueFormat format) {
    List<String> values = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      String value = category.has(s) ? format.exact(category.value(s)) : "–";
      values.add(series.size() == 1 ? value : series.get(s) + " " + value);
    }
    return category.label() + ": " + String.join(", ", values);
  }
}
