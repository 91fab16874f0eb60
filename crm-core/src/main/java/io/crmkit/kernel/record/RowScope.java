package io.crmkit.kernel.record;

/** Which rows of each type an actor may see, as a condition. */
@FunctionalInterface
public interface RowScope {
  /** The condition that every row read of {@code type} must meet. */
  <E extends Entity<E>> Condition<E> of(EntityType<E> type);
}
