package io.crmkit.order;

import io.crmkit.document.Totals;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import java.util.Objects;

/** What an order consists of and adds up to, as the feature itself sees it. */
final class OrderSums {
  private static final List<Field<?, ?>> TOLD =
      List.of(
          SalesOrder.CURRENCY,
          SalesOrder.TAX_PER,
          SalesOrder.ROUNDING,
          SalesOrder.DECIMALS,
          SalesOrder.PAYABLE_STEP,
          SalesOrder.PREPAID,
          SalesOrder.NET,
          SalesOrder.TAX,
          SalesOrder.TOTAL,
          OrderLine.ORDER,
          OrderAdjustment.ORDER);

  private OrderSums() {}

  static List<OrderLine> lines(Workspace space, Ref<SalesOrder> order) {
    return space
        .own(OrderLine.DEF, OrderLine.TYPE)
        .where(OrderLine.ORDER.is(order))
        .orderBy(OrderLine.POSITION.asc())
        .list();
  }

  /**
   * Refuses sums to whoever may not read all that they are made of and all that they tell.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException naming the field
   */
  static void requireReadable(Workspace space) {
    space.requireReadable(OrderLine.FIELDS.amounts());
    space.requireReadable(OrderAdjustment.FIELDS.all());
    space.requireReadable(TOLD);
  }

  static Totals totals(Workspace space, SalesOrder order) {
    return Totals.of(
        order.must(SalesOrder.CURRENCY),
        order.rule(),
        lines(space, order.ref()).stream().map(OrderLine::line).toList(),
        adjustments(space, order.ref()).stream().map(OrderAdjustment::adjustment).toList(),
        Objects.requireNonNullElseGet(
            order.raw(SalesOrder.PREPAID), () -> Money.zero(order.must(SalesOrder.CURRENCY))));
  }

  /** The allowances and charges, in the order in which they were made. */
  static List<OrderAdjustment> adjustments(Workspace space, Ref<SalesOrder> order) {
    return space
        .own(OrderAdjustment.DEF, OrderAdjustment.TYPE)
        .where(OrderAdjustment.ORDER.is(order))
        .list();
  }

  /** Writes the sums into an order, and makes the unit depend on nobody else changing it. */
  static SalesOrder refresh(Workspace unit, SalesOrder order) {
    Totals totals = totals(unit, order);
    Records<SalesOrder> orders = unit.own(SalesOrder.DEF, SalesOrder.TYPE);
    orders.expect(order);
    return orders.update(
        order,
        d ->
            d.unlock(SalesOrder.DEF)
                .set(SalesOrder.NET, totals.taxExclusive())
                .set(SalesOrder.TAX, totals.tax())
                .set(SalesOrder.TOTAL, totals.taxInclusive()));
  }

  /** The hook for lines that are written past the editor. */
  static void prepare(Workspace unit, Draft<OrderLine> d) {
    Ref<SalesOrder> ref = d.get(OrderLine.ORDER);
    if (ref == null || d.isTouched(OrderLine.NET) || d.isTouched(OrderLine.OPEN)) {
      return; // a missing order is told with all else, and what is touched the feature has written
    }
    SalesOrder order = unit.own(SalesOrder.DEF, SalesOrder.TYPE).find(ref).orElse(null);
    if (order != null) {
      if (d.asked().stream().anyMatch(OrderLine::isFixed)) {
        Orders.requireDraft(unit, order);
      }
      OrderLine.FIELDS.requireOffered(unit, d);
      fill(d.unlock(OrderLine.DEF), order);
    }
  }

  static void fill(Draft<OrderLine> d, SalesOrder order) {
    OrderLine.FIELDS.fillNet(d, order.must(SalesOrder.CURRENCY), order.rule());
  }
}
