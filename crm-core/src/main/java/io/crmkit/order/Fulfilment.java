package io.crmkit.order;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.order.HostUpdate.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Moves quantities of one order from open to shipped or cancelled, and from shipped to returned,
 * within a unit of work. The order itself is written with every move, so that of two at the same
 * time one is told that the other was first, whatever lines they are about.
 */
final class Fulfilment {
  private static final Set<OrderState> OPEN =
      Set.of(OrderState.CONFIRMED, OrderState.PARTLY_SHIPPED);

  private static final Set<OrderState> RETURNABLE =
      Set.of(OrderState.PARTLY_SHIPPED, OrderState.SHIPPED, OrderState.CLOSED);

  private final Workspace unit;
  private final Records<OrderLine> own;
  private final Map<Long, OrderLine> lines = new TreeMap<>();
  private final List<HostUpdate.Kind> events = new ArrayList<>();
  private SalesOrder order;

  private Fulfilment(Workspace unit, SalesOrder order) {
    this.unit = unit;
    this.order = order;
    this.own = unit.own(OrderLine.DEF, OrderLine.TYPE);
    OrderSums.lines(unit, order.ref())
        .forEach(line -> lines.put(line.must(OrderLine.POSITION), line));
  }

  /** Moves an order on: all that {@code moving} does, or nothing. */
  static SalesOrder move(Workspace space, SalesOrder order, Consumer<Fulfilment> moving) {
    return space.call(
        unit -> {
          unit.records(SalesOrder.TYPE).update(order, d -> {}); // who may change it
          requireCurrent(unit, order);
          Fulfilment moves = new Fulfilment(unit, order);
          moving.accept(moves);
          return moves.done();
        });
  }

  /** Before what has happened meanwhile makes another reason to refuse. */
  private static void requireCurrent(Workspace unit, SalesOrder order) {
    long stored = unit.own(SalesOrder.DEF, SalesOrder.TYPE).get(order.ref()).version();
    if (stored != order.version()) {
      throw ConflictException.stale(order.ref(), order.version(), stored);
    }
  }

  Instant now() {
    return unit.now();
  }

  private OrderState state() {
    return order.must(SalesOrder.STATE);
  }

  private void require(Set<OrderState> states) {
    if (!states.contains(state())) {
      SalesOrder seen = unit.shown(order);
      throw new InvalidRequestException("order.state", seen.called(), seen.told(SalesOrder.STATE));
    }
  }

  boolean isDraft() {
    return state() == OrderState.DRAFT;
  }

  /** From now on quantities and amounts are fixed, and all is open. */
  void confirm() {
    require(Set.of(OrderState.DRAFT));
    if (lines.values().stream().allMatch(line -> line.must(OrderLine.QUANTITY).signum() == 0)) {
      throw new InvalidRequestException("order.empty", unit.shown(order).called());
    }
    fix();
    write(HostUpdate.Kind.CONFIRMED, d -> d.set(SalesOrder.CONFIRMED_ON, unit.today()));
  }

  private void fix() {
    Money nothing = Money.zero(order.must(SalesOrder.CURRENCY));
    lines.replaceAll(
        (position, line) ->
            own.update(
                line,
                d ->
                    d.unlock(OrderLine.DEF)
                        .set(OrderLine.OPEN, line.must(OrderLine.QUANTITY))
                        .set(OrderLine.SHIPPED, BigDecimal.ZERO)
                        .set(OrderLine.CANCELLED, BigDecimal.ZERO)
                        .set(OrderLine.RETURNED, BigDecimal.ZERO)
                        .set(OrderLine.OPEN_AMOUNT, line.must(OrderLine.NET))
                        .set(OrderLine.SHIPPED_AMOUNT, nothing)
                        .set(OrderLine.CANCELLED_AMOUNT, nothing)));
  }

