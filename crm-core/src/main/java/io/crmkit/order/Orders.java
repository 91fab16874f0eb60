package io.crmkit.order;

import io.crmkit.catalog.Product;
import io.crmkit.currency.Currencies;
import io.crmkit.customer.Customer;
import io.crmkit.document.RoundingRule;
import io.crmkit.document.Tax;
import io.crmkit.document.Totals;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Retry;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.numbering.NumberRange;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteAdjustment;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.QuoteState;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.quote.Quotes;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders in and follows them until nothing is left to do.
 *
 * <pre>{@code
 * SalesOrder order = ada.orders().confirm(ada.orders().from(acceptedQuote));
 * order = ada.orders().ship(order, s -> s.set(Shipment.TRACKING_NUMBER, "1Z999"),
 *     List.of(Item.of(1, "25")));
 * order = ada.orders().cancel(order, "no longer needed");   // what is still open
 * }</pre>
 *
 * <p>Where the host's own system ships, it says so by {@link #apply}.
 */
public final class Orders extends Records<SalesOrder> {
  private static final NumberRange NUMBERS = NumberRange.of("order", "SO-{year}-{00000}");
  private static final int ATTEMPTS = 50;

  /** The orders as {@code space} sees them. */
  public Orders(Workspace space) {
    super(space, SalesOrder.TYPE);
  }

  /** The lines of an order, in order. */
  public List<OrderLine> lines(SalesOrder order) {
    return space()
        .records(OrderLine.TYPE)
        .where(OrderLine.ORDER.is(order))
        .orderBy(OrderLine.POSITION.asc())
        .list();
  }

  /** The allowances and charges on the whole of it, in the order in which they were added. */
  public List<OrderAdjustment> adjustments(SalesOrder order) {
    return space().records(OrderAdjustment.TYPE).where(OrderAdjustment.ORDER.is(order)).list();
  }

  /** The shipments of an order, oldest first. */
  public List<Shipment> shipments(SalesOrder order) {
    return space()
        .records(Shipment.TYPE)
        .where(Shipment.ORDER.is(order))
        .orderBy(Shipment.SHIPPED_AT.asc())
        .list();
  }

  /** What went with the shipments of an order, in the order in which it was shipped. */
  public List<ShipmentLine> shipmentLines(SalesOrder order) {
    return space().records(ShipmentLine.TYPE).where(ShipmentLine.ORDER.is(order)).list();
  }

  /** What of an order came back, in the order in which it did. */
  public List<OrderReturn> returns(SalesOrder order) {
    return space().records(OrderReturn.TYPE).where(OrderReturn.ORDER.is(order)).list();
  }

  /** All sums of an order the actor can see, as it was ordered. */
  public Totals totals(SalesOrder order) {
    return space().call(work -> OrderSums.totals(work, new Orders(work).get(order.ref())));
  }

  /** Begins an order without lines; its currency is that of the {@link QuoteTerms} unless said. */
  public SalesOrder draft(Customer customer, Consumer<Draft<SalesOrder>> filling) {
    return NUMBERS.give(
        space(),
        (work, number) ->
            begin(
                work,
                number,
                filling,
                d -> {
                  d.set(SalesOrder.CUSTOMER, customer);
                  rules(d, new Quotes(work).standardTerms());
                }));
  }

  private static void rules(Draft<SalesOrder> d, QuoteTerms terms) {
    if (d.get(SalesOrder.CURRENCY) == null) {
      d.set(SalesOrder.CURRENCY, terms.require(QuoteTerms.CURRENCY));
    }
    String currency = Objects.requireNonNull(d.get(SalesOrder.CURRENCY));
    if (!Currencies.isKnown(currency)) {
      throw new InvalidRequestException("quote.currency", currency);
    }
    d.set(SalesOrder.TAX_PER, terms.require(QuoteTerms.TAX_PER))
        .set(SalesOrder.ROUNDING, terms.require(QuoteTerms.ROUNDING))
        .set(SalesOrder.DECIMALS, (long) RoundingRule.of(currency).decimals())
        .setOrClear(SalesOrder.PAYABLE_STEP, terms.get(QuoteTerms.PAYABLE_STEP));
  }

