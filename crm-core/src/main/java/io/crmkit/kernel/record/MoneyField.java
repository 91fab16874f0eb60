package io.crmkit.kernel.record;

import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;

/**
 * A field of money. A bound compares within its own currency: {@code atLeast(EUR 100)} never
 * matches an amount in dollars. Sorting goes by currency, then by amount.
 */
public final class MoneyField<E extends Entity<E>> extends Field<E, Money>
    implements Numeric<E, Money> {
  private final PartOf<E, Money, String> currency;
  private final PartOf<E, Money, BigDecimal> amount;

  MoneyField(FieldBuilder<E, Money, ?, ?> builder) {
    super(builder);
    currency = new PartOf<>(this, Part.CURRENCY);
    amount = new PartOf<>(this, Part.AMOUNT);
  }

  /** The currency alone: group by it to add up. */
  public PartOf<E, Money, String> currency() {
    return currency;
  }

  /** The bare number, whatever its currency. */
  public PartOf<E, Money, BigDecimal> amount() {
    return amount;
  }

  @Override
  public MoneyField<E> expr() {
    return this;
  }
}
