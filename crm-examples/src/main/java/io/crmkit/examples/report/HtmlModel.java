package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.FunnelStage;
import io.crmkit.examples.report.PipelineFigures.OpenStage;
import io.crmkit.examples.report.PipelineFigures.WinRate;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the template of the HTML page shows: maps, lists and text, nothing that can be called. */
final class HtmlModel {
  private static final int FEWEST_ACCOUNTS = 8;
  private static final int MOST_ACCOUNTS = 25;
  private static final int ROWS_OF_OPEN_PIPELINE = 7;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final PipelineFigures figures;
  private final String currency;

  HtmlModel(PipelineFigures figures) {
    this.figures = figures;
    this.currency = figures.currency();
  }

  Map<String, Object> values() {
    Map<String, Object> model = new HashMap<>();
    model.put("asOf", DAY.format(figures.asOf()));
    model.put("asOfIso", figures.asOf().toString());
    model.put("currency", currency);
    model.put("kpis", kpis());
    model.put("funnel", ReportCharts.funnel(figures.funnel(), 710));
    model.put("funnelStages", figures.funnel().stream().map(HtmlModel::stage).toList());
    model.put("stages", ReportCharts.stages(figures, 320));
    Ranking quarters = Ranking.inOrder(figures.wonByQuarter());
    model.put("quarters", ReportCharts.columns("Won by quarter", quarters, 614));
    model.put("quartersNote", best(Ranking.byAmount(figures.wonByQuarter())));
    Ranking regions = Ranking.byAmount(figures.wonByRegion());
    model.put("regions", ReportCharts.shares("Won by region", regions, 420));
    model.put("regionsNote", leader(regions));
    Ranking managers = Ranking.byAmount(figures.wonByManager());
    model.put("managers", ReportCharts.bars("Won by manager", managers.all(), 520));
    model.put("managersNote", leader(managers));
    Ranking products = Ranking.byAmount(figures.wonByProduct());
    model.put("products", ReportCharts.bars("Won by product", products.all(), 520));
    model.put("productsNote", leader(products));
    accounts(model);
    model.put("sellers", sellers());
    model.put("widestAmount", widestAmount());
    model.put("openStages", figures.openPipeline().stream().map(this::open).toList());
    model.put("openTotal", open(figures.open()));
    model.put("afterSale", new HtmlAfterSaleModel(figures).values());
    model.put("import", new HtmlImportModel(figures.imports()).values());
    return model;
  }

  private List<Map<String, Object>> kpis() {
    WinRate rate = figures.winRate();
    OpenStage open = figures.open();
    String closed = Amounts.grouped(rate.won()) + " of " + deals(rate.closed()) + " closed";
    String openNote = "of " + Amounts.brief(open.amount(), currency) + " in " + deals(open.count());
    String lost = "days for won, " + Amounts.days(figures.daysToClose().lost()) + " for lost";
    String dealsNote =
        Amounts.grouped(open.count()) + " open, " + Amounts.grouped(rate.closed()) + " closed";
    return List.of(
        kpi("Won", brief(figures.won().amount()), exact(figures.won().amount()), dealsWon()),
        kpi("Win rate", Amounts.percent(rate.rate()), closed, closed),
        kpi("Open, weighted", brief(open.weighted()), exact(open.weighted()), openNote),
        kpi("Days to close", Amounts.days(figures.daysToClose().won()), lost, lost),
        kpi("Deals", Amounts.grouped(figures.all().count()), dealsNote, dealsNote));
  }

  private static Map<String, Object> kpi(String label, String value, String exact, String note) {
    return Map.of("label", label, "value", value, "exact", exact, "note", note);
  }

  private String dealsWon() {
    return exact(figures.won().amount()) + " in " + deals(figures.won().count());
  }

  private String brief(BigDecimal amount) {
    return Amounts.brief(amount, currency);
  }

  private String exact(BigDecimal amount) {
    return Amounts.money(amount, currency);
  }

