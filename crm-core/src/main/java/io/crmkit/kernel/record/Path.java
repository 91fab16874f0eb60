package io.crmkit.kernel.record;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an expression says of the record that a field refers to. Missing where the reference is
 * missing, the record deleted or, once {@link #within} a scope, invisible.
 *
 * @param <X> the type referred to
 */
public final class Path<E extends Entity<E>, X extends Entity<X>, T> extends Expr<E, T>
    implements Numeric<E, T> {
  private final RefField<E, X> field;
  private final Expr<X, T> next;
  private final Condition<X> visible;

  Path(RefField<E, X> field, Expr<X, T> next) {
    this(field, next, Condition.always());
  }

  private Path(RefField<E, X> field, Expr<X, T> next, Condition<X> visible) {
    super(next.kind());
    this.field = field;
    this.next = next;
    this.visible = visible;
  }

  /** The reference followed. */
  public RefField<E, X> field() {
    return field;
  }

  /** What is read there. */
  public Expr<X, T> next() {
    return next;
  }

  /** What the record referred to has to meet, or else counts as missing. */
  public Condition<X> visible() {
    return visible;
  }

  @Override
  public Expr<E, T> expr() {
    return this;
  }

  @Override
  public String path() {
    return field.path() + '.' + next.path();
  }

  @Override
  String owner() {
    return field.owner();
  }

  @Override
  public @Nullable Field<?, ?> stray(EntityType<?> type) {
    Field<?, ?> stray = field.stray(type);
    return stray != null ? stray : next.stray(field.target());
  }

  @Override
  public void mentions(Consumer<Field<?, ?>> sink) {
    sink.accept(field);
    next.mentions(sink);
  }

  @Override
  <P> Expr<E, P> part(Part<T, P> part) {
    return new Path<>(field, next.part(part), visible);
  }

  @Override
  public Function<Row, @Nullable T> reader(Lookup lookup) {
    Function<Row, @Nullable T> read = next.reader(lookup);
    Predicate<Row> seen = visible.predicate(lookup);
    return row -> {
      Ref<X> ref = field.of(row);
      Row target = ref == null ? null : lookup.row(ref);
      return target == null || target.deleted() || !seen.test(target) ? null : read.apply(target);
    };
  }

  @Override
  boolean selfContained() {
    return false;
  }

  @Override
  public Expr<E, T> within(RowScope scope) {
    return new Path<>(field, next.within(scope), visible.and(scope.of(field.target())));
  }
}
