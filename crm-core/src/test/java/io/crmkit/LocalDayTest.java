package io.crmkit;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.aUser;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.catalog.PriceList;
import io.crmkit.catalog.PriceListItem;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Code;
import io.crmkit.order.SalesOrder;
import io.crmkit.org.User;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.QuoteState;
import io.crmkit.sales.Opportunity;
import io.crmkit.service.Case;
import io.crmkit.service.CaseQueue;
import io.crmkit.service.QueueMember;
import io.crmkit.testing.CrmTest;
import io.crmkit.view.FieldDescriptor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In Shanghai the new year has begun while UTC still writes the old one: everything that a day
 * decides is decided by the day of the installation.
 */
class LocalDayTest extends CrmTest {
  private static final LocalDate OLD_YEAR = LocalDate.of(2027, 12, 31);
  private static final LocalDate NEW_YEAR = LocalDate.of(2028, 1, 1);
  private static final Instant EARLIER = Instant.parse("2027-12-31T15:30:00Z");
  private static final Instant NOW = Instant.parse("2027-12-31T23:30:00Z");

  private Customer acme;
  private Product seat;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.zone(ZoneId.of("Asia/Shanghai"));
  }

  @BeforeEach
  void makeAcmeOnTheLastEvening() {
    clock.set(EARLIER);
    acme = ada.customers().create(aCustomer());
    seat =
        ada.catalog().create(aProduct("Seat").andThen(d -> d.set(Product.LIST_PRICE, eur("300"))));
  }

  private Quote offer() {
    return sent(
        ada.quotes().draft(acme, d -> d.set(Quote.TITLE, "x").set(Quote.VALID_UNTIL, OLD_YEAR)));
  }

  private Quote draft() {
    return ada.quotes().draft(acme, d -> d.set(Quote.TITLE, "x"));
  }

  private Quote sent(Quote draft) {
    return ada.quotes().send(ada.quotes().edit(draft, e -> e.line(seat, "1")));
  }

  private SalesOrder order() {
    return ada.orders().edit(ada.orders().draft(acme, d -> {}), e -> e.line(seat, "1"));
  }

  private String level() {
    return ada.customers().get(acme.ref()).get(Customer.LEVEL);
  }

  @Test
  void a_quote_expires_with_its_last_day() {
    Quote offer = offer();
    crm.jobs().runDue();
    assertEquals(QuoteState.SENT, ada.quotes().get(offer.ref()).get(Quote.STATE));
    clock.set(NOW);
    InvalidRequestException late =
        assertThrows(InvalidRequestException.class, () -> ada.quotes().accept(offer));
    assertEquals("quote.expired", late.code());
    crm.jobs().runDue();
    assertEquals(QuoteState.EXPIRED, ada.quotes().get(offer.ref()).get(Quote.STATE));
  }

  @Test
  void a_level_begins_with_its_first_day() {
    ada.customers().setLevel(acme, "A", NEW_YEAR, "turnover");
    crm.jobs().runDue();
    assertNull(level());
    clock.set(NOW);
    crm.jobs().runDue();
    assertEquals("A", level());
  }

  @Test
  void a_level_changed_without_a_day_begins_today() {
    clock.set(NOW);
    Customer made = ada.customers().create(aCustomer("B").andThen(d -> d.set(Customer.LEVEL, "C")));
    assertEquals(Optional.empty(), ada.customers().levelOn(made, OLD_YEAR));
    assertEquals(Optional.of("C"), ada.customers().levelOn(made, NEW_YEAR));
    Customer changed = ada.customers().update(made, d -> d.set(Customer.LEVEL, "B"));
    assertEquals(NEW_YEAR, ada.customers().get(changed.ref()).get(Customer.LEVEL_SINCE));
  }

  @Test
  void a_code_is_good_to_the_end_of_its_last_day_and_offered_from_its_first() {
    ada.codes().add("industry", Code.of("steam").valid(null, OLD_YEAR));
    ada.codes().add("industry", Code.of("fusion").valid(NEW_YEAR, null));
    ada.customers().create(aCustomer("Mill").andThen(d -> d.set(Customer.INDUSTRY, "steam")));
    assertTrue(offered().contains("steam"));
    clock.set(NOW);
    assertThrows(
        ValidationException.class,
        () ->
            ada.customers()
                .create(aCustomer("Late").andThen(d -> d.set(Customer.INDUSTRY, "steam"))));
    ada.customers().create(aCustomer("Sun").andThen(d -> d.set(Customer.INDUSTRY, "fusion")));
    assertTrue(offered().contains("fusion") && !offered().contains("steam"));
  }

  private List<String> offered() {
    return ada.views().form(Customer.TYPE, Locale.ENGLISH).sections().stream()
        .flatMap(section -> section.fields().stream())
        .filter(field -> field.path().equals("industry"))
        .flatMap(field -> field.options().stream())
        .map(FieldDescriptor.Option::value)
        .toList();
  }

  @Test
  void prices_of_the_new_year_hold() {
    PriceList list =
        ada.catalog()
            .priceLists()
            .create(
                d ->
                    d.set(PriceList.CODE, "2028")
                        .set(PriceList.NAME, "2028")
                        .set(PriceList.CURRENCY, "EUR")
                        .set(PriceList.SINCE, NEW_YEAR));
    ada.catalog()
        .priceListItems()
        .create(
            d ->
                d.set(PriceListItem.LIST, list)
                    .set(PriceListItem.PRODUCT, seat)
                    .set(PriceListItem.PRICE, eur("330")));
    assertEquals(eur("300"), quoted());
    clock.set(NOW);
    assertEquals(eur("330"), quoted());
  }

  private Object quoted() {
    Quote quote = ada.quotes().edit(draft(), e -> e.line(seat, "1"));
    return ada.quotes().lines(quote).get(0).get(QuoteLine.UNIT_PRICE);
  }

  @Test
  void documents_have_the_numbers_and_the_dates_of_the_new_year() {
    assertEquals("Q-2027-00001", draft().get(Quote.NUMBER));
    clock.set(NOW);
    Quote draft = draft();
    assertEquals("Q-2028-00001", draft.get(Quote.NUMBER));
    assertEquals(NEW_YEAR.plusDays(30), draft.get(Quote.VALID_UNTIL));
    assertEquals(NEW_YEAR, sent(draft).get(Quote.ISSUED_ON));
    SalesOrder confirmed = ada.orders().confirm(order());
    assertEquals(NEW_YEAR, confirmed.get(SalesOrder.CONFIRMED_ON));
  }

  @Test
  void a_deal_is_closed_on_the_day_it_is_won() {
    Opportunity deal = ada.pipeline().open(acme, aDeal("40 seats"));
    clock.set(NOW);
    assertEquals(NEW_YEAR, ada.pipeline().win(deal, "signed").get(Opportunity.CLOSED_ON));
  }

  @Test
  void who_was_away_until_new_years_eve_gets_cases_again() {
    CaseQueue queue =
        ada.service()
            .queues()
            .create(q -> q.set(CaseQueue.CODE, "hotline").set(CaseQueue.NAME, "Hotline"));
    User anna = ada.records(User.TYPE).create(aUser("anna"));
    ada.service()
        .members()
        .create(
            m ->
                m.set(QueueMember.QUEUE, queue)
                    .set(QueueMember.USER, anna)
                    .set(QueueMember.AWAY_UNTIL, OLD_YEAR));
    Case its = ada.service().open(c -> c.set(Case.SUBJECT, "x"));
    Case waiting = ada.service().transfer(its, queue, "first line");
    assertThrows(InvalidRequestException.class, () -> ada.service().dispatch(waiting));
    clock.set(NOW);
    assertEquals(anna.ref(), ada.service().dispatch(waiting).get(Case.OWNER));
  }
}
