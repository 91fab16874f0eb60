package io.crmkit.order;

import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.Product;
import io.crmkit.document.Adjustment;
import io.crmkit.document.Tax;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.quote.Quantities;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.quote.Taxes;
import io.crmkit.quote.UnitPrices;
import io.crmkit.quote.WaitingLines;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Writes the content of an order that is not confirmed, see {@link Orders#edit}. Lines for products
 * are written together: before something else is changed, or at the end. Not thread-safe.
 */
public final class OrderEditor {
  private final Workspace unit;
  private final Taxes taxes;
  private final WaitingLines<UnitPrices> waiting = new WaitingLines<>(this::prices);
  private SalesOrder order;
  private long last;
  private boolean agreed;

  OrderEditor(Workspace unit, SalesOrder order, QuoteTerms terms, long last) {
    this.unit = unit;
    this.order = order;
    this.taxes = new Taxes(unit, terms);
    this.last = last;
  }

  /** What has been agreed is ordered, whatever has become of the products since. */
  OrderEditor agreed() {
    agreed = true;
    return this;
  }

  /** The order with all that was written. */
  SalesOrder order() {
    waiting.write();
    return order;
  }

  private Records<OrderLine> lines() {
    return unit.records(OrderLine.TYPE);
  }

  /** Changes what stands above the lines. */
  public OrderEditor set(Consumer<Draft<SalesOrder>> filling) {
    order = unit.records(SalesOrder.TYPE).update(order(), filling);
    return this;
  }

  /** Adds a line for a product at the price that holds for the customer, with its tax. */
  public OrderEditor line(Product product, String quantity) {
    return line(product, quantity, d -> {});
  }

  /**
   * Adds a line for a product. The price is that of the unit that the line is in: of the product's
   * own unless {@code filling} says another.
   *
   * @param quantity a decimal, for example {@code "12.5"}
   * @param filling may say another unit, price, discount, tax
   * @throws InvalidRequestException where the quantity is no decimal, the product is not offered
   *     today, or nobody has said how it is taxed, see {@link io.crmkit.quote.TaxRate}
   */
  public OrderEditor line(Product product, String quantity, Consumer<Draft<OrderLine>> filling) {
    BigDecimal howMany = Quantities.read(quantity);
    if (!agreed) {
      new Catalog(unit).requireOffered(product);
    }
    long position = ++last;
    waiting.add(
        product,
        prices ->
            add(
                position,
                d -> {
                  d.set(OrderLine.QUANTITY, howMany);
                  filling.accept(d);
                },
                d -> preset(d, product, prices)));
    return this;
  }

  private void preset(Draft<OrderLine> d, Product product, UnitPrices prices) {
    OrderLine.FIELDS.preset(d, product);
    OrderLine.FIELDS.presetTax(d, () -> taxes.of(product));
    BigDecimal quantity = d.get(OrderLine.QUANTITY);
    BigDecimal taxRate = d.get(OrderLine.TAX_RATE);
    if (d.get(OrderLine.UNIT_PRICE) == null && quantity != null && taxRate != null) {
      d.preset(OrderLine.UNIT_PRICE, prices.of(product, quantity, d.get(OrderLine.UNIT), taxRate));
    }
  }

  private UnitPrices prices(Collection<Product> products) {
    return new UnitPrices(
        unit, order.must(SalesOrder.CUSTOMER), order.must(SalesOrder.CURRENCY), products);
  }

  /**
   * Adds a line of any kind.
   *
   * @throws InvalidRequestException where it has a product that is not offered today
   */
  public OrderEditor line(Consumer<Draft<OrderLine>> filling) {
    add(
        ++last,
        filling,
        d -> {
          if (!agreed) {
            OrderLine.FIELDS.requireOffered(unit, d);
          }
          OrderLine.FIELDS.presetTax(d, taxes::usual);
        });
    return this;
  }

  private void add(
      long position, Consumer<Draft<OrderLine>> filling, Consumer<Draft<OrderLine>> presets) {
    lines()
        .create(
            d -> {
              filling.accept(d);
              d.unlock(OrderLine.DEF).set(OrderLine.ORDER, order);
              d.preset(OrderLine.POSITION, position);
              presets.accept(d);
              OrderSums.fill(d, order);
            });
  }

  /**
   * Changes a line.
   *
   * @throws InvalidRequestException where it gets a product that is not offered today
   */
  public OrderEditor change(OrderLine line, Consumer<Draft<OrderLine>> filling) {
    waiting.write();
    lines()
        .update(
            line,
            d -> {
              filling.accept(d);
              OrderLine.FIELDS.requireOffered(unit, d);
              OrderSums.fill(d.unlock(OrderLine.DEF), order);
            });
    return this;
  }

  /** Takes a line away. */
  public OrderEditor remove(OrderLine line) {
    waiting.write();
    lines().delete(line);
    return this;
  }

  /** Takes something off the whole order, at the usual tax. */
  public OrderEditor allowance(String reason, Money amount) {
    return adjust(Adjustment.Kind.ALLOWANCE, reason, amount, taxes.usual());
  }

  /** Adds something to the whole order, at the usual tax. */
  public OrderEditor charge(String reason, Money amount) {
    return adjust(Adjustment.Kind.CHARGE, reason, amount, taxes.usual());
  }

  /** Takes an allowance or a charge away. */
  public OrderEditor remove(OrderAdjustment adjustment) {
    unit.records(OrderAdjustment.TYPE).delete(adjustment);
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
