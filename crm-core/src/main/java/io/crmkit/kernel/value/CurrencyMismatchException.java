package io.crmkit.kernel.value;

import io.crmkit.kernel.error.CrmException;

/** Two amounts in different currencies were added, subtracted or compared. */
public final class CurrencyMismatchException extends CrmException {
  private static final long serialVersionUID = 1L;

  private final String left;
  private final String right;

  CurrencyMismatchException(String left, String right) {
    super("request.currencies", null, left, right);
    this.left = left;
    this.right = right;
  }

  /** The ISO 4217 code of the amount that was asked, for example {@code "EUR"}. */
  public String left() {
    return left;
  }

  /** The ISO 4217 code of the amount that was handed in. */
  public String right() {
    return right;
  }
}
