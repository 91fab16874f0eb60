package io.crmkit.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.examples.report.PipelineFigures.OpenStage;
import io.crmkit.examples.report.PipelineFigures.Tally;
import io.crmkit.examples.report.PipelineFigures.WinRate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PipelineFiguresTest {

  @Test
  void keepTheOrderTheyWereGivenIn() {
    assertEquals(
        List.of("Prospecting", "Engaging", "Won", "Lost"),
        List.copyOf(Fixtures.aPipeline().byStage().keySet()));
  }

  @Test
  void doNotChangeWithTheMapTheyWereMadeFrom() {
    Map<String, Tally> regions = new LinkedHashMap<>(Map.of("Asia", Tally.NONE));
    PipelineFigures figures = Fixtures.aPipelineBuilder().wonByRegion(regions).build();
    regions.clear();
    assertEquals(1, figures.wonByRegion().size());
    assertThrows(UnsupportedOperationException.class, () -> figures.wonByRegion().clear());
  }

  @Test
  void addUpDealsAndOpenStages() {
    PipelineFigures figures = Fixtures.aPipeline();
    assertEquals(10, figures.all().count());
    OpenStage open = figures.open();
    assertEquals(4, open.count());
    assertEquals(new BigDecimal("4000"), open.amount());
    assertEquals(new BigDecimal("1750"), open.weighted());
    assertEquals(0.4375, open.probability());
  }

  @Test
  void knowNoRateWhereNothingWasClosed() {
    assertEquals(OptionalDouble.of(0.75), new WinRate(3, 4).rate());
    assertTrue(new WinRate(0, 0).rate().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new WinRate(2, 1));
  }

  @Test
  void measureTheImport() {
    assertEquals(2000, Fixtures.aPipeline().imports().rowsPerSecond().orElseThrow(), 0.1);
    assertEquals(1314, Fixtures.aPipeline().imports().total().rowsRead());
    assertTrue(Fixtures.anEmptyPipeline().imports().rowsPerSecond().isEmpty());
  }
}
