package io.crmkit.kernel.record;

import java.util.function.Supplier;

/** A field that refers to a record of one type. */
public final class RefField<E extends Entity<E>, X extends Entity<X>> extends Field<E, Ref<X>>
    implements Ordered<E, Ref<X>>, Reference<E, X> {
  private final Supplier<EntityType<X>> target;

  RefField(FieldBuilder<E, Ref<X>, ?, ?> builder, Supplier<EntityType<X>> target) {
    super(builder);
    this.target = target;
  }

  @Override
  public RefField<E, X> expr() {
    return this;
  }

  /** The type referred to. */
  @Override
  public EntityType<X> target() {
    return target.get();
  }

  /** Matches records that refer to {@code record}. */
  public Condition<E> is(X record) {
    return is(record.ref());
  }

  /** Matches records that refer to a record, not deleted, which meets {@code condition}. */
  public Condition<E> matches(Condition<X> condition) {
    return new Condition.Matches<>(this, condition);
  }

  /** What {@code expr} says of the record referred to; missing where there is none. */
  public <T> Path<E, X, T> get(Expr<X, T> expr) {
    return new Path<>(this, expr);
  }
}