  private static SalesOrder begin(
      Workspace work,
      String number,
      Consumer<Draft<SalesOrder>> filling,
      Consumer<Draft<SalesOrder>> presets) {
    return work.records(SalesOrder.TYPE)
        .create(
            d -> {
              filling.accept(d);
              presets.accept(
                  d.unlock(SalesOrder.DEF)
                      .set(SalesOrder.NUMBER, number)
                      .set(SalesOrder.STATE, OrderState.DRAFT)
                      .set(SalesOrder.MOVES, 0L));
              Money nothing = Money.zero(Objects.requireNonNull(d.get(SalesOrder.CURRENCY)));
              List.of(SalesOrder.NET, SalesOrder.TAX, SalesOrder.TOTAL)
                  .forEach(field -> d.set(field, nothing));
            });
  }

  /**
   * Makes the order of an accepted quote, with the same sums. There is one order of a quote alone.
   *
   * @throws InvalidRequestException where the quote has not been accepted
   * @throws ValidationException where there is an order of it already
   */
  public SalesOrder from(Quote quote) {
    if (quote.get(Quote.STATE) != QuoteState.ACCEPTED) {
      throw new InvalidRequestException("order.not_accepted", quote.fullNumber());
    }
    return NUMBERS.give(space(), (work, number) -> from(work, number, quote));
  }

  private static SalesOrder from(Workspace work, String number, Quote quote) {
    Quotes quotes = new Quotes(work);
    quotes.expect(quote);
    SalesOrder order =
        begin(
            work,
            number,
            d -> {},
            d ->
                d.set(SalesOrder.QUOTE, quote)
                    .set(SalesOrder.CUSTOMER, quote.require(Quote.CUSTOMER))
                    .setOrClear(SalesOrder.CONTACT, quote.get(Quote.CONTACT))
                    .setOrClear(SalesOrder.OPPORTUNITY, quote.get(Quote.OPPORTUNITY))
                    .set(SalesOrder.CURRENCY, quote.require(Quote.CURRENCY))
                    .set(SalesOrder.TAX_PER, quote.require(Quote.TAX_PER))
                    .set(SalesOrder.ROUNDING, quote.require(Quote.ROUNDING))
                    .set(SalesOrder.DECIMALS, quote.require(Quote.DECIMALS))
                    .setOrClear(SalesOrder.PAYABLE_STEP, quote.get(Quote.PAYABLE_STEP))
                    .setOrClear(SalesOrder.PREPAID, quote.get(Quote.PREPAID)));
    OrderEditor editor = new OrderEditor(work, order, quotes.standardTerms(), 0);
    for (QuoteLine line : quotes.lines(quote)) {
      editor.line(d -> QuoteLine.FIELDS.copy(line, OrderLine.FIELDS, d));
    }
    for (QuoteAdjustment each : quotes.adjustments(quote)) {
      editor.adjust(
          each.require(QuoteAdjustment.KIND),
          each.require(QuoteAdjustment.REASON),
          each.require(QuoteAdjustment.AMOUNT),
          new Tax(
              each.require(QuoteAdjustment.TAX_CATEGORY), each.require(QuoteAdjustment.TAX_RATE)));
    }
    return OrderSums.refresh(work, order);
  }

  /**
   * Makes the order of a won deal: of its accepted quote where there is one, else of its product
   * and amount.
   *
   * @throws InvalidRequestException where the deal has not been won, or has an order already that
   *     is not cancelled: a further one is drafted by hand
   * @throws ValidationException where there is an order of its quote already
   */
  public SalesOrder from(Opportunity deal) {
    if (deal.get(Opportunity.STAGE_CATEGORY) != StageCategory.WON) {
      throw new InvalidRequestException("order.not_won", deal.ref());
    }
    return NUMBERS.give(
        space(),
        (work, number) -> {
          Optional<Quote> accepted =
              new Quotes(work)
                  .where(
                      Quote.OPPORTUNITY.is(deal),
                      Quote.STATE.is(QuoteState.ACCEPTED),
                      Quote.CURRENT.is(true))
                  .first();
          return accepted.isPresent()
              ? from(work, number, accepted.get())
              : from(work, number, deal);
        });
  }

