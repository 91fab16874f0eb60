package io.crmkit.sales;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.testing.CrmTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Sales stages of one's own: what they ask for, where they lead, who may go back. */
class StageRulesTest extends CrmTest {
  private Customer acme;

  @BeforeEach
  void makeAcme() {
    acme = ada.customers().create(aCustomer());
  }

  private SalesPipeline pipeline() {
    return ada.pipeline();
  }

  private Opportunity openIn(Consumer<PipelineDraft> stages) {
    pipeline().define("own", stages);
    return pipeline().open(acme, "own", aDeal("40 seats"));
  }

  private static void plain(PipelineDraft p) {
    p.open("first", "First", "0.1").open("second", "Second", "0.5").won("won", "Won");
    p.lost("lost", "Lost");
  }

  private static String refusal(Executable verb) {
    return assertThrows(InvalidRequestException.class, verb).code();
  }

  private static List<String> violations(Executable verb) {
    return assertThrows(ValidationException.class, verb).violations().stream()
        .map(v -> v.code() + " " + v.field())
        .toList();
  }

  @Test
  void a_stage_names_everything_that_a_deal_lacks_to_enter_it() {
    Opportunity deal =
        openIn(
            p ->
                p.open("first", "First", "0.1")
                    .open(
                        "offer",
                        "Offer",
                        "0.5",
                        s -> s.requires(Opportunity.AMOUNT, Opportunity.CLOSES_ON))
                    .won("won", "Won")
                    .lost("lost", "Lost"));
    assertEquals(
        List.of("sales.stage_requires amount", "sales.stage_requires closes_on"),
        violations(() -> pipeline().advance(deal, "offer")).stream().sorted().toList());
    assertEquals("first", ada.opportunities().get(deal.ref()).get(Opportunity.STAGE));

    Opportunity filled =
        ada.opportunities()
            .update(
                deal,
                d ->
                    d.set(Opportunity.AMOUNT, eur("5"))
                        .set(Opportunity.CLOSES_ON, LocalDate.of(2027, 6, 1)));
    Opportunity offered = pipeline().advance(filled, "offer");
    assertEquals("offer", offered.get(Opportunity.STAGE));
  }

  @Test
  void what_a_stage_requires_cannot_be_taken_away_while_the_deal_is_in_it() {
    pipeline()
        .define(
            "own",
            p ->
                p.open("offer", "Offer", "0.5", s -> s.requires(Opportunity.AMOUNT))
                    .won("won", "Won")
                    .lost("lost", "Lost"));
    assertEquals(
        List.of("sales.stage_requires amount"),
        violations(() -> pipeline().open(acme, "own", aDeal("40 seats"))));
    Opportunity deal = pipeline().open(acme, "own", aDeal("40 seats", eur("7")));
    assertEquals(
        List.of("sales.stage_requires amount"),
        violations(() -> ada.opportunities().update(deal, d -> d.clear(Opportunity.AMOUNT))));
    assertEquals(eur("7"), ada.opportunities().get(deal.ref()).get(Opportunity.AMOUNT));
    assertEquals("lost", pipeline().lose(deal, "price").get(Opportunity.STAGE));
  }

  @Test
  void a_guard_looks_at_the_deal_and_at_its_customer() {
    Opportunity deal =
        openIn(
            p ->
                p.open("first", "First", "0.1")
                    .open(
                        "offer",
                        "Offer",
                        "0.5",
                        s ->
                            s.guard(Opportunity.AMOUNT.atLeast(eur("100")))
                                .guard(Opportunity.CUSTOMER.matches(Customer.LEVEL.is("A"))))
                    .won("won", "Won")
                    .lost("lost", "Lost"));
    assertEquals(
        List.of("sales.stage_guard stage"), violations(() -> pipeline().advance(deal, "offer")));
    Opportunity worth =
        ada.opportunities().update(deal, d -> d.set(Opportunity.AMOUNT, eur("100")));
    assertEquals(
        List.of("sales.stage_guard stage"), violations(() -> pipeline().advance(worth, "offer")));

    // Raised in the same unit of work, it is high enough at its end.
    Opportunity offered =
        ada.call(
            work -> {
              Opportunity moved = work.pipeline().advance(worth, "offer");
              work.customers().update(acme, c -> c.set(Customer.LEVEL, "A"));
              return moved;
            });
    assertEquals(offered, ada.opportunities().get(deal.ref()));
  }

