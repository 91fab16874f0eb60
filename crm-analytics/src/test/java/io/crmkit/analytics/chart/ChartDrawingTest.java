package io.crmkit.analytics.chart;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.analytics.chart.Drawing.Box;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/** What holds for the drawing of every chart. */
class ChartDrawingTest {
  private static final List<Integer> WIDTHS = List.of(160, 320, 480, 640, 1200);

  @FunctionalInterface
  private interface Claim {
    void check(Chart chart, ChartStyle style) throws Exception;
  }

  /** Checks a claim on every sample chart at every width. */
  private static Stream<DynamicTest> everywhere(Claim claim) {
    return Samples.all().entrySet().stream()
        .flatMap(
            sample ->
                WIDTHS.stream()
                    .map(
                        width ->
                            DynamicTest.dynamicTest(
                                sample.getKey() + " at " + width,
                                () ->
                                    claim.check(
                                        sample.getValue(),
                                        ChartStyle.standard().size(width, 280)))));
  }

  @TestFactory
  Stream<DynamicTest> isWellFormedAndSpeaksToScreenReaders() {
    return everywhere(
        (chart, style) -> {
          Element root = Drawing.of(chart, style).root();
          Element title = (Element) root.getElementsByTagName("title").item(0);
          Element desc = (Element) root.getElementsByTagName("desc").item(0);
          assertAll(
              () -> assertEquals("svg", root.getLocalName()),
              () -> assertEquals("img", root.getAttribute("role")),
              () -> assertEquals(root, title.getParentNode()),
              () -> assertFalse(title.getTextContent().isBlank()),
              () -> assertEquals(root, desc.getParentNode()),
              () -> assertFalse(desc.getTextContent().isBlank()));
        });
  }

  @TestFactory
  Stream<DynamicTest> holdsNothingThatRunsOrIsFetched() {
    return everywhere(
        (chart, style) -> {
          Drawing drawing = Drawing.of(chart, style);
          assertTrue(drawing.all("script").isEmpty());
          assertFalse(drawing.root().getTextContent().contains("\u202E"));
          for (Element element : drawing.all("*")) {
            assertFalse(element.hasAttribute("id"));
            assertFalse(element.hasAttribute("href"));
            assertFalse(element.hasAttribute("onclick"));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> hasOnlyNumbersThatAViewerCanRead() {
    return everywhere(
        (chart, style) -> {
          String svg = chart.svg(style);
          assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
          Drawing drawing = Drawing.of(svg);
          assertTrue(drawing.height() > 0);
          for (Element box : drawing.all("rect")) {
            assertTrue(Drawing.number(box, "width") >= 0, svg);
            assertTrue(Drawing.number(box, "height") >= 0, svg);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsItsTextsApart() {
    return everywhere(
        (chart, style) -> {
          List<Box> boxes = Drawing.of(chart, style).boxes();
          for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
              assertFalse(
                  boxes.get(i).touches(boxes.get(j)), boxes.get(i) + " and " + boxes.get(j));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsItsTextsInside() {
    return everywhere(
        (chart, style) -> {
          Drawing drawing = Drawing.of(chart, style);
          for (Box box : drawing.boxes()) {
            assertTrue(
                box.left() >= -0.1
                    && box.right() <= drawing.width() + 0.1
                    && box.top() >= -1
                    && box.bottom() <= drawing.height() + 1,
                () -> box + " in " + drawing.width() + " x " + drawing.height());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> isTheSameInEveryLocale() {
    return everywhere(
        (chart, style) -> {
          Locale before = Locale.getDefault();
          String here = chart.svg(style);
          try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr")) {
              Locale.setDefault(Locale.forLanguageTag(tag));
              assertEquals(here, chart.svg(style), tag);
            }
          } finally {
            Locale.setDefault(before);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> isTheDrawingThatWasApproved() {
    return Samples.golden().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(),
                    () -> assertApproved(sample.getKey(), sample.getValue().svg())));
  }

  /** Compares with a file beside this class; writes what came instead into target/charts. */
  private static void assertApproved(String name, String svg) throws IOException {
    String approved = "";
    try (InputStream file = ChartDrawingTest.class.getResourceAsStream(name + ".svg")) {
      if (file != null) {
        approved = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    if (!approved.equals(svg)) {
      Path folder = Files.createDirectories(Path.of("target", "charts"));
      Files.writeString(folder.resolve(name + ".svg"), svg);
    }
    assertEquals(approved, svg, "look at target/charts/" + name + ".svg, then approve it or not");
  }

  @Test
  void showsTheWholeOfAShortenedLabelAsATooltip() {
    String name = "Gesellschaft für außerordentlich lange Firmennamen mbH & Co. KG";
    Drawing drawing =
        Drawing.of(Chart.bars("t").category(name, 1).build(), ChartStyle.standard().size(320, 200));
    Element label =
        drawing.all("text").stream()
            .filter(text -> Drawing.shown(text).endsWith("…"))
            .findFirst()
            .orElseThrow();
    assertEquals(name, label.getElementsByTagName("title").item(0).getTextContent());
  }

  @Test
  void leavesTheTitleToThePageWhenAsked() {
    Chart chart = Samples.bars();
    assertTrue(Drawing.of(chart.svg()).texts().contains("Won by region"));
    Drawing untitled = Drawing.of(chart, ChartStyle.standard().untitled());
    assertFalse(untitled.texts().contains("Won by region"));
    assertEquals("Won by region", untitled.all("title").get(0).getTextContent());
  }

  @Test
  void saysThatItIsEmptyInTheWordsOfTheHost() {
    Chart chart = Chart.funnel("Trichter").build();
    assertTrue(
        Drawing.of(chart, ChartStyle.standard().emptyText("Keine Daten"))
            .texts()
            .contains("Keine Daten"));
  }

  @Test
  void takesItsColoursFromThePageWhenAsked() {
    String svg = Samples.bars().svg(ChartStyle.standard().palette(Palette.css()));
    assertTrue(svg.contains("fill=\"var(--chart-1, #3b62e0)\""), svg);
    assertTrue(svg.contains("fill=\"var(--chart-ink, #1c2434)\""), svg);
  }
}
