package io.crmkit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever is tried with a case: it is in a legal state, and its steps say how it came there. */
@AnyStore
class CaseLawTest {
  enum Verb {
    START,
    AWAIT,
    HOLD,
    RESOLVE,
    CLOSE,
    REOPEN,
    REPLY,
    MERGE,
    UNMERGE,
    RESCHEDULE
  }

  record Step(Verb verb, int minutes) {}

  /** What the case should be. */
  private static final class Model {
    CaseState state = CaseState.NEW;
    CaseState beforeMerge = CaseState.NEW;
    boolean merged;
    int reopened;
    @Nullable Instant responded;
    @Nullable Instant resolved;
    final List<String> trail = new ArrayList<>(List.of("null>NEW"));

    /** The code of the refusal; null where the step is legal. */
    @Nullable String refusal(Verb verb) {
      boolean done = state == CaseState.RESOLVED || state == CaseState.CLOSED;
      return switch (verb) {
        case START, AWAIT, HOLD -> {
          if (done) {
            yield "service.done";
          }
          CaseState to = target(verb);
          yield to == state ? "service.state" : null;
        }
        case RESOLVE -> merged ? "service.merged" : done ? "service.state" : null;
        case CLOSE ->
            merged ? "service.merged" : state == CaseState.RESOLVED ? null : "service.state";
        case REOPEN -> !done ? "service.not_done" : merged ? "service.merged" : null;
        case REPLY, RESCHEDULE, MERGE -> merged ? "service.merged" : null;
        case UNMERGE -> merged ? null : "service.not_merged";
      };
    }

    private static CaseState target(Verb verb) {
      return switch (verb) {
        case START, REOPEN -> CaseState.OPEN;
        case AWAIT -> CaseState.WAITING_CUSTOMER;
        case HOLD -> CaseState.ON_HOLD;
        case RESOLVE -> CaseState.RESOLVED;
        default -> CaseState.CLOSED;
      };
    }

    void apply(Verb verb, Instant now) {
      switch (verb) {
        case START, AWAIT, HOLD, CLOSE -> move(target(verb));
        case RESOLVE -> {
          responded = responded == null ? now : responded;
          resolved = now;
          move(CaseState.RESOLVED);
        }
        case REOPEN -> {
          reopened++;
          resolved = null;
          move(CaseState.OPEN);
        }
        case REPLY -> {
          responded = responded == null ? now : responded;
          if (state == CaseState.NEW) {
            move(CaseState.OPEN);
          }
        }
        case MERGE -> {
          beforeMerge = state;
          merged = true;
          move(CaseState.CLOSED);
        }
        case UNMERGE -> {
          merged = false;
          move(beforeMerge);
        }
        case RESCHEDULE -> {}
      }
    }

    private void move(CaseState to) {
      trail.add(state + ">" + to);
      state = to;
    }
  }

  @Property(tries = 150)
  void a_case_is_never_in_an_illegal_state(@ForAll("steps") List<Step> steps) {
    ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
    try (Crm crm = Fixtures.aCrm(clock).open()) {
      Session ada = crm.as("ada");
      Case other = ada.service().open(c -> c.set(Case.SUBJECT, "other"));
      Case its = ada.service().open(c -> c.set(Case.SUBJECT, "x"));
      Model model = new Model();
      check(ada, its, model);
      for (Step step : steps) {
        clock.advance(Duration.ofMinutes(step.minutes()));
        String refusal = model.refusal(step.verb());
        Case before = its;
        if (refusal == null) {
          model.apply(step.verb(), clock.instant());
          its = run(ada, its, other, step);
        } else {
          CrmException refused =
              assertThrows(CrmException.class, () -> run(ada, before, other, step));
          assertEquals(refusal, refused.code(), step::toString);
        }
        check(ada, its, model);
      }
      Ledger.check(ada);
    }
  }

  private static Case run(Session ada, Case its, Case other, Step step) {
    ServiceDesk desk = ada.service();
    return switch (step.verb()) {
      case START -> desk.start(its);
      case AWAIT -> desk.await(its, "why");
      case HOLD -> desk.hold(its, "why");
      case RESOLVE -> desk.resolve(its, "how");
      case CLOSE -> desk.close(its);
      case REOPEN -> desk.reopen(its, "why");
      case REPLY -> desk.reply(its, "what");
      case MERGE -> desk.merge(its, other);
      case UNMERGE -> desk.unmerge(its);
      case RESCHEDULE ->
          desk.reschedule(
              its, Instant.parse("2027-04-01T00:00:00Z").plusSeconds(step.minutes()), "why");
    };
  }

  private static void check(Session ada, Case its, Model model) {
    assertEquals(its, ada.service().cases().get(its.ref()));
    assertEquals(model.state, its.get(Case.STATE));
    assertEquals(model.merged, its.get(Case.MERGED_INTO) != null);
    assertEquals(model.responded, its.get(Case.RESPONDED_AT));
    assertEquals((long) model.reopened, its.get(Case.REOPENED));
    assertEquals(model.state == CaseState.CLOSED, its.get(Case.CLOSED_AT) != null);
    assertEquals(model.resolved, its.get(Case.RESOLVED_AT));
    assertNotNull(its.get(Case.NUMBER));
    assertEquals(
        model.trail,
        ada
            .service()
            .steps()
            .where(CaseStep.CASE.is(its), CaseStep.KIND.is(StepKind.STATE))
            .list()
            .stream()
            .map(step -> step.get(CaseStep.FROM_STATE) + ">" + step.get(CaseStep.TO_STATE))
            .toList());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(Arbitraries.of(Verb.class), Arbitraries.integers().between(0, 5000))
        .as(Step::new)
        .list()
        .ofMaxSize(14);
  }
}
