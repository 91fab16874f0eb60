package io.crmkit.catalog;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A group of products; categories form a tree. */
public final class ProductCategory extends Entity<ProductCategory> {
  static final Definition<ProductCategory> DEF =
      Definition.of("product_category", ProductCategory::new);

  /** The name. */
  public static final TextField<ProductCategory> NAME =
      DEF.text("name").required().max(200).searchable().indexed().add();

  /** The code that the host knows it by. */
  public static final TextField<ProductCategory> CODE = DEF.text("code").max(50).unique().add();

  /** The category it is a part of. */
  public static final RefField<ProductCategory, ProductCategory> PARENT =
      DEF.ref("parent", () -> ProductCategory.TYPE).add();

  /** The type. */
  public static final EntityType<ProductCategory> TYPE = DEF.seal();

  private ProductCategory(Snapshot snapshot) {
    super(snapshot);
  }
}
