package io.crmkit.kernel.record;

/**
 * One key to sort by. Missing values come last in either direction.
 *
 * @param expr what to sort by
 * @param descending from great to small
 */
public record Order<E extends Entity<E>>(Expr<E, ?> expr, boolean descending) {
  /** The same key where records outside of {@code scope} count as missing. */
  public Order<E> within(RowScope scope) {
    return new Order<>(expr.within(scope), descending);
  }

  @Override
  public String toString() {
    return expr.path() + (descending ? " desc" : " asc");
  }
}
