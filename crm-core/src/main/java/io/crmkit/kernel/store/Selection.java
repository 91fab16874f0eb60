package io.crmkit.kernel.store;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows to give, in which order.
 *
 * <p><b>Order.</b> By the keys one after the other, missing values last in either direction, ties
 * by identity in the direction of the last key; without keys by identity, ascending.
 *
 * @param type the type of the rows
 * @param condition what they must meet
 * @param orders the keys to sort by
 * @param after where to go on: only rows behind this place are given; null to begin
 * @param limit how many rows at the most, at least 1
 */
public record Selection<E extends Entity<E>>(
    EntityType<E> type,
    Condition<E> condition,
    List<Order<E>> orders,
    @Nullable Keyset after,
    int limit) {
  /** Copies the keys. */
  public Selection {
    orders = List.copyOf(orders);
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + ": at least 1");
    }
  }

  /** True where ties are broken by identity from great to small. */
  public boolean idDescending() {
    return !orders.isEmpty() && orders.get(orders.size() - 1).descending();
  }
}