  @Test
  void a_guard_says_what_it_asks_for_in_the_words_of_the_sellers() {
    Opportunity deal =
        openIn(
            p ->
                p.open("first", "First", "0.1")
                    .open(
                        "second",
                        "Second",
                        "0.5",
                        s -> s.guard(Opportunity.AMOUNT.isPresent(), "Name the budget."))
                    .won("won", "Won")
                    .lost("lost", "Lost"));
    String refusal =
        assertThrows(ValidationException.class, () -> pipeline().advance(deal, "second"))
            .getMessage();
    assertTrue(refusal.contains("Name the budget."), refusal);
  }

  @Test
  void a_stage_or_criterion_that_is_there_twice_is_refused_by_name() {
    assertEquals(
        "sales.stage_twice",
        refusal(
            () ->
                pipeline()
                    .define(
                        "own",
                        p -> {
                          plain(p);
                          p.open("first", "Again", "0.2");
                        })));
    assertEquals(
        "sales.exit_twice",
        refusal(
            () ->
                pipeline()
                    .define(
                        "own",
                        p -> p.open("x", "X", "0.2", s -> s.exit("a", "A").exit("a", "B")))));
  }

  @Test
  void a_deal_moves_along_the_ways_that_there_are() {
    Opportunity deal =
        openIn(
            p ->
                p.open("first", "First", "0.1", s -> s.leadsTo("second", "lost"))
                    .open("second", "Second", "0.5")
                    .open("third", "Third", "0.8")
                    .won("won", "Won")
                    .lost("lost", "Lost"));
    assertEquals("sales.no_way", refusal(() -> pipeline().advance(deal, "third")));
    assertEquals("sales.no_way", refusal(() -> pipeline().win(deal, "at once")));
    Opportunity second = pipeline().advance(deal, "second");
    assertEquals("won", pipeline().win(second, "signed").get(Opportunity.STAGE));
  }

  @Test
  void a_way_to_a_stage_that_there_is_not_is_refused_when_the_pipeline_is_defined() {
    assertEquals(
        "sales.leads_nowhere",
        refusal(
            () ->
                pipeline()
                    .define(
                        "own",
                        p ->
                            p.open("first", "First", "0.1", s -> s.leadsTo("nowhere"))
                                .won("won", "Won")
                                .lost("lost", "Lost"))));
    assertTrue(pipeline().find("own").isEmpty());
  }

  @Test
  void where_the_pipeline_asks_for_it_a_deal_goes_back_for_a_reason_alone() {
    Opportunity deal =
        openIn(
            p -> {
              plain(p);
              p.rollback(Rollback.WITH_REASON);
            });
    Opportunity second = pipeline().advance(deal, "second");
    assertEquals("sales.back_with_reason", refusal(() -> pipeline().advance(second, "first")));
    Opportunity back = ada.because("budget cut").pipeline().advance(second, "first");
    assertEquals("budget cut", pipeline().history(back).get(2).get(StageChange.REASON));
    Opportunity lost = pipeline().lose(back, "no budget");
    assertEquals("sales.back_with_reason", refusal(() -> pipeline().moveTo(lost, "first", null)));
    assertEquals("first", pipeline().moveTo(lost, "first", "found some").get(Opportunity.STAGE));
  }

  @Test
  void where_the_pipeline_refuses_it_no_deal_goes_back() {
    Opportunity deal =
        openIn(
            p -> {
              plain(p);
              p.rollback(Rollback.REFUSED);
            });
    Opportunity second = pipeline().advance(deal, "second");
    assertEquals("sales.no_way_back", refusal(() -> pipeline().moveTo(second, "first", "why")));
    Opportunity won = pipeline().win(second, "signed");
    assertEquals("sales.no_way_back", refusal(() -> pipeline().reopen(won, "first", "why")));
  }

  @Test
  void exit_criteria_are_confirmed_before_a_deal_goes_on_but_not_before_it_is_lost() {
    Opportunity deal =
        openIn(
            p ->
                p.open(
                        "first",
                        "First",
                        "0.1",
                        s -> s.exit("budget", "The budget is free").exit("need", "There is a need"))
                    .open("second", "Second", "0.5")
                    .won("won", "Won")
                    .lost("lost", "Lost"));
    List<ExitCriterion> asked =
        pipeline().stages(pipeline().get("own").ref()).get("first").exitCriteria();
    assertEquals(
        List.of(
            new ExitCriterion("budget", "The budget is free"),
            new ExitCriterion("need", "There is a need")),
        asked);
    List<Violation> open =
        assertThrows(ValidationException.class, () -> pipeline().advance(deal, "second"))
            .violations();
    assertEquals(2, open.size());
    assertTrue(open.get(0).toString().contains("The budget is free"), open::toString);

    Opportunity half = pipeline().confirm(deal, "budget");
    assertEquals(half, pipeline().confirm(half, "budget"));
    assertEquals(
        List.of("sales.not_confirmed confirmed"), violations(() -> pipeline().win(half, "signed")));
    Opportunity none = pipeline().withdraw(half, "budget");
    assertEquals(2, violations(() -> pipeline().advance(none, "second")).size());
    Opportunity all = pipeline().confirm(pipeline().confirm(none, "need"), "budget");
    assertEquals(Set.of("first/budget", "first/need"), all.get(Opportunity.CONFIRMED));
    assertEquals("second", pipeline().advance(all, "second").get(Opportunity.STAGE));
    assertEquals(
        "not_found.named",
        assertThrows(CrmException.class, () -> pipeline().confirm(all, "mood")).code());
  }

