package io.crmkit.analytics.chart;

import java.util.Objects;

/**
 * How charts are drawn: size, colours and whether the title is part of the drawing.
 *
 * @param width of the drawing in CSS pixels, {@value #NARROWEST} to {@value #WIDEST}
 * @param height of columns, lines and donuts in CSS pixels, {@value #LOWEST} to {@value #WIDEST},
 *     the title included; lying bars and funnels are as high as their rows need
 * @param palette the colours
 * @param titled whether the title stands above the chart; it is always there for screen readers
 * @param emptyText stands in a chart that has no numbers
 */
public record ChartStyle(int width, int height, Palette palette, boolean titled, String emptyText) {

  static final int NARROWEST = 160;
  static final int LOWEST = 100;
  static final int WIDEST = 4000;

  private static final ChartStyle STANDARD =
      new ChartStyle(640, 320, Palette.light(), true, "No data");

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if the size is out of range
   */
  public ChartStyle {
    Objects.requireNonNull(palette, "palette");
    Objects.requireNonNull(emptyText, "emptyText");
    between("width", width, NARROWEST);
    between("height", height, LOWEST);
  }

  private static void between(String what, int size, int least) {
    if (size < least || size > WIDEST) {
      throw new IllegalArgumentException(
          "The " + what + " of a chart is " + least + " to " + WIDEST + ", not " + size + ".");
    }
  }

  /** Returns 640 by 320 in {@linkplain Palette#light() light} colours, with the title. */
  public static ChartStyle standard() {
    return STANDARD;
  }

  /** Returns this style with another size. */
  public ChartStyle size(int newWidth, int newHeight) {
    return new ChartStyle(newWidth, newHeight, palette, titled, emptyText);
  }

  /** Returns this style with other colours. */
  public ChartStyle palette(Palette newPalette) {
    return new ChartStyle(width, height, newPalette, titled, emptyText);
  }

  /** Returns this style for a page that writes the title itself. */
  public ChartStyle untitled() {
    return new ChartStyle(width, height, palette, false, emptyText);
  }

  /** Returns this style with another text for charts that have no numbers. */
  public ChartStyle emptyText(String text) {
    return new ChartStyle(width, height, palette, titled, text);
  }
}