  void ship(List<Item> items, Instant at, Consumer<Draft<Shipment>> filling) {
    require(OPEN);
    List<Item> what = orAll(items, line -> line.must(OrderLine.OPEN));
    Shipment shipment =
        unit.records(Shipment.TYPE)
            .create(
                d -> {
                  filling.accept(d);
                  d.unlock(Shipment.DEF)
                      .set(Shipment.ORDER, order)
                      .set(Shipment.NUMBER, shipments() + 1)
                      .set(Shipment.SHIPPED_AT, at);
                });
    for (Item item : what) {
      Money amount = take(item, OrderLine.SHIPPED, OrderLine.SHIPPED_AMOUNT);
      unit.own(ShipmentLine.DEF, ShipmentLine.TYPE)
          .create(
              d ->
                  d.unlock(ShipmentLine.DEF)
                      .set(ShipmentLine.ORDER, order)
                      .set(ShipmentLine.SHIPMENT, shipment)
                      .set(ShipmentLine.LINE, line(item))
                      .set(ShipmentLine.QUANTITY, item.quantity())
                      .set(ShipmentLine.AMOUNT, amount));
    }
    write(HostUpdate.Kind.SHIPPED, d -> {});
  }

  /** None goes away, and nobody else ships at the same time. */
  private long shipments() {
    return unit.own(Shipment.DEF, Shipment.TYPE).where(Shipment.ORDER.is(order)).count();
  }

  void cancel(List<Item> items, @Nullable String reason) {
    if (isDraft() && items.isEmpty()) {
      fix();
    } else {
      require(OPEN);
    }
    for (Item item : orAll(items, line -> line.must(OrderLine.OPEN))) {
      take(item, OrderLine.CANCELLED, OrderLine.CANCELLED_AMOUNT);
    }
    write(
        HostUpdate.Kind.CANCELLED,
        d -> {
          if (reason != null) {
            d.set(SalesOrder.CANCEL_REASON, reason);
          }
        });
  }

  void takeBack(List<Item> items, Instant at, @Nullable String reason) {
    require(RETURNABLE);
    for (Item item : orAll(items, Fulfilment::returnable)) {
      OrderLine line = line(item);
      requireAtMost(item, line, OrderLine.SHIPPED, returnable(line));
      change(
          line, d -> d.set(OrderLine.RETURNED, line.must(OrderLine.RETURNED).add(item.quantity())));
      unit.own(OrderReturn.DEF, OrderReturn.TYPE)
          .create(
              d ->
                  d.unlock(OrderReturn.DEF)
                      .set(OrderReturn.ORDER, order)
                      .set(OrderReturn.LINE, line)
                      .set(OrderReturn.QUANTITY, item.quantity())
                      .set(OrderReturn.AT, at)
                      .setOrClear(OrderReturn.REASON, reason));
    }
    write(HostUpdate.Kind.RETURNED, d -> {});
  }

  private static BigDecimal returnable(OrderLine line) {
    return line.must(OrderLine.SHIPPED).subtract(line.must(OrderLine.RETURNED));
  }

  void close() {
    require(Set.of(OrderState.SHIPPED));
    write(HostUpdate.Kind.CLOSED, d -> d.set(SalesOrder.STATE, OrderState.CLOSED));
  }

  /** A promise of the host; an older one that comes late does not count. */
  void promise(LocalDate day, Instant at) {
    Instant last = order.raw(SalesOrder.PROMISED_AT);
    if (last == null || !at.isBefore(last)) {
      write(
          HostUpdate.Kind.PROMISED,
          d ->
              d.set(SalesOrder.STATE, state())
                  .set(SalesOrder.PROMISED_ON, day)
                  .set(SalesOrder.PROMISED_AT, at));
    }
  }

  /** The items asked for; where there are none, all that there is of each line. */
  private List<Item> orAll(List<Item> items, Function<OrderLine, BigDecimal> most) {
    if (!items.isEmpty()) {
      return items;
    }
    List<Item> all = new ArrayList<>();
    for (OrderLine line : lines.values()) {
      if (most.apply(line).signum() != 0) {
        all.add(new Item(line.must(OrderLine.POSITION), most.apply(line)));
      }
    }
    if (all.isEmpty() && !lines.isEmpty()) {
      throw new InvalidRequestException("order.nothing", unit.shown(order).called());
    }
    return all;
  }