  /** Who says it twice does not want it twice. */
  private static void requireNone(Workspace work, Opportunity deal) {
    work.own(SalesOrder.DEF, SalesOrder.TYPE)
        .where(SalesOrder.OPPORTUNITY.is(deal), SalesOrder.STATE.isNot(OrderState.CANCELLED))
        .first()
        .ifPresent(
            its -> {
              throw new InvalidRequestException(
                  "order.exists", deal.ref(), its.must(SalesOrder.NUMBER));
            });
  }

  private static SalesOrder from(Workspace work, String number, Opportunity deal) {
    requireNone(work, deal);
    QuoteTerms terms = new Quotes(work).standardTerms();
    Money amount = deal.get(Opportunity.AMOUNT);
    SalesOrder order =
        begin(
            work,
            number,
            d -> {},
            d -> {
              d.set(SalesOrder.CUSTOMER, deal.require(Opportunity.CUSTOMER))
                  .setOrClear(SalesOrder.CONTACT, deal.get(Opportunity.CONTACT))
                  .set(SalesOrder.OPPORTUNITY, deal);
              if (amount != null) {
                d.set(SalesOrder.CURRENCY, amount.currency());
              }
              rules(d, terms);
            });
    OrderEditor editor = new OrderEditor(work, order, terms, 0);
    Ref<Product> ref = deal.get(Opportunity.PRODUCT);
    Product product = ref == null ? null : work.records(Product.TYPE).find(ref).orElse(null);
    if (product != null) {
      editor.line(product, "1", d -> price(d, amount));
    } else if (amount != null) {
      editor.line(d -> price(d.setOrClear(OrderLine.NAME, deal.get(Opportunity.TITLE)), amount));
    }
    return OrderSums.refresh(work, order);
  }

  private static void price(Draft<OrderLine> d, @Nullable Money price) {
    if (price != null) {
      d.set(OrderLine.UNIT_PRICE, price);
    }
  }

  /**
   * Changes an order before it is confirmed.
   *
   * @return the order with its new sums
   * @throws InvalidRequestException where it has been confirmed
   */
  public SalesOrder edit(SalesOrder order, Consumer<OrderEditor> changes) {
    requireDraft(order);
    return space()
        .call(
            work -> {
              SalesOrder may = work.records(SalesOrder.TYPE).update(order, d -> {});
              long last =
                  OrderSums.lines(work, order.ref()).stream()
                      .mapToLong(line -> line.must(OrderLine.POSITION))
                      .max()
                      .orElse(0);
              OrderEditor editor =
                  new OrderEditor(work, may, new Quotes(work).standardTerms(), last);
              changes.accept(editor);
              return OrderSums.refresh(work, editor.order());
            });
  }

  static void requireDraft(SalesOrder order) {
    if (order.must(SalesOrder.STATE) != OrderState.DRAFT) {
      throw new InvalidRequestException(
          "order.fixed", order.must(SalesOrder.NUMBER), order.must(SalesOrder.STATE));
    }
  }

  /**
   * Confirms an order: its lines are fixed from now on.
   *
   * @throws InvalidRequestException where it is no draft or has no lines
   */
  public SalesOrder confirm(SalesOrder order) {
    return move(order, moves -> moves.confirm());
  }

  /**
   * Ships a part of an order.
   *
   * @param filling says carrier and tracking number
   * @param items of which lines how many; of none means all that is open
   * @throws InvalidRequestException where the order is not open, or more is asked for than is open
   * @throws ConflictException where something else happened to the order meanwhile
   */
  public SalesOrder ship(SalesOrder order, Consumer<Draft<Shipment>> filling, List<Item> items) {
    return call(order, (work, moves) -> moves.ship(items, work.now(), filling));
  }

  /** Ships all that is open. */
  public SalesOrder shipAll(SalesOrder order, Consumer<Draft<Shipment>> filling) {
    return ship(order, filling, List.of());
  }

