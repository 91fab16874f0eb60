package io.crmkit.analytics.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Charts of every kind, with what is hard about each. */
final class Samples {
  static final String HOSTILE =
      "</text><script>alert(\"1\")</script> & ' \u0000\u001b\uFFFE \uD800 \u202Eabc\n"
          + "Zo\u0301e\u0308 長城軟件 "
          + "x".repeat(5000);

  private Samples() {}

  /** Returns small charts by the name of the file that holds their drawing. */
  static Map<String, Chart> golden() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("bars", bars());
    charts.put("bars-grouped", groupedBars());
    charts.put("columns", columns());
    charts.put("columns-stacked", stackedColumns());
    charts.put("lines-with-gaps", lines());
    charts.put("area", area());
    charts.put("donut", donut());
    charts.put("funnel", funnel());
    charts.put("empty", Chart.bars("Won by region").build());
    return charts;
  }

  /** Returns the small charts, and large, lopsided and extreme ones. */
  static Map<String, Chart> all() {
    Map<String, Chart> charts = new LinkedHashMap<>(golden());
    charts.put("many columns", manyColumns(60));
    charts.put("long names", longNames());
    charts.put("all zero", Chart.columns("Zero").category("a", 0).category("b", 0).build());
    charts.put("one point", Chart.lines("One").point("only", 5).build());
    charts.put("only gaps", Chart.lines("Gaps").point("a", Double.NaN).build());
    charts.put("seven lines", sevenLines());
    charts.put("huge", Chart.bars("Huge").category("a", 1e100).category("b", -1e100).build());
    charts.put(
        "huge columns", Chart.columns("Huge").category("a", 1e100, -1e99).series("x", "y").build());
    charts.put("tiny", Chart.columns("Tiny").category("a", 1e-300).build());
    charts.put(
        "level", Chart.lines("Level").zoomed().point("a", 1e18).point("b", 1e18 + 1000).build());
    charts.put("zero shares", Chart.donut("Zero").slice("a", 0).build());
    charts.put("one share", Chart.donut("One").slice("a", 3).slice("b", 0).build());
    charts.put("twenty shares", twentyShares());
    charts.put("steep funnel", steepFunnel());
    charts.put("empty funnel", Chart.funnel("Zero").step("a", 0).step("b", 0).build());
    charts.put("hostile bars", Chart.bars(HOSTILE).category(HOSTILE, 1).category("", 2).build());
    charts.put(
        "hostile lines",
        Chart.lines(HOSTILE).series(HOSTILE, "b").point(HOSTILE, 1, 2).point("z", 2, 1).build());
    charts.put("hostile columns", Chart.columns(HOSTILE).category(HOSTILE, 1).build());
    charts.put("hostile donut", Chart.donut(HOSTILE).slice(HOSTILE, 1).build());
    charts.put(
        "hostile funnel",
        Chart.funnel(HOSTILE)
            .step(HOSTILE, 2, OptionalDouble.of(0.5), HOSTILE)
            .step(HOSTILE, 1, OptionalDouble.empty(), HOSTILE)
            .build());
    return charts;
  }

  static BarChart bars() {
    return Chart.bars("Won by region")
        .category("Central", 3_346_293)
        .category("East", 3_090_594)
        .category("West", 3_568_647)
        .category("Nowhere", Double.NaN)
        .build();
  }

  private static Chart groupedBars() {
    return Chart.bars("Plan and actual")
        .series("Plan", "Actual")
        .category("Q1", 10, 12)
        .category("Q2", 14, -9)
        .build();
  }

  private static Chart columns() {
    return Chart.columns("Won by quarter")
        .category("2026-Q1", 1_134_672)
        .category("2026-Q2", 3_086_111)
        .category("2026-Q3", 2_982_255)
        .build();
  }

  private static Chart stackedColumns() {
    return Chart.columns("Customers won and lost")
        .series("New", "Back", "Gone")
        .stacked()
        .format(ValueFormat.INTEGER)
        .category("January", 12, 3, -4)
        .category("February", 15, Double.NaN, -2)
        .build();
  }

  private static Chart lines() {
    return Chart.lines("Days to close")
        .series("Won", "Lost")
        .format(ValueFormat.DAYS)
        .point("Jan", 52, 41)
        .point("Feb", 49.5, Double.NaN)
        .point("Mar", 51, 44)
        .point("Apr", Double.NaN, 43)
        .build();
  }

  private static Chart area() {
    return Chart.lines("Win rate")
        .area()
        .format(ValueFormat.PERCENT)
        .point("Q1", 0.612)
        .point("Q2", 0.655)
        .point("Q3", 0.641)
        .build();
  }

  private static Chart donut() {
    return Chart.donut("Deals by stage")
        .format(ValueFormat.INTEGER)
        .slice("Prospecting", 500)
        .slice("Engaging", 1589)
        .slice("Won", 4238)
        .slice("Lost", 2473)
        .build();
  }

  static FunnelChart funnel() {
    return Chart.funnel("Sales funnel")
        .step("Prospecting", 8800, OptionalDouble.of(0.943), "")
        .step("Engaging", 8300, OptionalDouble.of(0.511), "47.3 d on average")
        .step("Won", 4238)
        .build();
  }

  private static Chart manyColumns(int months) {
    BarChart.Builder chart = Chart.columns("Five years");
    for (int i = 0; i < months; i++) {
      chart.category((2021 + i / 12) + "-" + (i % 12 + 1), 1000 + i * 37 % 400);
    }
    return chart.build();
  }

  private static Chart longNames() {
    return Chart.bars("Won by account")
        .category("Gesellschaft für außerordentlich lange Firmennamen mbH & Co. KG", 12.5)
        .category("北京长城软件技术开发有限责任公司上海第二分公司", 1_250_000)
        .category("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", -3_000)
        .build();
  }

  private static Chart sevenLines() {
    LineChart.Builder chart =
        Chart.lines("Seven").series("one", "two", "three", "four", "five", "six", "seven");
    for (int i = 0; i < 40; i++) {
      chart.point("W" + i, i, i + 1, i + 2, i + 3, i + 4, i + 5, i + 6);
    }
    return chart.build();
  }

  private static Chart twentyShares() {
    DonutChart.Builder chart = Chart.donut("Twenty");
    for (int i = 1; i <= 20; i++) {
      chart.slice("Share number " + i, i * i);
    }
    return chart.build();
  }

  private static Chart steepFunnel() {
    return Chart.funnel("Steep")
        .step("Visited", 1_200_000, OptionalDouble.of(0.003), "2 d")
        .step("Signed up", 3_600, OptionalDouble.of(0.0028), "3 d")
        .step("Won", 10, OptionalDouble.empty(), "")
        .build();
  }
}
