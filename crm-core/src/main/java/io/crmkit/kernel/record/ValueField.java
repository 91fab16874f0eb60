package io.crmkit.kernel.record;

/** A field whose values are only compared for equality. */
public final class ValueField<E extends Entity<E>, T> extends Field<E, T> {
  ValueField(FieldBuilder<E, T, ?, ?> builder) {
    super(builder);
  }
}