  /** Cancels all that is open; an order of which nothing was shipped is cancelled as a whole. */
  public SalesOrder cancel(SalesOrder order, String reason) {
    return cancel(order, reason, List.of());
  }

  /**
   * Cancels a part of what is open.
   *
   * @throws InvalidRequestException where more is asked for than is open
   */
  public SalesOrder cancel(SalesOrder order, String reason, List<Item> items) {
    return move(order, moves -> moves.cancel(items, reason));
  }

  /**
   * Notes that something came back.
   *
   * @throws InvalidRequestException where more is asked for than was shipped and has not come back
   */
  public SalesOrder takeBack(SalesOrder order, String reason, List<Item> items) {
    return call(order, (work, moves) -> moves.takeBack(items, work.now(), reason));
  }

  /**
   * Closes an order that has been shipped.
   *
   * @throws InvalidRequestException where something is still open
   */
  public SalesOrder close(SalesOrder order) {
    return move(order, moves -> moves.close());
  }

  private interface Moving {
    void move(Workspace work, Fulfilment moves);
  }

  private SalesOrder move(SalesOrder order, Consumer<Fulfilment> moving) {
    return call(order, (work, moves) -> moving.accept(moves));
  }

  private SalesOrder call(SalesOrder order, Moving moving) {
    return space()
        .call(
            work -> {
              work.records(SalesOrder.TYPE).update(order, d -> {}); // who may change it
              requireCurrent(work, order);
              Fulfilment moves = new Fulfilment(work, order);
              moving.move(work, moves);
              return moves.done();
            });
  }

  /** Before what has happened meanwhile makes another reason to refuse. */
  private static void requireCurrent(Workspace work, SalesOrder order) {
    long stored = work.own(SalesOrder.DEF, SalesOrder.TYPE).get(order.ref()).version();
    if (stored != order.version()) {
      throw ConflictException.stale(order.ref(), order.version(), stored);
    }
  }

  /**
   * Takes in what the host's system says about an order. The same update again changes nothing, so
   * a host that does not know whether it has got through says it once more. What comes in another
   * order than it happened is taken where that makes sense: a shipment confirms an order that is
   * not confirmed yet, a confirmation after it is harmless, and a promise older than the last one
   * does not count. All else is refused and may be sent again later.
   *
   * @return the order as it is now
   * @throws NotFoundException where no order has that external number
   * @throws InvalidRequestException where the order does not allow it, or the key was used for
   *     something else
   */
  public SalesOrder apply(HostUpdate update) {
    Function<Workspace, SalesOrder> unit = work -> new Orders(work).applied(update);
    return space().inUnit()
        ? space().call(unit)
        : Retry.call(space(), ATTEMPTS, Orders::passes, unit);
  }

  private static boolean passes(CrmException failure) {
    if (failure instanceof ValidationException taken) {
      return taken.violations().stream()
          .allMatch(violation -> violation.type().equals(AppliedUpdate.TYPE.name()));
    }
    return failure instanceof ConflictException
        || (failure instanceof StoreException broken && broken.isTransient());
  }

  private SalesOrder applied(HostUpdate update) {
    SalesOrder order =
        where(SalesOrder.EXTERNAL_ID.is(update.externalId()))
            .first()
            .orElseThrow(
                () -> NotFoundException.record(SalesOrder.TYPE + ":" + update.externalId()));
    Records<AppliedUpdate> own = space().own(AppliedUpdate.DEF, AppliedUpdate.TYPE);
    Optional<AppliedUpdate> before = own.where(AppliedUpdate.KEY.is(update.key())).first();
    if (before.isPresent()) {
      requireSame(before.get(), order, update);
      return order;
    }
    SalesOrder moved = call(order, (work, moves) -> apply(update, moves));
    own.create(
        d ->
            d.unlock(AppliedUpdate.DEF)
                .set(AppliedUpdate.ORDER, order)
                .set(AppliedUpdate.KEY, update.key())
                .set(AppliedUpdate.KIND, update.kind())
                .set(AppliedUpdate.AT, update.at()));
    return moved;
  }

