package io.crmkit.currency;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** The setting of the currency that the company counts in; there is one at the most. */
public final class CompanyCurrency extends Entity<CompanyCurrency> {
  static final String ONLY = "company";

  static final Definition<CompanyCurrency> DEF =
      Definition.of("company_currency", CompanyCurrency::new);

  /** The ISO 4217 code. */
  public static final TextField<CompanyCurrency> CURRENCY =
      DEF.text("currency").required().max(3).add();

  /** Keeps a second one out. */
  static final TextField<CompanyCurrency> SETTING =
      DEF.text("setting").max(10).unique().managed().defaultTo(ONLY).add();

  /** The type. */
  public static final EntityType<CompanyCurrency> TYPE =
      DEF.rule("currency", CURRENCY, c -> Currencies.isKnown(c.require(CURRENCY))).seal();

  private CompanyCurrency(Snapshot snapshot) {
    super(snapshot);
  }
}
