package io.crmkit.order;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;

/** That something of a line came back: a fact. */
public final class OrderReturn extends Entity<OrderReturn> {
  static final Definition<OrderReturn> DEF =
      Definition.of("order_return", OrderReturn::new).journal();

  /** The order. */
  public static final RefField<OrderReturn, SalesOrder> ORDER =
      DEF.ref("sales_order", () -> SalesOrder.TYPE).required().managed().indexed().add();

  /** The line. */
  public static final RefField<OrderReturn, OrderLine> LINE =
      DEF.ref("order_line", () -> OrderLine.TYPE).required().managed().add();

  /** How many. */
  public static final NumberField<OrderReturn, BigDecimal> QUANTITY =
      DEF.decimal("quantity").required().managed().add();

  /** When. */
  public static final InstantField<OrderReturn> AT = DEF.instant("at").required().managed().add();

  /** Why. */
  public static final TextField<OrderReturn> REASON =
      DEF.text("reason").max(500).managed().personal().add();

  /** The type. */
  public static final EntityType<OrderReturn> TYPE = DEF.partOf(ORDER).seal();

  private OrderReturn(Snapshot snapshot) {
    super(snapshot);
  }
}
