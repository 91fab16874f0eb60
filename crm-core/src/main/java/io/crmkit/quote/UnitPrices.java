package io.crmkit.quote;

import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.PriceQuote;
import io.crmkit.catalog.PriceSheet;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What products cost on a document: by the price lists that hold for its customer today. Read when
 * the first price is asked for, of all the products together. Not thread-safe.
 */
public final class UnitPrices {
  /** Prices for one may be finer than the smallest coin. */
  private static final int DECIMALS = 4;

  private final Workspace space;
  private final Ref<Customer> customer;
  private final String currency;
  private final Set<Ref<Product>> products;
  private @Nullable PriceSheet sheet;

  /**
   * The prices of products.
   *
   * @param currency an ISO 4217 code
   */
  public UnitPrices(
      Workspace space, Ref<Customer> customer, String currency, Collection<Product> products) {
    this.space = space;
    this.customer = customer;
    this.currency = currency;
    this.products = products.stream().map(Entity::ref).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The price of one of a product, without tax; null where nothing makes one.
   *
   * @param product one of those that this was made for
   * @param quantity how many are bought together; what is taken back counts like what is bought
   * @param inUnit a code of {@code product_unit}; null for the product's own unit
   * @param taxRate in percent, taken out of prices that contain the tax
   */
  public @Nullable Money of(
      Product product, BigDecimal quantity, @Nullable String inUnit, BigDecimal taxRate) {
    BigDecimal howMany = quantity.signum() == 0 ? BigDecimal.ONE : quantity.abs();
    PriceQuote price = sheet().price(product.ref(), howMany, inUnit);
    Money made = price.unitPrice();
    return made == null || !price.taxIncluded()
        ? made
        : made.dividedBy(
            BigDecimal.ONE.add(taxRate.movePointLeft(2)), DECIMALS, RoundingMode.HALF_UP);
  }

  private PriceSheet sheet() {
    PriceSheet its = sheet;
    if (its == null) {
      Customer buyer = space.records(Customer.TYPE).find(customer).orElse(null);
      its = new Catalog(space).sheet(buyer, space.today(), currency, products);
      sheet = its;
    }
    return its;
  }

  /** The prices of products on a quote. */
  static UnitPrices on(Quote quote, Workspace unit, Collection<Product> products) {
    return new UnitPrices(unit, quote.must(Quote.CUSTOMER), quote.must(Quote.CURRENCY), products);
  }

  /** Another product, quantity or unit may have another list price, which discounts are of. */
  static void measureAnew(Workspace unit, Quote quote, Draft<QuoteLine> d) {
    Ref<Product> ref = d.get(QuoteLine.PRODUCT);
    if (ref != null
        && (d.isTouched(QuoteLine.QUANTITY)
            || d.isTouched(QuoteLine.UNIT)
            || d.isTouched(QuoteLine.PRODUCT))) {
      unit.records(Product.TYPE)
          .find(ref)
          .ifPresent(product -> on(quote, unit, Set.of(product)).measure(product, d));
    }
  }

  /** Sets the list price of a line; none where nothing makes one. */
  void measure(Product product, Draft<QuoteLine> d) {
    BigDecimal quantity = d.get(QuoteLine.QUANTITY);
    BigDecimal taxRate = d.get(QuoteLine.TAX_RATE);
    if (quantity != null && taxRate != null) {
      d.setOrClear(QuoteLine.LIST_PRICE, of(product, quantity, d.get(QuoteLine.UNIT), taxRate));
    }
  }
}
