package io.crmkit.analytics.pipeline;

import static io.crmkit.analytics.pipeline.Sales.B2B;
import static io.crmkit.analytics.pipeline.Sales.day;
import static io.crmkit.analytics.pipeline.Sales.dollars;
import static io.crmkit.analytics.pipeline.Sales.euros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.analytics.Breakdown;
import io.crmkit.analytics.Durations;
import io.crmkit.analytics.MoneyBag;
import io.crmkit.analytics.Tally;
import io.crmkit.catalog.Product;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.StageCategory;
import io.crmkit.sales.StageTrail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineAnalyticsTest {
  private final Sales sales = new Sales();

  @AfterEach
  void close() {
    sales.close();
  }

  private static StageTrail closed(String stage, int from, int to) {
    return StageTrail.in("first", day(from)).then(stage, day(to));
  }

  private static Consumer<Draft<Opportunity>> worth(Money amount) {
    return d -> d.set(Opportunity.AMOUNT, amount);
  }

  private static Tally tally(long count, Money... amounts) {
    return new Tally(count, MoneyBag.of(amounts));
  }

  /** Won: 10 by Ada in Q1, 20 by Ada in Q3, 40 by Bob in Q3. Lost: Ada's of 80. */
  private void aYear() {
    Consumer<Draft<Opportunity>> adas = d -> d.set(Opportunity.OWNER, sales.ada);
    sales.deal(closed("won", 0, 10), adas.andThen(worth(euros("10"))));
    sales.deal(closed("won", 0, 200), adas.andThen(worth(euros("20"))));
    sales.deal(
        closed("won", 0, 210),
        worth(euros("40")).andThen(d -> d.set(Opportunity.OWNER, sales.bob)));
    sales.deal(closed("lost", 0, 20), adas.andThen(worth(euros("80"))));
  }

  @Test
  void countsDealsByStageInTheOrderOfThePipeline() {
    sales.deal(StageTrail.in("offer", day(0)), worth(euros("10")));
    sales.deal(StageTrail.in("offer", day(0)), worth(euros("5.5")));
    sales.deal(StageTrail.in("offer", day(0)));
    sales.deal(closed("lost", 0, 1), worth(euros("3")));
    assertEquals(
        List.of(
            new StageTally("first", "First talk", StageCategory.OPEN, Tally.NONE),
            new StageTally("offer", "Offer", StageCategory.OPEN, tally(3, euros("15.5"))),
            new StageTally("contract", "Contract", StageCategory.OPEN, Tally.NONE),
            new StageTally("won", "Won", StageCategory.WON, Tally.NONE),
            new StageTally("lost", "Lost", StageCategory.LOST, tally(1, euros("3")))),
        sales.figures().stages(B2B));
    assertEquals(tally(4, euros("18.5")), sales.figures().all());
  }

  @Test
  void countsDealsOfAllRevisionsAndOfNoOtherPipeline() {
    sales.deal(StageTrail.in("offer", day(0)));
    sales.root().pipeline().open(sales.acme, d -> d.set(Opportunity.TITLE, "Elsewhere"));
    Pipeline next =
        sales
            .root()
            .pipeline()
            .define(
                B2B,
                plan ->
                    plan.open("call", "Call", "0.1")
                        .open("contract", "Signing", "0.9")
                        .won("won", "Won")
                        .lost("lost", "Lost"));
    sales
        .root()
        .pipeline()
        .record(
            sales.acme,
            next,
            StageTrail.in("contract", day(1)),
            null,
            d -> d.set(Opportunity.TITLE, "New"));
    List<StageTally> stages = sales.figures().stages(B2B);
    assertEquals(
        List.of("first 0", "offer 1", "call 0", "contract 1", "won 0", "lost 0"),
        stages.stream().map(stage -> stage.code() + ' ' + stage.tally().count()).toList());
    assertEquals("Signing", stages.get(3).name());
    assertEquals(3, sales.figures().all().count());
  }

  @Test
  void namesThePipelinesThereAre() {
    String message =
        assertThrows(NotFoundException.class, () -> sales.figures().stages("b2c")).getMessage();
    assertTrue(message.contains("b2c") && message.contains(B2B), message);
  }

  @Test
  void dividesWonDealsByClosedOnes() {
    assertEquals(OptionalDouble.empty(), sales.figures().winRate().rate());
    aYear();
    sales.deal(StageTrail.in("offer", day(0)));
    WinRate rate = sales.figures().winRate();
    assertEquals(new WinRate(3, 1), rate);
    assertEquals(4, rate.closed());
    assertEquals(OptionalDouble.of(0.75), rate.rate());
    Breakdown<Ref<User>, WinRate> bySeller = sales.figures().winRateBy(Opportunity.OWNER);
    assertEquals(new WinRate(2, 1), bySeller.get(sales.ada.ref()));
    assertEquals(new WinRate(1, 0), bySeller.get(sales.bob.ref()));
    assertEquals(WinRate.NONE, bySeller.get(sales.mia.ref()));
    assertEquals(rate, bySeller.total());
  }

  @Test
  void givesWonDealsByQuarterWithoutGaps() {
    aYear();
    Breakdown<LocalDate, Tally> quarters =
        sales.figures().wonBy(Opportunity.CLOSED_ON.by(DatePart.QUARTER));
    assertEquals(
        List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 4, 1), LocalDate.of(2027, 7, 1)),
        quarters.keys());
    assertEquals(tally(1, euros("10")), quarters.get(LocalDate.of(2027, 1, 1)));
    assertEquals(Tally.NONE, quarters.get(LocalDate.of(2027, 4, 1)));
    assertEquals(tally(2, euros("60")), quarters.get(LocalDate.of(2027, 7, 1)));
    assertEquals(
        List.of(new WinRate(1, 1), WinRate.NONE, new WinRate(2, 0)),
        sales.figures().winRateBy(Opportunity.CLOSED_ON.by(DatePart.QUARTER)).slices().stream()
            .map(Breakdown.Slice::figure)
            .toList());
  }

  @Test
  void putsDealsWithoutADateBehindThePeriods() {
    sales.deal(StageTrail.in("won"), worth(euros("7")));
    sales.deal(closed("won", 0, 10), worth(euros("10")));
    Breakdown<LocalDate, Tally> months =
        sales.figures().wonBy(Opportunity.CLOSED_ON.by(DatePart.MONTH));
    assertEquals(List.of(LocalDate.of(2027, 1, 1)), months.keys());
    assertEquals(tally(1, euros("7")), months.missing());
    assertEquals(2, months.slices().size());
    assertEquals(null, months.slices().get(1).key());
  }

  @Test
  void refusesMorePeriodsThanAnybodyReads() {
    sales.deal(closed("won", 0, 10));
    sales.deal(closed("won", 0, 20_000));
    assertThrows(
        IllegalArgumentException.class,
        () -> sales.figures().wonBy(Opportunity.CLOSED_ON.by(DatePart.DAY)));
  }

  @Test
  void givesWonDealsByWhateverADealLeadsTo() {
    aYear();
    PipelineAnalytics figures = sales.figures();
    assertEquals(tally(2, euros("30")), figures.wonBy(Opportunity.OWNER).get(sales.ada.ref()));
    Breakdown<Ref<OrgUnit>, Tally> byRegion = figures.wonBy(Opportunity.OWNER.get(User.UNIT));
    assertEquals(tally(2, euros("30")), byRegion.get(sales.north.ref()));
    assertEquals(tally(1, euros("40")), byRegion.get(sales.south.ref()));
    assertEquals(
        tally(3, euros("70")),
        figures.wonBy(Opportunity.OWNER.get(User.MANAGER)).get(sales.mia.ref()));
    assertEquals(tally(3, euros("70")), figures.wonBy(Opportunity.CUSTOMER).get(sales.acme.ref()));
    assertEquals(tally(3, euros("70")), figures.wonBy(Opportunity.PRODUCT).missing());
    assertEquals(
        List.of("North", "South"),
        figures.wonBy(Opportunity.OWNER.get(User.UNIT.get(OrgUnit.NAME))).keys());
    assertEquals(tally(3, euros("110")), figures.allBy(Opportunity.OWNER).get(sales.ada.ref()));
  }

  @Test
  void countsOnlyWhatTheConditionsSay() {
    aYear();
    PipelineAnalytics adas = sales.figures().where(Opportunity.OWNER.is(sales.ada));
    assertEquals(tally(2, euros("30")), adas.won());
    assertEquals(new WinRate(2, 1), adas.winRate());
    assertEquals(tally(1, euros("20")), adas.where(Opportunity.AMOUNT.atLeast(euros("20"))).won());
    assertEquals(3, sales.figures().won().count());
  }

  @Test
  void leavesDeletedDealsOut() {
    Ref<Opportunity> gone = sales.deal(closed("won", 0, 1), worth(euros("10")));
    sales.root().opportunities().delete(sales.root().opportunities().get(gone));
    assertEquals(Tally.NONE, sales.figures().won());
    assertEquals(0, sales.figures().daysToClose(StageCategory.WON).measured());
    assertEquals(0, sales.figures().funnel(B2B).measure().top());
  }

  @Test
  void neverAddsCurrencies() {
    sales.deal(closed("won", 0, 1), worth(euros("10")));
    sales.deal(closed("won", 0, 1), worth(dollars("7")));
    sales.deal(closed("won", 0, 1), worth(euros("2")));
    sales.deal(closed("won", 0, 1));
    Tally won = sales.figures().won();
    assertEquals(tally(4, euros("12"), dollars("7")), won);
    assertEquals(won, sales.figures().wonBy(Opportunity.CUSTOMER).get(sales.acme.ref()));
    assertEquals(euros("12"), won.amount("EUR"));
    assertThrows(IllegalStateException.class, () -> won.amounts().single());
  }

  @Test
  void measuresDaysToCloseFromTheFactsNotFromTheRecord() {
    sales.deal(closed("won", 0, 30));
    sales.deal(closed("won", 10, 20));
    sales.deal(closed("lost", 10, 15));
    Durations won = sales.figures().daysToClose(StageCategory.WON);
    assertEquals(OptionalDouble.of(20), won.meanDays());
    assertEquals(2, won.measured());
    assertEquals(0, won.unknown());
    Durations lost = sales.figures().daysToClose(StageCategory.LOST);
    assertEquals(OptionalDouble.of(5), lost.medianDays());
    assertEquals(OptionalDouble.of(15), won.plus(lost).meanDays());
    assertThrows(
        IllegalArgumentException.class, () -> sales.figures().daysToClose(StageCategory.OPEN));
  }

  @Test
  void countsAReopenedDealUntilItIsClosedForTheLastTime() {
    sales.deal(closed("won", 0, 10).then("offer", day(12)).then("won", day(40)));
    sales.deal(closed("won", 0, 10).then("offer", day(12)).then("lost", day(50)));
    assertEquals(OptionalDouble.of(40), sales.figures().daysToClose(StageCategory.WON).meanDays());
    assertEquals(OptionalDouble.of(50), sales.figures().daysToClose(StageCategory.LOST).meanDays());
  }

  @Test
  void takesAnUnknownBeginningNotForZeroDays() {
    sales.deal(StageTrail.in("first").then("won", day(9)));
    sales.deal(StageTrail.in("won", day(9)));
    sales.deal(StageTrail.in("won"));
    sales.deal(StageTrail.in("first").then("offer", day(2)).then("won", day(9)));
    Durations won = sales.figures().daysToClose(StageCategory.WON);
    assertEquals(3, won.unknown());
    assertEquals(OptionalDouble.of(7), won.meanDays());
  }

  @Test
  void weighsOpenDealsByTheirOwnProbability() {
    sales.deal(StageTrail.in("first", day(0)), worth(euros("1000")));
    sales.deal(StageTrail.in("offer", day(0)), worth(euros("10")));
    sales.deal(
        StageTrail.in("offer", day(0)),
        worth(euros("100")).andThen(d -> d.set(Opportunity.PROBABILITY, new BigDecimal("0.25"))));
    sales.deal(StageTrail.in("offer", day(0)), worth(dollars("8")));
    sales.deal(StageTrail.in("offer", day(0)));
    sales.deal(closed("won", 0, 1), worth(euros("5000")));
    OpenPipeline open = sales.figures().openPipeline(B2B);
    assertEquals(
        List.of("first", "offer", "contract"),
        open.stages().stream().map(OpenStage::code).toList());
    OpenStage offer = open.stages().get(1);
    assertEquals(tally(4, euros("110"), dollars("8")), offer.deals());
    assertEquals(MoneyBag.of(euros("30"), dollars("4")), offer.weighted());
    assertEquals(0, offer.probability().compareTo(new BigDecimal("0.5")));
    assertEquals(1, offer.unvalued());
    assertEquals(Tally.NONE, offer.estimated());
    assertEquals(Tally.NONE, open.stages().get(2).deals());
    assertEquals(tally(5, euros("1110"), dollars("8")), open.deals());
    assertEquals(MoneyBag.of(euros("130"), dollars("4")), open.weighted());
  }

  @Test
  void takesTheProbabilityOfTheStageWhereADealHasNone() {
    Ref<Opportunity> deal = sales.deal(StageTrail.in("offer", day(0)), worth(euros("10")));
    sales
        .root()
        .opportunities()
        .update(sales.root().opportunities().get(deal), d -> d.clear(Opportunity.PROBABILITY));
    assertEquals(MoneyBag.of(euros("5")), sales.figures().openPipeline(B2B).weighted());
  }

  @Test
  void estimatesDealsWithoutAnAmountWhereAskedTo() {
    Consumer<Draft<Opportunity>> lamps = d -> d.set(Opportunity.PRODUCT, sales.lamp);
    sales.deal(StageTrail.in("offer", day(0)), lamps);
    sales.deal(StageTrail.in("offer", day(0)), lamps.andThen(worth(euros("60"))));
    sales.deal(StageTrail.in("offer", day(0)), d -> d.set(Opportunity.PRODUCT, sales.desk));
    sales.deal(StageTrail.in("offer", day(0)));
    OpenStage offer =
        sales.figures().openPipeline(B2B, Opportunity.PRODUCT, Product.LIST_PRICE).stages().get(1);
    assertEquals(tally(4, euros("160"), dollars("900")), offer.deals());
    assertEquals(tally(2, euros("100"), dollars("900")), offer.estimated());
    assertEquals(1, offer.unvalued());
    assertEquals(MoneyBag.of(euros("80"), dollars("450")), offer.weighted());
    assertEquals(MoneyBag.of(euros("60")), sales.figures().openPipeline(B2B).deals().amounts());
  }

  @Test
  void worksInsideAUnitOfWorkOnWhatItHasDone() {
    sales
        .root()
        .run(
            work -> {
              work.pipeline()
                  .record(
                      sales.acme,
                      sales.pipeline(),
                      closed("won", 0, 4),
                      null,
                      d -> d.set(Opportunity.TITLE, "Just won"));
              PipelineAnalytics figures = PipelineAnalytics.of(work);
              assertEquals(1, figures.won().count());
              assertEquals(OptionalDouble.of(4), figures.daysToClose(StageCategory.WON).meanDays());
            });
  }
}
