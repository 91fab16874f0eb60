package io.crmkit.exchange;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Kinds;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value that is written in the cell itself. */
final class ValueFilling<E extends Entity<E>, T> extends Filling<E, T> {
  private final Function<String, T> reader;
  private final boolean anyText;

  /** Reads the text form of the field's kind, or another that cannot be misunderstood. */
  ValueFilling(String column, Field<E, T> field) {
    this(column, field, text -> PlainForms.parse(field.kind(), text));
  }

  ValueFilling(String column, Field<E, T> field, Function<String, T> reader) {
    super(column, field);
    this.reader = reader;
    Kind<T> kind = field.kind();
    this.anyText = kind == Kinds.TEXT || kind == Kinds.LONG_TEXT;
  }

  @Override
  Cell<T> read(ImportRow row) {
    return row.field(column(), field(), anyText, this::canonical);
  }

  private @Nullable T canonical(String text) {
    return field().kind().normalise(reader.apply(text));
  }
}
