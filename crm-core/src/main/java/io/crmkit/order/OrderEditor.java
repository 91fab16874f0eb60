package io.crmkit.order;

import io.crmkit.catalog.Product;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.quote.QuoteAdjustment;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.quote.UnitPrices;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        d -> {
          d.set(OrderLine.PRODUCT, product);
          preset(d, OrderLine.NAME, product.get(Product.NAME));
          preset(d, OrderLine.DESCRIPTION, product.get(Product.DESCRIPTION));
          preset(d, OrderLine.UNIT, product.get(Product.UNIT));
          preset(d, OrderLine.UNIT_PRICE, price);
        });
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
              preset(d, OrderLine.POSITION, ++last);
              preset(d, OrderLine.TAX_CATEGORY, terms.get(QuoteTerms.TAX_CATEGORY));
              preset(d, OrderLine.TAX_RATE, terms.get(QuoteTerms.TAX_RATE));
              presets.accept(d);
              OrderSums.fill(d, order);
            });
    return this;
  }

  private static <T> void preset(Draft<OrderLine> d, Field<OrderLine, T> field, @Nullable T value) {
    if (d.get(field) == null && !d.isTouched(field)) {
      d.setOrClear(field, value);
    }
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
  public OrderEditor adjust(QuoteAdjustment.Kind kind, String reason, Money amount, Tax tax) {
    unit.records(OrderAdjustment.TYPE)
        .create(
            d ->
                d.set(OrderAdjustment.ORDER, order)
                    .set(OrderAdjustment.KIND, kind)
                    .set(OrderAdjustment.REASON, reason)
                    .set(OrderAdjustment.AMOUNT, amount)
                    .set(OrderAdjustment.TAX_CATEGORY, tax.category())
                    .set(OrderAdjustment.TAX_RATE, tax.rate()));
    return this;
  }
}
