package io.crmkit.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way to a price.
 *
 * @param kind what was done
 * @param rule by which rule; null for the price that the product itself names, and for rounding
 * @param formula what the rule did, for the unit asked for
 * @param rounding how it was rounded; null unless it was
 * @param after the amount behind the step, in the currency asked for
 */
public record PriceStep(
    Kind kind,
    @Nullable PriceRule rule,
    PriceFormula formula,
    @Nullable PriceRounding rounding,
    BigDecimal after) {
  /** What a step does. */
  public enum Kind {
    /** Begins with the list price. */
    LIST_PRICE,
    /** Applies the rule that won. */
    RULE,
    /** Applies a rule on top of that. */
    ON_TOP,
    /** Rounds. */
    ROUNDING
  }

  /** Does the step again, on another amount. */
  public BigDecimal apply(BigDecimal before) {
    BigDecimal made = formula.apply(before);
    return rounding == null ? made : rounding.round(made);
  }

  static PriceStep of(
      Kind kind, @Nullable PriceRule rule, PriceFormula formula, BigDecimal before) {
    return new PriceStep(kind, rule, formula, null, formula.apply(before));
  }
}
