package io.crmkit.analytics.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void areRoundNumbersAroundTheValues() {
    assertEquals(List.of(0.0, 1e6, 2e6, 3e6, 4e6), Ticks.around(0, 3_086_111, 4, 0.01).values());
    assertEquals(List.of(-200.0, 0.0, 200.0, 400.0), Ticks.around(-114, 336, 4, 0.01).values());
    assertEquals(List.of(0.0, 0.1, 0.2, 0.3), Ticks.around(0, 0.3, 4, 0.001).values());
  }

  @Test
  void areWholeForWholeNumbers() {
    assertEquals(List.of(0.0, 1.0, 2.0), Ticks.around(0, 2, 4, 1).values());
    assertEquals(List.of(0.0, 1.0), Ticks.around(0, 0, 4, 1).values());
  }

  @Test
  void reachToZeroWhenThereIsOneValue() {
    assertEquals(List.of(0.0, 2.0, 4.0, 6.0), Ticks.around(5, 5, 4, 1).values());
    assertEquals(List.of(-6.0, -4.0, -2.0, 0.0), Ticks.around(-5, -5, 4, 1).values());
  }

  @Property
  void encloseTheValuesInAFewSteps(
      @ForAll @DoubleRange(min = -1e100, max = 1e100) double one,
      @ForAll @DoubleRange(min = -1e100, max = 1e100) double other,
      @ForAll @IntRange(min = 1, max = 10) int intervals) {
    double least = Math.min(one, other);
    double most = Math.max(one, other);
    Ticks ticks = Ticks.around(least, most, intervals, 0.01);
    double slack = (ticks.high() - ticks.low()) * 1e-6;
    assertTrue(ticks.low() <= least + slack && ticks.high() >= most - slack, ticks.toString());
    assertTrue(ticks.values().size() >= 2 && ticks.values().size() <= intervals + 3);
    assertEquals(ticks.values().stream().sorted().distinct().toList(), ticks.values());
  }
}
