package io.crmkit.service;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.aUser;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.order.OrderLine;
import io.crmkit.order.OrderStatus;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.org.User;
import io.crmkit.permission.Permissions;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers who look after their own affairs, and partners. */
class PrincipalTest extends CrmTest {
  private Customer acme;
  private Customer rival;
  private Product seat;
  private Session erik;
  private SalesOrder shipped;
  private SalesOrder drafted;
  private SalesOrder ofRival;
  private Quote sent;
  private Quote draft;
  private Quote toRival;
  private Case theirs;
  private Case ofRivals;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada");
  }

  @BeforeEach
  void business() {
    Permissions roles = ada.permissions();
    roles.installStandardRoles();
    acme = ada.customers().create(aCustomer());
    rival = ada.customers().create(aCustomer("Rival"));
    User user =
        ada.organization().create(aUser("erik").andThen(u -> User.ACTS_FOR.set(u, acme.ref())));
    roles.assign(user, roles.role("customer"));
    erik = crm.as("erik");
    seat =
        ada.catalog().create(aProduct("Seat").andThen(d -> d.set(Product.LIST_PRICE, eur("300"))));
    ada.quotes()
        .terms()
        .create(
            d ->
                d.set(QuoteTerms.CODE, QuoteTerms.STANDARD)
                    .set(QuoteTerms.TAX_RATE, new BigDecimal("19")));
    shipped = ada.orders().confirm(order(acme));
    shipped =
        ada.orders()
            .ship(
                shipped,
                s -> s.set(Shipment.CARRIER, "DHL"),
                List.of(new Item(1, new BigDecimal("4"))));
    drafted = order(acme);
    ofRival = ada.orders().confirm(order(rival));
    sent = ada.quotes().send(quote(acme));
    draft = quote(acme);
    toRival = ada.quotes().send(quote(rival));
    theirs = caseOf(acme);
    ofRivals = caseOf(rival);
  }

  private SalesOrder order(Customer customer) {
    return ada.orders().edit(ada.orders().draft(customer, d -> {}), e -> e.line(seat, "10"));
  }

  private Quote quote(Customer customer) {
    Opportunity deal = ada.pipeline().open(customer, aDeal("Deal", eur("9000")));
    return ada.quotes().edit(ada.quotes().draft(deal), e -> e.line(seat, "3"));
  }

  private Case caseOf(Customer customer) {
    Case its =
        ada.service()
            .open(customer, c -> c.set(Case.SUBJECT, "Broken").set(Case.SEVERITY, "major"));
    ada.service().note(its, "the customer always complains");
    return ada.service().reply(its, "We are on it");
  }

  private <E extends Entity<E>> Set<UUID> seen(EntityType<E> type) {
    Set<UUID> ids = new TreeSet<>();
    erik.records(type).query().withDeleted().list().forEach(each -> ids.add(each.ref().id()));
    assertEquals(ids.size(), erik.records(type).query().withDeleted().count());
    return ids;
  }

  @Test
  void a_customer_follows_his_own_orders_and_no_others() {
    OrderStatus status = erik.orders().status(shipped.require(SalesOrder.NUMBER));
    assertEquals(shipped.get(SalesOrder.STATE), status.state());
    assertEquals(1, status.lines().size());
    assertEquals("DHL", status.shipments().get(0).carrier());
    assertEquals(Set.of(shipped.ref().id()), seen(SalesOrder.TYPE));
    assertEquals(1, seen(OrderLine.TYPE).size());
    for (SalesOrder hidden : List.of(drafted, ofRival)) {
      assertThrows(
          NotFoundException.class, () -> erik.orders().status(hidden.require(SalesOrder.NUMBER)));
    }
    assertThrows(CrmException.class, () -> erik.orders().cancel(shipped, "changed my mind"));
  }

  @Test
  void a_customer_reads_the_quotes_that_were_sent_to_him() {
    assertEquals(Set.of(sent.ref().id()), seen(Quote.TYPE));
    Set<UUID> lines = new TreeSet<>();
    ada.quotes().lines(sent).forEach(line -> lines.add(line.ref().id()));
    assertEquals(lines, seen(QuoteLine.TYPE));
    Quote read = erik.quotes().get(sent.ref());
    assertEquals(sent.get(Quote.TOTAL), read.get(Quote.TOTAL));
    assertNull(read.get(Quote.OPPORTUNITY));
    assertThrows(
        AccessDeniedException.class,
        () -> erik.quotes().where(Quote.APPROVED_BY.isPresent()).count());
    assertThrows(NotFoundException.class, () -> erik.quotes().get(toRival.ref()));
    assertThrows(NotFoundException.class, () -> erik.quotes().get(draft.ref()));
    assertThrows(CrmException.class, () -> erik.quotes().accept(sent));
  }

  @Test
  void a_customer_follows_his_cases_without_what_colleagues_note() {
    assertEquals(Set.of(theirs.ref().id()), seen(Case.TYPE));
    Case read = erik.service().find(theirs.require(Case.NUMBER)).orElseThrow();
    assertEquals("Broken", read.get(Case.SUBJECT));
    assertNull(read.get(Case.SEVERITY));
    assertTrue(erik.service().find(ofRivals.require(Case.NUMBER)).isEmpty());
    List<CaseStep> steps = erik.service().timeline(read);
    assertEquals(ada.service().correspondence(theirs), steps);
    assertTrue(steps.stream().anyMatch(step -> step.get(CaseStep.KIND) == StepKind.REPLY));
    assertFalse(steps.stream().anyMatch(step -> step.get(CaseStep.KIND) == StepKind.NOTE));
    assertEquals(0, erik.service().steps().query().search("complains").count());
    assertEquals(steps.size(), erik.service().steps().query().count());
    assertThrows(CrmException.class, () -> erik.service().note(theirs, "I was here"));
    assertThrows(CrmException.class, () -> erik.service().close(theirs));
  }

  @Test
  void a_customer_sees_nothing_else() {
    Set<String> types = new TreeSet<>();
    for (EntityType<?> type : erik.workspace().layout().types()) {
      if (sees(erik, type)) {
        types.add(type.name());
      }
    }
    assertEquals(
        Set.of(
            "case_step",
            "order_line",
            "product",
            "quote",
            "quote_line",
            "sales_order",
            "service_case",
            "shipment",
            "shipment_line"),
        types);
    assertThrows(CrmException.class, () -> erik.timeline().of(acme).page());
    assertThrows(CrmException.class, () -> erik.contacts().query().count());
    assertThrows(
        AccessDeniedException.class,
        () ->
            erik.orders()
                .where(SalesOrder.CUSTOMER.matches(Customer.NAME.is("Acme GmbH")))
                .count());
  }

  private <E extends Entity<E>> boolean sees(Session who, EntityType<E> type) {
    try {
      return who.records(type).query().withDeleted().exists();
    } catch (AccessDeniedException denied) {
      return false;
    }
  }

  @Test
  void who_acts_for_nobody_sees_nobodys() {
    Permissions roles = ada.permissions();
    User user = ada.organization().create(aUser("nemo"));
    roles.assign(user, roles.role("customer"));
    Session nemo = crm.as("nemo");
    for (EntityType<?> type : List.of(SalesOrder.TYPE, Quote.TYPE, Case.TYPE, CaseStep.TYPE)) {
      assertFalse(sees(nemo, type));
    }
    assertThrows(
        ValidationException.class,
        () ->
            ada.organization()
                .update(user, u -> User.ACTS_FOR.set(u, Customer.TYPE.ref(new UUID(1, 2)))));
    assertThrows(
        ValidationException.class,
        () ->
            ada.organization()
                .update(
                    ada.organization().where(User.USERNAME.is("erik")).first().orElseThrow(),
                    u -> User.ACTS_FOR.set(u, rival.ref())));
  }

  @Test
  void a_partner_works_on_the_deals_he_was_given_and_reads_of_people_no_more_than_a_mask() {
    Permissions roles = ada.permissions();
    User user = ada.organization().create(aUser("paula"));
    roles.assign(user, roles.role("partner"));
    Session paula = crm.as("paula");
    Customer given =
        ada.customers()
            .create(
                aCustomer("Given")
                    .andThen(
                        c -> c.set(Customer.OWNER, user).set(Customer.EMAIL, "x@given.example")));
    Contact person =
        ada.contacts().create(c -> c.set(Contact.NAME, "Eva").set(Contact.CUSTOMER, given));
    assertEquals(
        List.of(given.ref()),
        paula.customers().query().list().stream().map(Customer::ref).toList());
    assertEquals("x***@given.example", paula.customers().get(given.ref()).display(Customer.EMAIL));
    assertTrue(paula.contacts().find(person.ref()).isPresent());
    Opportunity deal = paula.pipeline().open(given, aDeal("Hers", eur("10")));
    assertEquals(
        List.of(deal.ref()),
        paula.opportunities().query().list().stream().map(Opportunity::ref).toList());
    assertEquals(0, paula.orders().query().count());
    assertEquals(0, paula.quotes().query().count());
  }
}
