package io.crmkit.analytics.chart;

/** Builds the path data of a shape. */
final class Path {
  private final StringBuilder data = new StringBuilder();

  Path move(double x, double y) {
    return add("M", x, y);
  }

  Path line(double x, double y) {
    return add("L", x, y);
  }

  Path curve(double x1, double y1, double x2, double y2, double x, double y) {
    return add("C", x1, y1, x2, y2, x, y);
  }

  /** Adds a part of a circle. */
  Path arc(double radius, boolean large, boolean clockwise, double x, double y) {
    return add("A", radius, radius, 0, large ? 1 : 0, clockwise ? 1 : 0, x, y);
  }

  Path close() {
    data.append('Z');
    return this;
  }

  /** A bar from (x1, y1) to (x2, y2) whose side at the far end in x is rounded. */
  static Path lyingBar(double from, double to, double top, double thickness) {
    double way = Math.signum(to - from);
    double r = Math.min(3, Math.min(Math.abs(to - from), thickness / 2));
    return new Path()
        .move(from, top)
        .line(to - way * r, top)
        .arc(r, false, way > 0, to, top + r)
        .line(to, top + thickness - r)
        .arc(r, false, way > 0, to - way * r, top + thickness)
        .line(from, top + thickness)
        .close();
  }

  /** A bar that stands on {@code from} and is rounded at {@code to}. */
  static Path standingBar(double from, double to, double left, double thickness) {
    double way = Math.signum(to - from);
    double r = Math.min(3, Math.min(Math.abs(to - from), thickness / 2));
    return new Path()
        .move(left, from)
        .line(left, to - way * r)
        .arc(r, false, way < 0, left + r, to)
        .line(left + thickness - r, to)
        .arc(r, false, way < 0, left + thickness, to - way * r)
        .line(left + thickness, from)
        .close();
  }

  boolean isEmpty() {
    return data.isEmpty();
  }

  private Path add(String command, double... numbers) {
    data.append(command);
    for (int i = 0; i < numbers.length; i++) {
      data.append(i == 0 ? "" : " ").append(Canvas.number(numbers[i]));
    }
    return this;
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
