package io.crmkit.kernel.record;

import io.crmkit.kernel.value.Address;

/** A field of postal addresses. */
public final class AddressField<E extends Entity<E>> extends Field<E, Address> {
  AddressField(FieldBuilder<E, Address, ?, ?> builder) {
    super(builder);
  }

  /** The country, ISO 3166 alpha-2. */
  public PartOf<E, Address, String> country() {
    return new PartOf<>(this, Part.COUNTRY);
  }

  /** The state, province or region. */
  public PartOf<E, Address, String> region() {
    return new PartOf<>(this, Part.REGION);
  }

  /** The city. */
  public PartOf<E, Address, String> city() {
    return new PartOf<>(this, Part.CITY);
  }
}
