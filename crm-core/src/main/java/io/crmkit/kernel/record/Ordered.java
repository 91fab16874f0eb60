package io.crmkit.kernel.record;

/**
 * An expression whose values have an order. Bounds are inclusive where the name says “at”. Missing
 * values match no bound and come last in either direction of sorting.
 */
public interface Ordered<E extends Entity<E>, T> {
  /** This, as an expression. */
  Expr<E, T> expr();

  /** Matches values that are {@code bound} or greater. */
  default Condition<E> atLeast(T bound) {
    return Condition.bound(expr(), Condition.Op.GE, bound);
  }

  /** Matches values greater than {@code bound}. */
  default Condition<E> moreThan(T bound) {
    return Condition.bound(expr(), Condition.Op.GT, bound);
  }

  /** Matches values that are {@code bound} or less. */
  default Condition<E> atMost(T bound) {
    return Condition.bound(expr(), Condition.Op.LE, bound);
  }

  /** Matches values less than {@code bound}. */
  default Condition<E> lessThan(T bound) {
    return Condition.bound(expr(), Condition.Op.LT, bound);
  }

  /** Matches values from {@code low} to {@code high}, both included. */
  default Condition<E> between(T low, T high) {
    return atLeast(low).and(atMost(high));
  }

  /** Sorts from small to great, missing values last. */
  default Order<E> asc() {
    return new Order<>(expr(), false);
  }

  /** Sorts from great to small, missing values last. */
  default Order<E> desc() {
    return new Order<>(expr(), true);
  }

  /** A measure: the smallest value; missing where there is none. */
  default Measure<E, T> min() {
    return new Measure<>(Measure.Function.MIN, expr(), expr().kind());
  }

  /** A measure: the greatest value; missing where there is none. */
  default Measure<E, T> max() {
    return new Measure<>(Measure.Function.MAX, expr(), expr().kind());
  }
}
