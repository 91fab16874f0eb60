package io.crmkit.document;

import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How the amounts of a document are rounded; fixed with the document, so that its sums are the same
 * for ever.
 *
 * @param taxPer of what the tax is computed and rounded
 * @param mode which way
 * @param decimals of every amount, 0 to 8
 * @param payableStep of what the amount to pay is a multiple, such as 0.05 where there are no
 *     smaller coins; null for no such rounding
 */
public record RoundingRule(
    TaxPer taxPer, RoundingMode mode, int decimals, @Nullable BigDecimal payableStep) {
  /** Of what the tax is computed and rounded. */
  public enum TaxPer {
    /** Once for all that bears the same tax, as EN 16931 asks for. */
    TAX_GROUP,
    /** For each line, and each allowance and charge of the document. */
    LINE
  }

  /** The ways to round. */
  public enum Mode {
    /** To the next, from the half away from zero. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the next, from the half to the even one. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Mode(RoundingMode mode) {
      this.mode = mode;
    }

    /** The same in words of the JDK. */
    public RoundingMode mode() {
      return mode;
    }
  }

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException where a value is out of bounds
   */
  public RoundingRule {
    if (decimals < 0 || decimals > Money.MAX_DECIMALS) {
      throw new IllegalArgumentException(decimals + " decimals: 0 to " + Money.MAX_DECIMALS);
    }
    if (!isStep(payableStep)) {
      throw new IllegalArgumentException("a step of " + payableStep + ": more than zero");
    }
  }

  /**
   * The usual rule: tax per group, half up, the decimals of the currency.
   *
   * @throws IllegalArgumentException where the currency is unknown
   */
  public static RoundingRule of(String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new RoundingRule(
        TaxPer.TAX_GROUP, RoundingMode.HALF_UP, digits < 0 ? Money.MAX_DECIMALS : digits, null);
  }

  /** True for null, which is no step, and for more than zero. */
  public static boolean isStep(@Nullable BigDecimal payableStep) {
    return payableStep == null || payableStep.signum() > 0;
  }

  /** The same with another way to compute the tax. */
  public RoundingRule taxPer(TaxPer other) {
    return new RoundingRule(other, mode, decimals, payableStep);
  }

  /** The same with another direction. */
  public RoundingRule mode(RoundingMode other) {
    return new RoundingRule(taxPer, other, decimals, payableStep);
  }

  /** The same, and the amount to pay is a multiple of {@code step}. */
  public RoundingRule payableStep(String step) {
    return new RoundingRule(taxPer, mode, decimals, new BigDecimal(step));
  }

  BigDecimal round(BigDecimal exact) {
    return exact.setScale(decimals, mode);
  }

  /** What has to be added to {@code payable} to make it a multiple of the step. */
  BigDecimal toStep(BigDecimal payable) {
    return payableStep == null
        ? BigDecimal.ZERO
        : payable.divide(payableStep, 0, mode).multiply(payableStep).subtract(payable);
  }
}
