package io.crmkit.quote;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.catalog.PriceList;
import io.crmkit.catalog.PriceListItem;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.document.Tax;
import io.crmkit.document.TaxGroup;
import io.crmkit.document.Totals;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.value.Money;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class QuotesTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private Customer acme;
  private Product seat;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy).listen((event, context) -> heard.add(event.name()));
  }

  @BeforeEach
  void makeAcme() {
    acme = ada.customers().create(aCustomer());
    seat =
        ada.catalog()
            .create(
                aProduct("Seat")
                    .andThen(
                        d ->
                            d.set(Product.LIST_PRICE, eur("300"))
                                .set(Product.UNIT, "piece")
                                .set(Product.DESCRIPTION, "for one user and year")));
    ada.quotes()
        .terms()
        .create(
            d ->
                d.set(QuoteTerms.CODE, QuoteTerms.STANDARD)
                    .set(QuoteTerms.TAX_RATE, new BigDecimal("19"))
                    .set(QuoteTerms.VALID_DAYS, 14L)
                    .set(QuoteTerms.TERMS, "30 days net."));
  }

  private Quotes quotes() {
    return ada.quotes();
  }

  private Quote draft() {
    return quotes().draft(acme, d -> d.set(Quote.TITLE, "40 seats"));
  }

  private Quote fortySeats() {
    return quotes().edit(draft(), e -> e.line(seat, "40"));
  }

  private static void assertRefused(String code, Executable verb) {
    assertEquals(code, assertThrows(CrmException.class, verb).code());
  }

  private Quote now(Quote quote) {
    return quotes().get(quote.ref());
  }

  @Test
  void a_quote_is_drafted_from_a_deal() {
    Contact eve = ada.customers().addContact(acme, d -> d.set(Contact.NAME, "Eve"));
    Opportunity deal =
        ada.pipeline()
            .open(
                acme,
                aDeal("40 seats", eur("12000"))
                    .andThen(d -> d.set(Opportunity.CONTACT, eve).set(Opportunity.PRODUCT, seat)));
    Quote quote = quotes().draft(deal);
    assertEquals("Q-2027-00001", quote.get(Quote.NUMBER));
    assertEquals(QuoteState.DRAFT, quote.get(Quote.STATE));
    assertEquals("40 seats", quote.get(Quote.TITLE));
    assertEquals(acme.ref(), quote.get(Quote.CUSTOMER));
    assertEquals(eve.ref(), quote.get(Quote.CONTACT));
    assertEquals(deal.ref(), quote.get(Quote.OPPORTUNITY));
    assertEquals("EUR", quote.get(Quote.CURRENCY));
    assertEquals(LocalDate.of(2027, 3, 15), quote.get(Quote.VALID_UNTIL));
    assertEquals("30 days net.", quote.get(Quote.TERMS));
    assertEquals(eur("12000"), quote.get(Quote.NET));
    assertEquals(eur("2280"), quote.get(Quote.TAX));
    assertEquals(eur("14280"), quote.get(Quote.PAYABLE));
    QuoteLine line = quotes().lines(quote).get(0);
    assertEquals(seat.ref(), line.get(QuoteLine.PRODUCT));
    assertEquals("Seat", line.get(QuoteLine.NAME));
    assertEquals("for one user and year", line.get(QuoteLine.DESCRIPTION));
    assertEquals(eur("12000"), line.get(QuoteLine.NET));
    assertEquals(quote, now(quote));
  }

  @Test
  void a_deal_without_an_amount_is_quoted_at_list_price_and_one_without_either_gets_no_lines() {
    Opportunity priced =
        ada.pipeline().open(acme, aDeal("Seat").andThen(d -> d.set(Opportunity.PRODUCT, seat)));
    assertEquals(eur("300"), quotes().draft(priced).get(Quote.NET));
    Quote empty = quotes().draft(ada.pipeline().open(acme, aDeal("Something")));
    assertEquals(List.of(), quotes().lines(empty));
    assertEquals(eur("0"), empty.get(Quote.NET));
    Opportunity yen = ada.pipeline().open(acme, aDeal("Import", Money.of("1000", "JPY")));
    Quote inYen = quotes().draft(yen);
    assertEquals(Money.of("1190", "JPY"), inYen.get(Quote.PAYABLE));
    assertEquals(0L, inYen.get(Quote.DECIMALS));
  }

  @Test
  void the_first_quote_of_all_needs_no_terms() {
    Customer there = crm.as("other", "ada").customers().create(aCustomer());
    Quote quote = crm.as("other", "ada").quotes().draft(there, d -> d.set(Quote.TITLE, "First"));
    assertEquals("EUR", quote.get(Quote.CURRENCY));
    assertEquals(LocalDate.of(2027, 3, 31), quote.get(Quote.VALID_UNTIL));
    assertEquals(0, crm.as("other", "ada").quotes().terms().query().count());
  }

  @Test
  void eight_sellers_draft_quotes_at_once_and_all_succeed_without_a_gap() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Quote>> drafts = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        Quotes its = crm.as("seller" + i % 8).quotes();
        drafts.add(pool.submit(() -> its.draft(acme, d -> d.set(Quote.TITLE, "Offer"))));
      }
      List<String> numbers = new ArrayList<>();
      for (Future<Quote> each : drafts) {
        numbers.add(each.get().require(Quote.NUMBER));
      }
      assertEquals(
          IntStream.rangeClosed(1, 80).mapToObj(n -> String.format("Q-2027-%05d", n)).toList(),
          numbers.stream().sorted().toList());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void lines_groups_allowances_and_charges_add_up() {
    Quote quote =
        quotes()
            .edit(
                draft(),
                e ->
                    e.group(
                            "Licences",
                            g ->
                                g.line(seat, "40", d -> d.set(QuoteLine.DISCOUNT, BigDecimal.TEN))
                                    .line(seat, "2"))
                        .group(
                            "Services",
                            g ->
                                g.line(
                                    d ->
                                        d.set(QuoteLine.NAME, "Training")
                                            .set(QuoteLine.QUANTITY, new BigDecimal("1.5"))
                                            .set(QuoteLine.UNIT, "day")
                                            .set(QuoteLine.UNIT_PRICE, eur("999.99"))
                                            .set(QuoteLine.TAX_RATE, new BigDecimal("7"))))
                        .line(
                            d ->
                                d.set(QuoteLine.NAME, "Goodwill")
                                    .set(QuoteLine.UNIT_PRICE, eur("100"))
                                    .set(QuoteLine.ALLOWANCE, eur("100")))
                        .allowance("Loyalty", eur("400"))
                        .charge("Freight", eur("50"))
                        .set(d -> d.set(Quote.PREPAID, eur("1000"))));
    Totals totals = quotes().totals(quote);
    List<QuoteGroup> groups = quotes().groups(quote);
    assertEquals(eur("11400"), totals.group(groups.get(0).ref()));
    assertEquals(eur("1499.99"), totals.group(groups.get(1).ref()));
    assertEquals(eur("12899.99"), quote.get(Quote.LINE_TOTAL));
    assertEquals(eur("400"), quote.get(Quote.ALLOWANCES));
    assertEquals(eur("50"), quote.get(Quote.CHARGES));
    assertEquals(eur("12549.99"), quote.get(Quote.NET));
    assertEquals(
        List.of(
            new TaxGroup(Tax.standard("19"), eur("11050"), eur("2099.50")),
            new TaxGroup(Tax.standard("7"), eur("1499.99"), eur("105"))),
        totals.taxGroups());
    assertEquals(eur("14754.49"), quote.get(Quote.TOTAL));
    assertEquals(eur("13754.49"), quote.get(Quote.PAYABLE));
    assertEquals(List.of(1L, 2L, 3L, 4L), positions(quote));
    assertEquals(quote, now(quote), "nothing is left to add up at the commit");
  }

  private List<Long> positions(Quote quote) {
    return quotes().lines(quote).stream().map(line -> line.require(QuoteLine.POSITION)).toList();
  }

  @Test
  void a_line_costs_what_the_price_lists_say_for_the_customer_and_that_is_no_discount() {
    policy.deny("ada", QuoteModule.APPROVE_DISCOUNT);
    PriceList special =
        ada.catalog()
            .priceLists()
            .create(
                d ->
                    d.set(PriceList.NAME, "Acme")
                        .set(PriceList.CODE, "acme")
                        .set(PriceList.CURRENCY, "EUR")
                        .set(PriceList.CUSTOMER, acme));
    ada.catalog()
        .priceListItems()
        .create(
            d ->
                d.set(PriceListItem.LIST, special)
                    .set(PriceListItem.PRODUCT, seat)
                    .set(PriceListItem.FROM, BigDecimal.TEN)
                    .set(PriceListItem.PRICE, eur("200")));
    Quote quote = fortySeats();
    assertEquals(eur("8000"), quote.get(Quote.NET));
    assertEquals(0, quote.require(Quote.DISCOUNT).signum());
    QuoteLine line = quotes().lines(quote).get(0);
    Quote fewer =
        quotes().edit(quote, e -> e.change(line, d -> d.set(QuoteLine.QUANTITY, BigDecimal.ONE)));
    assertEquals(
        new BigDecimal("33.3333"), fewer.get(Quote.DISCOUNT), "one alone is 300 by the list");
    assertRefused("quote.discount", () -> quotes().send(fewer));
  }

  @Test
  void lines_are_changed_and_removed_and_the_sums_follow() {
    Quote quote = quotes().edit(draft(), e -> e.line(seat, "40").line(seat, "1"));
    List<QuoteLine> lines = quotes().lines(quote);
    quote =
        quotes()
            .edit(
                quote,
                e ->
                    e.change(lines.get(0), d -> d.set(QuoteLine.QUANTITY, new BigDecimal("2")))
                        .remove(lines.get(1))
                        .line(seat, "3"));
    assertEquals(eur("1500"), quote.get(Quote.NET));
    assertEquals(List.of(1L, 3L), positions(quote));
  }

  @Test
  void lines_that_are_written_past_the_editor_are_added_up_as_well() {
    Quote quote = fortySeats();
    QuoteLine line = quotes().lines(quote).get(0);
    QuoteLine dearer =
        ada.records(QuoteLine.TYPE).save(line.with(QuoteLine.UNIT_PRICE, eur("310")));
    assertEquals(eur("12400"), dearer.get(QuoteLine.NET));
    assertEquals(eur("12400"), now(quote).get(Quote.NET));
    ada.records(QuoteLine.TYPE).delete(dearer);
    assertEquals(eur("0"), now(quote).get(Quote.NET));
    quotes().save(now(quote).with(Quote.PREPAID, eur("5")));
    assertEquals(eur("-5"), now(quote).get(Quote.PAYABLE));
  }

  @Test
  void an_amount_of_another_currency_is_refused() {
    Quote quote = draft();
    assertRefused(
        "document.currency",
        () ->
            quotes()
                .edit(
                    quote,
                    e ->
                        e.line(
                            d ->
                                d.set(QuoteLine.NAME, "X")
                                    .set(QuoteLine.UNIT_PRICE, Money.of("1", "USD")))));
    assertRefused(
        "document.currency",
        () -> quotes().edit(quote, e -> e.charge("Freight", Money.of("1", "USD"))));
    assertRefused("validation", () -> quotes().save(quote.with(Quote.PREPAID, Money.of(1, "USD"))));
    assertRefused(
        "quote.currency",
        () -> quotes().draft(acme, d -> d.set(Quote.TITLE, "X").set(Quote.CURRENCY, "EURO")));
  }

  @Test
  void everything_wrong_with_a_line_is_told_at_once() {
    ValidationException refused =
        assertThrows(
            ValidationException.class,
            () ->
                quotes()
                    .edit(
                        draft(),
                        e ->
                            e.line(
                                d ->
                                    d.set(QuoteLine.DISCOUNT, new BigDecimal("101"))
                                        .set(QuoteLine.TAX_CATEGORY, "X"))));
    assertEquals(
        List.of("name", "unit_price", "discount", "tax_category"),
        refused.violations().stream().map(v -> v.field()).toList());
  }

  @Test
  void a_sent_quote_never_changes() {
    Quote sent = quotes().send(fortySeats());
    assertEquals(QuoteState.SENT, sent.get(Quote.STATE));
    assertEquals(LocalDate.of(2027, 3, 1), sent.get(Quote.ISSUED_ON));
    assertEquals(START, sent.get(Quote.SENT_AT));
    QuoteLine line = quotes().lines(sent).get(0);
    assertRefused("quote.no_draft", () -> quotes().edit(sent, e -> e.line(seat, "1")));
    assertRefused("quote.no_draft", () -> quotes().send(sent));
    assertRefused("quote.never_changes", () -> quotes().save(sent.with(Quote.TERMS, "Cash.")));
    assertRefused("quote.stays", () -> quotes().delete(sent));
    assertRefused("quote.stays", () -> quotes().purge(sent));
    assertRefused(
        "quote.no_draft",
        () -> ada.records(QuoteLine.TYPE).save(line.with(QuoteLine.DESCRIPTION, "other")));
    assertRefused("quote.no_draft", () -> ada.records(QuoteLine.TYPE).delete(line));
    assertRefused("quote.no_draft", () -> ada.records(QuoteLine.TYPE).purge(line));
    assertRefused(
        "quote.no_draft",
        () ->
            ada.run(
                work -> {
                  work.quotes().accept(sent);
                  work.records(QuoteLine.TYPE).delete(line);
                }));
    assertRefused(
        "quote.no_draft",
        () ->
            ada.records(QuoteGroup.TYPE)
                .create(
                    d ->
                        d.set(QuoteGroup.QUOTE, sent)
                            .set(QuoteGroup.POSITION, 1L)
                            .set(QuoteGroup.TITLE, "X")));
    assertEquals(sent, now(sent));
    assertEquals(List.of(line), quotes().lines(sent));
  }

  @Test
  void a_draft_is_written_and_sent_in_one_unit_of_work() {
    Quote sent =
        ada.call(
            work -> {
              Quotes in = work.quotes();
              Quote quote = in.draft(acme, d -> d.set(Quote.TITLE, "40 seats"));
              quote = in.edit(quote, e -> e.line(seat, "40").line(seat, "1"));
              QuoteLine second = in.lines(quote).get(1);
              return in.send(in.edit(quote, e -> e.remove(second)));
            });
    assertEquals(eur("12000"), now(sent).get(Quote.NET));
    assertEquals(sent, now(sent));
  }

  @Test
  void an_empty_quote_or_one_out_of_date_is_not_sent() {
    Quote empty = draft();
    assertRefused("quote.empty", () -> quotes().send(empty));
    Quote quote = fortySeats();
    clock.advance(Duration.ofDays(14));
    Quote sent = quotes().send(quote); // good until today
    assertEquals(LocalDate.of(2027, 3, 15), sent.get(Quote.ISSUED_ON));
    Quote late = fortySeats();
    clock.advance(Duration.ofDays(15));
    assertRefused("quote.expired", () -> quotes().send(late));
  }

  @Test
  void a_customer_accepts_a_quote_and_the_deal_is_worth_it() {
    Opportunity deal = ada.pipeline().open(acme, aDeal("40 seats", eur("9000")));
    Quote quote = quotes().edit(quotes().draft(deal), e -> e.line(seat, "10"));
    Quote accepted = quotes().acceptForDeal(quotes().send(quote));
    assertEquals(QuoteState.ACCEPTED, accepted.get(Quote.STATE));
    assertEquals(START, accepted.get(Quote.CLOSED_AT));
    assertEquals(eur("12000"), ada.opportunities().get(deal.ref()).get(Opportunity.AMOUNT));
    assertTrue(heard.containsAll(List.of("quote.sent", "quote.accepted")), heard::toString);
    assertRefused("quote.state", () -> quotes().accept(accepted));
    assertRefused("quote.state", () -> quotes().decline(accepted, "no"));
    assertRefused("quote.state", () -> quotes().revise(accepted));
  }

  @Test
  void a_customer_declines_a_quote() {
    Quote declined = quotes().decline(quotes().send(fortySeats()), "too dear");
    assertEquals(QuoteState.DECLINED, declined.get(Quote.STATE));
    assertEquals("too dear", declined.get(Quote.CLOSE_REASON));
    assertRefused("quote.state", () -> quotes().accept(declined));
  }

  @Test
  void a_revision_takes_the_place_of_the_one_before() {
    Quote first =
        quotes()
            .send(
                quotes()
                    .edit(
                        draft(),
                        e ->
                            e.group("Licences", g -> g.line(seat, "40"))
                                .line(seat, "1")
                                .charge("Freight", eur("50"))));
    clock.advance(Duration.ofDays(10));
    Quote second = quotes().revise(first);
    assertEquals("Q-2027-00001-R2", second.fullNumber());
    assertEquals(first.get(Quote.NUMBER), second.get(Quote.NUMBER));
    assertEquals(2L, second.get(Quote.REVISION));
    assertEquals(QuoteState.DRAFT, second.get(Quote.STATE));
    assertEquals(first.get(Quote.PAYABLE), second.get(Quote.PAYABLE));
    assertEquals(LocalDate.of(2027, 3, 25), second.get(Quote.VALID_UNTIL));
    assertNull(second.get(Quote.SENT_AT));
    assertEquals(
        quotes().groups(second).get(0).ref(), quotes().lines(second).get(0).get(QuoteLine.GROUP));
    assertEquals(QuoteState.SUPERSEDED, now(first).get(Quote.STATE));
    assertFalse(now(first).require(Quote.CURRENT));
    assertRefused("quote.superseded", () -> quotes().accept(now(first)));
    assertRefused("quote.superseded", () -> quotes().revise(now(first)));
    assertThrows(ConflictException.class, () -> quotes().accept(first));
    assertRefused("quote.stays", () -> quotes().delete(second));
    Quote cheaper =
        quotes()
            .edit(
                second,
                e ->
                    e.change(
                        quotes().lines(second).get(0),
                        d -> d.set(QuoteLine.DISCOUNT, BigDecimal.TEN)));
    assertEquals(eur("11150"), cheaper.get(Quote.NET));
    assertEquals(eur("12350"), now(first).get(Quote.NET));
    Quote accepted = quotes().accept(quotes().send(cheaper));
    assertEquals(List.of(first.ref(), second.ref()), refs(quotes().revisions(accepted)));
    assertTrue(heard.contains("quote.revised"));
  }

  private static List<?> refs(List<Quote> quotes) {
    return quotes.stream().map(Quote::ref).toList();
  }

  @Test
  void two_sessions_cannot_revise_the_same_quote() {
    Quote sent = quotes().send(fortySeats());
    bob.quotes().revise(sent);
    assertThrows(ConflictException.class, () -> quotes().revise(sent));
    Quote declined = quotes().decline(quotes().send(fortySeats()), "no");
    bob.quotes().revise(declined);
    assertThrows(ConflictException.class, () -> quotes().revise(declined));
  }

  @Test
  void a_line_cannot_slip_into_a_quote_that_is_being_sent() {
    Quote quote = fortySeats();
    assertThrows( // a conflict, or no draft where the store has looked only then
        CrmException.class,
        () ->
            ada.run(
                work -> {
                  work.records(QuoteGroup.TYPE)
                      .create(
                          d ->
                              d.set(QuoteGroup.QUOTE, quote)
                                  .set(QuoteGroup.POSITION, 1L)
                                  .set(QuoteGroup.TITLE, "changes no sum"));
                  bob.quotes().send(quote);
                }));
    assertEquals(List.of(), quotes().groups(quote));
  }

  @Test
  void quotes_expire_by_the_clock_once() {
    Quote sent = quotes().send(fortySeats());
    Quote drafted = fortySeats();
    clock.advance(Duration.ofDays(14));
    crm.jobs().runDue();
    assertEquals(QuoteState.SENT, now(sent).get(Quote.STATE));
    clock.advance(Duration.ofDays(1));
    assertRefused("quote.expired", () -> quotes().accept(sent));
    crm.jobs().runDue();
    crm.jobs().runDue();
    assertEquals(QuoteState.EXPIRED, now(sent).get(Quote.STATE));
    assertEquals(QuoteState.DRAFT, now(drafted).get(Quote.STATE));
    assertEquals(1, heard.stream().filter("quote.expired"::equals).count());
    assertRefused("quote.state", () -> quotes().accept(now(sent)));
    Quote again = quotes().send(quotes().revise(now(sent)));
    assertEquals(QuoteState.EXPIRED, now(sent).get(Quote.STATE));
    assertEquals(QuoteState.ACCEPTED, quotes().accept(again).get(Quote.STATE));
  }

  @Test
  void a_discount_above_the_limit_is_sent_by_those_alone_who_may_approve_it() {
    policy.deny("bob", QuoteModule.APPROVE_DISCOUNT);
    Quote quote =
        bob.quotes()
            .edit(
                draft(),
                e -> e.line(seat, "40", d -> d.set(QuoteLine.DISCOUNT, new BigDecimal("12.5"))));
    assertEquals(new BigDecimal("12.5"), quote.require(Quote.DISCOUNT).stripTrailingZeros());
    assertRefused("quote.discount", () -> bob.quotes().send(quote));
    assertThrows(AccessDeniedException.class, () -> bob.quotes().approveDiscount(quote));
    Quote approved = quotes().approveDiscount(quote);
    assertEquals("ada", approved.get(Quote.APPROVED_BY));
    QuoteLine line = quotes().lines(quote).get(0);
    Quote greedy =
        bob.quotes()
            .edit(
                approved,
                e -> e.change(line, d -> d.set(QuoteLine.DISCOUNT, new BigDecimal("12.6"))));
    assertRefused("quote.discount", () -> bob.quotes().send(greedy));
    QuoteLine greedyLine = quotes().lines(quote).get(0);
    Quote modest =
        bob.quotes()
            .edit(
                greedy,
                e -> e.change(greedyLine, d -> d.set(QuoteLine.DISCOUNT, new BigDecimal("12"))));
    assertEquals(QuoteState.SENT, bob.quotes().send(modest).get(Quote.STATE));
  }

  @Test
  void a_discount_cannot_hide_in_a_price_or_an_allowance() {
    policy.deny("bob", QuoteModule.APPROVE_DISCOUNT);
    Quote price =
        bob.quotes()
            .edit(draft(), e -> e.line(seat, "1", d -> d.set(QuoteLine.UNIT_PRICE, eur("200"))));
    assertRefused("quote.discount", () -> bob.quotes().send(price));
    Quote allowance =
        bob.quotes()
            .edit(draft(), e -> e.line(seat, "1", d -> d.set(QuoteLine.ALLOWANCE, eur("31"))));
    assertRefused("quote.discount", () -> bob.quotes().send(allowance));
    Quote sent = quotes().send(price);
    assertEquals("ada", sent.get(Quote.APPROVED_BY), "who sends and may approve it approves it");
  }

  @Test
  void who_may_not_write_discounts_cannot_and_who_does_not_see_a_quote_sees_no_line() {
    policy.lock("bob", QuoteLine.DISCOUNT);
    Quote quote = draft();
    assertThrows(
        AccessDeniedException.class,
        () ->
            bob.quotes()
                .edit(
                    quote, e -> e.line(seat, "1", d -> d.set(QuoteLine.DISCOUNT, BigDecimal.ONE))));
    Quote written = bob.quotes().edit(quote, e -> e.line(seat, "1"));
    policy.limit("bob", Operation.READ, Quote.TYPE, Quote.NUMBER.is("another"));
    assertThrows(NotFoundException.class, () -> bob.quotes().totals(written));
    assertThrows(NotFoundException.class, () -> bob.quotes().send(written));
    assertThrows(NotFoundException.class, () -> bob.quotes().edit(written, e -> e.line(seat, "1")));
  }

  @Test
  void a_sent_quote_follows_its_customer_into_another_that_it_is_merged_into() {
    Quote sent = quotes().send(fortySeats());
    Customer twin = ada.customers().create(aCustomer("Acme"));
    assertRefused(
        "quote.never_changes", () -> quotes().save(sent.with(Quote.CUSTOMER, twin.ref())));
    Quote moved =
        ada.call(
            work -> {
              work.customers().delete(acme);
              return work.quotes().save(sent.with(Quote.CUSTOMER, twin.ref()));
            });
    assertEquals(twin.ref(), now(moved).get(Quote.CUSTOMER));
  }

  @Test
  void a_draft_is_deleted_and_restored() {
    Quote quote = fortySeats();
    Quote back = quotes().restore(quotes().delete(quote));
    assertEquals(QuoteState.SENT, quotes().send(back).get(Quote.STATE));
  }

  @Test
  void a_draft_in_the_bin_keeps_its_number_and_is_not_destroyed() {
    Quote draft = draft();
    Quote binned = quotes().delete(draft);
    assertRefused("numbering.numbered", () -> quotes().purge(binned));
    assertEquals(List.of(binned), quotes().query().onlyDeleted().list());
    assertEquals("Q-2027-00002", draft().get(Quote.NUMBER));
  }

  @Test
  void an_offer_is_withdrawn_before_the_customer_says_anything() {
    Quote sent = quotes().send(fortySeats());
    Quote withdrawn = quotes().withdraw(sent, "wrong price");
    assertEquals(QuoteState.WITHDRAWN, withdrawn.get(Quote.STATE));
    assertEquals("wrong price", withdrawn.get(Quote.CLOSE_REASON));
    assertEquals(clock.instant(), withdrawn.get(Quote.CLOSED_AT));
    assertTrue(heard.contains("quote.withdrawn"));
    assertRefused("quote.state", () -> quotes().accept(withdrawn));
    assertRefused("quote.state", () -> quotes().withdraw(draft(), "x"));
    assertEquals("Q-2027-00001-R2", quotes().revise(withdrawn).fullNumber());
  }

  @Test
  void a_quote_is_copied_into_a_new_draft() {
    Quote sent =
        quotes()
            .send(
                quotes()
                    .edit(
                        fortySeats(),
                        e ->
                            e.set(q -> q.set(Quote.PREPAID, eur("100")))
                                .group("More", g -> g.charge("Freight", eur("50")))));
    clock.advance(Duration.ofDays(30));
    Quote copy = quotes().copy(sent);
    assertEquals("Q-2027-00002", copy.fullNumber());
    assertEquals(QuoteState.DRAFT, copy.get(Quote.STATE));
    assertEquals(true, copy.get(Quote.CURRENT));
    assertEquals(sent.get(Quote.NET), copy.get(Quote.NET));
    assertEquals(sent.get(Quote.TITLE), copy.get(Quote.TITLE));
    assertEquals(LocalDate.of(2027, 4, 14), copy.get(Quote.VALID_UNTIL));
    assertNull(copy.get(Quote.PREPAID));
    assertNull(copy.get(Quote.SENT_AT));
    assertEquals(1, quotes().lines(copy).size());
    assertEquals(1, quotes().groups(copy).size());
    assertEquals(1, quotes().adjustments(copy).size());
    assertEquals(sent, now(sent));
    assertEquals(QuoteState.SENT, quotes().send(copy).get(Quote.STATE));
  }

  @Test
  void what_is_not_offered_any_more_is_not_quoted() {
    Quote draft = fortySeats();
    QuoteLine line = quotes().lines(draft).get(0);
    Quote sent = quotes().send(fortySeats());
    Opportunity deal =
        ada.pipeline().open(acme, aDeal("Seats").andThen(d -> d.set(Opportunity.PRODUCT, seat)));
    Product gone = ada.catalog().retire(seat);
    CrmException told =
        assertThrows(CrmException.class, () -> quotes().edit(draft, e -> e.line(gone, "1")));
    assertEquals(
        "Seat is not offered on 2027-03-01. Take its successor or another product, or offer it"
            + " again.",
        told.getMessage());
    for (Executable verb :
        List.<Executable>of(
            () -> quotes().edit(draft, e -> e.line(d -> d.set(QuoteLine.PRODUCT, gone))),
            () ->
                ada.records(QuoteLine.TYPE)
                    .create(
                        d ->
                            d.set(QuoteLine.QUOTE, draft)
                                .set(QuoteLine.POSITION, 2L)
                                .set(QuoteLine.PRODUCT, gone)),
            () -> quotes().draft(deal),
            () -> quotes().copy(sent))) {
      assertRefused("catalog.not_offered", verb);
    }
    Quote edited =
        quotes().edit(draft, e -> e.change(line, d -> d.set(QuoteLine.QUANTITY, BigDecimal.ONE)));
    assertEquals(eur("300"), edited.get(Quote.NET));
    assertEquals(QuoteState.SENT, quotes().send(quotes().revise(sent)).get(Quote.STATE));
  }

  @Test
  void a_product_is_quoted_on_the_days_on_which_it_is_offered() {
    Quote draft = draft();
    Product soon = ada.catalog().update(seat, p -> p.set(Product.SINCE, LocalDate.of(2027, 3, 2)));
    assertRefused("catalog.not_offered", () -> quotes().edit(draft, e -> e.line(soon, "1")));
    clock.advance(Duration.ofDays(1));
    assertEquals(eur("300"), quotes().edit(draft, e -> e.line(soon, "1")).get(Quote.NET));
  }
}
