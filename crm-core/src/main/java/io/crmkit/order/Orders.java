package io.crmkit.order;

import io.crmkit.customer.Customer;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintedDocument;
import io.crmkit.document.Totals;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.numbering.NumberRange;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteState;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.quote.Quotes;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageCategory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

  /**
   * All sums of an order, as it was ordered.
   *
   * @throws NotFoundException where the actor does not see it
   * @throws AccessDeniedException where they may not read one of the fields that the sums are made
   *     of
   */
  public Totals totals(SalesOrder order) {
    return space()
        .call(
            work -> {
              SalesOrder its = new Orders(work).get(order.ref());
              OrderSums.requireReadable(work);
              return OrderSums.totals(work, its);
            });
  }

  /** Begins an order without lines; its currency is that of the {@link QuoteTerms} unless said. */
  public SalesOrder draft(Customer customer, Consumer<Draft<SalesOrder>> filling) {
    return NUMBERS.give(
        space(), (work, number) -> new Drafting(work, number).empty(customer, filling));
  }

  /**
   * Makes the order of an accepted quote, with the same sums. There is one order of a quote alone,
   * besides those that were cancelled as a whole. What has been agreed is ordered, whatever has
   * become of its products since.
   *
   * @throws InvalidRequestException where the quote has not been accepted
   * @throws ValidationException where there is an order of it already
   */
  public SalesOrder from(Quote quote) {
    if (quote.get(Quote.STATE) != QuoteState.ACCEPTED) {
      throw new InvalidRequestException("order.not_accepted", quote.called());
    }
    return NUMBERS.give(space(), (work, number) -> new Drafting(work, number).from(quote));
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
          Drafting drafting = new Drafting(work, number);
          return accepted.isPresent() ? drafting.from(accepted.get()) : drafting.from(deal);
        });
  }

  /**
   * Changes an order before it is confirmed.
   *
   * @return the order with its new sums
   * @throws InvalidRequestException where it has been confirmed
   */
  public SalesOrder edit(SalesOrder order, Consumer<OrderEditor> changes) {
    requireDraft(space(), order);
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

  static void requireDraft(Workspace space, SalesOrder order) {
    if (order.must(SalesOrder.STATE) != OrderState.DRAFT) {
      SalesOrder seen = space.shown(order);
      throw new InvalidRequestException("order.fixed", seen.called(), seen.told(SalesOrder.STATE));
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
    return move(order, moves -> moves.ship(items, moves.now(), filling));
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
    return move(order, moves -> moves.takeBack(items, moves.now(), reason));
  }

  /**
   * Closes an order that has been shipped.
   *
   * @throws InvalidRequestException where something is still open
   */
  public SalesOrder close(SalesOrder order) {
    return move(order, moves -> moves.close());
  }

  private SalesOrder move(SalesOrder order, Consumer<Fulfilment> moving) {
    return Fulfilment.move(space(), order, moving);
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
    return HostUpdates.apply(space(), update);
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
              return Tracking.of(
                  inside,
                  inside
                      .where(SalesOrder.NUMBER.is(number))
                      .first()
                      .orElseThrow(() -> NotFoundException.record(SalesOrder.TYPE + ":" + number)));
            });
  }

  /**
   * Writes an order out in its language, as it was ordered, for a {@link
   * io.crmkit.document.DocumentPrinter}: a confirmation once it is confirmed.
   *
   * @param from who sends it
   * @throws NotFoundException where the actor does not see it or its customer
   * @throws AccessDeniedException where they may not read one of the fields on it; only the
   *     customer's reference and what is said of the recipient are left out instead
   */
  public PrintedDocument print(SalesOrder order, Letterhead from) {
    return space().call(work -> OrderPrint.of(work, new Orders(work).get(order.ref()), from));
  }

  /**
   * Writes out the delivery note of a shipment, in the language of its order: how many were
   * ordered, how many are in it, and how many follow it. It goes to the address that the customer
   * has for the purpose {@code delivery}, else to the usual one.
   *
   * @param from who sends it
   * @throws NotFoundException where the actor does not see it, its order or its customer
   * @throws AccessDeniedException where they may not read one of the fields on it; only the
   *     customer's reference, the carrier and what is said of the recipient are left out instead
   */
  public PrintedDocument print(Shipment shipment, Letterhead from) {
    return space()
        .call(
            work -> DeliveryPrint.of(work, work.records(Shipment.TYPE).get(shipment.ref()), from));
  }
}
