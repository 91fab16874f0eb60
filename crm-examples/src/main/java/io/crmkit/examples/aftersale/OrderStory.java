package io.crmkit.examples.aftersale;

import io.crmkit.Session;
import io.crmkit.Work;
import io.crmkit.kernel.value.Money;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.order.OrderLine;
import io.crmkit.order.Orders;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Makes an order of every won deal that has an amount, and lets it go as far as its {@link Fate}
 * wants: 250 orders in a unit of work. What is shipped, open and cancelled is at any time what was
 * ordered.
 */
final class OrderStory {
  private static final int BATCH = 250;

  private final Session manager;

  OrderStory(Session manager) {
    this.manager = manager;
  }

  void play() {
    List<Opportunity> won =
        manager
            .opportunities()
            .where(Opportunity.STAGE_CATEGORY.is(StageCategory.WON), Opportunity.AMOUNT.isPresent())
            .orderBy(Opportunity.CLOSED_ON.asc(), Opportunity.EXTERNAL_ID.asc())
            .list();
    for (int from = 0; from < won.size(); from += BATCH) {
      int begin = from;
      int end = Math.min(won.size(), from + BATCH);
      manager.run(
          work -> {
            for (int i = begin; i < end; i++) {
              order(work, won.get(i), i, Fate.of(i, won.size()));
            }
          });
    }
  }

  private static void order(Work work, Opportunity deal, int place, Fate fate) {
    Orders orders = work.orders();
    SalesOrder order =
        orders.update(
            orders.from(deal), d -> d.setOrClear(SalesOrder.OWNER, deal.get(Opportunity.OWNER)));
    if (fate.inParts()) {
      order = inParts(orders, order, place);
    }
    if (fate == Fate.WRITTEN) {
      return;
    }
    order = orders.confirm(order);
    switch (fate) {
      case PARTLY_SHIPPED -> shipFirst(orders, order, place);
      case CUT_SHORT ->
          orders.cancel(shipFirst(orders, order, place), "the customer needs no more");
      case SHIPPED -> shipAll(orders, order, place);
      case CLOSED -> orders.close(shipAll(orders, order, place));
      case RETURNED ->
          orders.takeBack(shipAll(orders, order, place), "not what was expected", List.of());
      case CANCELLED -> orders.cancel(order, "the budget was withdrawn");
      default -> {}
    }
  }

  private static SalesOrder shipAll(Orders orders, SalesOrder order, int place) {
    return orders.shipAll(order, s -> s.set(Shipment.TRACKING_NUMBER, tracking(place)));
  }

  private static SalesOrder shipFirst(Orders orders, SalesOrder order, int place) {
    return orders.ship(
        order, s -> s.set(Shipment.TRACKING_NUMBER, tracking(place)), List.of(Item.of(1, "1")));
  }

  private static String tracking(int place) {
    return "1Z" + (100_000 + place);
  }

  /** Two deliveries: between 30 and 70 percent of the price with the first, the rest later. */
  private static SalesOrder inParts(Orders orders, SalesOrder order, int place) {
    OrderLine line = orders.lines(order).get(0);
    Money price = line.require(OrderLine.UNIT_PRICE);
    BigDecimal part = BigDecimal.valueOf(3 + 2 * (place % 3), 1);
    Money first = price.times(part, RoundingMode.HALF_UP).rounded(0, RoundingMode.HALF_UP);
    return orders.edit(
        order,
        editor ->
            editor
                .change(line, d -> d.set(OrderLine.UNIT_PRICE, first))
                .line(
                    d ->
                        d.setOrClear(OrderLine.PRODUCT, line.get(OrderLine.PRODUCT))
                            .set(OrderLine.NAME, line.require(OrderLine.NAME) + ", second delivery")
                            .set(OrderLine.UNIT_PRICE, price.minus(first))));
  }
}
