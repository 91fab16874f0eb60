package io.crmkit.analytics.pipeline;

import static io.crmkit.analytics.pipeline.Sales.B2B;
import static io.crmkit.analytics.pipeline.Sales.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.analytics.Durations;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageTrail;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FunnelTest {
  private final Sales sales = new Sales();

  @AfterEach
  void close() {
    sales.close();
  }

  private FunnelQuery funnel() {
    return sales.figures().funnel(B2B);
  }

  private static StageTrail all(int first, int offer, int contract) {
    return StageTrail.in("first", day(first))
        .then("offer", day(offer))
        .then("contract", day(contract));
  }

  private static void assertSound(Funnel funnel) {
    for (FunnelStage stage : funnel.stages()) {
      assertEquals(stage.entered(), stage.advanced() + stage.lost() + stage.stillOpen());
      assertEquals(stage.entered(), stage.deals(Outcome.ENTERED).size());
      assertEquals(stage.entered(), stage.time().measured() + stage.time().unknown());
    }
  }

  @Test
  void followsACohortThroughTheStages() {
    Ref<Opportunity> won = sales.deal(all(0, 2, 6).then("won", day(20)));
    Ref<Opportunity> lost =
        sales.deal(StageTrail.in("first", day(0)).then("offer", day(4)).then("lost", day(5)));
    Ref<Opportunity> here = sales.deal(StageTrail.in("first", day(0)).then("offer", day(9)));
    Ref<Opportunity> fresh = sales.deal(StageTrail.in("first", day(8)));
    Ref<Opportunity> atOnce = sales.deal(StageTrail.in("first", day(1)).then("lost", day(2)));

    Funnel funnel = funnel().measure();
    assertSound(funnel);
    assertEquals(
        List.of(
            "first: 5 entered, 3 advanced, 1 lost, 1 still open",
            "offer: 3 entered, 1 advanced, 1 lost, 1 still open",
            "contract: 1 entered, 1 advanced, 0 lost, 0 still open"),
        funnel.stages().stream().map(FunnelStage::toString).toList());
    assertEquals(List.of(won, lost, here), funnel.drill("first", Outcome.ADVANCED));
    assertEquals(List.of(atOnce), funnel.drill("first", Outcome.LOST));
    assertEquals(List.of(fresh), funnel.drill("first", Outcome.STILL_OPEN));
    assertEquals(List.of(won, lost, here, fresh, atOnce), funnel.drill("first", Outcome.ENTERED));
    assertEquals(List.of(lost), funnel.drill("offer", Outcome.LOST));
    assertEquals(List.of(won), funnel.won());
    assertEquals(5, funnel.top());
    assertEquals(OptionalDouble.of(0.2), funnel.conversion());
    assertEquals(OptionalDouble.of(0.6), funnel.stage("first").conversion());
    assertEquals(OptionalDouble.of(1), funnel.stage("first").conversionFromTop());
    assertEquals(OptionalDouble.of(0.6), funnel.stage("offer").conversionFromTop());
    assertEquals(OptionalDouble.of(1), funnel.stage("contract").conversion());
    assertEquals(List.of(), funnel.unplaced());
    assertEquals("First talk", funnel.stages().get(0).name());
  }

  @Test
  void takesTimeInStageFromConsecutiveFacts() {
    sales.deal(all(0, 2, 6).then("won", day(20)));
    sales.deal(StageTrail.in("first", day(0)).then("offer", day(4)).then("lost", day(5)));
    sales.deal(StageTrail.in("first", day(0)).then("offer", day(9)));
    Funnel funnel = funnel().measure();
    Durations first = funnel.stage("first").time();
    assertEquals(OptionalDouble.of(5), first.meanDays());
    assertEquals(OptionalDouble.of(4), first.medianDays());
    Durations offer = funnel.stage("offer").time();
    assertEquals(OptionalDouble.of(2.5), offer.meanDays());
    assertEquals(1, offer.unknown());
    assertEquals(OptionalDouble.of(14), funnel.stage("contract").time().meanDays());
    assertEquals(OptionalDouble.of(9), first.percentileDays(100));
  }

  @Test
  void measuresOpenStaysOnlyWhenAsked() {
    sales.deal(StageTrail.in("first", day(0)).then("offer", day(9)));
    sales.deal(StageTrail.in("first", day(0)).then("offer", day(30)));
    FunnelStage offer = funnel().measure().stage("offer");
    assertEquals(OptionalDouble.empty(), offer.time().meanDays());
    assertEquals(2, offer.time().unknown());
    offer = funnel().asOf(day(12)).measure().stage("offer");
    assertEquals(OptionalDouble.of(3), offer.time().meanDays());
    assertEquals(1, offer.time().unknown());
  }

  @Test
  void countsADealThatComesBackOnceAndAddsItsStays() {
    Ref<Opportunity> back =
        sales.deal(
            StageTrail.in("first", day(0))
                .then("offer", day(3))
                .then("first", day(5))
                .then("offer", day(12))
                .then("lost", day(20)));
    Funnel funnel = funnel().measure();
    assertSound(funnel);
    assertEquals(List.of(back), funnel.drill("first", Outcome.ADVANCED));
    assertEquals(List.of(back), funnel.drill("offer", Outcome.LOST));
    assertEquals(OptionalDouble.of(3 + 7), funnel.stage("first").time().meanDays());
    assertEquals(OptionalDouble.of(2 + 8), funnel.stage("offer").time().meanDays());
  }

  @Test
  void countsADealThatWentBackByTheFurthestStageItHadReached() {
    Ref<Opportunity> lost =
        sales.deal(
            StageTrail.in("first", day(0))
                .then("offer", day(3))
                .then("first", day(5))
                .then("lost", day(6)));
    Ref<Opportunity> open =
        sales.deal(StageTrail.in("first", day(0)).then("offer", day(3)).then("first", day(5)));
    Funnel funnel = funnel().asOf(day(10)).measure();
    assertSound(funnel);
    assertEquals(List.of(lost, open), funnel.drill("first", Outcome.ADVANCED));
    assertEquals(List.of(lost), funnel.drill("offer", Outcome.LOST));
    assertEquals(List.of(open), funnel.drill("offer", Outcome.STILL_OPEN));
    assertEquals(OptionalDouble.of((4 + 8) / 2.0), funnel.stage("first").time().meanDays());
    assertEquals(OptionalDouble.of(2), funnel.stage("offer").time().meanDays());
  }

  @Test
  void takesAReopenedDealForWhatItIsNow() {
    StageTrail wonOnce = StageTrail.in("first", day(0)).then("won", day(4));
    Ref<Opportunity> open = sales.deal(wonOnce.then("first", day(6)));
    Ref<Opportunity> lost = sales.deal(wonOnce.then("offer", day(6)).then("lost", day(8)));
    Ref<Opportunity> won = sales.deal(wonOnce.then("first", day(6)).then("won", day(9)));
    Funnel funnel = funnel().measure();
    assertSound(funnel);
    assertEquals(List.of(open), funnel.drill("first", Outcome.STILL_OPEN));
    assertEquals(List.of(lost, won), funnel.drill("first", Outcome.ADVANCED));
    assertEquals(List.of(lost), funnel.drill("offer", Outcome.LOST));
    assertEquals(List.of(won), funnel.won());
    // 4 days of the second deal, 4 + 3 of the third; the days as a won deal are in no open stage.
    assertEquals(OptionalDouble.of(5.5), funnel.stage("first").time().meanDays());
    assertEquals(1, funnel.stage("first").time().unknown());
  }

  @Test
  void knowsNothingOfAStageThatWasSkippedUnlessItIsAssumed() {
    Ref<Opportunity> skipped = sales.deal(StageTrail.in("contract", day(0)).then("lost", day(3)));
    Ref<Opportunity> won = sales.deal(StageTrail.in("first", day(0)).then("won", day(3)));
    Ref<Opportunity> undated = sales.deal(StageTrail.in("first"));
    Ref<Opportunity> wonAtOnce = sales.deal(StageTrail.in("won", day(3)));
    Ref<Opportunity> lostAtOnce = sales.deal(StageTrail.in("lost", day(3)));

    Funnel strict = funnel().measure();
    assertSound(strict);
    assertEquals(List.of(won, undated), strict.drill("first", Outcome.ENTERED));
    assertEquals(List.of(), strict.drill("offer", Outcome.ENTERED));
    assertEquals(List.of(skipped), strict.drill("contract", Outcome.LOST));
    assertEquals(List.of(wonAtOnce, lostAtOnce), strict.unplaced());
    assertEquals(3, strict.top());

    Funnel assumed = funnel().assumePassed().measure();
    assertSound(assumed);
    assertEquals(
        List.of(skipped, won, undated, wonAtOnce), assumed.drill("first", Outcome.ENTERED));
    assertEquals(List.of(undated), assumed.drill("first", Outcome.STILL_OPEN));
    assertEquals(List.of(skipped, won, wonAtOnce), assumed.drill("offer", Outcome.ADVANCED));
    assertEquals(List.of(won, wonAtOnce), assumed.drill("contract", Outcome.ADVANCED));
    assertEquals(List.of(lostAtOnce), assumed.unplaced());
    assertEquals(OptionalDouble.of(3), assumed.stage("first").time().meanDays());
    assertEquals(3, assumed.stage("first").time().unknown());
    assertEquals(0, assumed.stage("offer").time().measured());
  }

  @Test
  void countsAStageThatADealLeftWithoutAKnownBeginning() {
    sales.deal(StageTrail.in("first").then("offer", day(2)).then("won", day(5)));
    Funnel funnel = funnel().measure();
    assertEquals(1, funnel.stage("first").entered());
    assertEquals(1, funnel.stage("first").time().unknown());
    assertEquals(OptionalDouble.of(3), funnel.stage("offer").time().meanDays());
  }

  @Test
  void keepsFactsOfTheSameMomentInTheirOrder() {
    sales.deal(all(5, 5, 5).then("won", day(5)));
    Funnel funnel = funnel().measure();
    for (FunnelStage stage : funnel.stages()) {
      assertEquals(1, stage.advanced(), stage.code());
      assertEquals(OptionalDouble.of(0), stage.time().meanDays(), stage.code());
    }
  }

  @Test
  void takesTheCohortThatTheConditionsSay() {
    sales.deal(all(0, 1, 2));
    Ref<Opportunity> adas =
        sales.deal(StageTrail.in("first", day(0)), d -> d.set(Opportunity.OWNER, sales.ada));
    sales.root().pipeline().open(sales.acme, d -> d.set(Opportunity.TITLE, "Elsewhere"));
    assertEquals(2, funnel().measure().top());
    Funnel funnel = sales.figures().where(Opportunity.OWNER.is(sales.ada)).funnel(B2B).measure();
    assertEquals(List.of(adas), funnel.drill("first", Outcome.ENTERED));
    assertEquals(0, funnel.stage("offer").entered());
  }

  @Test
  void isEmptyWithoutDealsAndNamesItsStages() {
    Funnel funnel = funnel().measure();
    assertEquals(OptionalDouble.empty(), funnel.conversion());
    assertEquals(OptionalDouble.empty(), funnel.stage("offer").conversion());
    assertEquals(OptionalDouble.empty(), funnel.stage("offer").conversionFromTop());
    String message = assertThrows(NotFoundException.class, () -> funnel.stage("won")).getMessage();
    assertTrue(message.contains("[first, offer, contract]"), message);
  }
}
