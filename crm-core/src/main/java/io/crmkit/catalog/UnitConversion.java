package io.crmkit.catalog;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;

/** How many of one unit are in another: a box is 12 pieces, a day is 8 hours. */
public final class UnitConversion extends Entity<UnitConversion> {
  static final Definition<UnitConversion> DEF =
      Definition.of("unit_conversion", UnitConversion::new);

  /** The product whose boxes are meant; without one, it holds for every product. */
  public static final RefField<UnitConversion, Product> PRODUCT =
      DEF.ref("product", () -> Product.TYPE).add();

  /** The unit that is explained: a code of {@code product_unit}. */
  public static final TextField<UnitConversion> UNIT =
      DEF.code("unit", "product_unit").required().add();

  /** How many of {@link #OF} are in one. */
  public static final NumberField<UnitConversion, BigDecimal> FACTOR =
      DEF.decimal("factor").required().add();

  /** The unit that it is explained by: a code of {@code product_unit}. */
  public static final TextField<UnitConversion> OF =
      DEF.code("of_unit", "product_unit").required().add();

  /** The type. */
  public static final EntityType<UnitConversion> TYPE =
      DEF.rule("positive", FACTOR, c -> c.require(FACTOR).signum() > 0)
          .rule("other", OF, c -> !c.require(OF).equals(c.require(UNIT)))
          .unique("conversion", PRODUCT, UNIT, OF)
          .seal();

  private UnitConversion(Snapshot snapshot) {
    super(snapshot);
  }

  Units.Conversion value() {
    return new Units.Conversion(require(UNIT), require(FACTOR), require(OF), get(PRODUCT) != null);
  }
}
