package io.crmkit.quote;

import io.crmkit.catalog.Product;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a tax category of products means for a time: lines of quotes and orders begin with it. Of
 * several on a day the one that began last holds. Where there is none, {@code standard} is the tax
 * of the {@link QuoteTerms}, {@code zero} and {@code exempt} are no tax, and a product of any other
 * category is refused.
 */
public final class TaxRate extends Entity<TaxRate> {
  static final Definition<TaxRate> DEF = Definition.of("tax_rate", TaxRate::new);

  /** The category of products, see {@link Product#TAX_CATEGORY}. */
  public static final TextField<TaxRate> PRODUCT_TAX =
      DEF.code("product_tax", "tax_category").required().indexed().add();

  /** The category of the tax, see {@link Tax}. */
  public static final ChoiceField<TaxRate, String> TAX_CATEGORY =
      DEF.choice("tax_category", Tax.CATEGORIES, Tax.class)
          .required()
          .defaultTo(Tax.STANDARD)
          .add();

  /** The rate in percent. */
  public static final NumberField<TaxRate, BigDecimal> RATE =
      DEF.decimal("rate").required().atLeast(BigDecimal.ZERO).atMost(BigDecimal.valueOf(100)).add();

  /** The first day; missing where it always was so. */
  public static final DateField<TaxRate> SINCE = DEF.date("since").add();

  /** The last day; missing where it lasts. */
  public static final DateField<TaxRate> UNTIL = DEF.date("until").add();

  private static final Period<TaxRate> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<TaxRate> TYPE = DEF.seal();

  private TaxRate(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches those that hold on {@code day}. */
  public static Condition<TaxRate> on(LocalDate day) {
    return PERIOD.on(day);
  }

  /** As it stands on a line. */
  public Tax tax() {
    return new Tax(require(TAX_CATEGORY), require(RATE));
  }
}
