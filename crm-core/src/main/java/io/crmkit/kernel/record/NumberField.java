package io.crmkit.kernel.record;

/** A field of numbers, {@link Long} or {@link java.math.BigDecimal}. */
public final class NumberField<E extends Entity<E>, N> extends Field<E, N>
    implements Numeric<E, N> {
  NumberField(FieldBuilder<E, N, ?, ?> builder) {
    super(builder);
  }

  @Override
  public NumberField<E, N> expr() {
    return this;
  }
}