  @Test
  void nothing_needs_to_be_confirmed_to_lose_a_deal() {
    Opportunity deal =
        openIn(
            p ->
                p.open("first", "First", "0.1", s -> s.exit("budget", "The budget is free"))
                    .won("won", "Won")
                    .lost("lost", "Lost"));
    assertEquals("lost", pipeline().lose(deal, "gone").get(Opportunity.STAGE));
  }

  @Test
  void a_new_revision_asks_nothing_of_deals_that_stay_in_the_old() {
    Opportunity old = openIn(StageRulesTest::plain);
    pipeline()
        .define(
            "own",
            p ->
                p.open("first", "First", "0.1")
                    .open("second", "Second", "0.5", s -> s.requires(Opportunity.AMOUNT))
                    .won("won", "Won")
                    .lost("lost", "Lost"));
    Opportunity moved = pipeline().advance(old, "second");
    assertEquals("second", moved.get(Opportunity.STAGE));
    assertEquals(
        List.of("sales.stage_requires amount"), violations(() -> pipeline().upgrade(moved)));
  }

  @Test
  void moving_a_card_on_a_board_is_one_verb() {
    Opportunity deal = openIn(StageRulesTest::plain);
    Opportunity second = pipeline().moveTo(deal, "second", null);
    assertEquals(StageCategory.OPEN, second.get(Opportunity.STAGE_CATEGORY));
    assertEquals(second, pipeline().moveTo(second, "second", null));
    Opportunity won = pipeline().moveTo(second, "won", "signed");
    assertEquals("signed", won.get(Opportunity.CLOSE_REASON));
    assertEquals("sales.closed", refusal(() -> pipeline().moveTo(won, "lost", "no")));
    Opportunity again = pipeline().moveTo(won, "first", "not signed after all");
    assertEquals(StageCategory.OPEN, again.get(Opportunity.STAGE_CATEGORY));
    assertThrows(ConflictException.class, () -> pipeline().moveTo(second, "first", null));
  }

  @Test
  void every_change_of_amount_close_chances_and_owner_is_a_fact() {
    Opportunity deal = openIn(StageRulesTest::plain);
    clock.advance(Duration.ofDays(1));
    Opportunity worth =
        ada.because("two more floors")
            .opportunities()
            .update(
                deal,
                d ->
                    d.set(Opportunity.AMOUNT, eur("500"))
                        .set(Opportunity.CLOSES_ON, LocalDate.of(2027, 5, 1)));
    ada.opportunities().update(worth, d -> d.set(Opportunity.TITLE, "other"));
    Opportunity now = ada.opportunities().get(deal.ref());
    Opportunity chances =
        ada.opportunities().update(now, d -> d.set(Opportunity.PROBABILITY, new BigDecimal("0.3")));
    pipeline().advance(chances, "second");
    List<OpportunityChange> facts = pipeline().changes(deal);
    assertEquals(2, facts.size());
    OpportunityChange first = facts.get(0);
    assertEquals(null, first.get(OpportunityChange.AMOUNT_BEFORE));
    assertEquals(eur("500"), first.get(OpportunityChange.AMOUNT_AFTER));
    assertEquals(LocalDate.of(2027, 5, 1), first.get(OpportunityChange.CLOSES_ON_AFTER));
    assertEquals(null, first.get(OpportunityChange.PROBABILITY_AFTER));
    assertEquals("two more floors", first.get(OpportunityChange.REASON));
    assertEquals("ada", first.get(OpportunityChange.TYPE.createdBy()));
    assertEquals(START.plus(Duration.ofDays(1)), first.get(OpportunityChange.AT));
    assertEquals(new BigDecimal("0.1"), facts.get(1).get(OpportunityChange.PROBABILITY_BEFORE));
  }
}
