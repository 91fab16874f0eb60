package io.crmkit.analytics.chart;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The colours of a chart, each a CSS colour such as {@code #3257d6} or {@code var(--ink, #1c2434)}.
 *
 * @param ink of values and names
 * @param muted of axis labels and remarks
 * @param grid of grid lines
 * @param surface what the chart lies on; separates neighbouring shapes
 * @param onSeries of text on a shape in one of the series colours
 * @param series of the shapes, first series first; they repeat when there are more series
 */
public record Palette(
    String ink, String muted, String grid, String surface, String onSeries, List<String> series) {

  private static final Pattern COLOUR = Pattern.compile("[#A-Za-z0-9(),.% -]{1,100}");

  private static final Palette LIGHT =
      new Palette(
          "#1c2434",
          "#647087",
          "#e5e8ee",
          "#ffffff",
          "#ffffff",
          List.of(
              "#3b62e0", "#14958a", "#cb8312", "#7a5cd0", "#cc4b7d", "#6a788c", "#3a94c9",
              "#76872c"));

  private static final Palette DARK =
      new Palette(
          "#e8ebf2",
          "#9aa5b8",
          "#2b3444",
          "#171d29",
          "#0e131d",
          List.of(
              "#7d9bff", "#45c4b5", "#eda752", "#ab94f5", "#f084ad", "#a3b0c2", "#68bfe8",
              "#b4c860"));

  private static final Palette CSS = LIGHT.asCssVariables();

  /**
   * Copies the series colours.
   *
   * @throws IllegalArgumentException if there is no series colour, or a colour has a character that
   *     no CSS colour needs
   */
  public Palette {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("A palette needs at least one series colour.");
    }
    List.of(ink, muted, grid, surface, onSeries).forEach(Palette::checked);
    series.forEach(Palette::checked);
  }

  private static void checked(String colour) {
    if (!COLOUR.matcher(colour).matches()) {
      throw new IllegalArgumentException("\"" + colour + "\" is not a CSS colour.");
    }
  }

  /** Returns the colours for a light page. */
  public static Palette light() {
    return LIGHT;
  }

  /** Returns the colours for a dark page. */
  public static Palette dark() {
    return DARK;
  }

  /**
   * Returns colours that the page around the drawing sets with the custom properties {@code
   * --chart-ink}, {@code --chart-muted}, {@code --chart-grid}, {@code --chart-surface}, {@code
   * --chart-on-series} and {@code --chart-1} to {@code --chart-8}. One that is not set falls back
   * to {@link #light()}. For SVG inside HTML only: most other viewers know no custom properties.
   */
  public static Palette css() {
    return CSS;
  }

  /** Returns the colour of the series with this number, from zero. */
  String series(int index) {
    return series.get(index % series.size());
  }

  private Palette asCssVariables() {
    List<String> variables = new java.util.ArrayList<>();
    for (String colour : series) {
      variables.add(variable(String.valueOf(variables.size() + 1), colour));
    }
    return new Palette(
        variable("ink", ink),
        variable("muted", muted),
        variable("grid", grid),
        variable("surface", surface),
        variable("on-series", onSeries),
        variables);
  }

  private static String variable(String name, String fallback) {
    return "var(--chart-" + name + ", " + fallback + ")";
  }
}
