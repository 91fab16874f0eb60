package io.crmkit.kernel.record;

import java.time.LocalDate;

/** A field of calendar dates. */
public final class DateField<E extends Entity<E>> extends Field<E, LocalDate>
    implements Ordered<E, LocalDate> {
  DateField(FieldBuilder<E, LocalDate, ?, ?> builder) {
    super(builder);
  }

  @Override
  public DateField<E> expr() {
    return this;
  }

  /** The first day of the period that the date lies in. */
  public PartOf<E, LocalDate, LocalDate> by(DatePart part) {
    return new PartOf<>(this, Part.ofDate(part));
  }
}
