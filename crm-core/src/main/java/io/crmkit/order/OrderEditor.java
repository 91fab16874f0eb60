package io.crmkit.order;

import io.crmkit.catalog.Product;
import io.crmkit.document.Adjustment;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.quote.UnitPrices;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Writes the content of an order that is not confirmed, see {@link Orders#edit}. */
public final class OrderEditor {
  private final Workspace unit;
  private final QuoteTerms terms;
  private SalesOrder order;
  private long last;

  OrderEditor(Workspace unit, SalesOrder order, QuoteTerms terms, long last) {
    this.unit = unit;
    this.order = order;
    this.terms = terms;
    this.last = last;
  }

  SalesOrder order() {
    return order;
  }

  private Records<OrderLine> lines() {
    return unit.records(OrderLine.TYPE);
  }

  /** Changes what stands above the lines. */
  public OrderEditor set(Consumer<Draft<SalesOrder>> filling) {
    order = unit.records(SalesOrder.TYPE).update(order, filling);
    return this;
  }

  /** Adds a line for a product at the price that holds for the customer. */
  public OrderEditor line(Product product, String quantity) {
    return line(product, quantity, d -> {});
  }

  /**
   * Adds a line for a product.
   *
   * @param quantity a decimal, for example {@code "12.5"}
   * @param filling may say another price, a discount, another tax
   */
  public OrderEditor line(Product product, String quantity, Consumer<Draft<OrderLine>> filling) {
    BigDecimal howMany = new BigDecimal(quantity);
    Money price =
        UnitPrices.of(
            unit,
            order.must(SalesOrder.CUSTOMER),
            order.must(SalesOrder.CURRENCY),
            product,
            howMany,
            terms.require(QuoteTerms.TAX_RATE));
    return add(
        d -> {
          d.set(OrderLine.QUANTITY, howMany);
          filling.accept(d);
        },
        d -> OrderLine.FIELDS.preset(d, product, price));
  }

  /** Adds a line of any kind. */
  public OrderEditor line(Consumer<Draft<OrderLine>> filling) {
    return add(filling, d -> {});
  }

  private OrderEditor add(Consumer<Draft<OrderLine>> filling, Consumer<Draft<OrderLine>> presets) {
    lines()
        .create(
            d -> {
              filling.accept(d);
              d.unlock(OrderLine.DEF).set(OrderLine.ORDER, order);
              d.preset(OrderLine.POSITION, ++last);
              d.preset(OrderLine.TAX_CATEGORY, terms.get(QuoteTerms.TAX_CATEGORY));
              d.preset(OrderLine.TAX_RATE, terms.get(QuoteTerms.TAX_RATE));
              presets.accept(d);
              OrderSums.fill(d, order);
            });
    return this;
  }

  /** Changes a line. */
  public OrderEditor change(OrderLine line, Consumer<Draft<OrderLine>> filling) {
    lines()
        .update(
            line,
            d -> {
              filling.accept(d);
              OrderSums.fill(d.unlock(OrderLine.DEF), order);
            });
    return this;
  }

  /** Takes a line away. */
  public OrderEditor remove(OrderLine line) {
    lines().delete(line);
    return this;
  }

  /** Takes something off, or adds something to, the whole order. */
  public OrderEditor adjust(Adjustment.Kind kind, String reason, Money amount, Tax tax) {
    unit.records(OrderAdjustment.TYPE)
        .create(
            d ->
                OrderAdjustment.FIELDS.fill(
                    d.set(OrderAdjustment.ORDER, order), kind, reason, amount, tax));
    return this;
  }
}
