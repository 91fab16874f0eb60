package io.crmkit.quote;

import io.crmkit.catalog.Product;
import io.crmkit.document.DocumentLine;
import io.crmkit.document.LineFields;
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

  /** What it has in common with the lines of other documents. */
  public static final LineFields<QuoteLine> FIELDS = LineFields.add(DEF);

  /** The product. */
  public static final RefField<QuoteLine, Product> PRODUCT = FIELDS.product();

  /** What it is called on the quote. */
  public static final TextField<QuoteLine> NAME = FIELDS.name();

  /** What else is said about it. */
  public static final TextField<QuoteLine> DESCRIPTION = FIELDS.description();

  /** How many. */
  public static final NumberField<QuoteLine, BigDecimal> QUANTITY = FIELDS.quantity();

  /** What one is. */
  public static final TextField<QuoteLine> UNIT = FIELDS.unit();

  /** The price of one, without tax, before discounts. */
  public static final MoneyField<QuoteLine> UNIT_PRICE = FIELDS.unitPrice();

  /**
   * The price of one by the price lists, which discounts are measured by; that of the line where it
   * is missing.
   */
  public static final MoneyField<QuoteLine> LIST_PRICE = DEF.money("list_price").managed().add();

  /** What is taken off in percent. */
  public static final NumberField<QuoteLine, BigDecimal> DISCOUNT = FIELDS.discount();

  /** What is taken off besides, of the whole line. */
  public static final MoneyField<QuoteLine> ALLOWANCE = FIELDS.allowance();

  /** What is added, to the whole line. */
  public static final MoneyField<QuoteLine> CHARGE = FIELDS.charge();

  /** The category of the tax, see {@link Tax}. */
  public static final ChoiceField<QuoteLine, String> TAX_CATEGORY = FIELDS.taxCategory();

  /** Its rate in percent. */
  public static final NumberField<QuoteLine, BigDecimal> TAX_RATE = FIELDS.taxRate();

  /** What the line amounts to, without tax. */
  public static final MoneyField<QuoteLine> NET = FIELDS.net();

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
    return FIELDS.line(this).in(raw(GROUP));
  }

  /** What it would be by list price; of what has none, by its own price, and nothing below that. */
  BigDecimal full() {
    Money list = raw(LIST_PRICE);
    return list == null
        ? must(UNIT_PRICE).amount().multiply(must(QUANTITY)).max(BigDecimal.ZERO)
        : list.amount().multiply(must(QUANTITY));
  }

  /** What is asked for it, its charge aside; a charge of less than nothing is a discount. */
  BigDecimal asked() {
    Money charge = raw(CHARGE);
    BigDecimal net = must(NET).amount();
    return charge == null || charge.isNegative() ? net : net.subtract(charge.amount());
  }

  /** By how many percent the line is cheaper than by list price; 0 where it is not. */
  BigDecimal realDiscount() {
    return discount(full(), asked());
  }

  /** To 4 decimals, half up, and 0 where there is none. */
  static BigDecimal discount(BigDecimal full, BigDecimal asked) {
    return full.signum() <= 0
        ? BigDecimal.ZERO
        : full.subtract(asked)
            .movePointRight(2)
            .divide(full, PERCENT_DECIMALS, RoundingMode.HALF_UP)
            .max(BigDecimal.ZERO);
  }
}
