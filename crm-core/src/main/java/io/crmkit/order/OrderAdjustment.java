package io.crmkit.order;

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
import io.crmkit.quote.QuoteAdjustment;
import java.math.BigDecimal;
import java.util.Objects;

/** An allowance on, or a charge to, a whole order. */
public final class OrderAdjustment extends Entity<OrderAdjustment> {
  static final Definition<OrderAdjustment> DEF =
      Definition.of("order_adjustment", OrderAdjustment::new);

  /** The order. */
  public static final RefField<OrderAdjustment, SalesOrder> ORDER =
      DEF.ref("sales_order", () -> SalesOrder.TYPE).required().immutable().add();

  /** What it does. */
  public static final ChoiceField<OrderAdjustment, QuoteAdjustment.Kind> KIND =
      DEF.choice("kind", QuoteAdjustment.Kind.class).required().add();

  /** What it is for. */
  public static final TextField<OrderAdjustment> REASON =
      DEF.text("reason").required().max(200).notPersonal().add();

  /** How much, without tax. */
  public static final MoneyField<OrderAdjustment> AMOUNT = DEF.money("amount").required().add();

  /** The category of the tax, see {@link Tax}. */
  public static final ChoiceField<OrderAdjustment, String> TAX_CATEGORY =
      DEF.choice("tax_category", Tax.CATEGORIES).required().add();

  /** Its rate in percent. */
  public static final NumberField<OrderAdjustment, BigDecimal> TAX_RATE =
      DEF.decimal("tax_rate")
          .required()
          .atLeast(BigDecimal.ZERO)
          .atMost(BigDecimal.valueOf(100))
          .add();

  /** The type. */
  public static final EntityType<OrderAdjustment> TYPE = DEF.partOf(ORDER).seal();

  private OrderAdjustment(Snapshot snapshot) {
    super(snapshot);
  }

  private <T> T must(Field<OrderAdjustment, T> field) {
    return Objects.requireNonNull(field.of(snapshot().row()));
  }

  /** The adjustment as it is added up. */
  Adjustment adjustment() {
    return new Adjustment(
        must(KIND) == QuoteAdjustment.Kind.CHARGE,
        must(AMOUNT),
        new Tax(must(TAX_CATEGORY), must(TAX_RATE)));
  }
}
