package io.crmkit.examples.report;

import io.crmkit.analytics.chart.BarChart;
import io.crmkit.analytics.chart.Chart;
import io.crmkit.analytics.chart.ChartStyle;
import io.crmkit.analytics.chart.DonutChart;
import io.crmkit.analytics.chart.FunnelChart;
import io.crmkit.analytics.chart.Palette;
import io.crmkit.analytics.chart.ValueFormat;
import io.crmkit.examples.report.AfterSale.CaseTally;
import io.crmkit.examples.report.AfterSale.OrderTally;
import io.crmkit.examples.report.PipelineFigures.FunnelStage;
import io.crmkit.examples.report.PipelineFigures.OpenStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the charts of the HTML page, each once for a wide and once for a narrow screen. */
final class ReportCharts {
  private static final int NARROW = 320;
  private static final int MOST_SLICES = 6;
  private static final int WON = 1;
  private static final int LOST = 5;
  private static final ChartStyle STYLE = ChartStyle.standard().palette(Palette.css()).untitled();

  private ReportCharts() {}

  /** Both drawings, and how wide the wide one may be shown before its letters look large. */
  private static Map<String, String> drawn(Chart chart, int width, int height) {
    return drawn(chart, STYLE, width, height);
  }

  private static Map<String, String> drawn(Chart chart, ChartStyle style, int width, int height) {
    return Map.of(
        "wide", chart.svg(style.size(width, height)),
        "narrow", chart.svg(style.size(NARROW, Math.min(height, 240))),
        "most", String.valueOf(width + width / 8));
  }

  static Map<String, String> funnel(List<FunnelStage> stages, int width) {
    FunnelChart.Builder chart = Chart.funnel("Sales funnel");
    for (FunnelStage stage : stages) {
      String note =
          stage.meanDays().isEmpty() ? "" : Amounts.days(stage.meanDays()) + " days on average";
      chart.step(stage.name(), (double) stage.entered(), stage.conversion(), note);
    }
    return drawn(chart.build(), width, 300);
  }

  static Map<String, String> stages(PipelineFigures figures, int width) {
    DonutChart.Builder chart = Chart.donut("Deals by stage").format(ValueFormat.INTEGER);
    figures.byStage().forEach((stage, tally) -> chart.slice(stage, (double) tally.count()));
    return drawn(chart.build(), STYLE.palette(stageColours(figures)), width, 300);
  }

  /** Open stages in shades that belong together, won in green, lost in grey. */
  private static Palette stageColours(PipelineFigures figures) {
    Palette css = Palette.css();
    List<Integer> ofOpenStages = List.of(6, 0, 3, 4, 2);
    Set<String> open =
        figures.openPipeline().stream().map(OpenStage::stage).collect(Collectors.toSet());
    List<FunnelStage> funnel = figures.funnel();
    String won = funnel.isEmpty() ? "" : funnel.get(funnel.size() - 1).name();
    List<String> colours = new ArrayList<>();
    int shade = 0;
    for (String stage : figures.byStage().keySet()) {
      if (open.contains(stage)) {
        colours.add(css.series().get(ofOpenStages.get(shade++ % ofOpenStages.size())));
      } else {
        colours.add(css.series().get(stage.equals(won) ? WON : LOST));
      }
    }
    return colours.isEmpty()
        ? css
        : new Palette(css.ink(), css.muted(), css.grid(), css.surface(), css.onSeries(), colours);
  }

  static Map<String, String> columns(String title, Ranking ranking, int width) {
    BarChart.Builder chart = Chart.columns(title);
    add(chart, ranking.all());
    return drawn(chart.build(), width, 280);
  }

  static Map<String, String> bars(String title, List<Ranking.Entry> entries, int width) {
    BarChart.Builder chart = Chart.bars(title);
    add(chart, entries);
    return drawn(chart.build(), width, 280);
  }

  /** A ring where there are few shares of one whole, else bars. */
  static Map<String, String> shares(String title, Ranking ranking, int width) {
    List<Ranking.Entry> entries = ranking.all();
    boolean negative = entries.stream().anyMatch(e -> e.tally().amount().signum() < 0);
    if (negative || entries.size() > MOST_SLICES) {
      return bars(title, entries, width);
    }
    DonutChart.Builder chart = Chart.donut(title);
    entries.forEach(e -> chart.slice(e.name(), e.tally().amount().doubleValue()));
    return drawn(chart.build(), width, 240);
  }

  /** What of each state is shipped, open and cancelled; of a draft nothing is yet. */
  static Map<String, String> orders(AfterSale afterSale, int width) {
    BarChart.Builder chart =
        Chart.bars("Orders by state")
            .series("Shipped", "Open", "Cancelled", "Not confirmed")
            .stacked();
    for (OrderTally state : afterSale.orders()) {
      chart.category(
          state.state(),
          state.shipped().doubleValue(),
          state.open().doubleValue(),
          state.cancelled().doubleValue(),
          AfterSaleSections.draft(state).doubleValue());
    }
    return drawn(chart.build(), STYLE.palette(picked(1, 0, 4, 5)), width, 300);
  }

  static Map<String, String> parts(OrderTally all, int width) {
    DonutChart.Builder chart = Chart.donut("Ordered amount");
    chart.slice("Shipped", all.shipped().doubleValue());
    chart.slice("Open", all.open().doubleValue());
    chart.slice("Cancelled", all.cancelled().doubleValue());
    chart.slice("Not confirmed", AfterSaleSections.draft(all).doubleValue());
    return drawn(chart.build(), STYLE.palette(picked(1, 0, 4, 5)), width, 270);
  }

  /** Open states in warm colours, those that are done in green and grey; without what is empty. */
  static Map<String, String> cases(AfterSale afterSale, int width) {
    List<Integer> colours = List.of(4, 0, 2, 3, 1, 5);
    List<Integer> used = new ArrayList<>();
    List<Long> totals = afterSale.allCases().byState();
    for (int i = 0; i < totals.size(); i++) {
      if (totals.get(i) > 0) {
        used.add(i);
      }
    }
    BarChart.Builder chart =
        Chart.columns("Cases by priority")
            .series(used.stream().map(afterSale.caseStates()::get).toArray(String[]::new))
            .stacked()
            .format(ValueFormat.INTEGER);
    for (CaseTally tally : afterSale.cases()) {
      chart.category(
          tally.priority(),
          used.stream().mapToDouble(i -> (double) tally.byState().get(i)).toArray());
    }
    int[] picked = used.stream().mapToInt(i -> colours.get(i % colours.size())).toArray();
    return drawn(chart.build(), STYLE.palette(picked(picked)), width, 280);
  }

  static Map<String, String> channels(AfterSale afterSale, int width) {
    DonutChart.Builder chart = Chart.donut("Cases by channel").format(ValueFormat.INTEGER);
    afterSale.channels().forEach((channel, count) -> chart.slice(channel, (double) count));
    return drawn(chart.build(), width, 240);
  }

  private static Palette picked(int... series) {
    Palette css = Palette.css();
    List<String> colours = new ArrayList<>();
    for (int one : series) {
      colours.add(css.series().get(one));
    }
    return new Palette(css.ink(), css.muted(), css.grid(), css.surface(), css.onSeries(), colours);
  }

  private static void add(BarChart.Builder chart, List<Ranking.Entry> entries) {
    entries.forEach(e -> chart.category(e.name(), e.tally().amount().doubleValue()));
  }
}
