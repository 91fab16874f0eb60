package io.crmkit.kernel.value;

/** Two amounts in different currencies were added, subtracted or compared. */
public final class CurrencyMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String left;
  private final String right;

  CurrencyMismatchException(String left, String right) {
    super(
        left
            + " and "
            + right
            + " cannot be combined: convert one side with a dated rate first, or group by"
            + " currency");
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
