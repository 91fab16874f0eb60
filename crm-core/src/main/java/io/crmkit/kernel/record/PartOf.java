package io.crmkit.kernel.record;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of what another expression reads.
 *
 * @param <S> the whole
 * @param <T> the part
 */
public final class PartOf<E extends Entity<E>, S, T> extends Expr<E, T> implements Numeric<E, T> {
  private final Expr<E, S> whole;
  private final Part<S, T> part;

  PartOf(Expr<E, S> whole, Part<S, T> part) {
    super(part.kind());
    this.whole = whole;
    this.part = part;
  }

  /** What it is a part of. */
  public Expr<E, S> whole() {
    return whole;
  }

  /** Which part. */
  public Part<S, T> part() {
    return part;
  }

  @Override
  public Expr<E, T> expr() {
    return this;
  }

  @Override
  public String path() {
    return whole.path() + '.' + part.name();
  }

  @Override
  String owner() {
    return whole.owner();
  }

  @Override
  public @Nullable Field<?, ?> stray(EntityType<?> type) {
    return whole.stray(type);
  }

  @Override
  public void mentions(Consumer<Field<?, ?>> sink) {
    whole.mentions(sink);
  }

  @Override
  public Function<Row, @Nullable T> reader(Lookup lookup) {
    Function<Row, @Nullable S> read = whole.reader(lookup);
    return row -> {
      S value = read.apply(row);
      return value == null ? null : part.of(value);
    };
  }

  @Override
  boolean selfContained() {
    return whole.selfContained();
  }

  @Override
  public Expr<E, T> within(RowScope scope) {
    return new PartOf<>(whole.within(scope), part);
  }
}
