package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.FunnelStage;
import io.crmkit.examples.report.PipelineFigures.OpenStage;
import io.crmkit.examples.report.PipelineFigures.Tally;
import io.crmkit.examples.report.PipelineFigures.WinRate;
import io.crmkit.examples.report.Terminal.Tone;
import java.util.Map;

/** The sections of the console report about the pipeline itself. */
final class PipelineSections {
  private static final int LONGEST_LIST = 1000;

  private final Page page;
  private final PipelineFigures figures;

  PipelineSections(Page page, PipelineFigures figures) {
    this.page = page;
    this.figures = figures;
  }

  void print() {
    page.title(
        "SALES PIPELINE", "as of " + figures.asOf() + " · amounts in whole " + figures.currency());
    summary();
    stages();
    funnel();
    page.section("WON BY QUARTER");
    ranking("Quarter", Ranking.inOrder(figures.wonByQuarter()), LONGEST_LIST, "quarters");
    section("WON BY REGION", "Region", figures.wonByRegion(), LONGEST_LIST, "regions");
    section("WON BY MANAGER", "Manager", figures.wonByManager(), LONGEST_LIST, "managers");
    section("WON BY PRODUCT", "Product", figures.wonByProduct(), LONGEST_LIST, "products");
    section("WON BY ACCOUNT", "Account", figures.wonByAccount(), page.top, "accounts");
    sellers();
    open();
  }

  private void summary() {
    WinRate rate = figures.winRate();
    OpenStage open = figures.open();
    fact("Won", Amounts.grouped(figures.won().amount()), deals(figures.won().count()));
    fact("Win rate", Amounts.percent(rate.rate()), "of " + deals(rate.closed()) + " closed");
    fact(
        "Open, weighted",
        Amounts.grouped(open.weighted()),
        "of " + Amounts.grouped(open.amount()) + " in " + deals(open.count()));
    fact(
        "Days to close",
        Amounts.days(figures.daysToClose().won()),
        "for won deals, " + Amounts.days(figures.daysToClose().lost()) + " for lost ones");
  }

  private static String deals(long count) {
    return Amounts.grouped(count) + (count == 1 ? " deal" : " deals");
  }

  private void fact(String name, String value, String remark) {
    Terminal terminal = page.terminal;
    page.line(
        "  "
            + Terminal.left(name, 16)
            + terminal.tone(Tone.STRONG, Terminal.right(terminal.drawn(value), 16))
            + "  "
            + terminal.tone(Tone.FAINT, terminal.drawn(remark)));
  }

  private void stages() {
    page.section("ALL DEALS BY STAGE");
    TextTable table = page.table("Stage", "Deals", "Amount", "Share of deals");
    long all = figures.all().count();
    figures
        .byStage()
        .forEach(
            (stage, tally) -> {
              double share = all == 0 ? 0 : (double) tally.count() / all;
              table.bar(
                  share,
                  stage,
                  Amounts.grouped(tally.count()),
                  Amounts.grouped(tally.amount()),
                  Amounts.percent(share));
            });
    page.print(table);
  }

  private void funnel() {
    page.section("FUNNEL");
    TextTable table =
        page.table(
            "Stage", "Entered", "Advanced", "Conv.", "Lost", "Still here", "Mean d", "Median d");
    long most = figures.funnel().stream().mapToLong(FunnelStage::entered).max().orElse(0);
    for (FunnelStage stage : figures.funnel()) {
      table.bar(
          most == 0 ? 0 : (double) stage.entered() / most,
          stage.name(),
          Amounts.grouped(stage.entered()),
          stage.conversion().isPresent() ? Amounts.grouped(stage.advanced()) : Amounts.NONE,
          Amounts.percent(stage.conversion()),
          Amounts.grouped(stage.lost()),
          Amounts.grouped(stage.stillHere()),
          Amounts.days(stage.meanDays()),
          Amounts.days(stage.medianDays()));
    }
    page.print(table);
  }

  private void section(
      String heading, String column, Map<String, Tally> tallies, int most, String what) {
    page.section(heading);
    ranking(column, Ranking.byAmount(tallies), most, what);
  }

  private void ranking(String column, Ranking ranking, int most, String what) {
    TextTable table = page.table(column, "Deals", "Amount", "Share");
    for (Ranking.Entry entry : ranking.top(most)) {
      table.bar(
          entry.ofBest(),
          entry.name(),
          Amounts.grouped(entry.tally().count()),
          Amounts.grouped(entry.tally().amount()),
          Amounts.percent(entry.share()));
    }
    page.print(table);
    page.more(ranking.moreThan(most), what);
  }

  private void sellers() {
    page.section("SELLERS");
    TextTable table = page.table("Seller", "Won", "Closed", "Win rate", "Amount won");
    for (Ranking.Entry entry : Sellers.ranked(figures).all()) {
      WinRate rate = Sellers.rate(figures, entry.name());
      table.bar(
          entry.ofBest(),
          entry.name(),
          Amounts.grouped(entry.tally().count()),
          Amounts.grouped(rate.closed()),
          Amounts.percent(rate.rate()),
          Amounts.grouped(entry.tally().amount()));
    }
    page.print(table);
  }

  private void open() {
    page.section("OPEN PIPELINE");
    TextTable table = page.table("Stage", "Deals", "Amount", "Probability", "Weighted");
    for (OpenStage stage : figures.openPipeline()) {
      row(table, stage);
    }
    row(table, figures.open());
    page.print(table);
    page.remark("where no amount is agreed, estimated at list price");
  }

  private static void row(TextTable table, OpenStage stage) {
    table.row(
        stage.stage(),
        Amounts.grouped(stage.count()),
        Amounts.grouped(stage.amount()),
        Amounts.percent(stage.probability()),
        Amounts.grouped(stage.weighted()));
  }
}
