package io.crmkit.analytics.chart;

import java.util.List;
import java.util.Objects;

/** The refusals that the charts share. */
final class Checks {
  private static final double LARGEST = 1e100;

  private Checks() {}

  static String title(String title) {
    Objects.requireNonNull(title, "title");
    if (title.isBlank()) {
      throw new IllegalArgumentException("A chart needs a title that is not blank.");
    }
    return title;
  }

  static String text(String text, String what) {
    return Objects.requireNonNull(text, what);
  }

  static double finite(double value, String label) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new IllegalArgumentException(
          "The value of \"" + label + "\" is " + value + "; a chart takes -1e100 to 1e100.");
    }
    return value;
  }

  static double notNegative(double value, String label) {
    if (finite(value, label) < 0) {
      throw new IllegalArgumentException(
          "The value of \""
              + label
              + "\" is "
              + value
              + "; this kind of chart takes no negatives.");
    }
    return value;
  }

  static void series(List<String> series, List<Category> categories) {
    if (series.isEmpty()) {
      throw new IllegalArgumentException("A chart needs at least one series.");
    }
    for (Category category : categories) {
      if (category.values().size() != series.size()) {
        throw new IllegalArgumentException(
            "\""
                + category.label()
                + "\" has "
                + category.values().size()
                + " values, but the chart has "
                + series.size()
                + " series.");
      }
    }
  }
}
