package io.crmkit.analytics.chart;

/** How a text looks. */
record TextStyle(double size, boolean strong, String colour) {
  private static final double STRONGER = 1.13;

  TextStyle bold() {
    return new TextStyle(size, true, colour);
  }

  TextStyle colour(String other) {
    return new TextStyle(size, strong, other);
  }

  double width(String text) {
    return TextRuler.width(text, size) * (strong ? STRONGER : 1);
  }

  String fit(String text, double room) {
    return TextRuler.fit(text, size, strong ? room / STRONGER : room);
  }

  /** The distance from the middle of the letters down to their base line. */
  double drop() {
    return size * 0.36;
  }
}
