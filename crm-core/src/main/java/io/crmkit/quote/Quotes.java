package io.crmkit.quote;

import io.crmkit.customer.Customer;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintedDocument;
import io.crmkit.document.Totals;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.numbering.NumberRange;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes offers to customers: drafts them, sends them, and notes what the customers say. Days are
 * those of {@link io.crmkit.kernel.work.Workspace#today}.
 *
 * <pre>{@code
 * Quote offer = ada.quotes().draft(deal);
 * offer = ada.quotes().edit(offer, e -> e
 *     .group("Hardware", g -> g.line(laptop, "40"))
 *     .charge("Freight", Money.of("120", "EUR")));
 * offer = ada.quotes().send(offer);
 * Quote deal = ada.quotes().accept(offer);
 * }</pre>
 */
public final class Quotes extends Records<Quote> {
  private static final NumberRange NUMBERS = NumberRange.of("quote", "Q-{year}-{00000}");

  private static final Set<QuoteState> REVISABLE =
      Set.of(QuoteState.SENT, QuoteState.DECLINED, QuoteState.WITHDRAWN, QuoteState.EXPIRED);

  /** The quotes as {@code space} sees them. */
  public Quotes(Workspace space) {
    super(space, Quote.TYPE);
  }

  /** What new quotes begin with; the record of code {@link QuoteTerms#STANDARD} counts. */
  public Records<QuoteTerms> terms() {
    return space().records(QuoteTerms.TYPE);
  }

  /** What the tax categories of products mean. */
  public Records<TaxRate> taxRates() {
    return space().records(TaxRate.TYPE);
  }

  /**
   * The terms that a new quote begins with, whatever the actor may see; defaults where the tenant
   * has none.
   */
  public QuoteTerms standardTerms() {
    return Drafting.terms(space());
  }

  /** The lines of a quote, in order. */
  public List<QuoteLine> lines(Quote quote) {
    return space()
        .records(QuoteLine.TYPE)
        .where(QuoteLine.QUOTE.is(quote))
        .orderBy(QuoteLine.POSITION.asc())
        .list();
  }

  /** The groups of its lines, in order. */
  public List<QuoteGroup> groups(Quote quote) {
    return space()
        .records(QuoteGroup.TYPE)
        .where(QuoteGroup.QUOTE.is(quote))
        .orderBy(QuoteGroup.POSITION.asc())
        .list();
  }

  /** The allowances and charges on the whole of it, in order. */
  public List<QuoteAdjustment> adjustments(Quote quote) {
    return space()
        .records(QuoteAdjustment.TYPE)
        .where(QuoteAdjustment.QUOTE.is(quote))
        .orderBy(QuoteAdjustment.POSITION.asc())
        .list();
  }

  /**
   * All sums of a quote: of its groups, taxes and of all; see {@link Totals}.
   *
   * @throws io.crmkit.kernel.error.NotFoundException where the actor does not see it
   * @throws io.crmkit.kernel.error.AccessDeniedException where they may not read one of the fields
   *     that the sums are made of
   */
  public Totals totals(Quote quote) {
    return space()
        .call(
            work -> {
              Quote its = new Quotes(work).get(quote.ref());
              Sums.requireReadable(work);
              return Sums.of(work, its).totals();
            });
  }

  /** All revisions of a quote, the first one first. */
  public List<Quote> revisions(Quote quote) {
    return where(Quote.NUMBER.is(quote.must(Quote.NUMBER))).orderBy(Quote.REVISION.asc()).list();
  }

  /**
   * Drafts a quote without lines.
   *
   * @param filling says the title, and whatever else is not as the {@link QuoteTerms} have it
   * @throws InvalidRequestException where the currency is unknown
   */
  public Quote draft(Customer customer, Consumer<Draft<Quote>> filling) {
    return NUMBERS.give(
        space(),
        (work, number) ->
            new Drafting(work)
                .first(
                    number,
                    customer.ref(),
                    Drafting.terms(work),
                    filling.andThen(q -> q.set(Quote.CUSTOMER, customer)))); // who has to be seen
  }

  /**
   * Drafts the quote for a deal: its title, customer, contact and product, and its amount as the
   * price. A deal without an amount is quoted at the price of its product, and one without either
   * gets no lines.
   */
  public Quote draft(Opportunity deal) {
    return NUMBERS.give(space(), (work, number) -> new Drafting(work).first(number, deal));
  }

  /**
   * Drafts a quote with all that another has in it, at the prices there: for the same customer, by
   * the actor, with a number of its own and nothing paid yet. Days and state begin anew.
   *
   * @throws InvalidRequestException where a product in it is not offered any more
   */
  public Quote copy(Quote quote) {
    return NUMBERS.give(
        space(),
        (work, number) -> new Drafting(work).copy(new Quotes(work).get(quote.ref()), number));
  }

  /**
   * Changes a draft: its lines, groups, allowances and charges, and the texts around them.
   *
   * @return the quote with its new sums
   * @throws InvalidRequestException where it is no draft, or an amount is of another currency
   */
  public Quote edit(Quote quote, Consumer<QuoteEditor> changes) {
    return space()
        .call(
            work -> {
              requireDraft(work, quote);
              Quote may = work.records(Quote.TYPE).update(quote, d -> {}); // who may change it
              QuoteEditor editor =
                  new QuoteEditor(work, may, Drafting.terms(work))
                      .behind(Sums.of(work, quote), Sums.groups(work, quote.ref()));
              changes.accept(editor);
              return Sums.refresh(work, editor.quote());
            });
  }

  /**
   * Approves the discounts of a draft, up to the greatest of them as it stands; for that the actor
   * needs the right {@link QuoteModule#APPROVE_DISCOUNT}.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor lacks it
   */
  public Quote approveDiscount(Quote quote) {
    space().require(QuoteModule.APPROVE_DISCOUNT);
    requireDraft(space(), quote);
    return move(
        quote,
        new QuoteEvent.Approved(quote.ref(), quote.fullNumber()),
        (work, d) -> approve(work, d, quote));
  }

  private static void approve(Workspace work, Draft<Quote> d, Quote quote) {
    d.set(Quote.APPROVED_DISCOUNT, quote.must(Quote.DISCOUNT))
        .set(Quote.APPROVED_BY, work.context().actor());
  }

  /**
   * Sends a draft: from now on it never changes. How it reaches the customer is up to the host.
   *
   * @throws InvalidRequestException where it is no draft, has no lines, is good until a day that
   *     has passed, or has a discount above the limit that nobody has approved
   */
  public Quote send(Quote quote) {
    requireDraft(space(), quote);
    return space().call(work -> new Quotes(work).sent(quote));
  }

  private Quote sent(Quote given) {
    Quote quote = Sums.refresh(space(), given);
    if (Sums.lines(space(), quote.ref()).isEmpty()) {
      throw new InvalidRequestException("quote.empty", given.named());
    }
    requireInTime(quote);
    boolean approving = requireApproval(quote);
    return move(
        quote,
        new QuoteEvent.Sent(quote.ref(), quote.fullNumber()),
        (work, d) -> {
          if (approving) {
            approve(work, d, quote);
          }
          d.set(Quote.STATE, QuoteState.SENT)
              .set(Quote.SENT_AT, work.now())
              .set(Quote.ISSUED_ON, work.today());
        });
  }

  /** True where the actor approves with the sending. */
  private boolean requireApproval(Quote quote) {
    BigDecimal discount = quote.must(Quote.DISCOUNT);
    BigDecimal limit = Drafting.terms(space()).require(QuoteTerms.DISCOUNT_LIMIT);
    BigDecimal approved =
        Objects.requireNonNullElse(quote.raw(Quote.APPROVED_DISCOUNT), BigDecimal.ZERO);
    if (discount.compareTo(limit.max(approved)) <= 0) {
      return false;
    }
    if (!space().permits(QuoteModule.APPROVE_DISCOUNT)) {
      throw new InvalidRequestException(
          "quote.discount",
          space().shown(quote).told(Quote.DISCOUNT, discount.stripTrailingZeros().toPlainString()),
          limit.toPlainString());
    }
    return true;
  }

  /**
   * Notes that the customer agrees.
   *
   * @throws InvalidRequestException unless it has been sent, is the current revision and still good
   */
  public Quote accept(Quote quote) {
    requireOpen(quote);
    requireInTime(quote);
    return close(
        quote, QuoteState.ACCEPTED, null, new QuoteEvent.Accepted(quote.ref(), quote.fullNumber()));
  }

  /** As {@link #accept}; the deal that it was meant to win is worth its net amount then. */
  public Quote acceptForDeal(Quote quote) {
    return space()
        .call(
            work -> {
              Quote accepted = new Quotes(work).accept(quote);
              Ref<Opportunity> deal = quote.raw(Quote.OPPORTUNITY);
              if (deal != null) {
                Records<Opportunity> deals = work.records(Opportunity.TYPE);
                deals.update(
                    deals.get(deal), d -> d.set(Opportunity.AMOUNT, quote.must(Quote.NET)));
              }
              return accepted;
            });
  }

  /**
   * Notes that the customer refuses.
   *
   * @throws InvalidRequestException unless it has been sent and is the current revision
   */
  public Quote decline(Quote quote, String reason) {
    requireOpen(quote);
    return close(
        quote,
        QuoteState.DECLINED,
        reason,
        new QuoteEvent.Declined(quote.ref(), quote.fullNumber()));
  }

  /**
   * Takes an offer back that is with the customer, who cannot accept it any more. How they hear of
   * it is up to the host.
   *
   * @throws InvalidRequestException unless it has been sent and is the current revision
   */
  public Quote withdraw(Quote quote, String reason) {
    requireOpen(quote);
    return close(
        quote,
        QuoteState.WITHDRAWN,
        reason,
        new QuoteEvent.Withdrawn(quote.ref(), quote.fullNumber()));
  }

  private Quote close(Quote quote, QuoteState state, @Nullable String reason, QuoteEvent event) {
    return move(
        quote,
        event,
        (work, d) ->
            d.set(Quote.STATE, state)
                .set(Quote.CLOSED_AT, work.now())
                .setOrClear(Quote.CLOSE_REASON, reason));
  }

  /**
   * Makes the next revision, a draft with everything in it; one that was with the customer cannot
   * be accepted any more.
   *
   * @return the new revision
   * @throws InvalidRequestException unless it is the current revision and sent, declined, withdrawn
   *     or expired
   */
  public Quote revise(Quote quote) {
    requireCurrent(quote);
    if (!REVISABLE.contains(quote.must(Quote.STATE))) {
      throw wrongState(quote);
    }
    return space()
        .call(
            work -> {
              work.records(Quote.TYPE)
                  .update(
                      quote,
                      d -> {
                        d.unlock(Quote.DEF).set(Quote.CURRENT, false);
                        if (quote.is(QuoteState.SENT)) {
                          d.set(Quote.STATE, QuoteState.SUPERSEDED);
                        }
                      });
              Quote next = new Drafting(work).next(quote);
              work.publish(new QuoteEvent.Revised(next.ref(), next.fullNumber(), quote.ref()));
              return next;
            });
  }

  /**
   * Writes a quote out in its language, for a {@link io.crmkit.document.DocumentPrinter}.
   *
   * @param from who sends it
   * @throws io.crmkit.kernel.error.NotFoundException where the actor does not see it or its
   *     customer
   * @throws io.crmkit.kernel.error.AccessDeniedException where they may not read one of the fields
   *     on it; only the introduction and what is said of the recipient are left out instead
   */
  public PrintedDocument print(Quote quote, Letterhead from) {
    return space().call(work -> QuotePrint.of(work, new Quotes(work).get(quote.ref()), from));
  }

  private interface Filling {
    void fill(Workspace work, Draft<Quote> draft);
  }

  private Quote move(Quote quote, QuoteEvent event, Filling filling) {
    return space()
        .call(
            work -> {
              Quote moved =
                  work.records(Quote.TYPE)
                      .update(quote, d -> filling.fill(work, d.unlock(Quote.DEF)));
              work.publish(event);
              return moved;
            });
  }

  static void requireDraft(Workspace space, Quote quote) {
    if (!quote.is(QuoteState.DRAFT)) {
      Quote seen = space.shown(quote);
      throw new InvalidRequestException("quote.no_draft", seen.named(), seen.told(Quote.STATE));
    }
  }

  private static void requireOpen(Quote quote) {
    requireCurrent(quote);
    if (!quote.is(QuoteState.SENT)) {
      throw wrongState(quote);
    }
  }

  private static void requireCurrent(Quote quote) {
    if (!quote.must(Quote.CURRENT)) {
      throw new InvalidRequestException("quote.superseded", quote.named());
    }
  }

  private static InvalidRequestException wrongState(Quote quote) {
    return new InvalidRequestException("quote.state", quote.named(), quote.told(Quote.STATE));
  }

  private void requireInTime(Quote quote) {
    if (quote.must(Quote.VALID_UNTIL).isBefore(space().today())) {
      throw new InvalidRequestException(
          "quote.expired", quote.named(), quote.told(Quote.VALID_UNTIL));
    }
  }
}
