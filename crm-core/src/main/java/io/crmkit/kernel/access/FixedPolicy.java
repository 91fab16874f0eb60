package io.crmkit.kernel.access;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;

/** The same answer to everything. */
enum FixedPolicy implements AccessPolicy {
  OPEN(true),
  CLOSED(false);

  private final boolean answer;

  FixedPolicy(boolean answer) {
    this.answer = answer;
  }

  @Override
  public Standing enter(CallContext who, Layout layout) {
    return Standing.always(this);
  }

  @Override
  public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
    return answer;
  }

  @Override
  public <E extends Entity<E>> Condition<E> rows(
      CallContext who, Operation operation, EntityType<E> type) {
    return answer ? Condition.always() : Condition.never();
  }

  @Override
  public FieldRight field(CallContext who, Field<?, ?> field) {
    return answer ? FieldRight.WRITE : FieldRight.HIDDEN;
  }

  @Override
  public boolean permits(CallContext who, String permission) {
    return answer;
  }
}
