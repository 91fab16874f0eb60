package io.crmkit.kernel.value;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A ratio, exact also where a decimal cannot be: a piece is 1/12 of a box.
 *
 * @param numerator more than zero
 * @param denominator more than zero
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {
  /** One to one. */
  public static final Ratio ONE = new Ratio(BigDecimal.ONE, BigDecimal.ONE);

  /** Refuses what is not positive. */
  public Ratio {
    if (numerator.signum() <= 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException("not a ratio: " + numerator + " to " + denominator);
    }
  }

  /** The ratio the other way round. */
  public Ratio inverse() {
    return new Ratio(denominator, numerator);
  }

  /** The ratio of one after the other. */
  public Ratio times(Ratio next) {
    return new Ratio(numerator.multiply(next.numerator), denominator.multiply(next.denominator));
  }

  /** {@code value} times this ratio: exact, or to 34 digits where no decimal is exact. */
  public BigDecimal of(BigDecimal value) {
    BigDecimal product = value.multiply(numerator);
    return denominator.compareTo(BigDecimal.ONE) == 0
        ? product
        : product.divide(denominator, MathContext.DECIMAL128);
  }

  /** Compares {@code value} times this ratio with {@code other}, exactly. */
  public int compare(BigDecimal value, BigDecimal other) {
    return value.multiply(numerator).compareTo(other.multiply(denominator));
  }
}
