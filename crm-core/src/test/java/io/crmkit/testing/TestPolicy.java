package io.crmkit.testing;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A policy in which everybody may do everything but what a test takes away. Thread-safe. */
public final class TestPolicy implements AccessPolicy {
  private record Right(String actor, Operation operation, String type) {}

  private record ActorsField(String actor, Field<?, ?> field) {}

  private final Set<Right> denied = ConcurrentHashMap.newKeySet();
  private final Map<Right, Condition<?>> rows = new ConcurrentHashMap<>();
  private final Set<ActorsField> hidden = ConcurrentHashMap.newKeySet();
  private final Set<ActorsField> masked = ConcurrentHashMap.newKeySet();
  private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
  private final Set<ActorsField> locked = ConcurrentHashMap.newKeySet();

  /** Takes operations on a type away; all of them where none is named. */
  public TestPolicy deny(String actor, EntityType<?> type, Operation... operations) {
    for (Operation operation : operations.length == 0 ? Operation.values() : operations) {
      denied.add(new Right(actor, operation, type.name()));
    }
    return this;
  }

  /** Takes a right away that a module brings. */
  public TestPolicy deny(String actor, String permission) {
    forbidden.add(actor + ' ' + permission);
    return this;
  }

  /** Limits every operation on a type to some rows. */
  public <E extends Entity<E>> TestPolicy limit(
      String actor, EntityType<E> type, Condition<E> condition) {
    for (Operation operation : Operation.values()) {
      limit(actor, operation, type, condition);
    }
    return this;
  }

  /** Limits one operation on a type to some rows. */
  public <E extends Entity<E>> TestPolicy limit(
      String actor, Operation operation, EntityType<E> type, Condition<E> condition) {
    rows.put(new Right(actor, operation, type.name()), condition);
    return this;
  }

  /** Hides fields. */
  public TestPolicy hide(String actor, Field<?, ?>... fields) {
    for (Field<?, ?> field : fields) {
      hidden.add(new ActorsField(actor, field));
    }
    return this;
  }

  /** Shows masks in place of fields. */
  public TestPolicy mask(String actor, Field<?, ?>... fields) {
    for (Field<?, ?> field : fields) {
      masked.add(new ActorsField(actor, field));
    }
    return this;
  }

  /** Makes fields read-only. */
  public TestPolicy lock(String actor, Field<?, ?>... fields) {
    for (Field<?, ?> field : fields) {
      locked.add(new ActorsField(actor, field));
    }
    return this;
  }

  @Override
  public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
    return !denied.contains(new Right(who.actor(), operation, type.name()));
  }

  @Override
  @SuppressWarnings("unchecked") // put in under the same type
  public <E extends Entity<E>> Condition<E> rows(
      CallContext who, Operation operation, EntityType<E> type) {
    Condition<?> condition = rows.get(new Right(who.actor(), operation, type.name()));
    return condition == null ? Condition.always() : (Condition<E>) condition;
  }

  @Override
  public FieldRight field(CallContext who, Field<?, ?> field) {
    ActorsField its = new ActorsField(who.actor(), field);
    if (hidden.contains(its)) {
      return FieldRight.HIDDEN;
    }
    if (masked.contains(its)) {
      return FieldRight.MASKED;
    }
    return locked.contains(its) ? FieldRight.READ_ONLY : FieldRight.WRITE;
  }

  @Override
  public boolean permits(CallContext who, String permission) {
    return !forbidden.contains(who.actor() + ' ' + permission);
  }
}
