package io.crmkit.catalog;

import io.crmkit.kernel.value.Ratio;
import java.math.BigDecimal;

/**
 * How a rule makes a price: {@code price × factor + plus}. A fixed price has the factor zero, 20 %
 * off the factor 0.8. Exact.
 *
 * @param factor what the price so far counts
 * @param plus what is added, in the currency of the list
 */
public record PriceFormula(BigDecimal factor, BigDecimal plus) {
  /** Always {@code price}. */
  public static PriceFormula fixed(BigDecimal price) {
    return new PriceFormula(BigDecimal.ZERO, price);
  }

  /** So many percent less. */
  public static PriceFormula discount(BigDecimal percent) {
    return markup(percent.negate());
  }

  /** So many percent more. */
  public static PriceFormula markup(BigDecimal percent) {
    return new PriceFormula(BigDecimal.ONE.add(percent.movePointLeft(2)), BigDecimal.ZERO);
  }

  /** True where the price so far does not matter. */
  public boolean isFixed() {
    return factor.signum() == 0;
  }

  /** The price after the rule. */
  public BigDecimal apply(BigDecimal price) {
    return price.multiply(factor).add(plus);
  }

  /** The same for a unit of which {@code ratio} of those meant are in one. */
  PriceFormula per(Ratio ratio) {
    return plus.signum() == 0 || ratio.equals(Ratio.ONE)
        ? this
        : new PriceFormula(factor, ratio.of(plus));
  }
}
