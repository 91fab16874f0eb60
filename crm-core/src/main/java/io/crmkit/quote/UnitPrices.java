package io.crmkit.quote;

import io.crmkit.catalog.Product;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What products cost on a quote. */
final class UnitPrices {
  /**
   * A price in the currency of the quote.
   *
   * @param unit what the customer pays for one; null where nobody says
   * @param list what discounts are measured by; null where there is none
   */
  record Price(@Nullable Money unit, @Nullable Money list) {}

  private UnitPrices() {}

  static Price of(Workspace unit, Quote quote, Product product, BigDecimal quantity) {
    Money list = product.get(Product.LIST_PRICE);
    boolean fits = list != null && list.currency().equals(quote.must(Quote.CURRENCY));
    return fits ? new Price(list, list) : new Price(null, null);
  }
}
