package io.crmkit.sales;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SalesPipelineTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private final List<String> heard = new ArrayList<>();
  private Customer acme;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy).listen((event, context) -> heard.add(event.name()));
  }

  @BeforeEach
  void makeAcme() {
    acme = ada.customers().create(aCustomer());
  }

  private SalesPipeline pipeline() {
    return ada.pipeline();
  }

  private Opportunity open() {
    return pipeline().open(acme, aDeal("40 seats", eur("12000")));
  }

  private static CrmException refused(Executable verb) {
    return assertThrows(CrmException.class, verb);
  }

  private static void assertRefused(String code, Executable verb) {
    assertEquals(code, refused(verb).code());
  }

  private List<String> trail(Opportunity deal) {
    return pipeline().history(deal).stream()
        .map(c -> c.get(StageChange.FROM_STAGE) + ">" + c.get(StageChange.TO_STAGE))
        .toList();
  }

  @Test
  void a_deal_is_opened_in_the_first_stage_of_the_standard_pipeline() {
    Opportunity deal = open();
    assertEquals("qualification", deal.get(Opportunity.STAGE));
    assertEquals(StageCategory.OPEN, deal.get(Opportunity.STAGE_CATEGORY));
    assertEquals(new BigDecimal("0.1"), deal.get(Opportunity.PROBABILITY));
    assertEquals(START, deal.get(Opportunity.STAGE_SINCE));
    assertEquals(LocalDate.of(2027, 3, 1), deal.get(Opportunity.OPENED_ON));
    assertNull(deal.get(Opportunity.CLOSED_ON));
    assertEquals(acme.ref(), deal.get(Opportunity.CUSTOMER));
    Pipeline standard = pipeline().get(Pipeline.STANDARD);
    assertEquals(standard.ref(), deal.get(Opportunity.PIPELINE));
    assertEquals(1L, standard.get(Pipeline.REVISION));
    assertEquals(
        List.of("qualification", "proposal", "negotiation", "won", "lost"),
        pipeline().stages(standard.ref()).all().stream().map(s -> s.get(Stage.CODE)).toList());
    StageChange fact = pipeline().history(deal).get(0);
    assertEquals(List.of("null>qualification"), trail(deal));
    assertEquals(START, fact.get(StageChange.AT));
    assertEquals(eur("12000"), fact.get(StageChange.AMOUNT));
  }

  @Test
  void the_standard_pipeline_is_made_once() {
    open();
    open();
    pipeline().get(Pipeline.STANDARD);
    assertEquals(1, ada.records(Pipeline.TYPE).query().count());
  }

  @Test
  void a_deal_moves_forwards_and_back_and_every_move_is_a_fact() {
    Opportunity deal = open();
    clock.advance(Duration.ofDays(3));
    Opportunity ahead = pipeline().advance(deal, "negotiation");
    assertEquals("negotiation", ahead.get(Opportunity.STAGE));
    assertEquals(new BigDecimal("0.7"), ahead.get(Opportunity.PROBABILITY));
    assertEquals(START.plus(Duration.ofDays(3)), ahead.get(Opportunity.STAGE_SINCE));
    clock.advance(Duration.ofDays(1));
    Opportunity back = ada.because("budget cut").pipeline().advance(ahead, "proposal");
    assertEquals(
        List.of("null>qualification", "qualification>negotiation", "negotiation>proposal"),
        trail(back));
    StageChange last = pipeline().history(deal).get(2);
    assertEquals("budget cut", last.get(StageChange.REASON));
    assertEquals("ada", last.get(StageChange.TYPE.createdBy()));
    assertEquals(back, ada.opportunities().get(deal.ref()));
    assertEquals(2, heard.stream().filter("opportunity.advanced"::equals).count());
  }

  @Test
  void a_move_into_the_stage_it_is_in_is_none() {
    Opportunity deal = open();
    clock.advance(Duration.ofDays(3));
    assertEquals(deal, pipeline().advance(deal, "qualification"));
    assertEquals(1, trail(deal).size());
  }

  @Test
  void winning_closes_a_deal_today() {
    Opportunity deal = open();
    clock.advance(Duration.ofDays(3));
    Opportunity won = pipeline().win(deal, "signed by phone");
    assertEquals("won", won.get(Opportunity.STAGE));
    assertEquals(StageCategory.WON, won.get(Opportunity.STAGE_CATEGORY));
    assertEquals(BigDecimal.ONE, won.get(Opportunity.PROBABILITY));
    assertEquals(LocalDate.of(2027, 3, 4), won.get(Opportunity.CLOSED_ON));
    assertEquals("signed by phone", won.get(Opportunity.CLOSE_REASON));
    assertEquals("signed by phone", pipeline().history(deal).get(1).get(StageChange.REASON));
    assertTrue(heard.contains("opportunity.won"));
  }

  @Test
  void losing_closes_it_as_well_and_reopening_takes_it_back() {
    Opportunity lost = pipeline().lose(open(), "too expensive");
    assertEquals(StageCategory.LOST, lost.get(Opportunity.STAGE_CATEGORY));
    assertEquals(BigDecimal.ZERO, lost.get(Opportunity.PROBABILITY));
    clock.advance(Duration.ofDays(1));
    Opportunity again = pipeline().reopen(lost, "proposal", "they called");
    assertEquals(StageCategory.OPEN, again.get(Opportunity.STAGE_CATEGORY));
    assertNull(again.get(Opportunity.CLOSED_ON));
    assertNull(again.get(Opportunity.CLOSE_REASON));
    assertEquals(new BigDecimal("0.4"), again.get(Opportunity.PROBABILITY));
    assertEquals(
        List.of("null>qualification", "qualification>lost", "lost>proposal"), trail(again));
    assertEquals("they called", pipeline().history(again).get(2).get(StageChange.REASON));
    assertTrue(heard.containsAll(List.of("opportunity.lost", "opportunity.reopened")));
  }

  @Test
  void illegal_moves_are_refused_and_say_what_to_do() {
    Opportunity deal = open();
    assertRefused("sales.use_win_or_lose", () -> pipeline().advance(deal, "won"));
    assertRefused("not_found.named", () -> pipeline().advance(deal, "nowhere"));
    assertRefused("sales.not_closed", () -> pipeline().reopen(deal, "proposal", "x"));
    assertRefused("sales.other_category", () -> pipeline().win(deal, "lost", "x"));
    assertRefused("sales.other_category", () -> pipeline().lose(deal, "proposal", "x"));
    Opportunity won = pipeline().win(deal, "x");
    assertRefused("sales.closed", () -> pipeline().advance(won, "proposal"));
    assertRefused("sales.closed", () -> pipeline().win(won, "x"));
    assertRefused("sales.closed", () -> pipeline().lose(won, "x"));
    assertRefused("sales.closed", () -> pipeline().lose(won, "lost", "x"));
    assertRefused("sales.use_win_or_lose", () -> pipeline().reopen(won, "lost", "x"));
    assertRefused("not_found.named", () -> pipeline().reopen(won, "nowhere", "x"));
    CrmException unknown = refused(() -> pipeline().advance(open(), "nowhere"));
    assertTrue(unknown.getMessage().contains("negotiation"), unknown.getMessage());
    assertEquals(2, trail(won).size());
  }

  @Test
  void an_old_snapshot_is_a_conflict_for_every_verb() {
    Opportunity deal = open();
    Opportunity won = pipeline().win(deal, "x");
    assertThrows(ConflictException.class, () -> pipeline().advance(deal, "proposal"));
    assertThrows(ConflictException.class, () -> pipeline().win(deal, "x"));
    assertThrows(ConflictException.class, () -> pipeline().lose(deal, "x"));
    pipeline().reopen(won, "proposal", "x");
    assertThrows(ConflictException.class, () -> pipeline().reopen(won, "proposal", "x"));
    assertEquals(3, trail(deal).size());
  }

  @Test
  void what_the_pipeline_manages_cannot_be_set_by_hand() {
    Opportunity deal = open();
    for (Executable verb :
        List.<Executable>of(
            () -> ada.opportunities().update(deal, d -> d.set(Opportunity.STAGE, "won")),
            () ->
                ada.opportunities().save(deal.with(Opportunity.STAGE_CATEGORY, StageCategory.WON)),
            () -> ada.opportunities().update(deal, d -> d.clear(Opportunity.OPENED_ON)),
            () ->
                pipeline()
                    .open(
                        acme,
                        aDeal("x").andThen(d -> d.set(Opportunity.CLOSED_ON, LocalDate.EPOCH))),
            () -> pipeline().win(deal.with(Opportunity.STAGE_SINCE, START.minusSeconds(9)), "x"))) {
      ValidationException refused = assertThrows(ValidationException.class, verb);
      assertEquals("violation.managed", refused.violations().get(0).code());
    }
    assertThrows(
        ValidationException.class,
        () -> ada.records(StageChange.TYPE).create(d -> d.set(StageChange.TO_STAGE, "won")));
    assertThrows(
        ValidationException.class,
        () ->
            ada.opportunities().create(aDeal("x").andThen(d -> d.set(Opportunity.CUSTOMER, acme))));
  }

  @Test
  void the_seller_may_know_the_chances_better_than_the_stage() {
    Opportunity deal =
        pipeline()
            .open(
                acme,
                aDeal("x").andThen(d -> d.set(Opportunity.PROBABILITY, new BigDecimal("0.9"))));
    assertEquals(new BigDecimal("0.9"), deal.get(Opportunity.PROBABILITY));
    Opportunity better =
        ada.opportunities()
            .update(deal, d -> d.set(Opportunity.PROBABILITY, new BigDecimal("0.95")));
    assertEquals(new BigDecimal("0.95"), better.get(Opportunity.PROBABILITY));
    assertThrows(
        ValidationException.class,
        () ->
            ada.opportunities()
                .update(better, d -> d.set(Opportunity.PROBABILITY, new BigDecimal("1.01"))));
  }

  @Test
  void a_pipeline_of_ones_own_is_defined_in_revisions() {
    Pipeline first =
        pipeline()
            .define(
                "b2b",
                p ->
                    p.name("Business")
                        .open("contact", "Contact", "0.2")
                        .open("offer", "Offer", "0.5")
                        .won("yes", "Yes")
                        .lost("no", "No"));
    Opportunity deal = pipeline().advance(pipeline().open(acme, "b2b", aDeal("x")), "offer");
    Pipeline second =
        pipeline()
            .define(
                "b2b",
                p ->
                    p.open("contact", "Contact", "0.1")
                        .open("trial", "Trial", "0.6")
                        .won("yes", "Yes")
                        .lost("no", "No"));
    assertEquals("Business", first.get(Pipeline.NAME));
    assertEquals("b2b", second.get(Pipeline.NAME));
    assertEquals(2L, second.get(Pipeline.REVISION));
    assertEquals(second, pipeline().get("b2b"));
    assertEquals(false, ada.records(Pipeline.TYPE).get(first.ref()).get(Pipeline.CURRENT));
    assertEquals(first.ref(), ada.opportunities().get(deal.ref()).get(Opportunity.PIPELINE));
    assertEquals("contact", pipeline().advance(deal, "contact").get(Opportunity.STAGE));
    Opportunity fresh = pipeline().open(acme, "b2b", aDeal("y"));
    assertEquals(second.ref(), fresh.get(Opportunity.PIPELINE));
    assertRefused("not_found.named", () -> pipeline().advance(fresh, "offer"));
  }

  @Test
  void an_opportunity_is_moved_into_the_current_revision() {
    pipeline()
        .define(
            "b2b",
            p ->
                p.open("contact", "C", "0.2")
                    .open("offer", "O", "0.5")
                    .won("yes", "Y")
                    .lost("no", "N"));
    Opportunity deal = pipeline().advance(pipeline().open(acme, "b2b", aDeal("x")), "offer");
    Opportunity closed = pipeline().win(pipeline().open(acme, "b2b", aDeal("y")), "why not");
    assertEquals(deal, pipeline().upgrade(deal));
    clock.advance(Duration.ofDays(2));
    Pipeline second =
        pipeline()
            .define(
                "b2b",
                p ->
                    p.open("contact", "C", "0.1")
                        .open("trial", "T", "0.6")
                        .won("yes", "Y")
                        .lost("no", "N"));
    assertRefused("not_found.named", () -> pipeline().upgrade(deal));
    assertRefused("sales.other_category", () -> pipeline().upgrade(deal, "yes"));
    Opportunity moved = pipeline().upgrade(deal, "trial");
    assertEquals(second.ref(), moved.get(Opportunity.PIPELINE));
    assertEquals("trial", moved.get(Opportunity.STAGE));
    assertEquals(START.plus(Duration.ofDays(2)), moved.get(Opportunity.STAGE_SINCE));
    assertEquals(List.of("null>contact", "contact>offer", "offer>trial"), trail(moved));
    Opportunity stillWon = pipeline().upgrade(closed);
    assertEquals(second.ref(), stillWon.get(Opportunity.PIPELINE));
    assertEquals(LocalDate.of(2027, 3, 1), stillWon.get(Opportunity.CLOSED_ON));
    assertEquals("why not", stillWon.get(Opportunity.CLOSE_REASON));
    assertEquals(START, stillWon.get(Opportunity.STAGE_SINCE));
    assertEquals(2, trail(stillWon).size());
  }

  @Test
  void a_deal_keeps_what_its_seller_thinks_of_it_in_the_next_revision() {
    pipeline().define("own", SalesPipelineTest::threeStages);
    Opportunity plain = pipeline().open(acme, "own", aDeal("plain"));
    Opportunity known =
        pipeline()
            .open(
                acme,
                "own",
                aDeal("known").andThen(d -> d.set(Opportunity.PROBABILITY, new BigDecimal("0.9"))));
    pipeline()
        .define("own", p -> p.open("first", "First", "0.3").won("won", "Won").lost("lost", "Lost"));
    assertEquals(new BigDecimal("0.3"), pipeline().upgrade(plain).get(Opportunity.PROBABILITY));
    assertEquals(new BigDecimal("0.9"), pipeline().upgrade(known).get(Opportunity.PROBABILITY));
    assertEquals(
        List.of(2L, 1L),
        pipeline().revisions("own").stream().map(p -> p.require(Pipeline.REVISION)).toList());
  }

  private static void threeStages(PipelineDraft p) {
    p.open("first", "First", "0.1").won("won", "Won").lost("lost", "Lost");
  }

  @Test
  void the_fact_of_the_beginning_tells_the_chances_that_the_seller_saw() {
    Opportunity deal =
        pipeline()
            .open(
                acme,
                aDeal("known").andThen(d -> d.set(Opportunity.PROBABILITY, new BigDecimal("0.9"))));
    assertEquals(
        new BigDecimal("0.9"), pipeline().history(deal).get(0).get(StageChange.PROBABILITY));
  }

  @Test
  void a_pipeline_that_there_is_not_is_answered_with_those_there_are() {
    pipeline().define("own", SalesPipelineTest::threeStages);
    String refusal =
        assertThrows(NotFoundException.class, () -> pipeline().open(acme, "owm", aDeal("x")))
            .getMessage();
    assertTrue(refusal.contains("own"), refusal);
  }

  @Test
  void a_pipeline_that_nothing_could_pass_through_is_refused() {
    assertRefused(
        "sales.stage_needed",
        () -> pipeline().define("x", p -> p.open("a", "A", "0.1").won("b", "B")));
    assertRefused("sales.stage_needed", () -> pipeline().define("x", p -> {}));
    assertRefused(
        "sales.probability",
        () -> pipeline().define("x", p -> p.open("a", "A", "half").won("b", "B").lost("c", "C")));
    assertThrows(
        ValidationException.class,
        () -> pipeline().define("x", p -> p.open("a", "A", "1.5").won("b", "B").lost("c", "C")));
    assertRefused(
        "sales.stage_twice",
        () -> pipeline().define("x", p -> p.open("a", "A", "0").won("a", "B").lost("c", "C")));
    assertRefused("not_found.named", () -> pipeline().get("x"));
    assertRefused("not_found.named", () -> pipeline().open(acme, "x", aDeal("y")));
    assertEquals(0, ada.records(Stage.TYPE).query().count());
  }

  @Test
  void where_there_are_several_ends_one_of_them_is_named() {
    pipeline()
        .define(
            "two",
            p ->
                p.open("a", "A", "0.1")
                    .won("gold", "G")
                    .won("silver", "S")
                    .lost("price", "P")
                    .lost("silence", "S"));
    Opportunity deal = pipeline().open(acme, "two", aDeal("x"));
    assertRefused("sales.which_stage", () -> pipeline().win(deal, "x"));
    assertRefused("sales.which_stage", () -> pipeline().lose(deal, "x"));
    Opportunity lost = pipeline().lose(deal, "silence", "no answer");
    assertEquals("silence", lost.get(Opportunity.STAGE));
    Opportunity won = pipeline().win(pipeline().reopen(lost, "a", "x"), "gold", "at last");
    assertEquals("gold", won.get(Opportunity.STAGE));
  }

  @Test
  void stages_stay_as_long_as_their_revision() {
    Opportunity deal = open();
    Stage stage = pipeline().stages(deal.require(Opportunity.PIPELINE)).get("proposal");
    assertRefused("sales.stage_stays", () -> ada.records(Stage.TYPE).delete(stage));
    assertThrows(CrmException.class, () -> ada.records(Stage.TYPE).purge(stage));
    assertThrows(
        ValidationException.class,
        () -> ada.records(Stage.TYPE).update(stage, d -> d.set(Stage.NAME, "x")));
    pipeline().advance(deal, "proposal");
  }

  @Test
  void a_history_from_elsewhere_is_brought_over_with_its_days() {
    Instant january = Instant.parse("2026-01-05T10:00:00Z");
    Instant february = Instant.parse("2026-02-05T10:00:00Z");
    Instant march = Instant.parse("2026-03-05T10:00:00Z");
    Opportunity deal =
        pipeline()
            .record(
                acme,
                pipeline().get(Pipeline.STANDARD),
                StageTrail.in("qualification", january)
                    .then("negotiation", february)
                    .then("lost", march),
                "too late",
                aDeal("old one", eur("7")));
    assertEquals("lost", deal.get(Opportunity.STAGE));
    assertEquals(LocalDate.of(2026, 1, 5), deal.get(Opportunity.OPENED_ON));
    assertEquals(LocalDate.of(2026, 3, 5), deal.get(Opportunity.CLOSED_ON));
    assertEquals("too late", deal.get(Opportunity.CLOSE_REASON));
    assertEquals(march, deal.get(Opportunity.STAGE_SINCE));
    assertEquals(BigDecimal.ZERO, deal.get(Opportunity.PROBABILITY));
    List<StageChange> facts = pipeline().history(deal);
    assertEquals(
        List.of(january, february, march),
        facts.stream().map(fact -> fact.require(StageChange.AT)).toList());
    assertEquals(
        List.of("null>qualification", "qualification>negotiation", "negotiation>lost"),
        trail(deal));
    assertNull(facts.get(0).get(StageChange.REASON));
    assertNull(facts.get(1).get(StageChange.REASON));
    assertEquals("too late", facts.get(2).get(StageChange.REASON));
    assertEquals(START, facts.get(0).get(StageChange.TYPE.createdAt()));
  }

  @Test
  void where_nobody_knows_when_no_fact_is_made_up() {
    Pipeline standard = pipeline().get(Pipeline.STANDARD);
    Opportunity deal =
        pipeline().record(acme, standard, StageTrail.in("proposal"), null, aDeal("x"));
    assertEquals(List.of(), trail(deal));
    assertNull(deal.get(Opportunity.OPENED_ON));
    assertNull(deal.get(Opportunity.STAGE_SINCE));
    Opportunity later =
        pipeline()
            .record(
                acme,
                standard,
                StageTrail.in("qualification")
                    .then("proposal", Instant.parse("2026-01-05T10:00:00Z")),
                null,
                aDeal("y"));
    assertEquals(List.of("qualification>proposal"), trail(later));
    assertNull(later.get(Opportunity.OPENED_ON));
  }

  @Test
  void a_trail_leads_forwards_in_time_and_through_known_stages() {
    StageTrail begun = StageTrail.in("qualification", START);
    assertRefused("sales.trail", () -> begun.then("proposal", START.minusSeconds(1)));
    Pipeline standard = pipeline().get(Pipeline.STANDARD);
    assertRefused(
        "not_found.named",
        () ->
            pipeline()
                .record(
                    acme,
                    standard,
                    begun.then("nowhere", START).then("won", START),
                    null,
                    aDeal("x")));
    assertEquals(0, ada.opportunities().query().count());
  }

  @Test
  void whoever_works_on_deals_needs_no_right_to_shape_pipelines() {
    for (var type : List.of(Pipeline.TYPE, Stage.TYPE)) {
      policy.deny("rep", type);
    }
    policy
        .deny("rep", StageChange.TYPE, Operation.CREATE)
        .lock("rep", Opportunity.PROBABILITY, Opportunity.STAGE);
    Session rep = crm.as("rep");
    Opportunity deal = rep.pipeline().open(acme, aDeal("x"));
    Opportunity won = rep.pipeline().win(rep.pipeline().advance(deal, "proposal"), "x");
    assertEquals(StageCategory.WON, won.get(Opportunity.STAGE_CATEGORY));
    assertThrows(
        AccessDeniedException.class,
        () ->
            rep.opportunities()
                .update(won, d -> d.set(Opportunity.PROBABILITY, new BigDecimal("0.5"))));
    assertThrows(AccessDeniedException.class, () -> rep.pipeline().get(Pipeline.STANDARD));
    assertThrows(
        AccessDeniedException.class,
        () -> rep.pipeline().stages(deal.require(Opportunity.PIPELINE)));
    assertThrows(
        AccessDeniedException.class,
        () -> rep.pipeline().define("x", p -> p.open("a", "A", "0").won("w", "W").lost("l", "L")));
  }

  @Test
  void whoever_may_not_open_deals_leaves_no_pipeline_behind() {
    policy.deny("eve", Opportunity.TYPE);
    assertThrows(
        AccessDeniedException.class, () -> crm.as("eve").pipeline().open(acme, aDeal("x")));
    assertEquals(0, ada.records(Pipeline.TYPE).query().count());
  }

  @Test
  void the_pipelines_of_one_tenant_are_nobody_elses() {
    Opportunity deal = open();
    pipeline().advance(deal, "proposal");
    Session other = crm.as("other", "ada");
    assertThrows(
        NotFoundException.class, () -> other.pipeline().stages(deal.require(Opportunity.PIPELINE)));
    Customer theirs = other.customers().create(aCustomer());
    Pipeline standard = pipeline().get(Pipeline.STANDARD);
    assertThrows(
        NotFoundException.class,
        () ->
            other.pipeline().record(theirs, standard, StageTrail.in("proposal"), null, aDeal("x")));
    assertEquals(
        "won",
        other
            .pipeline()
            .win(other.pipeline().open(theirs, aDeal("x")), "x")
            .get(Opportunity.STAGE));
  }

  @Test
  void two_who_open_the_very_first_deals_at_once_both_succeed() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 20; round++) {
        Session session = crm.as("tenant" + round, "ada");
        Customer customer = session.customers().create(aCustomer());
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Opportunity> opening =
            () -> {
              start.await();
              return session.pipeline().open(customer, aDeal("x"));
            };
        for (Future<Opportunity> opened : two.invokeAll(List.of(opening, opening))) {
          assertEquals("qualification", opened.get().get(Opportunity.STAGE));
        }
        assertEquals(1, session.records(Pipeline.TYPE).query().count());
      }
    } finally {
      two.shutdownNow();
    }
  }
}
