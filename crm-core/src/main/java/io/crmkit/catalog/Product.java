package io.crmkit.catalog;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product or a service that is offered; where the host owns the products, the shadow of one of
 * them, see {@link ProductSource}.
 */
public final class Product extends Entity<Product> {
  /** What is sold. */
  public enum Kind {
    /** Something that is delivered. */
    GOODS,
    /** Something that is done. */
    SERVICE
  }

  static final Definition<Product> DEF = Definition.of("product", Product::new);

  /** The name. */
  public static final TextField<Product> NAME =
      DEF.text("name").required().max(200).searchable().indexed().add();

  /** The number that price lists and the host know it by. */
  public static final TextField<Product> CODE =
      DEF.text("code").max(50).unique().searchable().add();

  /** What the host's own system calls it. */
  public static final TextField<Product> EXTERNAL_ID =
      DEF.text("external_id").max(100).unique().add();

  /** What is sold. */
  public static final ChoiceField<Product, Kind> KIND =
      DEF.choice("kind", Kind.class).required().defaultTo(Kind.GOODS).add();

  /** The category it belongs to. */
  public static final RefField<Product, ProductCategory> CATEGORY =
      DEF.ref("category", () -> ProductCategory.TYPE).add();

  /** The family or series it belongs to. */
  public static final TextField<Product> FAMILY = DEF.text("family").max(100).indexed().add();

  /** The price before any discount, for one unit, without tax. */
  public static final MoneyField<Product> LIST_PRICE = DEF.money("list_price").add();

  /** How it is taxed: a code of {@code tax_category}. */
  public static final TextField<Product> TAX_CATEGORY =
      DEF.code("tax_category", "tax_category").add();

  /** What one unit is. */
  public static final TextField<Product> UNIT = DEF.code("unit", "product_unit").add();

  /** What it is. */
  public static final TextField<Product> DESCRIPTION =
      DEF.longText("description").searchable().add();

  /** Is offered now; a product that is not has been discontinued. */
  public static final ValueField<Product, Boolean> ACTIVE =
      DEF.yesNo("active").required().defaultTo(true).add();

  /** The first day it is offered. */
  public static final DateField<Product> SINCE = DEF.date("since").add();

  /** The last day it is offered. */
  public static final DateField<Product> UNTIL = DEF.date("until").add();

  private static final Period<Product> PERIOD = DEF.period(SINCE, UNTIL);

  /** The product that is offered instead. */
  public static final RefField<Product, Product> SUCCESSOR =
      DEF.ref("successor", () -> Product.TYPE).add();

  /** Of the shadow of a host's product: when it was last compared with that. */
  public static final InstantField<Product> REFRESHED_AT =
      DEF.instant("refreshed_at").managed().add();

  /** The type. */
  public static final EntityType<Product> TYPE = DEF.seal();

  private Product(Snapshot snapshot) {
    super(snapshot);
  }

  /** What the record holds, whoever reads it: for what follows from it. */
  <T> @Nullable T raw(Field<Product, T> field) {
    return field.of(snapshot().row());
  }

  boolean isOffered(LocalDate day) {
    LocalDate first = raw(SINCE);
    LocalDate last = raw(UNTIL);
    return Boolean.TRUE.equals(raw(ACTIVE))
        && (first == null || !first.isAfter(day))
        && (last == null || !last.isBefore(day));
  }

  /** Matches those that are offered on {@code day} by their first and last day. */
  public static Condition<Product> on(LocalDate day) {
    return PERIOD.on(day);
  }
}
