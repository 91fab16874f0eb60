package io.crmkit.order;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.value.Money;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import java.math.BigDecimal;
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

/**
 * Whatever two sessions do with an order, each knowing it as it was when it looked last: nothing of
 * what was ordered is shipped twice or lost, no cent either, and the state says how it is.
 */
@AnyStore
class OrderLawTest {
  enum Verb {
    CONFIRM,
    SHIP,
    SHIP_ALL,
    CANCEL,
    CANCEL_ALL,
    RETURN,
    CLOSE,
    LOOK
  }

  /**
   * A step.
   *
   * @param session which of the two
   * @param position of the line
   * @param quantity in halves
   */
  record Step(Verb verb, int session, int position, int quantity) {
    BigDecimal halves() {
      return BigDecimal.valueOf(quantity).divide(BigDecimal.valueOf(2));
    }

    Item item() {
      return new Item(position, halves());
    }
  }

  private static final BigDecimal[] ORDERED = {
    new BigDecimal("3"), new BigDecimal("2.5"), BigDecimal.ONE
  };

  /** What the order should be; quantities by line. */
  private static final class Model {
    OrderState state = OrderState.DRAFT;
    final BigDecimal[] open = ORDERED.clone();
    final BigDecimal[] shipped = zeros();
    final BigDecimal[] cancelled = zeros();
    final BigDecimal[] returned = zeros();
    long changes;

    private static BigDecimal[] zeros() {
      return new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    }

    private boolean is(OrderState... states) {
      return List.of(states).contains(state);
    }

    @Nullable String refusal(Step step) {
      int line = step.position() - 1;
      boolean isOpen = is(OrderState.CONFIRMED, OrderState.PARTLY_SHIPPED);
      return switch (step.verb()) {
        case LOOK -> null;
        case CONFIRM -> is(OrderState.DRAFT) ? null : "order.state";
        case SHIP, CANCEL -> isOpen ? atMost(step, open[line]) : "order.state";
        case SHIP_ALL -> isOpen ? null : "order.state";
        case CANCEL_ALL -> isOpen || is(OrderState.DRAFT) ? null : "order.state";
        case RETURN ->
            is(OrderState.PARTLY_SHIPPED, OrderState.SHIPPED, OrderState.CLOSED)
                ? atMost(step, shipped[line].subtract(returned[line]))
                : "order.state";
        case CLOSE -> is(OrderState.SHIPPED) ? null : "order.state";
      };
    }

    private static @Nullable String atMost(Step step, BigDecimal most) {
      return step.quantity() > 0 && step.halves().compareTo(most) <= 0 ? null : "order.quantity";
    }

    void apply(Step step) {
      int line = step.position() - 1;
      switch (step.verb()) {
        case LOOK -> {
          return;
        }
        case CONFIRM -> state = OrderState.CONFIRMED;
        case SHIP -> move(open, shipped, line, step.halves());
        case CANCEL -> move(open, cancelled, line, step.halves());
        case SHIP_ALL -> moveAll(shipped);
        case CANCEL_ALL -> moveAll(cancelled);
        case RETURN -> returned[line] = returned[line].add(step.halves());
        case CLOSE -> state = OrderState.CLOSED;
      }
      changes++;
      if (!is(OrderState.CLOSED)) {
        state = derived();
      }
    }

    private static void move(BigDecimal[] from, BigDecimal[] to, int line, BigDecimal quantity) {
      from[line] = from[line].subtract(quantity);
      to[line] = to[line].add(quantity);
    }

    private void moveAll(BigDecimal[] to) {
      for (int line = 0; line < ORDERED.length; line++) {
        move(open, to, line, open[line]);
      }
    }

    private OrderState derived() {
      boolean anyOpen = any(open);
      boolean anyShipped = any(shipped);
      if (anyOpen) {
        return anyShipped ? OrderState.PARTLY_SHIPPED : OrderState.CONFIRMED;
      }
      return anyShipped ? OrderState.SHIPPED : OrderState.CANCELLED;
    }

