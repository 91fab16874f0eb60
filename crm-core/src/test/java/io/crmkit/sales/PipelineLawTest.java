package io.crmkit.sales;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever is tried with a deal: it is in a legal state, and the facts say how it came there. */
@AnyStore
class PipelineLawTest {
  private static final List<String> OPEN = List.of("qualification", "proposal", "negotiation");

  enum Verb {
    ADVANCE,
    WIN,
    LOSE,
    REOPEN,
    UPGRADE,
    RENAME
  }

  record Step(Verb verb, String stage, int hours) {}

  /** What the deal should be. */
  private static final class Model {
    String stage = OPEN.get(0);
    Instant since;
    @Nullable String reason;
    final List<String> trail = new ArrayList<>(List.of("null>" + stage));

    Model(Instant since) {
      this.since = since;
    }

    boolean closed() {
      return !OPEN.contains(stage);
    }

    /** The code of the refusal; null where the step is legal. */
    @Nullable String refusal(Step step) {
      boolean known = OPEN.contains(step.stage()) || Set.of("won", "lost").contains(step.stage());
      return switch (step.verb()) {
        case ADVANCE -> closed() ? "sales.closed" : stageRefusal(step, known);
        case WIN, LOSE -> closed() ? "sales.closed" : null;
        case REOPEN -> closed() ? stageRefusal(step, known) : "sales.not_closed";
        case UPGRADE, RENAME -> null;
      };
    }

    private static @Nullable String stageRefusal(Step step, boolean known) {
      if (!known) {
        return "not_found.named";
      }
      return OPEN.contains(step.stage()) ? null : "sales.use_win_or_lose";
    }

    void apply(Step step, Instant now) {
      switch (step.verb()) {
        case ADVANCE, REOPEN -> move(step.stage(), now, null);
        case WIN -> move("won", now, "why");
        case LOSE -> move("lost", now, "why");
        case UPGRADE, RENAME -> {}
      }
    }

    private void move(String to, Instant now, @Nullable String why) {
      if (!to.equals(stage)) {
        trail.add(stage + '>' + to);
        stage = to;
        since = now;
        reason = why;
      }
    }
  }

  @Property(tries = 150)
  void a_deal_is_never_in_an_illegal_state(@ForAll("steps") List<Step> steps) {
    ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
    try (Crm crm = Fixtures.aCrm(clock).open()) {
      Session ada = crm.as("ada");
      Customer acme = ada.customers().create(aCustomer());
      Opportunity deal = ada.pipeline().open(acme, aDeal("x"));
      Model model = new Model(clock.instant());
      check(ada, deal, model);
      for (Step step : steps) {
        clock.advance(Duration.ofHours(step.hours()));
        String refusal = model.refusal(step);
        UnaryOperator<Opportunity> verb = verb(ada, step);
        if (refusal == null) {
          model.apply(step, clock.instant());
          deal = verb.apply(deal);
        } else {
          Opportunity before = deal;
          CrmException refused = assertThrows(CrmException.class, () -> verb.apply(before));
          assertEquals(refusal, refused.code());
        }
        check(ada, deal, model);
      }
      Ledger.check(ada);
    }
  }

  private static UnaryOperator<Opportunity> verb(Session ada, Step step) {
    SalesPipeline pipeline = ada.pipeline();
    return switch (step.verb()) {
      case ADVANCE -> deal -> pipeline.advance(deal, step.stage());
      case WIN -> deal -> pipeline.win(deal, "why");
      case LOSE -> deal -> pipeline.lose(deal, "why");
      case REOPEN -> deal -> pipeline.reopen(deal, step.stage(), "again");
      case UPGRADE -> pipeline::upgrade;
      case RENAME ->
          deal ->
              ada.opportunities().update(deal, d -> d.set(Opportunity.TITLE, "t" + step.hours()));
    };
  }

  private static void check(Session ada, Opportunity deal, Model model) {
    assertEquals(deal, ada.opportunities().get(deal.ref()));
    assertEquals(model.stage, deal.get(Opportunity.STAGE));
    assertEquals(model.since, deal.get(Opportunity.STAGE_SINCE));
    assertEquals(model.closed(), deal.require(Opportunity.STAGE_CATEGORY).closed());
    LocalDate closedOn = model.closed() ? LocalDate.ofInstant(model.since, ZoneOffset.UTC) : null;
    assertEquals(closedOn, deal.get(Opportunity.CLOSED_ON));
    assertEquals(model.closed() ? model.reason : null, deal.get(Opportunity.CLOSE_REASON));
    List<StageChange> facts = ada.pipeline().history(deal);
    assertEquals(
        model.trail,
        facts.stream()
            .map(f -> f.get(StageChange.FROM_STAGE) + ">" + f.get(StageChange.TO_STAGE))
            .toList());
    StageChange last = facts.get(facts.size() - 1);
    assertEquals(deal.get(Opportunity.STAGE_SINCE), last.get(StageChange.AT));
    assertEquals(deal.get(Opportunity.STAGE_CATEGORY), last.get(StageChange.TO_CATEGORY));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> stages =
        Arbitraries.of("qualification", "proposal", "negotiation", "won", "lost", "nowhere");
    return Combinators.combine(
            Arbitraries.of(Verb.class), stages, Arbitraries.integers().between(0, 60))
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }
}
