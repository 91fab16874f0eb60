package io.crmkit.persistence.query;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A sum that a database has made.
 *
 * @param expr of what
 * @param total the exact sum, a {@link BigDecimal}; null of nothing
 * @param count of how many values
 * @param least the first currency there is, or null
 * @param greatest the last, or null
 */
record Totals(
    Expr<?, ?> expr,
    @Nullable Object total,
    long count,
    @Nullable Object least,
    @Nullable Object greatest) {
  private static final int MEAN_DECIMALS = 8;

  /** The sum in the kind of the values. */
  @Nullable Object sum() {
    BigDecimal exact = exact();
    if (exact == null) {
      return null;
    }
    try {
      if (least != null) {
        return Money.of(exact, (String) least);
      }
      return expr.kind().storage() == Kind.Storage.LONG
          ? (Object) exact.longValueExact()
          : Kinds.DECIMAL.normalise(exact);
    } catch (ArithmeticException | IllegalArgumentException | Refused outOfBounds) {
      throw new InvalidRequestException("request.sum_overflow", expr.path());
    }
  }

  /** The mean to 8 decimals, half up. */
  @Nullable Object mean() {
    BigDecimal exact = exact();
    return exact == null
        ? null
        : Kinds.DECIMAL.normalise(
            exact.divide(BigDecimal.valueOf(count), MEAN_DECIMALS, RoundingMode.HALF_UP));
  }

  private @Nullable BigDecimal exact() {
    if (total == null || count == 0) {
      return null;
    }
    if (least != null && greatest != null && !least.equals(greatest)) {
      Money.zero((String) least).plus(Money.zero((String) greatest)); // refuses, with the reason
    }
    return (BigDecimal) total;
  }
}
