package io.crmkit.kernel.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount in one currency.
 *
 * <p>The amount keeps the decimals it was given ({@code 12.50} prints {@code 12.50}), yet equality
 * is of value: {@code EUR 12.5} equals {@code EUR 12.50}. An amount has at most {@value
 * #MAX_INTEGER_DIGITS} digits before and {@value #MAX_DECIMALS} after the point; whatever would
 * leave these bounds is an {@link IllegalArgumentException}, never a silent rounding.
 *
 * <p>There is deliberately no natural order: an order of {@code EUR 5} and {@code JPY 500} means
 * nothing without a rate. Within one currency use {@link #compareAmount}.
 *
 * <p>No method takes or returns null. Mixing currencies is a {@link CurrencyMismatchException}.
 */
public final class Money {
  /** Digits before the point: with {@link #MAX_DECIMALS} an amount fits {@code DECIMAL(28,8)}. */
  public static final int MAX_INTEGER_DIGITS = 20;

  /** Digits after the point. */
  public static final int MAX_DECIMALS = 8;

  private static final int MAX_TEXT = 100;

  private final BigDecimal amount;
  private final Currency currency;

  private Money(BigDecimal amount, Currency currency) {
    this.amount = bounded(amount);
    this.currency = currency;
  }

  /**
   * Returns an amount written as a decimal number, such as {@code Money.of("12000.50", "EUR")}.
   *
   * @param amount digits with an optional sign, point and exponent; no grouping, no symbol
   * @param currency an ISO 4217 code in capitals
   * @throws IllegalArgumentException if the amount is no number or out of bounds, or the currency
   *     is unknown
   */
  public static Money of(String amount, String currency) {
    return new Money(decimal(amount), currencyOf(currency));
  }

  /**
   * Returns {@code amount} in {@code currency}.
   *
   * @throws IllegalArgumentException if the amount is out of bounds or the currency unknown
   */
  public static Money of(BigDecimal amount, String currency) {
    return new Money(amount, currencyOf(currency));
  }

  /**
   * Returns {@code amount} in {@code currency}.
   *
   * @throws IllegalArgumentException if the amount is out of bounds
   */
  public static Money of(BigDecimal amount, Currency currency) {
    return new Money(amount, Objects.requireNonNull(currency, "currency"));
  }

  /**
   * Returns {@code amount} whole units (not cents) of {@code currency}.
   *
   * @throws IllegalArgumentException if the currency is unknown
   */
  public static Money of(long amount, String currency) {
    return new Money(BigDecimal.valueOf(amount), currencyOf(currency));
  }

  /**
   * Returns nothing at all of {@code currency}.
   *
   * @throws IllegalArgumentException if the currency is unknown
   */
  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currencyOf(currency));
  }

  /**
   * Reads what {@link #toString} wrote: the currency, one space, the amount.
   *
   * @throws IllegalArgumentException if the text has another form, naming it and the right one
   */
  public static Money parse(String text) {
    int space = text.indexOf(' ');
    if (space != 3 || text.length() == 4) {
      throw new IllegalArgumentException(
          "Not an amount of money: "
              + Quoted.of(text)
              + "; write currency, space, amount, as in \"EUR 12000.00\"");
    }
    return of(text.substring(4), text.substring(0, 3));
  }

  /** The amount, with the decimals it was given. */
  public BigDecimal amount() {
    return amount;
  }

  /**
   * Returns the same amount with the decimals that its currency is written with, and more only
   * where there is something behind them: {@code EUR 12.5} becomes {@code EUR 12.50}. The form in
   * which records keep money.
   */
  public Money plain() {
    int usual = fractionDigits();
    if (amount.scale() == usual) {
      return this;
    }
    BigDecimal cut = amount.setScale(usual, RoundingMode.DOWN); // quicker than zero by zero
    return with(cut.compareTo(amount) == 0 ? cut : amount.stripTrailingZeros());
  }

  /** The ISO 4217 code, for example {@code "EUR"}. */
  public String currency() {
    return currency.getCurrencyCode();
  }

  /**
   * Returns this plus {@code other}.
   *
   * @throws CurrencyMismatchException if the currencies differ
   * @throws IllegalArgumentException if the sum is out of bounds
   */
  public Money plus(Money other) {
    return with(amount.add(sameCurrency(other).amount));
  }

  /**
   * Returns this minus {@code other}.
   *
   * @throws CurrencyMismatchException if the currencies differ
   * @throws IllegalArgumentException if the difference is out of bounds
   */
  public Money minus(Money other) {
    return with(amount.subtract(sameCurrency(other).amount));
  }

  /** Returns the amount with the opposite sign. */
  public Money negate() {
    return with(amount.negate());
  }

  /**
   * Returns the exact product.
   *
   * @throws IllegalArgumentException if the product is out of bounds, too many decimals included;
   *     then {@link #times(BigDecimal, RoundingMode)} rounds it
   */
  public Money times(BigDecimal factor) {
    return with(amount.multiply(factor));
  }

  /**
   * Returns the exact product.
   *
   * @throws IllegalArgumentException if the product is out of bounds
   */
  public Money times(long factor) {
    return with(amount.multiply(BigDecimal.valueOf(factor)));
  }

  /**
   * Returns the product rounded once, to the fraction digits of the currency.
   *
   * @throws IllegalArgumentException if the product is out of bounds
   */
  public Money times(BigDecimal factor, RoundingMode rounding) {
    return with(amount.multiply(factor).setScale(fractionDigits(), rounding));
  }

  /**
   * Returns the quotient rounded once, to the fraction digits of the currency.
   *
   * @throws ArithmeticException if {@code divisor} is zero
   * @throws IllegalArgumentException if the quotient is out of bounds
   */
  public Money dividedBy(BigDecimal divisor, RoundingMode rounding) {
    return dividedBy(divisor, fractionDigits(), rounding);
  }

  /**
   * Returns the quotient rounded once, to {@code decimals} digits after the point: for unit prices
   * finer than a cent.
   *
   * @throws ArithmeticException if {@code divisor} is zero
   * @throws IllegalArgumentException if {@code decimals} is not 0..{@value #MAX_DECIMALS} or the
   *     quotient is out of bounds
   */
  public Money dividedBy(BigDecimal divisor, int decimals, RoundingMode rounding) {
    return with(amount.divide(divisor, checkedDecimals(decimals), rounding));
  }

  /** As {@link #dividedBy(BigDecimal, RoundingMode)}, by a whole number. */
  public Money dividedBy(long divisor, RoundingMode rounding) {
    return dividedBy(BigDecimal.valueOf(divisor), rounding);
  }

  /**
   * Returns the amount with exactly the fraction digits of the currency: 2 for EUR, 0 for JPY, 3
   * for KWD. For codes without a smallest unit (XAU, XXX) these are {@value #MAX_DECIMALS}.
   *
   * @throws ArithmeticException for {@link RoundingMode#UNNECESSARY} where rounding is necessary
   */
  public Money rounded(RoundingMode rounding) {
    return rounded(fractionDigits(), rounding);
  }

  /**
   * Returns the amount with exactly {@code decimals} digits after the point.
   *
   * @throws IllegalArgumentException if {@code decimals} is not 0..{@value #MAX_DECIMALS}
   * @throws ArithmeticException for {@link RoundingMode#UNNECESSARY} where rounding is necessary
   */
  public Money rounded(int decimals, RoundingMode rounding) {
    return with(amount.setScale(checkedDecimals(decimals), rounding));
  }

  /**
   * Splits the amount in proportion to {@code ratios} without losing or making a cent.
   *
   * <p>The shares are whole cents of the currency (or whole units of the amount’s own last decimal,
   * where that is finer), add up to exactly this amount, and each differs from its exact proportion
   * by less than one such unit. What is left over after rounding down goes, unit by unit, to the
   * shares that lost most, the earlier one on a tie; a ratio of 0 gets zero.
   *
   * @param ratios at least one, none negative, not all zero
   * @return as many shares as there are ratios, in their order; unmodifiable
   * @throws IllegalArgumentException if the ratios are not as described
   */
  public List<Money> allocate(int... ratios) {
    long total = 0;
    for (int ratio : ratios) {
      if (ratio < 0) {
        throw new IllegalArgumentException("A ratio must not be negative: " + ratio);
      }
      total += ratio;
    }
    if (total == 0) {
      throw new IllegalArgumentException("At least one ratio must be greater than zero");
    }
    int scale = Math.max(fractionDigits(), amount.scale());
    BigInteger units = amount.setScale(scale).unscaledValue();
    List<Money> shares = new ArrayList<>(ratios.length);
    for (BigInteger share : split(units.abs(), ratios, BigInteger.valueOf(total))) {
      shares.add(with(new BigDecimal(units.signum() < 0 ? share.negate() : share, scale)));
    }
    return Collections.unmodifiableList(shares);
  }

  private static BigInteger[] split(BigInteger units, int[] ratios, BigInteger total) {
    BigInteger[] shares = new BigInteger[ratios.length];
    BigInteger[] lost = new BigInteger[ratios.length];
    BigInteger left = units;
    for (int i = 0; i < ratios.length; i++) {
      BigInteger[] exact = units.multiply(BigInteger.valueOf(ratios[i])).divideAndRemainder(total);
      shares[i] = exact[0];
      lost[i] = exact[1];
      left = left.subtract(exact[0]);
    }
    Integer[] byLoss = new Integer[ratios.length];
    Arrays.setAll(byLoss, i -> i);
    Arrays.sort(byLoss, (i, j) -> lost[j].compareTo(lost[i])); // stable: ties keep their order
    for (int i = 0; i < left.intValueExact(); i++) { // fewer than there are ratios
      shares[byLoss[i]] = shares[byLoss[i]].add(BigInteger.ONE);
    }
    return shares;
  }

  /**
   * Compares the amounts: negative, zero or positive as this is less than, equal to or greater than
   * {@code other}.
   *
   * @throws CurrencyMismatchException if the currencies differ
   */
  public int compareAmount(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  /** Whether the amount is greater than zero. */
  public boolean isPositive() {
    return amount.signum() > 0;
  }

  /** Whether the amount is less than zero. */
  public boolean isNegative() {
    return amount.signum() < 0;
  }

  /** Whether the amount is zero. */
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /**
   * Returns the smaller of both, this if they are equal.
   *
   * @throws CurrencyMismatchException if the currencies differ
   */
  public Money min(Money other) {
    return compareAmount(other) <= 0 ? this : other;
  }

  /**
   * Returns the greater of both, this if they are equal.
   *
   * @throws CurrencyMismatchException if the currencies differ
   */
  public Money max(Money other) {
    return compareAmount(other) >= 0 ? this : other;
  }

  /**
   * Equal if of the same currency and numerically equal: {@code EUR 1.5} equals {@code EUR 1.50}.
   */
  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Money other
        && currency.equals(other.currency)
        && amount.compareTo(other.amount) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * currency.hashCode() + amount.stripTrailingZeros().hashCode();
  }

  /**
   * Returns the currency, one space and the amount in plain notation, as in {@code "EUR 12000.00"};
   * {@link #parse} is the exact inverse, decimals included.
   */
  @Override
  public String toString() {
    return currency.getCurrencyCode() + ' ' + amount.toPlainString();
  }

  private Money with(BigDecimal newAmount) {
    return new Money(newAmount, currency);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new CurrencyMismatchException(currency(), other.currency());
    }
    return other;
  }

  private int fractionDigits() {
    int digits = currency.getDefaultFractionDigits();
    return digits < 0 ? MAX_DECIMALS : digits;
  }

  private static int checkedDecimals(int decimals) {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "Decimals must be 0 to " + MAX_DECIMALS + ", not " + decimals);
    }
    return decimals;
  }

  private static BigDecimal bounded(BigDecimal amount) {
    int scale = amount.scale();
    if (scale >= 0 && scale <= MAX_DECIMALS && integerDigits(amount) <= MAX_INTEGER_DIGITS) {
      return amount;
    }
    // Strip first: only then may setScale be tried without building a number of 10^9 digits.
    BigDecimal stripped = amount.stripTrailingZeros();
    if (stripped.scale() > MAX_DECIMALS || integerDigits(stripped) > MAX_INTEGER_DIGITS) {
      throw new IllegalArgumentException(
          "Amount out of bounds: "
              + Quoted.of(amount.toString())
              + "; at most "
              + MAX_INTEGER_DIGITS
              + " digits before and "
              + MAX_DECIMALS
              + " after the point, so round it first");
    }
    return stripped.setScale(scale < 0 ? 0 : Math.min(scale, MAX_DECIMALS));
  }

  private static long integerDigits(BigDecimal amount) {
    return amount.signum() == 0 ? 1 : (long) amount.precision() - amount.scale();
  }

  private static BigDecimal decimal(String text) {
    try {
      if (text.length() <= MAX_TEXT) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      // reported below, with the remedy
    }
    throw new IllegalArgumentException(
        "Not an amount: "
            + Quoted.of(text)
            + "; write digits with a point, without grouping or symbol, as in \"12000.50\"");
  }

  private static Currency currencyOf(String code) {
    Objects.requireNonNull(code, "currency");
    try {
      return Currency.getInstance(code); // cached by the JDK, one instance per code
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Unknown currency "
              + Quoted.of(code)
              + "; use an ISO 4217 code in capitals, as in \"EUR\"",
          e);
    }
  }
}
