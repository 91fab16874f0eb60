package io.crmkit.quote;

import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.PriceQuote;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What products cost on a document: by the price lists that hold for its customer today. */
public final class UnitPrices {
  /** Prices for one may be finer than the smallest coin. */
  private static final int DECIMALS = 4;

  private UnitPrices() {}

  /**
   * The price of one of a product, without tax; null where nothing makes one.
   *
   * @param currency an ISO 4217 code
   * @param quantity how many are bought together; what is taken back counts like what is bought
   * @param inUnit a code of {@code product_unit}; null for the product's own unit
   * @param taxRate in percent, taken out of prices that contain the tax
   */
  public static @Nullable Money of(
      Workspace space,
      Ref<Customer> customer,
      String currency,
      Product product,
      BigDecimal quantity,
      @Nullable String inUnit,
      BigDecimal taxRate) {
    BigDecimal howMany = quantity.signum() == 0 ? BigDecimal.ONE : quantity.abs();
    PriceQuote price =
        new Catalog(space)
            .price(
                product,
                space.records(Customer.TYPE).find(customer).orElse(null),
                howMany,
                inUnit,
                space.today(),
                currency);
    Money made = price.unitPrice();
    return made == null || !price.taxIncluded()
        ? made
        : made.dividedBy(
            BigDecimal.ONE.add(taxRate.movePointLeft(2)), DECIMALS, RoundingMode.HALF_UP);
  }

  /** Another product, quantity or unit may have another list price, which discounts are of. */
  static void measureAnew(Workspace unit, Quote quote, Draft<QuoteLine> d) {
    Ref<Product> ref = d.get(QuoteLine.PRODUCT);
    if (ref != null
        && (d.isTouched(QuoteLine.QUANTITY)
            || d.isTouched(QuoteLine.UNIT)
            || d.isTouched(QuoteLine.PRODUCT))) {
      unit.records(Product.TYPE).find(ref).ifPresent(product -> measure(unit, quote, product, d));
    }
  }

  /** Sets the list price of a line; none where nothing makes one. */
  static void measure(Workspace unit, Quote quote, Product product, Draft<QuoteLine> d) {
    BigDecimal quantity = d.get(QuoteLine.QUANTITY);
    BigDecimal taxRate = d.get(QuoteLine.TAX_RATE);
    if (quantity != null && taxRate != null) {
      d.setOrClear(
          QuoteLine.LIST_PRICE,
          of(
              unit,
              quote.must(Quote.CUSTOMER),
              quote.must(Quote.CURRENCY),
              product,
              quantity,
              d.get(QuoteLine.UNIT),
              taxRate));
    }
  }
}
