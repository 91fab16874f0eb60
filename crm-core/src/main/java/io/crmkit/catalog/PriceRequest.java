package io.crmkit.catalog;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.value.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a price is asked for.
 *
 * @param product the product
 * @param categories the product's category and all above it, the nearest first
 * @param listPrice the price that the product itself names, without tax, for one of {@code
 *     baseUnit}; null where it names none. In another currency than asked for it is of no use
 * @param baseUnit what one unit of the product is, or null
 * @param units what other units have to do with it
 * @param customer who asks, or null for anybody
 * @param group the customer group of who asks, or null
 * @param quantity how many, in {@code unit}; more than zero
 * @param unit the unit the price is for; null for {@code baseUnit}
 * @param date the day the price has to be good on
 * @param currency an ISO 4217 code
 */
public record PriceRequest(
    Ref<Product> product,
    List<Ref<ProductCategory>> categories,
    @Nullable Money listPrice,
    @Nullable String baseUnit,
    Units units,
    @Nullable Ref<Customer> customer,
    @Nullable String group,
    BigDecimal quantity,
    @Nullable String unit,
    LocalDate date,
    String currency) {
  /** Copies the categories. */
  public PriceRequest {
    categories = List.copyOf(categories);
    if (quantity.signum() <= 0) {
      throw new IllegalArgumentException("a quantity of " + quantity + ": more than zero");
    }
    Money.zero(currency);
  }

  /** Asks for a product in its own unit, for anybody. */
  public static PriceRequest of(
      Ref<Product> product, BigDecimal quantity, LocalDate date, String currency) {
    return new PriceRequest(
        product, List.of(), null, null, Units.NONE, null, null, quantity, null, date, currency);
  }

  /** The same in another quantity. */
  public PriceRequest withQuantity(BigDecimal other) {
    return new PriceRequest(
        product,
        categories,
        listPrice,
        baseUnit,
        units,
        customer,
        group,
        other,
        unit,
        date,
        currency);
  }

  /** The same of a product with these categories, price and units. */
  public PriceRequest about(
      List<Ref<ProductCategory>> itsCategories,
      @Nullable Money itsListPrice,
      @Nullable String itsUnit,
      Units itsUnits) {
    return new PriceRequest(
        product,
        itsCategories,
        itsListPrice,
        itsUnit,
        itsUnits,
        customer,
        group,
        quantity,
        unit,
        date,
        currency);
  }

  /** The same for a customer. */
  public PriceRequest forCustomer(@Nullable Ref<Customer> who, @Nullable String itsGroup) {
    return new PriceRequest(
        product,
        categories,
        listPrice,
        baseUnit,
        units,
        who,
        itsGroup,
        quantity,
        unit,
        date,
        currency);
  }

  /** The same by another unit. */
  public PriceRequest in(@Nullable String otherUnit) {
    return new PriceRequest(
        product,
        categories,
        listPrice,
        baseUnit,
        units,
        customer,
        group,
        quantity,
        otherUnit,
        date,
        currency);
  }

  /** How many of {@code other} are in one of the unit asked for; null where nothing says so. */
  @Nullable Ratio unitsPerUnit(@Nullable String other) {
    String asked = unit == null ? baseUnit : unit;
    String theirs = other == null ? baseUnit : other;
    if (asked == null || theirs == null) {
      return asked == null && theirs == null ? Ratio.ONE : null;
    }
    return units.ratio(asked, theirs).orElse(null);
  }
}
