package io.crmkit.catalog;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;

/** A product or a service that is offered. */
public final class Product extends Entity<Product> {
  private static final Definition<Product> DEF = Definition.of("product", Product::new);

  /** The name. */
  public static final TextField<Product> NAME =
      DEF.text("name").required().max(200).searchable().indexed().add();

  /** The number that price lists and the host know it by. */
  public static final TextField<Product> CODE =
      DEF.text("code").max(50).unique().searchable().add();

  /** The family or series it belongs to. */
  public static final TextField<Product> FAMILY = DEF.text("family").max(100).indexed().add();

  /** The price before any discount, for one unit. */
  public static final MoneyField<Product> LIST_PRICE = DEF.money("list_price").add();

  /** What one unit is. */
  public static final TextField<Product> UNIT = DEF.code("unit", "product_unit").add();

  /** What it is. */
  public static final TextField<Product> DESCRIPTION =
      DEF.longText("description").searchable().add();

  /** Is offered now. */
  public static final ValueField<Product, Boolean> ACTIVE =
      DEF.yesNo("active").required().defaultTo(true).add();

  /** The type. */
  public static final EntityType<Product> TYPE = DEF.seal();

  private Product(Snapshot snapshot) {
    super(snapshot);
  }
}
