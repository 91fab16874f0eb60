package io.crmkit.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakdownTest {
  private static Breakdown<String, Long> aBreakdown() {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("b", 2L);
    figures.put("a", 1L);
    figures.put(null, 4L);
    Breakdown<String, Long> breakdown = Breakdown.of(figures, 0L, Long::sum);
    figures.clear();
    return breakdown;
  }

  @Test
  void keepsItsOrderAndItsFigures() {
    assertEquals(List.of("b", "a"), aBreakdown().keys());
    assertEquals(2L, aBreakdown().get("b"));
    List<Object> shown = new ArrayList<>();
    aBreakdown().forEach(slice -> shown.add(slice.key() + "=" + slice.figure()));
    assertEquals(List.of("b=2", "a=1", "null=4"), shown);
    assertThrows(UnsupportedOperationException.class, () -> aBreakdown().slices().clear());
  }

  @Test
  void knowsWhatNobodyHas() {
    assertEquals(0L, aBreakdown().get("c"));
    assertEquals(4L, aBreakdown().missing());
    assertEquals(0L, Breakdown.of(Map.of("a", 1L), 0L, Long::sum).missing());
    assertEquals(7L, aBreakdown().total());
    assertThrows(NullPointerException.class, () -> aBreakdown().get(null));
  }
}
