package io.crmkit.catalog;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Ref;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some products cost a customer on a day, in any quantity; read once by {@link Catalog#sheet}.
 * Immutable, so it knows nothing of what changes later.
 */
public final class PriceSheet {
  private final PriceBook book;
  private final Map<Ref<Product>, PriceRequest> requests;

  /**
   * @param requests of each product, one in its own unit
   */
  PriceSheet(PriceBook book, Map<Ref<Product>, PriceRequest> requests) {
    this.book = book;
    this.requests = Map.copyOf(requests);
  }

  /**
   * What a product costs, see {@link Catalog#price}.
   *
   * @param quantity how many, in {@code unit}; more than zero
   * @param unit a code of {@code product_unit}, or null for the product's own unit
   * @throws NotFoundException where the product is not on the sheet
   * @throws InvalidRequestException where the quantity is not more than zero
   */
  public PriceQuote price(Ref<Product> product, BigDecimal quantity, @Nullable String unit) {
    requireQuantity(product, quantity);
    PriceRequest request = requests.get(product);
    if (request == null) {
      throw NotFoundException.record(product);
    }
    return Pricing.price(request.withQuantity(quantity).in(unit), book);
  }

  static void requireQuantity(Ref<Product> product, BigDecimal quantity) {
    if (quantity.signum() <= 0) {
      throw new InvalidRequestException("catalog.quantity", quantity, product);
    }
  }
}
