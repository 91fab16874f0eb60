package io.crmkit.kernel.record;

import java.math.BigDecimal;

/** An expression whose values can be added up. */
public interface Numeric<E extends Entity<E>, T> extends Ordered<E, T> {
  /** A measure: the sum; missing where there is no value to add. */
  default Measure<E, T> sum() {
    return new Measure<>(Measure.Function.SUM, expr(), expr().kind());
  }

  /**
   * A measure: the mean of the values there are, to 8 decimals, half up; missing where there are
   * none.
   */
  default Measure<E, BigDecimal> avg() {
    return new Measure<>(Measure.Function.AVG, expr(), Kinds.DECIMAL);
  }
}
