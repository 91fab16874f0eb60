package io.crmkit.catalog;

import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * To what a price is rounded, once, at its end.
 *
 * @param step a price is a multiple of it, for example 0.05; more than zero, at most 8 decimals
 * @param mode which way
 */
public record PriceRounding(BigDecimal step, RoundingMode mode) {
  /** Refuses a step that is none. */
  public PriceRounding {
    if (step.signum() <= 0 || step.stripTrailingZeros().scale() > Money.MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "cannot round to " + step + ": more than zero, at most 8 decimals");
    }
  }

  /** To the smallest unit of a currency, half up. */
  public static PriceRounding of(String currency) {
    int digits = Money.zero(currency).rounded(RoundingMode.UNNECESSARY).amount().scale();
    return new PriceRounding(BigDecimal.ONE.movePointLeft(digits), RoundingMode.HALF_UP);
  }

  /** The multiple of the step next to {@code amount}. */
  public BigDecimal round(BigDecimal amount) {
    return amount.divide(step, 0, mode).multiply(step);
  }
}
