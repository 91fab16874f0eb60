package io.crmkit.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

  private static JsonNode json(PipelineFigures figures) throws IOException {
    return JsonMapper.builder().build().readTree(JsonReport.text(figures));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void hasItsKeysInOrder() throws IOException {
    JsonNode json = json(Fixtures.aPipeline());
    assertEquals(
        List.of(
            "files",
            "by_stage",
            "win_rate",
            "won_by_quarter",
            "won_by_region",
            "won_by_manager",
            "won_by_agent",
            "won_by_product",
            "won_by_account",
            "agent_win_rate",
            "days_to_close",
            "orders",
            "cases"),
        keys(json));
    assertEquals(List.of("Prospecting", "Engaging", "Won", "Lost"), keys(json.get("by_stage")));
    assertEquals(List.of("2026-Q2", "2026-Q3"), keys(json.get("won_by_quarter")));
  }

  @Test
  void writesAmountsAsPlainDecimalStrings() throws IOException {
    JsonNode json = json(Fixtures.aPipeline());
    assertEquals("{\"count\":4,\"amount\":\"12345.5\"}", json.at("/by_stage/Won").toString());
    assertEquals(
        "{\"count\":3,\"amount\":\"10000\"}", json.at("/won_by_quarter/2026-Q3").toString());
    assertEquals("\"0\"", json.at("/by_stage/Lost/amount").toString());
    assertEquals("\"1200000\"", amountOf("1.2E+6"));
    assertEquals("\"0.000001\"", amountOf("1E-6"));
  }

  private static String amountOf(String amount) throws IOException {
    PipelineFigures figures =
        Fixtures.aPipelineBuilder()
            .wonByRegion(Fixtures.inOrder("r", Fixtures.tally(1, amount)))
            .build();
    return json(figures).at("/won_by_region/r/amount").toString();
  }

  @Test
  void writesRatesAndDaysAsNumbersAndWhatIsAbsentAsNull() throws IOException {
    JsonNode json = json(Fixtures.aPipeline());
    assertEquals(4.0 / 6, json.get("win_rate").doubleValue());
    assertEquals("{\"won\":1,\"closed\":2,\"rate\":0.5}", json.at("/agent_win_rate/李娜").toString());
    assertEquals(
        "{\"won\":51.75,\"lost\":null,\"all\":48.0}", json.get("days_to_close").toString());
    assertTrue(json(Fixtures.anEmptyPipeline()).get("win_rate").isNull());
  }

  @Test
  void tellsWhatBecameOfEachFile() throws IOException {
    assertEquals(
        "{\"rows_read\":1312,\"imported\":1310,\"repaired\":24,\"rejected\":2}",
        json(Fixtures.aPipeline()).at("/files").get("sales_pipeline.csv").toString());
  }

  @Test
  void isTheSameTextInEveryLocale() {
    Locale before = Locale.getDefault();
    String here = JsonReport.text(Fixtures.aPipeline());
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(here, JsonReport.text(Fixtures.aPipeline()));
    } finally {
      Locale.setDefault(before);
    }
    assertTrue(here.startsWith("{\n  \"files\": {\n    \"accounts.csv\": {"), here);
    assertTrue(here.endsWith("}\n"));
  }

  @Test
  void tellsWhatBecameOfOrdersAndCases() throws IOException {
    JsonNode json =
        json(Fixtures.aPipelineBuilder().afterSale(Fixtures.anAfterSale("Acme")).build());
    assertEquals(
        "{\"count\":2,\"amount\":\"40\",\"by_state\":{"
            + "\"Draft\":{\"count\":1,\"amount\":\"10\"},"
            + "\"Shipped\":{\"count\":1,\"amount\":\"30\"}},"
            + "\"shipped\":\"10\",\"open\":\"0\",\"cancelled\":\"20\",\"returned\":\"10\"}",
        json.get("orders").toString());
    assertEquals("{\"New\":1,\"Closed\":2}", json.at("/cases/by_state").toString());
    assertEquals(
        "{\"met\":2,\"breached\":1,\"running\":0}",
        json.at("/cases/promises/First answer").toString());
    assertEquals(1, json.at("/cases/escalations").asInt());
  }

  @Test
  void goesIntoAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    JsonReport.write(Fixtures.aPipeline(), file);
    assertEquals(JsonReport.text(Fixtures.aPipeline()), Files.readString(file));
  }
}