  private static String deals(long count) {
    return Amounts.grouped(count) + (count == 1 ? " deal" : " deals");
  }

  private String best(Ranking ranking) {
    return ranking.all().isEmpty()
        ? ""
        : "Best: "
            + ranking.all().get(0).name()
            + " with "
            + brief(ranking.all().get(0).tally().amount());
  }

  private static String leader(Ranking ranking) {
    return ranking.all().isEmpty()
        ? ""
        : ranking.all().get(0).name()
            + " leads with "
            + Amounts.percent(ranking.all().get(0).share());
  }

  private static Map<String, Object> stage(FunnelStage stage) {
    Map<String, Object> row = new HashMap<>();
    row.put("name", stage.name());
    row.put("entered", Amounts.grouped(stage.entered()));
    row.put(
        "advanced",
        stage.conversion().isPresent() ? Amounts.grouped(stage.advanced()) : Amounts.NONE);
    row.put("conversion", Amounts.percent(stage.conversion()));
    row.put("lost", Amounts.grouped(stage.lost()));
    row.put("stillHere", Amounts.grouped(stage.stillHere()));
    row.put("meanDays", Amounts.days(stage.meanDays()));
    row.put("medianDays", Amounts.days(stage.medianDays()));
    return row;
  }

  /** Puts in as many accounts as there is room beside the sellers. */
  private void accounts(Map<String, Object> model) {
    int room = Sellers.ranked(figures).all().size() - ROWS_OF_OPEN_PIPELINE;
    int most = Math.max(FEWEST_ACCOUNTS, Math.min(MOST_ACCOUNTS, room));
    Ranking accounts = Ranking.byAmount(figures.wonByAccount());
    List<Ranking.Entry> top = accounts.top(most);
    double share = top.stream().mapToDouble(Ranking.Entry::share).sum();
    model.put("accounts", ReportCharts.bars("Top accounts", top, 420));
    model.put(
        "accountsNote",
        "The first "
            + top.size()
            + " of "
            + Amounts.grouped(accounts.all().size())
            + " bring "
            + Amounts.percent(share));
    model.put("moreAccounts", Amounts.grouped(accounts.moreThan(most)));
    model.put("hasMoreAccounts", accounts.moreThan(most) > 0);
  }

  private List<Map<String, Object>> sellers() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Ranking.Entry entry : Sellers.ranked(figures).all()) {
      WinRate rate = Sellers.rate(figures, entry.name());
      Map<String, Object> row = new HashMap<>();
      row.put("rank", rows.size() + 1);
      row.put("name", entry.name());
      row.put("won", Amounts.grouped(entry.tally().count()));
      row.put("wonNumber", entry.tally().count());
      row.put("closed", Amounts.grouped(rate.closed()));
      row.put("closedNumber", rate.closed());
      row.put("rate", Amounts.percent(rate.rate()));
      row.put("rateNumber", rate.rate().orElse(-1));
      row.put("rateWidth", width(rate.rate().orElse(0)));
      row.put("amount", Amounts.grouped(entry.tally().amount()));
      row.put("amountNumber", Amounts.plain(entry.tally().amount()));
      row.put("amountWidth", width(entry.ofBest()));
      rows.add(row);
    }
    return rows;
  }

  private int widestAmount() {
    return Sellers.ranked(figures).all().stream()
        .mapToInt(entry -> Amounts.grouped(entry.tally().amount()).length())
        .max()
        .orElse(0);
  }

  /** The length of a bar as a CSS percentage. */
  static String width(double share) {
    double percent = Math.max(0, Math.min(1, share)) * 100;
    return BigDecimal.valueOf(Math.round(percent * 10), 1).toPlainString() + "%";
  }

  private Map<String, Object> open(OpenStage stage) {
    return Map.of(
        "stage", stage.stage(),
        "count", Amounts.grouped(stage.count()),
        "amount", Amounts.grouped(stage.amount()),
        "probability", Amounts.percent(stage.probability()),
        "weighted", Amounts.grouped(stage.weighted()));
  }
}
