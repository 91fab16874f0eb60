package io.crmkit.quote;

import io.crmkit.kernel.error.InvalidRequestException;
import java.math.BigDecimal;

/** Reads quantities that are given as text. */
public final class Quantities {
  private Quantities() {}

  /**
   * A decimal with a point, for example {@code "12.5"}; white space around it does not matter.
   *
   * @throws InvalidRequestException where it is none
   */
  public static BigDecimal read(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException none) {
      throw new InvalidRequestException("quote.quantity", text);
    }
  }
}
