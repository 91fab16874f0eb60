package io.crmkit.quote;

import io.crmkit.document.Adjustment;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;
import java.util.Objects;

/** An allowance on, or a charge to, a whole quote. */
public final class QuoteAdjustment extends Entity<QuoteAdjustment> {
  /** What it does. */
  public enum Kind {
    /** Takes something off, such as a rebate. */
    ALLOWANCE,
    /** Adds something, such as freight. */
    CHARGE
  }

  static final Definition<QuoteAdjustment> DEF =
      Definition.of("quote_adjustment", QuoteAdjustment::new);

  /** The quote. */
  public static final RefField<QuoteAdjustment, Quote> QUOTE =
      DEF.ref("quote", () -> Quote.TYPE).required().immutable().add();

  /** Its place. */
  public static final NumberField<QuoteAdjustment, Long> POSITION =
      DEF.integer("position").required().add();

  /** What it does. */
  public static final ChoiceField<QuoteAdjustment, Kind> KIND =
      DEF.choice("kind", Kind.class).required().add();

  /** What it is for. */
  public static final TextField<QuoteAdjustment> REASON =
      DEF.text("reason").required().max(200).notPersonal().add();

  /** How much, without tax. */
  public static final MoneyField<QuoteAdjustment> AMOUNT = DEF.money("amount").required().add();

  /** The category of the tax, see {@link Tax}. */
  public static final ChoiceField<QuoteAdjustment, String> TAX_CATEGORY =
      DEF.choice("tax_category", Tax.CATEGORIES).required().add();

  /** Its rate in percent. */
  public static final NumberField<QuoteAdjustment, BigDecimal> TAX_RATE =
      DEF.decimal("tax_rate")
          .required()
          .atLeast(BigDecimal.ZERO)
          .atMost(BigDecimal.valueOf(100))
          .add();

  /** The type. */
  public static final EntityType<QuoteAdjustment> TYPE =
      DEF.index(QUOTE, POSITION).partOf(QUOTE).seal();

  private QuoteAdjustment(Snapshot snapshot) {
    super(snapshot);
  }

  private <T> T must(Field<QuoteAdjustment, T> field) {
    return Objects.requireNonNull(field.of(snapshot().row()));
  }

  /** The adjustment as it is added up. */
  Adjustment adjustment() {
    return new Adjustment(
        must(KIND) == Kind.CHARGE, must(AMOUNT), new Tax(must(TAX_CATEGORY), must(TAX_RATE)));
  }
}
