package io.crmkit.analytics.chart;

import java.util.ArrayList;
import java.util.List;

/** Says in words what a chart shows, for those who do not see it. */
final class Description {
  private static final int MOST = 30;

  private Description() {}

  static String of(
      String kind, List<String> series, List<Category> categories, ValueFormat format) {
    List<String> parts = new ArrayList<>();
    for (Category category : categories) {
      List<String> values = new ArrayList<>();
      for (int s = 0; s < series.size(); s++) {
        String value = category.has(s) ? format.exact(category.value(s)) : "none";
        values.add(series.size() == 1 ? value : series.get(s) + " " + value);
      }
      parts.add(category.label() + ": " + String.join(", ", values));
    }
    return sentence(kind, parts);
  }

  static String of(List<FunnelChart.Step> steps, ValueFormat format) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      FunnelChart.Step step = steps.get(i);
      String text = step.label() + ": " + format.exact(step.value());
      if (i < steps.size() - 1 && step.conversion().isPresent()) {
        text += ", of which " + percent(step) + " went on";
      }
      parts.add(step.note().isEmpty() ? text : text + " (" + step.note() + ")");
    }
    return sentence("Funnel", parts);
  }

  static String percent(FunnelChart.Step step) {
    return ValueFormat.PERCENT.format(step.conversion().orElse(0));
  }

  private static String sentence(String kind, List<String> parts) {
    if (parts.isEmpty()) {
      return kind + " without values.";
    }
    String listed = String.join("; ", parts.subList(0, Math.min(MOST, parts.size())));
    int more = parts.size() - MOST;
    return kind + ". " + listed + (more > 0 ? "; and " + more + " more." : ".");
  }
}
