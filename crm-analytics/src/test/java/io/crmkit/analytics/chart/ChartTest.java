package io.crmkit.analytics.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void isAValue() {
    assertEquals(Samples.bars(), Samples.bars());
    assertEquals(Samples.bars().hashCode(), Samples.bars().hashCode());
    assertNotEquals(Samples.bars(), Chart.bars("Won by region").build());
  }

  @Test
  void describesWhatItShows() {
    assertEquals(
        "Bar chart. Central: 3,346,293; East: 3,090,594; West: 3,568,647; Nowhere: none.",
        Samples.bars().description());
    assertEquals(
        "Funnel. Prospecting: 8,800, of which 94.3% went on; Engaging: 8,300, of which 51.1% went"
            + " on (47.3 d on average); Won: 4,238.",
        Samples.funnel().description());
    assertEquals("Donut chart without values.", Chart.donut("d").build().description());
  }

  @Test
  void describesSeveralSeriesByName() {
    Chart chart = Chart.lines("l").series("Won", "Lost").point("Q1", 1, 2).build();
    assertEquals("Line chart. Q1: Won 1, Lost 2.", chart.description());
  }

  @Test
  void doesNotDescribeHundredsOfValues() {
    BarChart.Builder chart = Chart.bars("b");
    for (int i = 0; i < 100; i++) {
      chart.category("c" + i, i);
    }
    assertTrue(chart.build().description().endsWith("c29: 29; and 70 more."));
  }

  @Test
  void takesTheDescriptionOfTheHost() {
    assertEquals("Nur eins.", Chart.bars("b").description("Nur eins.").build().description());
  }

  @Test
  void staysAsItIsWhenItsBuilderGoesOn() {
    BarChart.Builder builder = Chart.bars("b").category("one", 1);
    BarChart chart = builder.build();
    builder.category("two", 2);
    assertEquals(1, chart.categories().size());
  }

  @Test
  void refusesABlankTitle() {
    assertEquals("A chart needs a title that is not blank.", refusal(() -> Chart.donut(" ")));
  }

  @Test
  void refusesACategoryThatDoesNotHaveOneValuePerSeries() {
    assertEquals(
        "\"Q1\" has 1 values, but the chart has 2 series.",
        refusal(() -> Chart.columns("c").series("a", "b").category("Q1", 1).build()));
    assertEquals(
        "A chart needs at least one series.", refusal(() -> Chart.lines("c").series().build()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e101})
  void refusesNumbersThatCannotBeDrawn(double value) {
    assertEquals(
        "The value of \"a\" is " + value + "; a chart takes -1e100 to 1e100.",
        refusal(() -> Chart.bars("b").category("a", value)));
    refusal(() -> Chart.donut("d").slice("a", value));
    refusal(() -> Chart.funnel("f").step("a", value));
    refusal(() -> new Category("a", List.of(OptionalDouble.of(Double.NaN))));
  }

  @Test
  void refusesNegativesWhereTheyHaveNoMeaning() {
    assertEquals(
        "The value of \"a\" is -1.0; this kind of chart takes no negatives.",
        refusal(() -> Chart.donut("d").slice("a", -1)));
    refusal(() -> Chart.funnel("f").step("a", -1));
    refusal(() -> Chart.funnel("f").step("a", 1, OptionalDouble.of(-0.1), ""));
  }

  @Test
  void refusesAStyleThatNoScreenHas() {
    ChartStyle style = ChartStyle.standard();
    assertEquals("The width of a chart is 160 to 4000, not 0.", refusal(() -> style.size(0, 300)));
    assertEquals(
        "The height of a chart is 100 to 4000, not 5000.", refusal(() -> style.size(640, 5000)));
  }

  @Test
  void beginsAnAreaAtZero() {
    assertTrue(Chart.lines("a").zoomed().area().point("p", 5).build().fromZero());
  }
}
