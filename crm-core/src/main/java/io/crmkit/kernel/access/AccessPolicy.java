package io.crmkit.kernel.access;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;

/**
 * Decides what an actor may see and do. Asked on every read and write, so it has to be quick;
 * thread-safe. A right that is not granted is denied.
 */
public interface AccessPolicy {
  /** True where the actor may do {@code operation} on some records of {@code type}. */
  boolean allows(CallContext who, Operation operation, EntityType<?> type);

  /**
   * On which records the actor may do {@code operation}: a condition that is added to every query
   * and checked on every record written. {@link Condition#always()} where there is no limit.
   */
  <E extends Entity<E>> Condition<E> rows(CallContext who, Operation operation, EntityType<E> type);

  /** True where the actor may read {@code field} and mention it in queries. */
  boolean reads(CallContext who, Field<?, ?> field);

  /** True where the actor may write {@code field}. */
  boolean writes(CallContext who, Field<?, ?> field);

  /** True where the actor has a right that a module brings, {@code "quote.approve_discount"}. */
  default boolean permits(CallContext who, String permission) {
    return false;
  }

  /** Lets everybody do everything: for tests and for hosts that check elsewhere. */
  static AccessPolicy open() {
    return FixedPolicy.OPEN;
  }

  /** Lets nobody do anything. */
  static AccessPolicy closed() {
    return FixedPolicy.CLOSED;
  }
}
