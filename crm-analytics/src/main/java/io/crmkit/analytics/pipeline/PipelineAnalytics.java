package io.crmkit.analytics.pipeline;

import io.crmkit.Features;
import io.crmkit.analytics.Breakdown;
import io.crmkit.analytics.Durations;
import io.crmkit.analytics.MoneyBag;
import io.crmkit.analytics.Tally;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Stage;
import io.crmkit.sales.StageCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures over the deals that an actor may see, as they are when asked for. Counting and adding is
 * done by the store. Immutable, thread-safe, costs nothing to make.
 *
 * <pre>{@code
 * PipelineAnalytics deals = PipelineAnalytics.of(session);
 * deals.winRate().rate();
 * deals.wonBy(Opportunity.CLOSED_ON.by(DatePart.QUARTER));
 * deals.where(Opportunity.PRODUCT.is(gtx)).wonBy(Opportunity.OWNER.get(User.UNIT));
 * }</pre>
 *
 * <p><b>Money</b> is never added over currencies: every sum is a {@link MoneyBag}, one amount for
 * each currency. A deal without an amount counts as a deal and adds nothing.
 *
 * <p><b>Days</b> such as the day of closing are those on the records, which the pipeline sets in
 * UTC.
 */
public final class PipelineAnalytics {
  private final Workspace space;
  private final Condition<Opportunity> which;

  private PipelineAnalytics(Workspace space, Condition<Opportunity> which) {
    this.space = space;
    this.which = which;
  }

  /** The figures as the actor of a session or of a unit of work may see them. */
  public static PipelineAnalytics of(Features session) {
    return of(session.workspace());
  }

  /** The figures as the actor of {@code space} may see them. */
  public static PipelineAnalytics of(Workspace space) {
    return new PipelineAnalytics(space, Condition.always());
  }

  /** The figures of those deals alone that meet all of {@code conditions} as well. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final PipelineAnalytics where(Condition<Opportunity>... conditions) {
    return new PipelineAnalytics(space, which.and(Condition.all(Arrays.asList(conditions))));
  }

  /** All deals, open and closed, with the sum of their amounts. */
  public Tally all() {
    return tally(deals(which));
  }

  /** The deals that are won, with the sum of their amounts. */
  public Tally won() {
    return tally(deals(which, Opportunity.STAGE_CATEGORY.is(StageCategory.WON)));
  }

  /**
   * The deals that are won, by anything that can be read off a deal: {@code Opportunity.OWNER},
   * {@code Opportunity.OWNER.get(User.UNIT)}, {@code Opportunity.CLOSED_ON.by(DatePart.QUARTER)}.
   *
   * <p>A reference to a record that is deleted, or that the actor may not see, is missing when
   * followed ({@code OWNER.get(…)}). By periods, those without a deal between the first and the
   * last are in it with {@link Tally#NONE}.
   */
  public <K> Breakdown<K, Tally> wonBy(Expr<Opportunity, K> by) {
    return tallyBy(deals(which, Opportunity.STAGE_CATEGORY.is(StageCategory.WON)), by);
  }

  /** All deals, open and closed, by anything that can be read off a deal; see {@link #wonBy}. */
  public <K> Breakdown<K, Tally> allBy(Expr<Opportunity, K> by) {
    return tallyBy(deals(which), by);
  }

  /**
   * The deals of a pipeline by the stage they are in now: every stage in order, those without a
   * deal included. Deals in older revisions count under the code of their stage; stages that the
   * current revision does not have any more stand where they stood.
   *
   * @param pipeline the code of the pipeline
   * @throws io.crmkit.kernel.error.NotFoundException where there is none; names those there are
   */
  public List<StageTally> stages(String pipeline) {
    PipelineStages stages = PipelineStages.of(space, pipeline);
    Breakdown<String, Tally> tallies = tallyBy(deals(which, stages.deals()), Opportunity.STAGE);
    List<StageTally> result = new ArrayList<>();
    for (Stage stage : stages.all()) {
      String code = stage.require(Stage.CODE);
      result.add(
          new StageTally(
              code, stage.require(Stage.NAME), stage.require(Stage.CATEGORY), tallies.get(code)));
    }
    return result;
  }

  /** Won deals among those won or lost. */
  public WinRate winRate() {
    WinRate rate = WinRate.NONE;
    for (Group<Opportunity> group :
        closed().groupBy(Opportunity.STAGE_CATEGORY).measure(Measure.count())) {
      rate = rate.plus(rate(group));
    }
    return rate;
  }