  private static void requireSame(AppliedUpdate before, SalesOrder order, HostUpdate update) {
    if (!order.ref().equals(before.get(AppliedUpdate.ORDER))
        || before.get(AppliedUpdate.KIND) != update.kind()) {
      throw new InvalidRequestException(
          "order.key", update.key(), before.get(AppliedUpdate.KIND), before.get(AppliedUpdate.AT));
    }
  }

  private static void apply(HostUpdate update, Fulfilment moves) {
    Instant at = update.at();
    LocalDate promised = update.promisedOn();
    boolean draft = moves.isDraft();
    if (draft
        && (update.kind() == HostUpdate.Kind.CONFIRMED
            || update.kind() == HostUpdate.Kind.SHIPPED)) {
      moves.confirm();
    }
    if (promised != null) {
      moves.promise(promised, at);
    }
    switch (update.kind()) {
      case CONFIRMED, PROMISED -> {}
      case SHIPPED ->
          moves.ship(
              update.items(),
              at,
              d ->
                  d.setOrClear(Shipment.CARRIER, update.carrier())
                      .setOrClear(Shipment.TRACKING_NUMBER, update.trackingNumber()));
      case CANCELLED -> moves.cancel(update.items(), update.reason());
      case RETURNED -> moves.takeBack(update.items(), at, update.reason());
      case CLOSED -> moves.close();
    }
  }

  /**
   * Where an order stands: for whoever may see it, its customer among them.
   *
   * @throws NotFoundException where there is no such order that the actor can see
   */
  public OrderStatus status(String number) {
    return space()
        .call(
            work -> {
              Orders inside = new Orders(work);
              return inside.status(
                  inside
                      .where(SalesOrder.NUMBER.is(number))
                      .first()
                      .orElseThrow(() -> NotFoundException.record(SalesOrder.TYPE + ":" + number)));
            });
  }

  private OrderStatus status(SalesOrder order) {
    Map<Ref<OrderLine>, Long> positions = new HashMap<>();
    List<OrderStatus.Line> lines = new ArrayList<>();
    for (OrderLine line : lines(order)) {
      positions.put(line.ref(), line.require(OrderLine.POSITION));
      lines.add(status(line));
    }
    Map<Ref<Shipment>, List<Item>> items = new HashMap<>();
    for (ShipmentLine each : shipmentLines(order)) {
      Long position = positions.get(each.require(ShipmentLine.LINE));
      if (position != null) {
        items
            .computeIfAbsent(each.require(ShipmentLine.SHIPMENT), s -> new ArrayList<>())
            .add(new Item(position, each.require(ShipmentLine.QUANTITY)));
      }
    }
    List<OrderStatus.Parcel> parcels = new ArrayList<>();
    for (Shipment shipment : shipments(order)) {
      parcels.add(
          new OrderStatus.Parcel(
              shipment.require(Shipment.SHIPPED_AT),
              shipment.get(Shipment.CARRIER),
              shipment.get(Shipment.TRACKING_NUMBER),
              items.getOrDefault(shipment.ref(), List.of())));
    }
    return new OrderStatus(
        order.require(SalesOrder.NUMBER),
        order.require(SalesOrder.STATE),
        order.get(SalesOrder.CONFIRMED_ON),
        order.get(SalesOrder.PROMISED_ON),
        lines,
        parcels);
  }

  private static OrderStatus.Line status(OrderLine line) {
    BigDecimal ordered = line.require(OrderLine.QUANTITY);
    return new OrderStatus.Line(
        line.require(OrderLine.POSITION),
        line.require(OrderLine.NAME),
        ordered,
        or(line.get(OrderLine.SHIPPED), BigDecimal.ZERO),
        or(line.get(OrderLine.OPEN), ordered),
        or(line.get(OrderLine.CANCELLED), BigDecimal.ZERO),
        or(line.get(OrderLine.RETURNED), BigDecimal.ZERO));
  }

  private static BigDecimal or(@Nullable BigDecimal value, BigDecimal other) {
    return Objects.requireNonNullElse(value, other);
  }
}
