package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.DaysToClose;
import io.crmkit.examples.report.PipelineFigures.FileImport;
import io.crmkit.examples.report.PipelineFigures.FunnelStage;
import io.crmkit.examples.report.PipelineFigures.Imports;
import io.crmkit.examples.report.PipelineFigures.OpenStage;
import io.crmkit.examples.report.PipelineFigures.Rejection;
import io.crmkit.examples.report.PipelineFigures.RepairRule;
import io.crmkit.examples.report.PipelineFigures.RepairedRow;
import io.crmkit.examples.report.PipelineFigures.Tally;
import io.crmkit.examples.report.PipelineFigures.WinRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A small pipeline: ten deals, of which four are won, two lost and four open. */
final class Fixtures {
  static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&{{name}}\u001b[31m\u202E";

  private Fixtures() {}

  static Tally tally(long count, String amount) {
    return new Tally(count, new BigDecimal(amount));
  }

  static PipelineFigures aPipeline() {
    return aPipelineBuilder().build();
  }

  static PipelineFiguresBuilder aPipelineBuilder() {
    return PipelineFigures.builder("EUR", LocalDate.of(2026, 10, 31))
        .imports(anImport())
        .byStage(
            inOrder(
                "Prospecting", tally(1, "0"),
                "Engaging", tally(3, "0"),
                "Won", tally(4, "12345.50"),
                "Lost", tally(2, "0")))
        .funnel(
            List.of(
                stage("Prospecting", 10, 9, 0, 1, OptionalDouble.empty()),
                stage("Engaging", 9, 4, 2, 3, OptionalDouble.of(47.25)),
                new FunnelStage(
                    "Won",
                    4,
                    0,
                    0,
                    4,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty())))
        .won(tally(4, "12345.50"))
        .winRate(new WinRate(4, 6))
        .wonByQuarter(inOrder("2026-Q2", tally(1, "2345.50"), "2026-Q3", tally(3, "10000.00")))
        .wonByRegion(inOrder("Asia", tally(1, "345.50"), "Europe", tally(3, "12000")))
        .wonByManager(inOrder("王芳", tally(1, "345.50"), "Jürgen Groß", tally(3, "12000")))
        .wonByAgent(inOrder("李娜", tally(1, "345.50"), "Zoë Martin", tally(3, "12000")))
        .wonByProduct(inOrder("FlowGuard Pro", tally(4, "12345.50")))
        .wonByAccount(inOrder("上海华东机械有限公司", tally(1, "345.50"), "Acme", tally(3, "12000")))
        .agentWinRate(
            inOrder(
                "李娜", new WinRate(1, 2), "Zoë Martin", new WinRate(3, 3), "Pat", new WinRate(0, 1)))
        .daysToClose(
            new DaysToClose(
                OptionalDouble.of(51.75), OptionalDouble.empty(), OptionalDouble.of(48)))
        .openPipeline(
            List.of(
                new OpenStage(
                    "Prospecting", 1, new BigDecimal("1000"), 0.25, new BigDecimal("250")),
                new OpenStage("Engaging", 3, new BigDecimal("3000"), 0.5, new BigDecimal("1500"))));
  }

  private static FunnelStage stage(
      String name, long entered, long advanced, long lost, long here, OptionalDouble days) {
    return new FunnelStage(
        name,
        entered,
        advanced,
        lost,
        here,
        OptionalDouble.of((double) advanced / entered),
        days,
        days);
  }

  private static Imports anImport() {
    List<RepairedRow> repaired =
        IntStream.range(2, 26)
            .mapToObj(line -> new RepairedRow(line, "product", "FlowGuard-Pro", "FlowGuard Pro"))
            .toList();
    return new Imports(
        List.of(
            new FileImport("accounts.csv", 2, 2, 0, 0),
            new FileImport("sales_pipeline.csv", 1312, 1310, 24, 2)),
        List.of(new RepairRule("sales_pipeline.csv", "product alias", repaired)),
        List.of(
            new Rejection(
                "sales_pipeline.csv",
                1207,
                "close_value",
                "12,5O",
                "close_value is not a decimal number.",
                "Write it like 1234.50."),
            new Rejection(
                "sales_pipeline.csv",
                1300,
                "",
                "",
                "The row has 5 values, not 8.",
                "Complete it.")),
        Duration.ofMillis(657));
  }

  static PipelineFigures aHostilePipeline() {
    RepairedRow row = new RepairedRow(2, HOSTILE, HOSTILE, HOSTILE);
    return aPipelineBuilder()
        .wonByRegion(Map.of(HOSTILE, tally(1, "1")))
        .wonByAgent(Map.of(HOSTILE, tally(1, "1")))
        .wonByAccount(Map.of(HOSTILE, tally(1, "1")))
        .afterSale(anAfterSale(HOSTILE))
        .imports(
            new Imports(
                List.of(new FileImport(HOSTILE, 1, 1, 1, 1)),
                List.of(new RepairRule(HOSTILE, HOSTILE, List.of(row))),
                List.of(new Rejection(HOSTILE, 3, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                Duration.ZERO))
        .build();
  }

  /** Two orders and three cases; {@code name} is that of everything that has one. */
  static AfterSale anAfterSale(String name) {
    Instant at = Instant.parse("2026-11-02T08:30:00Z");
    BigDecimal ten = BigDecimal.TEN;
    BigDecimal none = BigDecimal.ZERO;
    return new AfterSale(
        List.of(
            new AfterSale.OrderTally("Draft", 1, ten, none, none, none),
            new AfterSale.OrderTally("Shipped", 1, new BigDecimal("30"), ten, none, ten.add(ten))),
        tally(1, "10"),
        List.of("New", "Closed"),
        List.of(
            new AfterSale.CaseTally("Urgent", List.of(1L, 0L)),
            new AfterSale.CaseTally("Low", List.of(0L, 2L))),
        inOrder(name, 3L),
        List.of(
            new AfterSale.Promise("First answer", 2, 1, 0),
            new AfterSale.Promise("Resolution", 0, 0, 3)),
        List.of(new AfterSale.Escalated(at, name, "Urgent", name, "100 % of the time", name)),
        List.of(new AfterSale.AgentTally(name, 3, 2, 1)),
        name,
        List.of(new AfterSale.Happening(at, "Case", name)),
        List.of(new AfterSale.View(name, "seller", 2, 1, 0)),
        List.of(
            new AfterSale.QuoteRevision(name, name, name, "Sent", ten, new BigDecimal("11.9"))));
  }

  static PipelineFigures anEmptyPipeline() {
    return PipelineFigures.builder("EUR", LocalDate.of(2026, 10, 31)).build();
  }

  /** A map of the keys and values in turn, in that order. */
  @SuppressWarnings("unchecked")
  static <V> Map<String, V> inOrder(Object... keysAndValues) {
    Map<String, V> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], (V) keysAndValues[i + 1]);
    }
    return map;
  }
}
