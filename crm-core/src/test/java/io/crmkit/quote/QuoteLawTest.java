package io.crmkit.quote;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.eur;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever is tried with a quote and its revisions: no state comes about that is none. */
@AnyStore
class QuoteLawTest {
  enum Verb {
    EDIT,
    SEND,
    ACCEPT,
    DECLINE,
    WITHDRAW,
    REVISE,
    DELETE,
    RUN_JOBS,
    WAIT
  }

  /**
   * A step.
   *
   * @param which the revision that it is tried with, counted from the last
   */
  record Step(Verb verb, int which) {}

  /** What one revision should be. */
  private static final class Model {
    QuoteState state = QuoteState.DRAFT;
    boolean current = true;
    boolean deleted;
    int lines;
    final long revision;
    LocalDate validUntil;

    Model(long revision, int lines, LocalDate today) {
      this.revision = revision;
      this.lines = lines;
      this.validUntil = today.plusDays(30);
    }

    /** The code of the refusal; null where the step is legal. */
    @Nullable String refusal(Verb verb, LocalDate today) {
      if (verb == Verb.WAIT || verb == Verb.RUN_JOBS) {
        return null;
      }
      if (verb == Verb.EDIT || verb == Verb.SEND) {
        if (state != QuoteState.DRAFT) {
          return "quote.no_draft";
        }
        if (deleted) {
          return "request.deleted";
        }
        if (verb == Verb.SEND) {
          return lines == 0 ? "quote.empty" : today.isAfter(validUntil) ? "quote.expired" : null;
        }
        return null;
      }
      if (verb == Verb.DELETE) {
        return deleted || (state == QuoteState.DRAFT && revision == 1) ? null : "quote.stays";
      }
      if (!current) {
        return "quote.superseded";
      }
      if (verb == Verb.REVISE) {
        return switch (state) {
          case SENT, DECLINED, WITHDRAWN, EXPIRED -> null;
          default -> "quote.state";
        };
      }
      if (state != QuoteState.SENT) {
        return "quote.state";
      }
      return verb == Verb.ACCEPT && today.isAfter(validUntil) ? "quote.expired" : null;
    }
  }

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));

  @Property(tries = 150)
  void a_quote_is_always_in_a_state_that_its_story_leads_to(@ForAll("stories") List<Step> steps) {
    clock.set(Instant.parse("2027-03-01T08:00:00Z"));
    try (Crm crm = Fixtures.aCrm(clock).open()) {
      Session ada = crm.as("ada");
      Customer acme = ada.customers().create(aCustomer());
      List<Quote> quotes = new ArrayList<>();
      List<Model> models = new ArrayList<>();
      quotes.add(ada.quotes().draft(acme, d -> d.set(Quote.TITLE, "Offer")));
      models.add(new Model(1, 0, today()));
      for (Step step : steps) {
        int at = quotes.size() - 1 - step.which() % quotes.size();
        run(crm, ada, step.verb(), at, quotes, models);
        check(ada, quotes, models);
      }
      Ledger.check(ada);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void run(
      Crm crm, Session ada, Verb verb, int at, List<Quote> quotes, List<Model> models) {
    Quote quote = quotes.get(at);
    Model model = models.get(at);
    String refusal = model.refusal(verb, today());
    if (refusal != null) {
      CrmException refused =
          assertThrows(
              CrmException.class,
              () -> verb(crm, ada, verb, quote),
              () -> verb + " " + model.state);
      assertEquals(refusal, refused.code());
      return;
    }
    Quote after = verb(crm, ada, verb, quote);
    switch (verb) {
      case EDIT -> model.lines++;
      case SEND -> model.state = QuoteState.SENT;
      case ACCEPT -> model.state = QuoteState.ACCEPTED;
      case DECLINE -> model.state = QuoteState.DECLINED;
      case WITHDRAW -> model.state = QuoteState.WITHDRAWN;
      case DELETE -> model.deleted = true;
      case REVISE -> {
        model.current = false;
        if (model.state == QuoteState.SENT) {
          model.state = QuoteState.SUPERSEDED;
        }
        quotes.set(at, ada.quotes().get(quote.ref()));
        quotes.add(after);
        models.add(new Model(model.revision + 1, model.lines, today()));
        return;
      }
      case WAIT -> {}
      case RUN_JOBS -> {
        for (int i = 0; i < quotes.size(); i++) {
          Model each = models.get(i);
          if (each.state == QuoteState.SENT && today().isAfter(each.validUntil)) {
            each.state = QuoteState.EXPIRED;
            quotes.set(i, ada.quotes().get(quotes.get(i).ref()));
          }
        }
        return;
      }
    }
    quotes.set(at, after);
  }

  private Quote verb(Crm crm, Session ada, Verb verb, Quote quote) {
    Quotes verbs = ada.quotes();
    return switch (verb) {
      case EDIT ->
          verbs.edit(
              quote,
              e -> e.line(d -> d.set(QuoteLine.NAME, "X").set(QuoteLine.UNIT_PRICE, eur("10"))));
      case SEND -> verbs.send(quote);
      case ACCEPT -> verbs.accept(quote);
      case DECLINE -> verbs.decline(quote, "no");
      case WITHDRAW -> verbs.withdraw(quote, "a mistake");
      case REVISE -> verbs.revise(quote);
      case DELETE -> verbs.delete(quote);
      case RUN_JOBS -> {
        crm.jobs().runDue();
        yield quote;
      }
      case WAIT -> {
        clock.advance(Duration.ofDays(20));
        yield quote;
      }
    };
  }

  private static void check(Session ada, List<Quote> quotes, List<Model> models) {
    int current = 0;
    for (int i = 0; i < quotes.size(); i++) {
      Quote quote = quotes.get(i);
      Model model = models.get(i);
      assertEquals(model.state, quote.get(Quote.STATE));
      assertEquals(model.current, quote.get(Quote.CURRENT));
      assertEquals(model.revision, quote.get(Quote.REVISION));
      assertEquals(model.deleted, quote.deleted());
      assertEquals(eur(10 * model.lines + ""), quote.get(Quote.NET));
      Quote stored =
          model.deleted
              ? ada.quotes().findDeleted(quote.ref()).orElseThrow()
              : ada.quotes().get(quote.ref());
      assertEquals(quote, stored);
      current += model.current ? 1 : 0;
    }
    assertEquals(1, current, "one revision is the current one");
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    Arbitrary<Verb> verbs =
        Arbitraries.frequency(
            Tuple.of(3, Verb.EDIT),
            Tuple.of(4, Verb.SEND),
            Tuple.of(2, Verb.ACCEPT),
            Tuple.of(2, Verb.DECLINE),
            Tuple.of(4, Verb.REVISE),
            Tuple.of(1, Verb.DELETE),
            Tuple.of(2, Verb.RUN_JOBS),
            Tuple.of(3, Verb.WAIT));
    Arbitrary<Integer> which =
        Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, 2));
    return Combinators.combine(verbs, which).as(Step::new).list().ofMaxSize(20);
  }
}
