package io.crmkit.analytics.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Collects the text of one SVG drawing. Every text and attribute goes through the escaping here,
 * every coordinate through the same rounding.
 */
final class Canvas {

  /** Where a text stands relative to its x. */
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }
  }

  private static final String FONTS =
      "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',"
          + "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_TOOLTIP = 2000;
  private static final double TITLE_HEIGHT = 32;

  final Palette palette;
  final TextStyle label;
  final TextStyle muted;
  final TextStyle value;
  final double width;
  final double top;

  private final StringBuilder out = new StringBuilder(4096);

  /**
   * Begins a drawing with its title.
   *
   * @param contentHeight the height of what comes below the title
   */
  private Canvas(Chart chart, ChartStyle style, double contentHeight) {
    palette = style.palette();
    label = new TextStyle(12.5, false, palette.ink());
    muted = new TextStyle(11.5, false, palette.muted());
    value = new TextStyle(12, true, palette.ink());
    width = style.width();
    top = topOf(style);
    double height = top + contentHeight;
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    attribute("viewBox", "0 0 " + number(width) + " " + number(height));
    attribute("width", width);
    attribute("height", height);
    attribute("font-family", FONTS);
    attribute("style", "font-variant-numeric:tabular-nums");
    out.append(">\n");
    element("title", chart.title(), LONGEST_TOOLTIP);
    out.append('\n');
    element("desc", chart.description(), LONGEST_TOOLTIP * 4);
    out.append('\n');
    if (style.titled()) {
      text(0, 12, Anchor.START, new TextStyle(15, true, palette.ink()), chart.title(), width);
    }
  }

  /** Begins a drawing that is as high as its content. */
  static Canvas growing(Chart chart, ChartStyle style, double contentHeight) {
    return new Canvas(chart, style, contentHeight);
  }

  /** Begins a drawing with the height of the style. */
  static Canvas fixed(Chart chart, ChartStyle style) {
    return new Canvas(chart, style, style.height() - topOf(style));
  }

  private static double topOf(ChartStyle style) {
    return style.titled() ? TITLE_HEIGHT : 0;
  }

  /** Draws a text, cut to the room there is; a cut text gets the whole one as its tool tip. */
  void text(double x, double middle, Anchor anchor, TextStyle style, String content, double room) {
    String whole = oneLine(content, LONGEST_TOOLTIP);
    String shown = style.fit(oneLine(content, LONGEST_LABEL), room);
    if (shown.isEmpty()) {
      return;
    }
    out.append("<text");
    attribute("x", x);
    attribute("y", middle + style.drop());
    attribute("font-size", style.size());
    if (style.strong()) {
      attribute("font-weight", "600");
    }
    attribute("fill", style.colour());
    if (anchor != Anchor.START) {
      attribute("text-anchor", anchor.word);
    }
    out.append('>');
    if (!shown.equals(whole)) {
      element("title", whole, LONGEST_TOOLTIP);
    }
    escape(shown);
    out.append("</text>\n");
  }

  /** Opens a group whose parts share a tool tip. */
  void open(String tooltip) {
    out.append("<g>");
    element("title", tooltip, LONGEST_TOOLTIP);
    out.append('\n');
  }

  void close() {
    out.append("</g>\n");
  }

  void line(double x1, double y1, double x2, double y2, String colour) {
    out.append("<line");
    attribute("x1", x1);
    attribute("y1", y1);
    attribute("x2", x2);
    attribute("y2", y2);
    attribute("stroke", colour);
    out.append("/>\n");
  }

  void box(double x, double y, double w, double h, double radius, String colour) {
    out.append("<rect");
    attribute("x", x);
    attribute("y", y);
    attribute("width", w);
    attribute("height", h);
    if (radius > 0) {
      attribute("rx", radius);
    }
    attribute("fill", colour);
    out.append("/>\n");
  }

  /** Marks out an invisible area that shows the tool tip of its group. */
  void target(double x, double y, double w, double h) {
    out.append("<rect");
    attribute("x", x);
    attribute("y", y);
    attribute("width", w);
    attribute("height", h);
    attribute("fill-opacity", 0);
    out.append("/>\n");
  }

  void dot(double x, double y, double radius, String colour) {
    out.append("<circle");
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
    attribute("fill", colour);
    attribute("stroke", palette.surface());
    attribute("stroke-width", 1.5);
    out.append("/>\n");
  }

  void ring(double x, double y, double radius, double thickness, String colour) {
    out.append("<circle");
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
    attribute("fill", "none");
    attribute("stroke", colour);
    attribute("stroke-width", thickness);
    out.append("/>\n");
  }

  void shape(Path path, String colour, double opacity) {
    out.append("<path");
    attribute("d", path.toString());
    attribute("fill", colour);
    if (opacity < 1) {
      attribute("fill-opacity", opacity);
    }
    out.append("/>\n");
  }

  void stroke(Path path, String colour, double thickness) {
    out.append("<path");
    attribute("d", path.toString());
    attribute("fill", "none");
    attribute("stroke", colour);
    attribute("stroke-width", thickness);
    attribute("stroke-linejoin", "round");
    attribute("stroke-linecap", "round");
    out.append("/>\n");
  }

  /** Ends the drawing. */
  String finish() {
    return out.append("</svg>\n").toString();
  }

  private void attribute(String name, double number) {
    attribute(name, number(number));
  }

  private void attribute(String name, String content) {
    out.append(' ').append(name).append("=\"");
    escape(content);
    out.append('"');
  }

  private void element(String name, String content, int longest) {
    out.append('<').append(name).append('>');
    escape(oneLine(content, longest));
    out.append("</").append(name).append('>');
  }

  /** Writes a coordinate with at most two decimals. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String oneLine(String text, int longest) {
    int end = text.length() > longest ? text.offsetByCodePoints(0, safe(text, longest)) : -1;
    String cut = end < 0 ? text : text.substring(0, end) + TextRuler.ELLIPSIS;
    StringBuilder line = new StringBuilder();
    cut.codePoints().forEach(c -> line.appendCodePoint(isText(c) ? c : '\uFFFD'));
    return line.toString().replaceAll("\\s+", " ").strip();
  }

  /** As many code points as there are in that many characters. */
  private static int safe(String text, int characters) {
    return text.codePointCount(0, characters);
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
              }
            });
  }

  /** Whether XML 1.0 allows the character, and it does not turn the text around it. */
  private static boolean isText(int c) {
    boolean control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F);
    boolean halfOrNone = (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
    boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !halfOrNone && !turning;
  }
}
