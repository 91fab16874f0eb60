package io.crmkit.currency;

import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;

/**
 * A fact: on this day one of the first currency was worth so many of the second. With 8 decimals,
 * so state it in the direction in which the number is greater.
 */
public final class ExchangeRate extends Entity<ExchangeRate> {
  static final Definition<ExchangeRate> DEF = Definition.of("exchange_rate", ExchangeRate::new);

  /** The ISO 4217 code of what is worth something. */
  public static final TextField<ExchangeRate> FROM =
      DEF.text("from_currency").required().max(3).immutable().add();

  /** The ISO 4217 code of what it is worth. */
  public static final TextField<ExchangeRate> TO =
      DEF.text("to_currency").required().max(3).immutable().add();

  /** Since which day. */
  public static final DateField<ExchangeRate> DAY =
      DEF.date("rate_day").required().immutable().add();

  /** What one is worth. */
  public static final NumberField<ExchangeRate, BigDecimal> RATE =
      DEF.decimal("rate").required().add();

  /** What the rate is good for: a code of {@code rate_basis}. */
  public static final TextField<ExchangeRate> BASIS =
      DEF.code("basis", "rate_basis").required().immutable().add();

  /** Who says so. */
  public static final TextField<ExchangeRate> SOURCE = DEF.text("source").max(100).add();

  /** The type. */
  public static final EntityType<ExchangeRate> TYPE =
      DEF.rule("positive", RATE, r -> r.require(RATE).signum() > 0)
          .rule("from", FROM, r -> Currencies.isKnown(r.require(FROM)))
          .rule("to", TO, r -> Currencies.isKnown(r.require(TO)))
          .rule("other", TO, r -> !r.require(TO).equals(r.require(FROM)))
          .unique("rate", BASIS, FROM, TO, DAY)
          .index(BASIS, DAY)
          .seal();

  private ExchangeRate(Snapshot snapshot) {
    super(snapshot);
  }

  Rate value() {
    return new Rate(require(FROM), require(TO), require(DAY), require(RATE));
  }
}
