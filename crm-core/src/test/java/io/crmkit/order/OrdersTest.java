package io.crmkit.order;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.quote.Quotes;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OrdersTest extends CrmTest {
  private static final List<Item> NO_ITEMS = List.of();

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
        ada.catalog().create(aProduct("Seat").andThen(d -> d.set(Product.LIST_PRICE, eur("300"))));
    ada.quotes()
        .terms()
        .create(
            d ->
                d.set(QuoteTerms.CODE, QuoteTerms.STANDARD)
                    .set(QuoteTerms.TAX_RATE, new BigDecimal("19")));
  }

  private Orders orders() {
    return ada.orders();
  }

  private SalesOrder drafted() {
    SalesOrder order = orders().draft(acme, d -> d.set(SalesOrder.EXTERNAL_ID, "4711"));
    return orders().edit(order, e -> e.line(seat, "10").line(seat, "4"));
  }

  private SalesOrder confirmed() {
    return orders().confirm(drafted());
  }

  private SalesOrder ship(SalesOrder order, Item... items) {
    return orders().ship(order, s -> {}, List.of(items));
  }

  private static void assertRefused(String code, Executable verb) {
    assertEquals(code, assertThrows(CrmException.class, verb).code());
  }

  private SalesOrder now(SalesOrder order) {
    return orders().get(order.ref());
  }

  private static void assertState(OrderState state, SalesOrder order) {
    assertEquals(state, order.get(SalesOrder.STATE));
  }

  private OrderLine line(SalesOrder order, int position) {
    return orders().lines(order).get(position - 1);
  }

  private static void assertQuantity(String expected, BigDecimal quantity) {
    assertEquals(0, new BigDecimal(expected).compareTo(quantity), quantity::toString);
  }

  @Test
  void an_order_is_made_of_an_accepted_quote_with_the_same_sums_and_once_alone() {
    Quotes quotes = ada.quotes();
    Opportunity deal = ada.pipeline().open(acme, aDeal("40 seats", eur("9000")));
    Quote quote =
        quotes.edit(
            quotes.draft(deal),
            e ->
                e.group(
                        "Licences",
                        g -> g.line(seat, "3", d -> d.set(QuoteLine.DISCOUNT, new BigDecimal("5"))))
                    .allowance("Loyalty", eur("10"))
                    .charge("Freight", eur("25.50")));
    Quote sent = quotes.send(quote);
    assertRefused("order.not_accepted", () -> orders().from(sent));
    Quote accepted = quotes.accept(sent);
    SalesOrder order = orders().from(accepted);
    assertEquals("SO-2027-00001", order.get(SalesOrder.NUMBER));
    assertState(OrderState.DRAFT, order);
    assertEquals(accepted.get(Quote.NET), order.get(SalesOrder.NET));
    assertEquals(accepted.get(Quote.TAX), order.get(SalesOrder.TAX));
    assertEquals(accepted.get(Quote.TOTAL), order.get(SalesOrder.TOTAL));
    assertEquals(acme.ref(), order.get(SalesOrder.CUSTOMER));
    assertEquals(deal.ref(), order.get(SalesOrder.OPPORTUNITY));
    assertEquals(2, orders().lines(order).size());
    assertEquals(order, now(order));
    assertThrows(ValidationException.class, () -> orders().from(accepted));
    assertEquals("SO-2027-00002", drafted().get(SalesOrder.NUMBER), "refused orders leave no gap");
  }

  @Test
  void an_order_is_made_of_a_won_deal() {
    Opportunity deal =
        ada.pipeline()
            .open(acme, aDeal("A seat", eur("250")).andThen(d -> d.set(Opportunity.PRODUCT, seat)));
    assertRefused("order.not_won", () -> orders().from(deal));
    Opportunity won = ada.pipeline().win(deal, "signed");
    SalesOrder order = orders().from(won);
    assertEquals(eur("250"), order.get(SalesOrder.NET));
    assertEquals(seat.ref(), line(order, 1).get(OrderLine.PRODUCT));
    Opportunity quoted = ada.pipeline().open(acme, aDeal("More", eur("900")));
    Quote accepted = ada.quotes().accept(ada.quotes().send(ada.quotes().draft(quoted)));
    SalesOrder fromQuote = orders().from(ada.pipeline().win(quoted, "signed"));
    assertEquals(accepted.ref(), fromQuote.get(SalesOrder.QUOTE));
  }

  @Test
  void a_quote_is_ordered_again_once_its_order_is_cancelled_as_a_whole() {
    Opportunity deal = ada.pipeline().open(acme, aDeal("Seats", eur("900")));
    Quote accepted = ada.quotes().accept(ada.quotes().send(ada.quotes().draft(deal)));
    SalesOrder first = orders().cancel(orders().from(accepted), "a mistake");
    assertState(OrderState.CANCELLED, first);
    SalesOrder second = orders().from(accepted);
    assertEquals(accepted.ref(), second.get(SalesOrder.QUOTE));
    assertEquals(accepted.ref(), now(first).get(SalesOrder.QUOTE));
    assertThrows(ValidationException.class, () -> orders().from(accepted));
    orders().cancel(orders().confirm(second), "another mistake");
    SalesOrder third = orders().confirm(orders().from(ada.pipeline().win(deal, "signed")));
    assertEquals(accepted.ref(), third.get(SalesOrder.QUOTE));
  }

  @Test
  void a_quote_is_not_ordered_again_where_something_of_it_was_shipped() {
    Quote draft =
        ada.quotes()
            .edit(
                ada.quotes().draft(acme, q -> q.set(Quote.TITLE, "Seats")), e -> e.line(seat, "3"));
    Quote accepted = ada.quotes().accept(ada.quotes().send(draft));
    SalesOrder order = ship(orders().confirm(orders().from(accepted)), Item.of(1, "1"));
    assertState(OrderState.SHIPPED, orders().cancel(order, "enough"));
    assertThrows(ValidationException.class, () -> orders().from(accepted));
  }

  @Test
  void an_order_is_written_by_hand_and_fixed_with_its_confirmation() {
    SalesOrder order = drafted();
    assertEquals(eur("4200"), order.get(SalesOrder.NET));
    assertRefused("order.state", () -> ship(order, Item.of(1, "1")));
    assertRefused("order.empty", () -> orders().confirm(orders().draft(acme, d -> {})));
    SalesOrder confirmed = orders().confirm(order);
    assertState(OrderState.CONFIRMED, confirmed);
    assertEquals(LocalDate.of(2027, 3, 1), confirmed.get(SalesOrder.CONFIRMED_ON));
    OrderLine line = line(confirmed, 1);
    assertQuantity("10", line.require(OrderLine.OPEN));
    assertEquals(eur("3000"), line.get(OrderLine.OPEN_AMOUNT));
    assertRefused("order.fixed", () -> orders().edit(confirmed, e -> e.line(seat, "1")));
    assertRefused("order.state", () -> orders().confirm(confirmed));
    assertRefused("order.fixed", () -> orders().delete(confirmed));
    assertRefused(
        "order.fixed",
        () ->
            ada.records(OrderLine.TYPE).save(line.with(OrderLine.QUANTITY, new BigDecimal("11"))));
    assertRefused("order.fixed", () -> ada.records(OrderLine.TYPE).delete(line));
    OrderLine promised =
        ada.records(OrderLine.TYPE)
            .save(line.with(OrderLine.PROMISED_ON, LocalDate.of(2027, 4, 1)));
    assertEquals(LocalDate.of(2027, 4, 1), promised.get(OrderLine.PROMISED_ON));
    assertTrue(heard.contains("order.confirmed"));
  }

  @Test
  void an_order_is_shipped_in_parts_until_it_is_closed() {
    SalesOrder order = confirmed();
    clock.advance(Duration.ofDays(1));
    SalesOrder first =
        orders()
            .ship(
                order,
                s -> s.set(Shipment.CARRIER, "DHL").set(Shipment.TRACKING_NUMBER, "JD01"),
                List.of(Item.of(1, "3"), Item.of(2, "4")));
    assertState(OrderState.PARTLY_SHIPPED, first);
    assertQuantity("7", line(first, 1).require(OrderLine.OPEN));
    assertEquals(eur("900"), line(first, 1).get(OrderLine.SHIPPED_AMOUNT));
    assertRefused("order.quantity", () -> ship(first, Item.of(1, "7.5")));
    assertRefused("order.quantity", () -> ship(first, Item.of(2, "1")));
    assertRefused("order.quantity", () -> ship(first, Item.of(1, "0")));
    assertRefused("order.quantity", () -> ship(first, Item.of(1, "4"), Item.of(1, "4")));
    assertRefused("not_found.named", () -> ship(first, Item.of(3, "1")));
    assertRefused("order.state", () -> orders().close(first));
    SalesOrder all = orders().shipAll(first, s -> {});
    assertState(OrderState.SHIPPED, all);
    SalesOrder closed = orders().close(all);
    assertState(OrderState.CLOSED, closed);
    assertRefused("order.state", () -> orders().shipAll(closed, s -> {}));
    assertRefused("order.state", () -> orders().cancel(closed, "late"));
    Shipment shipment = orders().shipments(closed).get(0);
    assertEquals(START.plus(Duration.ofDays(1)), shipment.get(Shipment.SHIPPED_AT));
    assertRefused("order.shipment_stays", () -> ada.records(Shipment.TYPE).delete(shipment));
    assertEquals(3, orders().shipmentLines(closed).size());
    assertTrue(heard.containsAll(List.of("order.shipped", "order.closed")), heard::toString);
  }

  @Test
  void what_is_open_is_cancelled_in_part_or_as_a_whole() {
    SalesOrder order = confirmed();
    SalesOrder less = orders().cancel(order, "one team is gone", List.of(Item.of(1, "4")));
    assertState(OrderState.CONFIRMED, less);
    assertQuantity("4", line(less, 1).require(OrderLine.CANCELLED));
    SalesOrder shipped = ship(less, Item.of(1, "6"));
    SalesOrder rest = orders().cancel(shipped, "no more");
    assertState(OrderState.SHIPPED, rest);
    assertEquals("no more", rest.get(SalesOrder.CANCEL_REASON));
    assertState(OrderState.CANCELLED, orders().cancel(confirmed2(), "all of it"));
    SalesOrder draft =
        orders()
            .cancel(orders().edit(orders().draft(acme, d -> {}), e -> e.line(seat, "1")), "typo");
    assertState(OrderState.CANCELLED, draft);
    assertQuantity("1", line(draft, 1).require(OrderLine.CANCELLED));
  }

  private SalesOrder confirmed2() {
    return orders().confirm(orders().edit(orders().draft(acme, d -> {}), e -> e.line(seat, "2")));
  }

  @Test
  void what_was_shipped_comes_back() {
    SalesOrder shipped = orders().shipAll(confirmed(), s -> {});
    SalesOrder back = orders().takeBack(shipped, "broken", List.of(Item.of(1, "2")));
    assertState(OrderState.SHIPPED, back);
    assertQuantity("2", line(back, 1).require(OrderLine.RETURNED));
    assertRefused(
        "order.quantity", () -> orders().takeBack(back, "more", List.of(Item.of(1, "9"))));
    assertEquals("broken", orders().returns(back).get(0).get(OrderReturn.REASON));
    SalesOrder closed = orders().close(back);
    SalesOrder all = orders().takeBack(closed, "all of it", List.of());
    assertQuantity("10", line(all, 1).require(OrderLine.RETURNED));
    assertState(OrderState.CLOSED, all);
    assertRefused("order.nothing", () -> orders().takeBack(all, "again", List.of()));
  }

  @Test
  void the_cents_of_a_line_go_with_its_pieces_and_none_is_lost() {
    SalesOrder order =
        orders()
            .edit(
                orders().draft(acme, d -> {}),
                e ->
                    e.line(
                        d ->
                            d.set(OrderLine.NAME, "Three for ten")
                                .set(OrderLine.QUANTITY, new BigDecimal("3"))
                                .set(OrderLine.UNIT_PRICE, eur("3.3334"))));
    SalesOrder one = ship(orders().confirm(order), Item.of(1, "1"));
    SalesOrder two = orders().cancel(one, "enough", List.of(Item.of(1, "1")));
    SalesOrder three = ship(two, Item.of(1, "1"));
    OrderLine line = line(three, 1);
    assertEquals(eur("10"), line.get(OrderLine.NET));
    assertEquals(eur("6.66"), line.get(OrderLine.SHIPPED_AMOUNT));
    assertEquals(eur("3.34"), line.get(OrderLine.CANCELLED_AMOUNT));
    assertEquals(
        List.of(eur("3.33"), eur("3.33")),
        orders().shipmentLines(three).stream().map(l -> l.get(ShipmentLine.AMOUNT)).toList());
  }

  @Test
  void of_two_who_ship_the_same_at_the_same_time_one_is_told() {
    SalesOrder order = confirmed();
    bob.orders().ship(order, s -> {}, List.of(Item.of(1, "6")));
    assertThrows(ConflictException.class, () -> ship(order, Item.of(1, "6")));
    SalesOrder current = now(order);
    bob.orders().ship(current, s -> {}, List.of(Item.of(1, "4")));
    assertThrows(
        ConflictException.class, () -> ship(current, Item.of(2, "4")), "of another line as well");
    assertState(OrderState.SHIPPED, ship(now(order), Item.of(2, "4")));
  }

  @Test
  void eight_hosts_ship_one_piece_each_again_and_again_and_no_piece_goes_twice() throws Exception {
    SalesOrder order =
        orders()
            .confirm(
                orders()
                    .edit(
                        orders().draft(acme, d -> d.set(SalesOrder.EXTERNAL_ID, "big")),
                        e -> e.line(seat, "40")));
    int hosts = 8;
    ExecutorService pool = Executors.newFixedThreadPool(hosts);
    try {
      CyclicBarrier together = new CyclicBarrier(hosts);
      List<Future<Integer>> all = new ArrayList<>();
      for (int host = 0; host < hosts; host++) {
        Session session = crm.as("host" + host);
        String name = "host" + host;
        all.add(
            pool.submit(
                () -> {
                  together.await();
                  int shipped = 0;
                  for (int i = 0; i < 6; i++) {
                    HostUpdate update =
                        HostUpdate.shipped(
                            "big", name + "-" + i, START, null, null, List.of(Item.of(1, "1")));
                    try {
                      session.orders().apply(update);
                      shipped++;
                    } catch (CrmException refused) {
                      assertTrue(
                          List.of("order.state", "order.quantity").contains(refused.code()),
                          refused::getMessage);
                    }
                  }
                  return shipped;
                }));
      }
      int shipped = 0;
      for (Future<Integer> each : all) {
        shipped += each.get();
      }
      assertEquals(40, shipped);
    } finally {
      pool.shutdownNow();
    }
    assertState(OrderState.SHIPPED, now(order));
    assertQuantity("40", line(order, 1).require(OrderLine.SHIPPED));
    assertEquals(40, orders().shipments(order).size());
  }

  @Test
  void what_the_host_says_twice_counts_once() {
    SalesOrder order = drafted();
    HostUpdate shipped =
        HostUpdate.shipped("4711", "k1", START, "UPS", "1Z9", List.of(Item.of(1, "2")));
    SalesOrder once = orders().apply(shipped);
    assertState(OrderState.PARTLY_SHIPPED, once);
    assertEquals(once, orders().apply(shipped));
    assertEquals(once, ada.call(work -> work.orders().apply(shipped)));
    assertQuantity("2", line(order, 1).require(OrderLine.SHIPPED));
    assertEquals("1Z9", orders().shipments(order).get(0).get(Shipment.TRACKING_NUMBER));
    assertRefused("order.key", () -> orders().apply(HostUpdate.closed("4711", "k1", START)));
    assertThrows(
        NotFoundException.class, () -> orders().apply(HostUpdate.closed("4712", "k2", START)));
  }

  @Test
  void the_same_key_with_something_else_in_it_is_refused() {
    SalesOrder order = drafted();
    LocalDate april = LocalDate.of(2027, 4, 1);
    List<Item> items = List.of(Item.of(2, "1"), Item.of(1, "2"));
    SalesOrder once = orders().apply(shipped("k1", items));
    assertEquals(once, orders().apply(shipped("k1", List.of(Item.of(1, "2.0"), Item.of(2, "1")))));
    for (List<Item> others :
        List.of(List.of(Item.of(1, "2")), List.of(Item.of(1, "3"), Item.of(2, "1")), NO_ITEMS)) {
      assertRefused("order.key", () -> orders().apply(shipped("k1", others)));
    }
    orders().apply(HostUpdate.promised("4711", "k2", START, april));
    assertRefused(
        "order.key",
        () -> orders().apply(HostUpdate.promised("4711", "k2", START, april.plusDays(1))));
    assertQuantity("2", line(order, 1).require(OrderLine.SHIPPED));
  }

  private static HostUpdate shipped(String key, List<Item> items) {
    return HostUpdate.shipped("4711", key, START, null, null, items);
  }

  @Test
  void what_the_host_says_too_early_or_too_late_makes_sense_or_is_refused() {
    drafted();
    LocalDate april = LocalDate.of(2027, 4, 1);
    Instant later = START.plus(Duration.ofHours(1));
    assertRefused("order.state", () -> orders().apply(HostUpdate.closed("4711", "c", later)));
    SalesOrder shipped =
        orders().apply(HostUpdate.shipped("4711", "s", later, null, null, List.of()));
    assertState(OrderState.SHIPPED, shipped);
    assertEquals(LocalDate.of(2027, 3, 1), shipped.get(SalesOrder.CONFIRMED_ON));
    SalesOrder confirmed = orders().apply(HostUpdate.confirmed("4711", "o", START, april));
    assertState(OrderState.SHIPPED, confirmed);
    assertEquals(april, confirmed.get(SalesOrder.PROMISED_ON));
    orders().apply(HostUpdate.promised("4711", "p2", later, april.plusDays(5)));
    SalesOrder old = orders().apply(HostUpdate.promised("4711", "p1", START, april.plusDays(1)));
    assertEquals(april.plusDays(5), old.get(SalesOrder.PROMISED_ON), "the older one came late");
    orders().apply(HostUpdate.returned("4711", "r", later, "broken", List.of(Item.of(2, "1"))));
    assertState(OrderState.CLOSED, orders().apply(HostUpdate.closed("4711", "c", later)));
    assertRefused(
        "order.state",
        () -> orders().apply(HostUpdate.cancelled("4711", "x", later, null, List.of())));
  }

  @Test
  void a_customer_asks_for_the_status_of_the_own_orders_and_sees_nothing_else() {
    SalesOrder mine = confirmed();
    Customer other = ada.customers().create(aCustomer("Other Ltd"));
    SalesOrder theirs =
        orders().confirm(orders().edit(orders().draft(other, d -> {}), e -> e.line(seat, "1")));
    orders()
        .ship(
            mine,
            s -> s.set(Shipment.CARRIER, "DHL").set(Shipment.TRACKING_NUMBER, "JD01"),
            List.of(Item.of(1, "3")));
    policy
        .limit("acme", SalesOrder.TYPE, SalesOrder.CUSTOMER.is(acme))
        .limit("acme", OrderLine.TYPE, OrderLine.ORDER.matches(SalesOrder.CUSTOMER.is(acme)))
        .limit("acme", Shipment.TYPE, Shipment.ORDER.matches(SalesOrder.CUSTOMER.is(acme)))
        .limit("acme", ShipmentLine.TYPE, ShipmentLine.ORDER.matches(SalesOrder.CUSTOMER.is(acme)));
    Session customer = crm.as("acme");
    OrderStatus status = customer.orders().status(mine.require(SalesOrder.NUMBER));
    assertEquals(OrderState.PARTLY_SHIPPED, status.state());
    assertEquals(LocalDate.of(2027, 3, 1), status.confirmedOn());
    assertNull(status.promisedOn());
    assertEquals(2, status.lines().size());
    OrderStatus.Line line = status.lines().get(0);
    assertQuantity("10", line.ordered());
    assertQuantity("3", line.shipped());
    assertQuantity("7", line.open());
    OrderStatus.Parcel parcel = status.shipments().get(0);
    assertEquals("JD01", parcel.trackingNumber());
    assertEquals(1, parcel.items().get(0).position());
    assertThrows(
        NotFoundException.class, () -> customer.orders().status(theirs.require(SalesOrder.NUMBER)));
    assertThrows(NotFoundException.class, () -> customer.orders().status("SO-2027-99999"));
    assertEquals(1, customer.orders().query().count());
    assertEquals(2, customer.records(OrderLine.TYPE).query().count());
    assertEquals(List.of(), customer.orders().lines(theirs));
    for (var type : List.of(OrderLine.TYPE, Shipment.TYPE, ShipmentLine.TYPE)) {
      assertEquals(1, type.wholes().size(), "parts of orders are seen with them");
    }
  }

  @Test
  void a_confirmed_order_follows_its_customer_into_another_and_goes_to_nobody_else() {
    SalesOrder order = confirmed();
    Customer twin = ada.customers().create(aCustomer("Acme"));
    assertRefused("order.fixed", () -> orders().save(order.with(SalesOrder.CUSTOMER, twin.ref())));
    ada.run(
        work -> {
          work.customers().delete(acme);
          work.orders().save(order.with(SalesOrder.CUSTOMER, twin.ref()));
        });
    assertEquals(twin.ref(), now(order).get(SalesOrder.CUSTOMER));
  }

  @Test
  void who_may_not_change_an_order_cannot_ship_it() {
    SalesOrder order = confirmed();
    policy.limit("bob", Operation.UPDATE, SalesOrder.TYPE, SalesOrder.NUMBER.is("another"));
    assertRefused("denied.operation", () -> bob.orders().shipAll(order, s -> {}));
    assertState(OrderState.CONFIRMED, now(order));
  }

  @Test
  void a_draft_in_the_bin_keeps_its_number_and_is_not_destroyed() {
    SalesOrder binned = orders().delete(drafted());
    assertRefused("numbering.numbered", () -> orders().purge(binned));
    assertEquals(List.of(binned), orders().query().onlyDeleted().list());
    assertEquals("SO-2027-00002", drafted().get(SalesOrder.NUMBER));
  }

  @Test
  void what_is_not_offered_any_more_is_not_ordered_unless_it_was_agreed() {
    SalesOrder draft = drafted();
    Quote quote =
        ada.quotes()
            .edit(
                ada.quotes().draft(acme, q -> q.set(Quote.TITLE, "Seats")), e -> e.line(seat, "3"));
    Quote accepted = ada.quotes().accept(ada.quotes().send(quote));
    Opportunity won =
        ada.pipeline()
            .win(
                ada.pipeline()
                    .open(
                        acme,
                        aDeal("A seat", eur("250")).andThen(d -> d.set(Opportunity.PRODUCT, seat))),
                "signed");
    Product gone = ada.catalog().retire(seat);
    assertRefused("catalog.not_offered", () -> orders().edit(draft, e -> e.line(gone, "1")));
    assertRefused(
        "catalog.not_offered",
        () -> orders().edit(draft, e -> e.line(d -> d.set(OrderLine.PRODUCT, gone))));
    assertEquals(eur("900"), orders().from(accepted).get(SalesOrder.NET));
    assertEquals(eur("250"), orders().from(won).get(SalesOrder.NET));
    assertState(OrderState.CONFIRMED, orders().confirm(draft));
  }
}
