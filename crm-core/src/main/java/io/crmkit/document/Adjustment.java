package io.crmkit.document;

import io.crmkit.kernel.value.Money;

/**
 * An allowance on, or a charge to, a whole document.
 *
 * @param charge true for what is added, such as freight; false for what is taken off
 * @param amount without tax
 * @param tax the tax that it bears, or takes off
 */
public record Adjustment(boolean charge, Money amount, Tax tax) {
  /** What it does. */
  public enum Kind {
    /** Takes something off, such as a rebate. */
    ALLOWANCE,
    /** Adds something, such as freight. */
    CHARGE
  }

  /** Something that is taken off. */
  public static Adjustment allowance(Money amount, Tax tax) {
    return new Adjustment(false, amount, tax);
  }

  /** Something that is added. */
  public static Adjustment charge(Money amount, Tax tax) {
    return new Adjustment(true, amount, tax);
  }
}
