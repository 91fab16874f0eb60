package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.DaysToClose;
import io.crmkit.examples.report.PipelineFigures.FunnelStage;
import io.crmkit.examples.report.PipelineFigures.Imports;
import io.crmkit.examples.report.PipelineFigures.OpenStage;
import io.crmkit.examples.report.PipelineFigures.Tally;
import io.crmkit.examples.report.PipelineFigures.WinRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Collects {@link PipelineFigures} by name; the meaning of each is told there. What is not set is
 * empty. Not safe for use by several threads.
 */
public final class PipelineFiguresBuilder {
  private final String currency;
  private final LocalDate asOf;
  private Imports imports = Imports.NONE;
  private Map<String, Tally> byStage = Map.of();
  private List<FunnelStage> funnel = List.of();
  private Tally won = Tally.NONE;
  private WinRate winRate = new WinRate(0, 0);
  private Map<String, Tally> wonByQuarter = Map.of();
  private Map<String, Tally> wonByRegion = Map.of();
  private Map<String, Tally> wonByManager = Map.of();
  private Map<String, Tally> wonByAgent = Map.of();
  private Map<String, Tally> wonByProduct = Map.of();
  private Map<String, Tally> wonByAccount = Map.of();
  private Map<String, WinRate> agentWinRate = Map.of();
  private DaysToClose daysToClose = DaysToClose.UNKNOWN;
  private List<OpenStage> openPipeline = List.of();
  private AfterSale afterSale = AfterSale.NONE;

  PipelineFiguresBuilder(String currency, LocalDate asOf) {
    this.currency = Objects.requireNonNull(currency, "currency");
    this.asOf = Objects.requireNonNull(asOf, "asOf");
  }

  /** Sets {@link PipelineFigures#imports()}. */
  public PipelineFiguresBuilder imports(Imports value) {
    this.imports = value;
    return this;
  }

  /** Sets {@link PipelineFigures#byStage()}. */
  public PipelineFiguresBuilder byStage(Map<String, Tally> value) {
    this.byStage = value;
    return this;
  }

  /** Sets {@link PipelineFigures#funnel()}. */
  public PipelineFiguresBuilder funnel(List<FunnelStage> value) {
    this.funnel = value;
    return this;
  }

  /** Sets {@link PipelineFigures#won()}. */
  public PipelineFiguresBuilder won(Tally value) {
    this.won = value;
    return this;
  }

  /** Sets {@link PipelineFigures#winRate()}. */
  public PipelineFiguresBuilder winRate(WinRate value) {
    this.winRate = value;
    return this;
  }

  /** Sets {@link PipelineFigures#wonByQuarter()}. */
  public PipelineFiguresBuilder wonByQuarter(Map<String, Tally> value) {
    this.wonByQuarter = value;
    return this;
  }

  /** Sets {@link PipelineFigures#wonByRegion()}. */
  public PipelineFiguresBuilder wonByRegion(Map<String, Tally> value) {
    this.wonByRegion = value;
    return this;
  }

  /** Sets {@link PipelineFigures#wonByManager()}. */
  public PipelineFiguresBuilder wonByManager(Map<String, Tally> value) {
    this.wonByManager = value;
    return this;
  }

  /** Sets {@link PipelineFigures#wonByAgent()}. */
  public PipelineFiguresBuilder wonByAgent(Map<String, Tally> value) {
    this.wonByAgent = value;
    return this;
  }

  /** Sets {@link PipelineFigures#wonByProduct()}. */
  public PipelineFiguresBuilder wonByProduct(Map<String, Tally> value) {
    this.wonByProduct = value;
    return this;
  }

  /** Sets {@link PipelineFigures#wonByAccount()}. */
  public PipelineFiguresBuilder wonByAccount(Map<String, Tally> value) {
    this.wonByAccount = value;
    return this;
  }

  /** Sets {@link PipelineFigures#agentWinRate()}. */
  public PipelineFiguresBuilder agentWinRate(Map<String, WinRate> value) {
    this.agentWinRate = value;
    return this;
  }

  /** Sets {@link PipelineFigures#daysToClose()}. */
  public PipelineFiguresBuilder daysToClose(DaysToClose value) {
    this.daysToClose = value;
    return this;
  }

  /** Sets {@link PipelineFigures#openPipeline()}. */
  public PipelineFiguresBuilder openPipeline(List<OpenStage> value) {
    this.openPipeline = value;
    return this;
  }

  /** Sets {@link PipelineFigures#afterSale()}. */
  public PipelineFiguresBuilder afterSale(AfterSale value) {
    this.afterSale = value;
    return this;
  }

  /** Makes the figures. */
  public PipelineFigures build() {
    return new PipelineFigures(
        currency,
        asOf,
        imports,
        byStage,
        funnel,
        won,
        winRate,
        wonByQuarter,
        wonByRegion,
        wonByManager,
        wonByAgent,
        wonByProduct,
        wonByAccount,
        agentWinRate,
        daysToClose,
        openPipeline,
        afterSale);
  }
}
