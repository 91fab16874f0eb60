package io.crmkit.kernel.access;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.Veil;

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

  /**
   * True where the actor may do {@code operation} to one record of {@code type}: the answer of
   * {@link #allows} and {@link #rows}, for a policy that can find it sooner.
   *
   * @param row the record, whether or not the actor sees it
   * @param lookup finds what the record refers to
   */
  default <E extends Entity<E>> boolean may(
      CallContext who, Operation operation, EntityType<E> type, Row row, Lookup lookup) {
    return allows(who, operation, type) && rows(who, operation, type).predicate(lookup).test(row);
  }

  /** What the actor may do with {@code field}, on the records that they may see. */
  FieldRight field(CallContext who, Field<?, ?> field);

  /** True where the actor may read {@code field} and mention it in queries. */
  default boolean reads(CallContext who, Field<?, ?> field) {
    return field(who, field).reads();
  }

  /** True where the actor may write {@code field}. */
  default boolean writes(CallContext who, Field<?, ?> field) {
    return field(who, field) == FieldRight.WRITE;
  }

  /** What the actor does not see of a record of {@code type}, as it is now. */
  default Veil veil(CallContext who, EntityType<?> type) {
    return new Veil() {
      @Override
      public boolean hides(Field<?, ?> field) {
        return !reads(who, field);
      }

      @Override
      public boolean masks(Field<?, ?> field) {
        return field(who, field) == FieldRight.MASKED;
      }
    };
  }

  /**
   * The same policy for somebody who asks it about one actor many times over, and who may be told
   * once what has to be found again each time here.
   */
  default AccessPolicy of(CallContext who) {
    return this;
  }

  /**
   * Called before each unit of work and each reading outside of one, while no connection is held,
   * unless what it returned before still holds: the time to look at what the policy is made of.
   *
   * @param layout the shape of the tenant's data, by which is asked
   * @return what the policy says now
   * @throws io.crmkit.kernel.error.AccessDeniedException where nobody may act in this context
   */
  default Standing enter(CallContext who, Layout layout) {
    return Standing.once(this);
  }

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
