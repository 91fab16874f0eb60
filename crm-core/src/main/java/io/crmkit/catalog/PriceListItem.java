package io.crmkit.catalog;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a price list: what a product, a category or everything costs, or how much less. */
public final class PriceListItem extends Entity<PriceListItem> {
  /** The ways to make a price. */
  public enum Kind {
    /** It is {@link #PRICE}. */
    FIXED,
    /** It is {@link #PERCENT} less than the list price. */
    DISCOUNT,
    /** It is {@link #PERCENT} more than the list price. */
    MARKUP,
    /** It is {@link #FACTOR} times the list price, and {@link #PRICE} more where that is given. */
    FORMULA
  }

  static final Definition<PriceListItem> DEF = Definition.of("price_list_item", PriceListItem::new);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The list. */
  public static final RefField<PriceListItem, PriceList> LIST =
      DEF.ref("list", () -> PriceList.TYPE).required().immutable().add();

  /** The product it is about. */
  public static final RefField<PriceListItem, Product> PRODUCT =
      DEF.ref("product", () -> Product.TYPE).add();

  /** The category it is about, with all below; with neither, it is about everything. */
  public static final RefField<PriceListItem, ProductCategory> CATEGORY =
      DEF.ref("category", () -> ProductCategory.TYPE).add();

  /** The unit that quantity and price are for; without one, the product's own. */
  public static final TextField<PriceListItem> UNIT = DEF.code("unit", "product_unit").add();

  /** The smallest quantity that it holds for. */
  public static final NumberField<PriceListItem, BigDecimal> FROM =
      DEF.decimal("from_quantity")
          .required()
          .defaultTo(BigDecimal.ZERO)
          .atLeast(BigDecimal.ZERO)
          .add();

  /** How the price is made. */
  public static final ChoiceField<PriceListItem, Kind> KIND =
      DEF.choice("kind", Kind.class).required().defaultTo(Kind.FIXED).add();

  /** The price, or what is added to it, of one unit in the currency of the list. */
  public static final MoneyField<PriceListItem> PRICE = DEF.money("price").add();

  /** How many percent. */
  public static final NumberField<PriceListItem, BigDecimal> PERCENT =
      DEF.decimal("percentage").atLeast(BigDecimal.ZERO).add();

  /** How many times the list price. */
  public static final NumberField<PriceListItem, BigDecimal> FACTOR = DEF.decimal("factor").add();

  /** The first day it is in force, within the days of the list. */
  public static final DateField<PriceListItem> SINCE = DEF.date("since").add();

  /** The last day it is in force, within the days of the list. */
  public static final DateField<PriceListItem> UNTIL = DEF.date("until").add();

  static {
    DEF.period(SINCE, UNTIL);
  }

  /** The type. */
  public static final EntityType<PriceListItem> TYPE =
      DEF.partOf(LIST)
          .rule("target", CATEGORY, i -> i.get(PRODUCT) == null || i.get(CATEGORY) == null)
          .rule("price", PRICE, PriceListItem::hasPrice)
          .rule("percentage", PERCENT, PriceListItem::hasPercent)
          .rule("factor", FACTOR, i -> !i.is(Kind.FORMULA) || positive(i.get(FACTOR)))
          .seal();

  private PriceListItem(Snapshot snapshot) {
    super(snapshot);
  }

  private boolean is(Kind kind) {
    return require(KIND) == kind;
  }

  private static boolean positive(@Nullable BigDecimal number) {
    return number != null && number.signum() > 0;
  }

  private boolean hasPrice() {
    Money price = get(PRICE);
    return switch (require(KIND)) {
      case FIXED -> price != null && !price.isNegative();
      case FORMULA -> true;
      case DISCOUNT, MARKUP -> price == null;
    };
  }

  private boolean hasPercent() {
    BigDecimal percent = get(PERCENT);
    return switch (require(KIND)) {
      case DISCOUNT -> percent != null && percent.compareTo(HUNDRED) < 0;
      case MARKUP -> percent != null;
      case FIXED, FORMULA -> percent == null;
    };
  }

  /** The row as a rule of its list. */
  PriceRule rule(PriceTerms terms) {
    return new PriceRule(
        ref(),
        terms,
        get(PRODUCT),
        get(CATEGORY),
        get(UNIT),
        require(FROM),
        get(SINCE),
        get(UNTIL),
        formula());
  }

  private PriceFormula formula() {
    return switch (require(KIND)) {
      case FIXED -> PriceFormula.fixed(require(PRICE).amount());
      case DISCOUNT -> PriceFormula.discount(require(PERCENT));
      case MARKUP -> PriceFormula.markup(require(PERCENT));
      case FORMULA -> {
        Money plus = get(PRICE);
        yield new PriceFormula(
            Objects.requireNonNull(get(FACTOR)), plus == null ? BigDecimal.ZERO : plus.amount());
      }
    };
  }
}
