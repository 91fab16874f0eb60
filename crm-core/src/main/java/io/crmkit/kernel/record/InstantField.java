package io.crmkit.kernel.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A field of moments. */
public final class InstantField<E extends Entity<E>> extends Field<E, Instant>
    implements Ordered<E, Instant> {
  InstantField(FieldBuilder<E, Instant, ?, ?> builder) {
    super(builder);
  }

  InstantField(FieldBuilder<E, Instant, ?, ?> builder, int slot) {
    super(builder, slot);
  }

  @Override
  public InstantField<E> expr() {
    return this;
  }

  /** The first day of the period that the moment lies in, by the clocks of {@code zone}. */
  public PartOf<E, Instant, LocalDate> by(DatePart part, ZoneId zone) {
    return new PartOf<>(this, Part.ofInstant(part, zone));
  }
}
