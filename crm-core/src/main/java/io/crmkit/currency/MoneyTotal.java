package io.crmkit.currency;

import io.crmkit.kernel.value.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A sum over several currencies, in one of them.
 *
 * @param total the sum, rounded once
 * @param parts what it was made of, as it was before it was converted
 */
public record MoneyTotal(Money total, List<Part> parts) {
  /**
   * A part of the sum.
   *
   * @param amount the amount in its own currency
   * @param day the day whose rate was asked for
   * @param rate the rate that was used
   */
  public record Part(Money amount, LocalDate day, UsedRate rate) {}

  /** Copies the parts. */
  public MoneyTotal {
    parts = List.copyOf(parts);
  }
}
