package io.crmkit.document;

import java.math.BigDecimal;
import java.util.List;

/**
 * The tax that something bears. Equal where category and rate are, whatever the rate's decimals.
 *
 * @param category a code of UNCL 5305, such as {@code "S"} standard, {@code "Z"} zero, {@code "E"}
 *     exempt, {@code "O"} outside of the tax
 * @param rate in percent, from 0 to 100
 */
public record Tax(String category, BigDecimal rate) implements Comparable<Tax> {
  /** The standard category. */
  public static final String STANDARD = "S";

  /** The categories that EN 16931 uses. */
  public static final List<String> CATEGORIES =
      List.of("S", "Z", "E", "AE", "K", "G", "O", "L", "M");

  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  /**
   * Drops decimals that mean nothing.
   *
   * @throws IllegalArgumentException where the rate is out of bounds
   */
  public Tax {
    if (rate.signum() < 0 || rate.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a tax of " + rate + " %: 0 to 100");
    }
    rate = rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
  }

  /** Tax of the standard category, for example {@code Tax.standard("19")}. */
  public static Tax standard(String percent) {
    return new Tax(STANDARD, new BigDecimal(percent));
  }

  /** No tax, because of {@code category}. */
  public static Tax none(String category) {
    return new Tax(category, BigDecimal.ZERO);
  }

  /** The highest rate first, then by category: the order of a tax summary. */
  @Override
  public int compareTo(Tax other) {
    int byRate = other.rate.compareTo(rate);
    return byRate != 0 ? byRate : category.compareTo(other.category);
  }
}
