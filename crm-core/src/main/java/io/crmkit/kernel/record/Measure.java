package io.crmkit.kernel.record;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A figure over the records of a group.
 *
 * @param function how the figure is made
 * @param expr what it is made of; null for the count of records
 * @param kind the kind of the result
 * @param <E> the record type
 * @param <R> the type of the result
 */
public record Measure<E extends Entity<E>, R>(
    Function function, @Nullable Expr<E, ?> expr, Kind<R> kind) {
  /** The ways to make a figure. */
  public enum Function {
    /** How many records. */
    COUNT,
    /** How many different values. */
    COUNT_DISTINCT,
    /** The sum of the values; of money only within one currency. */
    SUM,
    /** The mean of the values. */
    AVG,
    /** The smallest value. */
    MIN,
    /** The greatest value. */
    MAX
  }

  /** How many records there are in the group. */
  public static <E extends Entity<E>> Measure<E, Long> count() {
    return new Measure<>(Function.COUNT, null, Kinds.INTEGER);
  }

  /** Calls {@code sink} with every field that has to be read. */
  public void mentions(Consumer<Field<?, ?>> sink) {
    if (expr != null) {
      expr.mentions(sink);
    }
  }

  /** The same measure where records outside of {@code scope} count as missing. */
  public Measure<E, R> within(RowScope scope) {
    return expr == null ? this : new Measure<>(function, expr.within(scope), kind);
  }
}
