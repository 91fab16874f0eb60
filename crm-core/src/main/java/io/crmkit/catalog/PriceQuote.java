package io.crmkit.catalog;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price and how it came about.
 *
 * @param request what was asked
 * @param unitPrice the price of one of the unit asked for, rounded; null where nothing makes one
 * @param listPrice the price for everybody from the first piece on, of the same unit, not rounded
 *     to more than 8 decimals; null where there is none
 * @param taxIncluded true where both contain the tax
 * @param applied what made the price, in order; doing it again makes it again
 * @param refused the other rules about the product, and why each does not count
 */
public record PriceQuote(
    PriceRequest request,
    @Nullable Money unitPrice,
    @Nullable Money listPrice,
    boolean taxIncluded,
    List<PriceStep> applied,
    List<PriceRefusal> refused) {
  private static final int PERCENT_DECIMALS = 4;

  /** Copies the lists. */
  public PriceQuote {
    applied = List.copyOf(applied);
    refused = List.copyOf(refused);
  }

  /** True where there is a price. */
  public boolean isFound() {
    return unitPrice != null;
  }

  /**
   * The price of one unit.
   *
   * @throws InvalidRequestException where there is none
   */
  public Money price() {
    if (unitPrice == null) {
      throw request.baseUnit() != null && request.unitsPerUnit(null) == null
          ? new InvalidRequestException(
              "catalog.no_unit", request.product(), request.unit(), request.baseUnit())
          : new InvalidRequestException(
              "catalog.no_price", request.product(), request.currency(), request.date());
    }
    return unitPrice;
  }

  /**
   * The price of the whole quantity, rounded half up to the smallest unit of the currency.
   *
   * @throws InvalidRequestException where there is none
   */
  public Money amount() {
    return price().times(request.quantity(), RoundingMode.HALF_UP);
  }

  /**
   * How the price came about and why other rules do not count, in sentences for people, in the
   * language of {@code locale}; amounts in the currency asked for.
   */
  public List<String> explain(Locale locale) {
    return PriceExplanation.of(this, locale);
  }

  /** How much less than the list price one unit is; negative where it is more. */
  public Optional<Money> discount() {
    return unitPrice == null || listPrice == null
        ? Optional.empty()
        : Optional.of(listPrice.minus(unitPrice));
  }

  /** The same in percent of the list price, to 4 decimals, half up; empty of a list price of 0. */
  public Optional<BigDecimal> discountPercent() {
    return unitPrice == null || listPrice == null || listPrice.isZero()
        ? Optional.empty()
        : Optional.of(
            listPrice
                .amount()
                .subtract(unitPrice.amount())
                .movePointRight(2)
                .divide(listPrice.amount(), PERCENT_DECIMALS, RoundingMode.HALF_UP));
  }
}