  private OrderLine line(Item item) {
    OrderLine line = lines.get(item.position());
    if (line == null) {
      throw NotFoundException.named(
          OrderLine.TYPE.name(), Long.toString(item.position()), texts(lines.keySet()));
    }
    return line;
  }

  private static List<String> texts(Collection<Long> positions) {
    return positions.stream().map(position -> Long.toString(position)).toList();
  }

  /** The part of the open amount that goes with a part of the open quantity: the last takes all. */
  private Money share(OrderLine line, Item item) {
    BigDecimal open = line.must(OrderLine.OPEN);
    requireAtMost(item, line, OrderLine.OPEN, open);
    Money amount = line.must(OrderLine.OPEN_AMOUNT);
    BigDecimal exact = amount.amount().multiply(item.quantity());
    return item.quantity().compareTo(open) == 0
        ? amount
        : Money.of(
            exact.divide(open, order.rule().decimals(), order.rule().mode()), amount.currency());
  }

  private void requireAtMost(Item item, OrderLine line, Field<OrderLine, ?> of, BigDecimal most) {
    if (item.quantity().signum() == 0 || !OrderLine.isPart(item.quantity(), most)) {
      throw new InvalidRequestException(
          "order.quantity",
          item.quantity().toPlainString(),
          item.position(),
          unit.shown(order).called(),
          unit.shown(line).told(of, most.toPlainString()));
    }
  }

  /** Moves a part of what is open to somewhere else; gives its amount. */
  private Money take(
      Item item, NumberField<OrderLine, BigDecimal> quantity, MoneyField<OrderLine> amount) {
    OrderLine line = line(item);
    Money share = share(line, item);
    change(
        line,
        d ->
            d.set(OrderLine.OPEN, line.must(OrderLine.OPEN).subtract(item.quantity()))
                .set(OrderLine.OPEN_AMOUNT, line.must(OrderLine.OPEN_AMOUNT).minus(share))
                .set(quantity, line.must(quantity).add(item.quantity()))
                .set(amount, line.must(amount).plus(share)));
    return share;
  }

  private void change(OrderLine line, Consumer<Draft<OrderLine>> filling) {
    lines.put(
        line.must(OrderLine.POSITION),
        own.update(line, d -> filling.accept(d.unlock(OrderLine.DEF))));
  }

  private void write(HostUpdate.Kind kind, Consumer<Draft<SalesOrder>> more) {
    order =
        unit.records(SalesOrder.TYPE)
            .update(
                order,
                d -> {
                  OrderState state = derived();
                  d.unlock(SalesOrder.DEF)
                      .set(SalesOrder.STATE, state)
                      .setOrClear(SalesOrder.IN_FORCE, state == OrderState.CANCELLED ? null : true)
                      .set(SalesOrder.MOVES, order.must(SalesOrder.MOVES) + 1);
                  more.accept(d);
                });
    events.add(kind);
  }

  private OrderState derived() {
    if (isClosedOrDraft()) {
      return state();
    }
    boolean open = any(OrderLine.OPEN);
    boolean shipped = any(OrderLine.SHIPPED);
    if (open) {
      return shipped ? OrderState.PARTLY_SHIPPED : OrderState.CONFIRMED;
    }
    return shipped ? OrderState.SHIPPED : OrderState.CANCELLED;
  }

  /** A draft whose lines have been fixed is on its way to be confirmed or cancelled. */
  private boolean isClosedOrDraft() {
    return state() == OrderState.CLOSED
        || (isDraft() && lines.values().stream().anyMatch(line -> !line.confirmed()));
  }

  private boolean any(Field<OrderLine, BigDecimal> field) {
    return lines.values().stream().anyMatch(line -> line.must(field).signum() != 0);
  }

  /** Tells of all that was done, and gives the order as it is now. */
  SalesOrder done() {
    for (HostUpdate.Kind kind : events) {
      unit.publish(new OrderEvent(order.ref(), order.must(SalesOrder.NUMBER), kind, state()));
    }
    return order;
  }
}