    private static boolean any(BigDecimal[] quantities) {
      return List.of(quantities).stream().anyMatch(quantity -> quantity.signum() > 0);
    }
  }

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));

  @Property(tries = 150)
  void quantities_and_money_are_conserved_whatever_two_sessions_do(
      @ForAll("stories") List<Step> steps) {
    try (Crm crm = Fixtures.aCrm(clock).open()) {
      Session[] sessions = {crm.as("ada"), crm.as("bob")};
      SalesOrder order = anOrder(sessions[0]);
      SalesOrder[] known = {order, order};
      long[] knownAt = {0, 0};
      Model model = new Model();
      for (Step step : steps) {
        int who = step.session();
        Orders orders = sessions[who].orders();
        boolean stale = knownAt[who] != model.changes;
        if (step.verb() == Verb.LOOK) {
          known[who] = orders.get(order.ref());
          knownAt[who] = model.changes;
        } else {
          String refusal = stale ? "conflict.stale" : model.refusal(step);
          SalesOrder mine = known[who];
          if (refusal == null) {
            known[who] = verb(orders, step, mine);
            model.apply(step);
            knownAt[who] = model.changes;
          } else {
            CrmException refused =
                assertThrows(CrmException.class, () -> verb(orders, step, mine), step::toString);
            assertEquals(refusal, refused.code(), step::toString);
          }
        }
        check(sessions[0], order, model);
      }
      Ledger.check(sessions[0]);
    }
  }

  private static SalesOrder anOrder(Session session) {
    Customer acme = session.customers().create(aCustomer());
    return session
        .orders()
        .edit(
            session.orders().draft(acme, d -> {}),
            e -> {
              for (BigDecimal quantity : ORDERED) {
                e.line(
                    d ->
                        d.set(OrderLine.NAME, "X")
                            .set(OrderLine.QUANTITY, quantity)
                            .set(OrderLine.UNIT_PRICE, eur("3.335"))
                            .set(OrderLine.CHARGE, eur("0.01")));
              }
            });
  }

  private static SalesOrder verb(Orders orders, Step step, SalesOrder order) {
    return switch (step.verb()) {
      case CONFIRM -> orders.confirm(order);
      case SHIP -> orders.ship(order, s -> {}, List.of(step.item()));
      case SHIP_ALL -> orders.shipAll(order, s -> {});
      case CANCEL -> orders.cancel(order, "why", List.of(step.item()));
      case CANCEL_ALL -> orders.cancel(order, "why");
      case RETURN -> orders.takeBack(order, "why", List.of(step.item()));
      case CLOSE -> orders.close(order);
      case LOOK -> order;
    };
  }

  private static void check(Session session, SalesOrder order, Model model) {
    Orders orders = session.orders();
    SalesOrder now = orders.get(order.ref());
    assertEquals(model.state, now.get(SalesOrder.STATE));
    List<OrderLine> lines = orders.lines(now);
    List<ShipmentLine> shipped = orders.shipmentLines(now);
    List<OrderReturn> returned = orders.returns(now);
    for (int i = 0; i < ORDERED.length; i++) {
      OrderLine line = lines.get(i);
      if (model.state == OrderState.DRAFT) {
        assertEquals(null, line.get(OrderLine.OPEN));
        continue;
      }
      assertSame(model.open[i], line.require(OrderLine.OPEN));
      assertSame(model.shipped[i], line.require(OrderLine.SHIPPED));
      assertSame(model.cancelled[i], line.require(OrderLine.CANCELLED));
      assertSame(model.returned[i], line.require(OrderLine.RETURNED));
      assertSame(
          ORDERED[i],
          line.require(OrderLine.OPEN)
              .add(line.require(OrderLine.SHIPPED))
              .add(line.require(OrderLine.CANCELLED)));
      Money open = line.require(OrderLine.OPEN_AMOUNT);
      assertEquals(
          line.get(OrderLine.NET),
          open.plus(line.require(OrderLine.SHIPPED_AMOUNT))
              .plus(line.require(OrderLine.CANCELLED_AMOUNT)));
      assertTrue(!open.isNegative() && (model.open[i].signum() != 0 || open.isZero()));
      List<ShipmentLine> its =
          shipped.stream().filter(s -> line.ref().equals(s.get(ShipmentLine.LINE))).toList();
      assertSame(
          model.shipped[i],
          its.stream()
              .map(s -> s.require(ShipmentLine.QUANTITY))
              .reduce(BigDecimal.ZERO, BigDecimal::add));
      assertEquals(
          line.get(OrderLine.SHIPPED_AMOUNT),
          its.stream().map(s -> s.require(ShipmentLine.AMOUNT)).reduce(eur("0"), Money::plus));
      assertSame(
          model.returned[i],
          returned.stream()
              .filter(r -> line.ref().equals(r.get(OrderReturn.LINE)))
              .map(r -> r.require(OrderReturn.QUANTITY))
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  private static void assertSame(BigDecimal expected, BigDecimal actual) {
    assertEquals(0, expected.compareTo(actual), () -> expected + " and " + actual);
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    Arbitrary<Verb> verbs =
        Arbitraries.of(
            Verb.CONFIRM,
            Verb.CONFIRM,
            Verb.SHIP,
            Verb.SHIP,
            Verb.SHIP,
            Verb.SHIP,
            Verb.SHIP_ALL,
            Verb.CANCEL,
            Verb.CANCEL,
            Verb.CANCEL_ALL,
            Verb.RETURN,
            Verb.RETURN,
            Verb.CLOSE,
            Verb.LOOK,
            Verb.LOOK,
            Verb.LOOK,
            Verb.LOOK);
    Arbitrary<Step> steps =
        Combinators.combine(
                verbs,
                Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(0, 4))
            .as(Step::new);
    return steps
        .list()
        .ofMaxSize(20)
        .map(
            story -> {
              List<Step> all = new ArrayList<>(story);
              if (!all.isEmpty()) {
                all.add(Math.min(1, all.size()), new Step(Verb.CONFIRM, 0, 1, 1));
              }
              return all;
            });
  }
}
