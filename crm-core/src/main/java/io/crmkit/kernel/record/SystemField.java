package io.crmkit.kernel.record;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every record has without declaring it and that is no slot: its identity and version. */
final class SystemField<E extends Entity<E>, T> extends Field<E, T> implements Numeric<E, T> {
  private static final int IMPLICIT = -2;

  private final Function<Row, Object> read;

  SystemField(FieldFactory<E> owner, String name, Kind<T> kind, Function<Row, Object> read) {
    super(new FieldBuilder.Plain<>(owner, name, kind, b -> null), IMPLICIT);
    this.read = read;
  }

  @Override
  public Expr<E, T> expr() {
    return this;
  }

  @Override
  @Nullable Object implicit(Row row) {
    return read.apply(row);
  }
}
