package io.crmkit.examples.pipeline;

import io.crmkit.Session;
import io.crmkit.analytics.Breakdown;
import io.crmkit.analytics.Durations;
import io.crmkit.analytics.pipeline.Funnel;
import io.crmkit.analytics.pipeline.OpenPipeline;
import io.crmkit.analytics.pipeline.PipelineAnalytics;
import io.crmkit.analytics.pipeline.StageTally;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.examples.aftersale.AfterSaleReader;
import io.crmkit.examples.report.PipelineFigures;
import io.crmkit.examples.report.PipelineFigures.DaysToClose;
import io.crmkit.examples.report.PipelineFigures.FunnelStage;
import io.crmkit.examples.report.PipelineFigures.Imports;
import io.crmkit.examples.report.PipelineFigures.OpenStage;
import io.crmkit.examples.report.PipelineFigures.Tally;
import io.crmkit.examples.report.PipelineFigures.WinRate;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Records;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageCategory;
import io.crmkit.sales.StageChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Reads the figures of a report from a CRM; nothing of it comes from the files. */
public final class PipelineReader {
  private static final String NOBODY = "(none)";

  private final Session session;
  private final AfterSaleReader afterSale;
  private final String currency;
  private final PipelineAnalytics deals;

  /**
   * @param session in whose name the figures are read
   * @param afterSale reads what became of the won deals
   * @param currency the ISO 4217 code of the currency to report in; other amounts do not count
   */
  public PipelineReader(Session session, AfterSaleReader afterSale, String currency) {
    this.session = session;
    this.afterSale = afterSale;
    this.currency = currency;
    this.deals = PipelineAnalytics.of(session);
  }

  /** The figures as they are now, with what became of the files just imported. */
  public PipelineFigures figures(PipelineImport.Result imported) {
    return figures(ImportFigures.of(imported));
  }

  /** The figures as they are now, as of the day of the last fact about a deal. */
  public PipelineFigures figures() {
    return figures(Imports.NONE);
  }

  private PipelineFigures figures(Imports imports) {
    Durations won = deals.daysToClose(StageCategory.WON);
    Durations lost = deals.daysToClose(StageCategory.LOST);
    Records<User> users = session.organization();
    return PipelineFigures.builder(currency, lastFact())
        .imports(imports)
        .byStage(byStage())
        .funnel(funnel())
        .won(tally(deals.won()))
        .winRate(rate(deals.winRate()))
        .wonByQuarter(wonByQuarter())
        .wonByRegion(
            named(
                deals.wonBy(Opportunity.OWNER.get(User.UNIT)),
                session.organization().units(),
                OrgUnit.NAME,
                this::tally))
        .wonByManager(
            named(
                deals.wonBy(Opportunity.OWNER.get(User.MANAGER)),
                users,
                User.FULL_NAME,
                this::tally))
        .wonByAgent(named(deals.wonBy(Opportunity.OWNER), users, User.FULL_NAME, this::tally))
        .wonByProduct(
            named(deals.wonBy(Opportunity.PRODUCT), session.catalog(), Product.NAME, this::tally))
        .wonByAccount(
            named(
                deals.wonBy(Opportunity.CUSTOMER), session.customers(), Customer.NAME, this::tally))
        .agentWinRate(
            named(deals.winRateBy(Opportunity.OWNER), users, User.FULL_NAME, PipelineReader::rate))
        .daysToClose(new DaysToClose(won.meanDays(), lost.meanDays(), won.plus(lost).meanDays()))
        .openPipeline(openPipeline())
        .afterSale(afterSale.figures())
        .build();
  }

  private LocalDate lastFact() {
    Measure<StageChange, Instant> latest = StageChange.AT.max();
    Instant last = session.pipeline().stageChanges().query().measure(latest).get(latest);
    return LocalDate.ofInstant(
        Objects.requireNonNullElseGet(last, session.workspace()::now), ZoneOffset.UTC);
  }

  private Map<String, Tally> byStage() {
    Map<String, Tally> byStage = new LinkedHashMap<>();
    for (StageTally stage : deals.stages(DemoRules.PIPELINE)) {
      byStage.put(stage.name(), tally(stage.tally()));
    }
    return byStage;
  }

  /** The open stages and, as the last step, the won deals. */
  private List<FunnelStage> funnel() {
    Funnel funnel = deals.funnel(DemoRules.PIPELINE).assumePassed().measure();
    List<FunnelStage> steps = new ArrayList<>();
    for (io.crmkit.analytics.pipeline.FunnelStage stage : funnel.stages()) {
      steps.add(
          new FunnelStage(
              stage.name(),
              stage.entered(),
              stage.advanced(),
              stage.lost(),
              stage.stillOpen(),
              stage.conversion(),
              stage.time().meanDays(),
              stage.time().medianDays()));
    }
    long won = funnel.won().size();
    OptionalDouble none = OptionalDouble.empty();
    steps.add(new FunnelStage("Won", won, 0, 0, won, none, none, none));
    return steps;
  }

  private Map<String, Tally> wonByQuarter() {
    Map<String, Tally> quarters = new LinkedHashMap<>();
    deals
        .wonBy(Opportunity.CLOSED_ON.by(DatePart.QUARTER))
        .forEach(
            slice -> {
              LocalDate first = slice.key();
              String name = first == null ? NOBODY : DatePart.QUARTER.label(first);
              quarters.put(name, tally(slice.figure()));
            });
    return quarters;
  }

  /** Deals without an amount count with the list price of their product. */
  private List<OpenStage> openPipeline() {
    OpenPipeline open =
        deals.openPipeline(DemoRules.PIPELINE, Opportunity.PRODUCT, Product.LIST_PRICE);
    return open.stages().stream()
        .map(
            stage ->
                new OpenStage(
                    stage.name(),
                    stage.deals().count(),
                    stage.deals().amount(currency).amount(),
                    stage.probability().doubleValue(),
                    stage.weighted().in(currency).amount()))
        .toList();
  }

  /** The figures by the names of the records, which are read all at once. */
  private static <X extends Entity<X>, F, R> Map<String, R> named(
      Breakdown<Ref<X>, F> figures, Records<X> records, TextField<X> name, Function<F, R> figure) {
    Map<Ref<X>, X> known = records.find(figures.keys());
    Map<String, R> named = new LinkedHashMap<>();
    for (Breakdown.Slice<Ref<X>, F> slice : figures) {
      X record = slice.key() == null ? null : known.get(slice.key());
      String text = record == null ? NOBODY : record.require(name);
      named.put(text, figure.apply(slice.figure()));
    }
    return named;
  }

  private Tally tally(io.crmkit.analytics.Tally tally) {
    return new Tally(tally.count(), tally.amount(currency).amount());
  }

  private static WinRate rate(io.crmkit.analytics.pipeline.WinRate rate) {
    return new WinRate(rate.won(), rate.closed());
  }
}
