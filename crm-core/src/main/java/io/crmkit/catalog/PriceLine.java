package io.crmkit.catalog;

import io.crmkit.kernel.record.Ref;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of a product a price is asked for.
 *
 * @param product the product
 * @param quantity how many; more than zero
 * @param unit a code of {@code product_unit}, or null for the product's own unit
 */
public record PriceLine(Ref<Product> product, BigDecimal quantity, @Nullable String unit) {
  /** So many of the product's own unit. */
  public static PriceLine of(Product product, long quantity) {
    return new PriceLine(product.ref(), BigDecimal.valueOf(quantity), null);
  }
}
