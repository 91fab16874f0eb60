package io.crmkit.quote;

import io.crmkit.document.Adjustment;
import io.crmkit.document.AdjustmentFields;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;

/** An allowance on, or a charge to, a whole quote. */
public final class QuoteAdjustment extends Entity<QuoteAdjustment> {
  static final Definition<QuoteAdjustment> DEF =
      Definition.of("quote_adjustment", QuoteAdjustment::new);

  /** The quote. */
  public static final RefField<QuoteAdjustment, Quote> QUOTE =
      DEF.ref("quote", () -> Quote.TYPE).required().immutable().add();

  /** Its place. */
  public static final NumberField<QuoteAdjustment, Long> POSITION =
      DEF.integer("position").required().add();

  static final AdjustmentFields<QuoteAdjustment> FIELDS = AdjustmentFields.add(DEF);

  /** What it does. */
  public static final ChoiceField<QuoteAdjustment, Adjustment.Kind> KIND = FIELDS.kind();

  /** What it is for. */
  public static final TextField<QuoteAdjustment> REASON = FIELDS.reason();

  /** How much, without tax. */
  public static final MoneyField<QuoteAdjustment> AMOUNT = FIELDS.amount();

  /** The category of the tax, see {@link Tax}. */
  public static final ChoiceField<QuoteAdjustment, String> TAX_CATEGORY = FIELDS.taxCategory();

  /** Its rate in percent. */
  public static final NumberField<QuoteAdjustment, BigDecimal> TAX_RATE = FIELDS.taxRate();

  /** The type. */
  public static final EntityType<QuoteAdjustment> TYPE =
      DEF.index(QUOTE, POSITION).partOf(QUOTE).seal();

  private QuoteAdjustment(Snapshot snapshot) {
    super(snapshot);
  }

  /** What it takes off the sum; a charge of less than nothing does, a rebate of less does not. */
  BigDecimal takenOff() {
    Adjustment its = adjustment();
    BigDecimal amount = its.amount().amount();
    return (its.charge() ? amount.negate() : amount).max(BigDecimal.ZERO);
  }

  /** The adjustment as it is added up. */
  Adjustment adjustment() {
    return FIELDS.adjustment(this);
  }
}
