package io.crmkit.analytics;

import io.crmkit.kernel.value.Money;

/**
 * How many records there are and what they are worth together.
 *
 * @param count how many, those without an amount included
 * @param amounts the sum of the amounts there are, by currency
 */
public record Tally(long count, MoneyBag amounts) {
  /** No record. */
  public static final Tally NONE = new Tally(0, MoneyBag.EMPTY);

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(count + other.count, amounts.plus(other.amounts));
  }

  /**
   * The sum in one currency; zero where there is none.
   *
   * @param currency an ISO 4217 code in capitals
   */
  public Money amount(String currency) {
    return amounts.in(currency);
  }
}