  /**
   * Won deals among those won or lost, by anything that can be read off a deal; see {@link #wonBy}.
   */
  public <K> Breakdown<K, WinRate> winRateBy(Expr<Opportunity, K> by) {
    Map<@Nullable K, WinRate> rates = new LinkedHashMap<>();
    for (Group<Opportunity> group :
        closed().groupBy(by, Opportunity.STAGE_CATEGORY).measure(Measure.count())) {
      rates.merge(group.get(by), rate(group), WinRate::plus);
    }
    return Breakdown.of(Periods.filled(rates, by, WinRate.NONE), WinRate.NONE, WinRate::plus);
  }

  private Query<Opportunity> closed() {
    return deals(which, Opportunity.STAGE_CATEGORY.is(StageCategory.OPEN).not());
  }

  private static WinRate rate(Group<Opportunity> group) {
    return group.get(Opportunity.STAGE_CATEGORY) == StageCategory.WON
        ? new WinRate(group.count(), 0)
        : new WinRate(0, group.count());
  }

  /**
   * How long the deals took that are in a category of closed stages now: from the first fact about
   * the deal to its entry into the stage in which it is closed. A deal that was reopened in between
   * counts until it was closed for the last time.
   *
   * <p>Measured from the {@linkplain io.crmkit.sales.StageChange facts}, never from days on the
   * record. Where nothing is known of a deal before it was closed, or its closing is not known, its
   * duration is {@linkplain Durations#unknown unknown}, not zero.
   *
   * @param category {@link StageCategory#WON} or {@link StageCategory#LOST}
   * @throws IllegalArgumentException for {@link StageCategory#OPEN}
   */
  public Durations daysToClose(StageCategory category) {
    if (!category.closed()) {
      throw new IllegalArgumentException("days to close: ask for WON or LOST, not " + category);
    }
    Condition<Opportunity> closed = which.and(Opportunity.STAGE_CATEGORY.is(category));
    CloseTimes times = new CloseTimes();
    space.run(work -> DealHistories.read(work, closed, times::add));
    return times.figures();
  }

  /**
   * The open deals of a pipeline by stage: how many, what they are worth and what may be expected
   * of them. Older revisions as in {@link #stages}.
   *
   * @param pipeline the code of the pipeline
   * @throws io.crmkit.kernel.error.NotFoundException where there is none; names those there are
   */
  public OpenPipeline openPipeline(String pipeline) {
    return space.call(work -> new OpenDeals(work, which, pipeline).figures());
  }

  /**
   * As {@link #openPipeline(String)}, where a deal without an amount counts with an estimate: a
   * price on a record that it refers to, such as the list price of its product.
   *
   * <pre>{@code
   * deals.openPipeline("b2b", Opportunity.PRODUCT, Product.LIST_PRICE);
   * }</pre>
   */
  public <X extends Entity<X>> OpenPipeline openPipeline(
      String pipeline, RefField<Opportunity, X> reference, MoneyField<X> estimate) {
    return space.call(work -> new OpenDeals(work, which, pipeline).figures(reference, estimate));
  }

  /** A funnel of these deals through a pipeline, to be measured. */
  public FunnelQuery funnel(String pipeline) {
    return new FunnelQuery(space, which, pipeline, false, null);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private Query<Opportunity> deals(Condition<Opportunity>... conditions) {
    return space.records(Opportunity.TYPE).where(conditions);
  }

  private static Tally tally(Query<Opportunity> deals) {
    Tally sum = Tally.NONE;
    for (Group<Opportunity> group :
        deals
            .groupBy(Opportunity.AMOUNT.currency())
            .measure(Measure.count(), Opportunity.AMOUNT.sum())) {
      sum = sum.plus(tally(group));
    }
    return sum;
  }

  private static <K> Breakdown<K, Tally> tallyBy(
      Query<Opportunity> deals, Expr<Opportunity, K> by) {
    Map<@Nullable K, Tally> tallies = new LinkedHashMap<>();
    for (Group<Opportunity> group :
        deals
            .groupBy(by, Opportunity.AMOUNT.currency())
            .measure(Measure.count(), Opportunity.AMOUNT.sum())) {
      tallies.merge(group.get(by), tally(group), Tally::plus);
    }
    return Breakdown.of(Periods.filled(tallies, by, Tally.NONE), Tally.NONE, Tally::plus);
  }

  private static Tally tally(Group<Opportunity> group) {
    Money sum = group.get(Opportunity.AMOUNT.sum());
    return new Tally(group.count(), sum == null ? MoneyBag.EMPTY : MoneyBag.of(sum));
  }
}
