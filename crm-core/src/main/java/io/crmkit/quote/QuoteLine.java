package io.crmkit.quote;

import io.crmkit.catalog.Product;
import io.crmkit.document.DocumentLine;
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
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a quote offers: so many of something at a price. */
public final class QuoteLine extends Entity<QuoteLine> {
  static final Definition<QuoteLine> DEF = Definition.of("quote_line", QuoteLine::new);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 4;

  /** The quote. */
  public static final RefField<QuoteLine, Quote> QUOTE =
      DEF.ref("quote", () -> Quote.TYPE).required().immutable().add();

  /** Its place among the lines. */
  public static final NumberField<QuoteLine, Long> POSITION =
      DEF.integer("position").required().add();

  /** The group it stands in. */
  public static final RefField<QuoteLine, QuoteGroup> GROUP =
      DEF.ref("line_group", () -> QuoteGroup.TYPE).add();

  /** The product. */
  public static final RefField<QuoteLine, Product> PRODUCT =
      DEF.ref("product", () -> Product.TYPE).add();

  /** What it is called on the quote. */
  public static final TextField<QuoteLine> NAME = DEF.text("name").required().max(200).notPersonal().add();

  /** What else is said about it. */
  public static final TextField<QuoteLine> DESCRIPTION = DEF.longText("description").notPersonal().add();

  /** How many. */
  public static final NumberField<QuoteLine, BigDecimal> QUANTITY =
      DEF.decimal("quantity").required().defaultTo(BigDecimal.ONE).add();

  /** What one is. */
  public static final TextField<QuoteLine> UNIT = DEF.code("unit", "product_unit").add();

  /** The price of one, without tax, before discounts. */
  public static final MoneyField<QuoteLine> UNIT_PRICE = DEF.money("unit_price").required().add();

  /**
   * The price of one by the price lists, which discounts are measured by; that of the line where it
   * is missing.
   */
  public static final MoneyField<QuoteLine> LIST_PRICE = DEF.money("list_price").managed().add();

  /** What is taken off in percent. */
  public static final NumberField<QuoteLine, BigDecimal> DISCOUNT =
      DEF.decimal("discount")
          .required()
          .atLeast(BigDecimal.ZERO)
          .atMost(HUNDRED)
          .defaultTo(BigDecimal.ZERO)
          .add();

  /** What is taken off besides, of the whole line. */
  public static final MoneyField<QuoteLine> ALLOWANCE = DEF.money("allowance").add();

  /** What is added, to the whole line. */
  public static final MoneyField<QuoteLine> CHARGE = DEF.money("charge").add();

  /** The category of the tax, see {@link Tax}. */
  public static final ChoiceField<QuoteLine, String> TAX_CATEGORY =
      DEF.choice("tax_category", Tax.CATEGORIES).required().add();

  /** Its rate in percent. */
  public static final NumberField<QuoteLine, BigDecimal> TAX_RATE =
      DEF.decimal("tax_rate").required().atLeast(BigDecimal.ZERO).atMost(HUNDRED).add();

  /** What the line amounts to, without tax. */
  public static final MoneyField<QuoteLine> NET = DEF.money("net").managed().add();

  /** The type. */
  public static final EntityType<QuoteLine> TYPE = DEF.index(QUOTE, POSITION).partOf(QUOTE).seal();

  private QuoteLine(Snapshot snapshot) {
    super(snapshot);
  }

  /** A value for the feature itself, whatever the reader may see. */
  <T> @Nullable T raw(Field<QuoteLine, T> field) {
    return field.of(snapshot().row());
  }

  <T> T must(Field<QuoteLine, T> field) {
    return Objects.requireNonNull(raw(field));
  }

  /** The line as it is added up. */
  DocumentLine line() {
    Money price = must(UNIT_PRICE);
    Money nothing = Money.zero(price.currency());
    return DocumentLine.of(must(QUANTITY), price, new Tax(must(TAX_CATEGORY), must(TAX_RATE)))
        .discount(must(DISCOUNT))
        .adjusted(
            Objects.requireNonNullElse(raw(ALLOWANCE), nothing),
            Objects.requireNonNullElse(raw(CHARGE), nothing))
        .in(raw(GROUP));
  }

  /**
   * By how many percent the line is cheaper than by list price, its charge aside: to 4 decimals,
   * half up, and 0 where it is not.
   */
  BigDecimal realDiscount() {
    Money list = Objects.requireNonNullElseGet(raw(LIST_PRICE), () -> must(UNIT_PRICE));
    Money charge = raw(CHARGE);
    BigDecimal full = list.amount().multiply(must(QUANTITY));
    if (full.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal asked = must(NET).amount();
    asked = charge == null ? asked : asked.subtract(charge.amount());
    return full.subtract(asked)
        .movePointRight(2)
        .divide(full, PERCENT_DECIMALS, RoundingMode.HALF_UP)
        .max(BigDecimal.ZERO);
  }
}
