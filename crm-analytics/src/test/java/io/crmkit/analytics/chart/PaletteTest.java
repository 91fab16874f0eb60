package io.crmkit.analytics.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {

  @Test
  void canBeReadOnItsSurface() {
    for (Palette palette : List.of(Palette.light(), Palette.dark())) {
      assertTrue(contrast(palette.ink(), palette.surface()) >= 7);
      assertTrue(contrast(palette.muted(), palette.surface()) >= 4.5);
      assertTrue(contrast(palette.onSeries(), palette.series(0)) >= 4.5);
      for (String colour : palette.series()) {
        assertTrue(contrast(colour, palette.surface()) >= 3, colour);
      }
    }
  }

  @Test
  void repeatsItsColours() {
    assertEquals(Palette.light().series(1), Palette.light().series(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red\"", "red;fill:url(x)", "url('http://x')", "<b>"})
  void refusesWhatIsNotAColour(String colour) {
    Palette light = Palette.light();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Palette(
                colour, light.muted(), light.grid(), light.surface(), "#fff", light.series()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Palette(
                "#000", light.muted(), light.grid(), light.surface(), "#fff", List.of(colour)));
  }

  @Test
  void refusesToHaveNoSeriesColour() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Palette("#000", "#000", "#000", "#000", "#000", List.of()));
  }

  /** The contrast ratio of the accessibility guidelines (WCAG 2). */
  private static double contrast(String one, String other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int colour) {
    double part = (colour & 255) / 255.0;
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
