package io.crmkit.document;

import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document.
 *
 * @param quantity how many; negative for what is taken back
 * @param unitPrice the price of {@code baseQuantity}, without tax
 * @param baseQuantity what the price is for, mostly 1; more than zero
 * @param discountPercent what is taken off in percent of quantity times price, from 0 to 100
 * @param allowance what is taken off besides, of the whole line
 * @param charge what is added, to the whole line
 * @param tax the tax
 * @param group to which group of lines it belongs; null for none
 */
public record DocumentLine(
    BigDecimal quantity,
    Money unitPrice,
    BigDecimal baseQuantity,
    BigDecimal discountPercent,
    Money allowance,
    Money charge,
    Tax tax,
    @Nullable Object group) {
  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException where a value is out of bounds
   */
  public DocumentLine {
    if (baseQuantity.signum() <= 0) {
      throw new IllegalArgumentException("a price for " + baseQuantity + ": more than zero");
    }
    if (discountPercent.signum() < 0 || discountPercent.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a discount of " + discountPercent + " %: 0 to 100");
    }
  }

  /** A line without discount, allowance, charge and group. */
  public static DocumentLine of(BigDecimal quantity, Money unitPrice, Tax tax) {
    Money nothing = Money.zero(unitPrice.currency());
    return new DocumentLine(
        quantity, unitPrice, BigDecimal.ONE, BigDecimal.ZERO, nothing, nothing, tax, null);
  }

  /** The same with another price for {@code howMany} together. */
  public DocumentLine priceFor(BigDecimal howMany) {
    return new DocumentLine(
        quantity, unitPrice, howMany, discountPercent, allowance, charge, tax, group);
  }

  /** The same with a discount in percent. */
  public DocumentLine discount(BigDecimal percent) {
    return new DocumentLine(
        quantity, unitPrice, baseQuantity, percent, allowance, charge, tax, group);
  }

  /** The same with an allowance and a charge. */
  public DocumentLine adjusted(Money less, Money more) {
    return new DocumentLine(
        quantity, unitPrice, baseQuantity, discountPercent, less, more, tax, group);
  }

  /** The same in a group of lines. */
  public DocumentLine in(@Nullable Object whichGroup) {
    return new DocumentLine(
        quantity, unitPrice, baseQuantity, discountPercent, allowance, charge, tax, whichGroup);
  }
}
