package io.crmkit.quote;

import io.crmkit.currency.Currencies;
import io.crmkit.document.RoundingRule;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;

/**
 * What new quotes begin with, and from where on a discount has to be approved. Where a tenant has
 * none, it is a record with nothing but defaults.
 */
public final class QuoteTerms extends Entity<QuoteTerms> {
  static final Definition<QuoteTerms> DEF = Definition.of("quote_terms", QuoteTerms::new);

  /** The code of the terms that quotes begin with where nobody says which. */
  public static final String STANDARD = "standard";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The code. */
  public static final TextField<QuoteTerms> CODE =
      DEF.text("code").required().max(50).unique().immutable().add();

  /** The currency of quotes that have no deal or product to take it from. */
  public static final TextField<QuoteTerms> CURRENCY =
      DEF.text("currency").required().max(3).defaultTo("EUR").add();

  /** How many days a quote is good for. */
  public static final NumberField<QuoteTerms, Long> VALID_DAYS =
      DEF.integer("valid_days").required().atLeast(1L).atMost(3650L).defaultTo(30L).add();

  /** The language, for example {@code en} or {@code zh}. */
  public static final TextField<QuoteTerms> LANGUAGE =
      DEF.text("language").required().max(35).defaultTo("en").add();

  /** The category of the tax that lines bear, see {@link Tax}. */
  public static final ChoiceField<QuoteTerms, String> TAX_CATEGORY =
      DEF.choice("tax_category", Tax.CATEGORIES, Tax.class)
          .required()
          .defaultTo(Tax.STANDARD)
          .add();

  /** Its rate in percent. */
  public static final NumberField<QuoteTerms, BigDecimal> TAX_RATE =
      DEF.decimal("tax_rate")
          .required()
          .atLeast(BigDecimal.ZERO)
          .atMost(HUNDRED)
          .defaultTo(BigDecimal.ZERO)
          .add();

  /** Discounts above this many percent have to be approved. */
  public static final NumberField<QuoteTerms, BigDecimal> DISCOUNT_LIMIT =
      DEF.decimal("discount_limit")
          .required()
          .atLeast(BigDecimal.ZERO)
          .atMost(HUNDRED)
          .defaultTo(BigDecimal.TEN)
          .add();

  /** Of what the tax is computed. */
  public static final ChoiceField<QuoteTerms, RoundingRule.TaxPer> TAX_PER =
      DEF.choice("tax_per", RoundingRule.TaxPer.class)
          .required()
          .defaultTo(RoundingRule.TaxPer.TAX_GROUP)
          .add();

  /** Which way amounts are rounded. */
  public static final ChoiceField<QuoteTerms, RoundingRule.Mode> ROUNDING =
      DEF.choice("rounding", RoundingRule.Mode.class)
          .required()
          .defaultTo(RoundingRule.Mode.HALF_UP)
          .add();

  /** Of what the amount to pay is a multiple. */
  public static final NumberField<QuoteTerms, BigDecimal> PAYABLE_STEP =
      DEF.decimal("payable_step").add();

  /** The terms that are printed. */
  public static final TextField<QuoteTerms> TERMS = DEF.longText("terms").add();

  /** The type. */
  public static final EntityType<QuoteTerms> TYPE =
      DEF.rule("currency", CURRENCY, terms -> Currencies.isKnown(terms.require(CURRENCY)))
          .rule("language", LANGUAGE, terms -> Quote.isLanguage(terms.get(LANGUAGE)))
          .rule("payable_step", PAYABLE_STEP, terms -> RoundingRule.isStep(terms.get(PAYABLE_STEP)))
          .seal();

  private QuoteTerms(Snapshot snapshot) {
    super(snapshot);
  }
}
