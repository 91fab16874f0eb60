package io.crmkit.kernel.record;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be read off a record: a field, a part of a field ({@code
 * CLOSES_ON.quarter()}), or a field of a record referred to ({@code CUSTOMER.get(NAME)}).
 *
 * <p><b>Missing values.</b> Logic is two-valued. A comparison with a missing value is false, and
 * {@link Condition#not()} is its plain opposite: {@code AMOUNT.atLeast(x).not()} matches records
 * without an amount, {@code isNot(v)} matches records without a value.
 *
 * @param <E> the record type it is read off
 * @param <T> the type of the value
 */
public abstract class Expr<E extends Entity<E>, T> {
  private final Kind<T> kind;

  Expr(Kind<T> kind) {
    this.kind = kind;
  }

  /** The domain of the values. */
  public final Kind<T> kind() {
    return kind;
  }

  /** The name by which descriptors know it, for example {@code "customer.name"}. */
  public abstract String path();

  /** Calls {@code sink} with every field that has to be read for the value. */
  public abstract void mentions(Consumer<Field<?, ?>> sink);

  /** The Java interpreter: reads the value off a row; null where it is missing. */
  public abstract Function<Row, @Nullable T> reader(Lookup lookup);

  /** True where it is read off the record itself: no reference is followed. */
  boolean selfContained() {
    return true;
  }

  /** The same expression where records outside of {@code scope} count as missing. */
  public Expr<E, T> within(RowScope scope) {
    return this;
  }

  /** Matches records whose value is {@code value}. */
  public Condition<E> is(T value) {
    return new Condition.Compare<>(this, Condition.Op.EQ, value);
  }

  /** Matches records whose value is another one, or missing. */
  public Condition<E> isNot(T value) {
    return is(value).not();
  }

  /** Matches records whose value is one of {@code values}; none where that is empty. */
  public final Condition<E> in(Collection<? extends T> values) {
    Condition.In<E, T> in = new Condition.In<>(this, new LinkedHashSet<>(values));
    return in.values().size() == 1 ? is(in.values().iterator().next()) : in;
  }

  /** Matches records whose value is one of {@code values}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition<E> in(T... values) {
    return in(List.of(values));
  }

  /** Matches records without a value. */
  public final Condition<E> isMissing() {
    return new Condition.Missing<>(this);
  }

  /** Matches records with a value. */
  public final Condition<E> isPresent() {
    return isMissing().not();
  }

  /** A measure: how many different values there are, not counting missing ones. */
  public final Measure<E, Long> countDistinct() {
    return new Measure<>(Measure.Function.COUNT_DISTINCT, this, Kinds.INTEGER);
  }

  /** A part of what this reads. */
  <P> Expr<E, P> part(Part<T, P> part) {
    return new PartOf<>(this, part);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expr<?, ?> that
        && getClass() == that.getClass()
        && path().equals(that.path())
        && owner().equals(that.owner());
  }

  @Override
  public int hashCode() {
    return path().hashCode();
  }

  /** The name of the record type it is read off. */
  abstract String owner();

  /** The first field on the way that does not belong where it stands; null where all do. */
  public abstract @Nullable Field<?, ?> stray(EntityType<?> type);

  @Override
  public String toString() {
    return owner() + '.' + path();
  }
}
