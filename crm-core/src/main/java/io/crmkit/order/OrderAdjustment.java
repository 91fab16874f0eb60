package io.crmkit.order;

import io.crmkit.document.Adjustment;
import io.crmkit.document.AdjustmentFields;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;

/** An allowance on, or a charge to, a whole order. */
public final class OrderAdjustment extends Entity<OrderAdjustment> {
  static final Definition<OrderAdjustment> DEF =
      Definition.of("order_adjustment", OrderAdjustment::new);

  /** The order. */
  public static final RefField<OrderAdjustment, SalesOrder> ORDER =
      DEF.ref("sales_order", () -> SalesOrder.TYPE).required().immutable().add();

  static final AdjustmentFields<OrderAdjustment> FIELDS = AdjustmentFields.add(DEF);

  /** What it does. */
  public static final ChoiceField<OrderAdjustment, Adjustment.Kind> KIND = FIELDS.kind();

  /** What it is for. */
  public static final TextField<OrderAdjustment> REASON = FIELDS.reason();

  /** How much, without tax. */
  public static final MoneyField<OrderAdjustment> AMOUNT = FIELDS.amount();

  /** The category of the tax, see {@link Tax}. */
  public static final ChoiceField<OrderAdjustment, String> TAX_CATEGORY = FIELDS.taxCategory();

  /** Its rate in percent. */
  public static final NumberField<OrderAdjustment, BigDecimal> TAX_RATE = FIELDS.taxRate();

  /** The type. */
  public static final EntityType<OrderAdjustment> TYPE = DEF.partOf(ORDER).seal();

  private OrderAdjustment(Snapshot snapshot) {
    super(snapshot);
  }

  /** The adjustment as it is added up. */
  Adjustment adjustment() {
    return FIELDS.adjustment(this);
  }
}
