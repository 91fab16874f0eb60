package io.crmkit.order;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import java.math.BigDecimal;

/** How many of a line went with a shipment: a fact. */
public final class ShipmentLine extends Entity<ShipmentLine> {
  static final Definition<ShipmentLine> DEF =
      Definition.of("shipment_line", ShipmentLine::new).journal();

  /** The order. */
  public static final RefField<ShipmentLine, SalesOrder> ORDER =
      DEF.ref("sales_order", () -> SalesOrder.TYPE).required().managed().indexed().add();

  /** The shipment. */
  public static final RefField<ShipmentLine, Shipment> SHIPMENT =
      DEF.ref("shipment", () -> Shipment.TYPE).required().managed().add();

  /** The line. */
  public static final RefField<ShipmentLine, OrderLine> LINE =
      DEF.ref("order_line", () -> OrderLine.TYPE).required().managed().add();

  /** How many. */
  public static final NumberField<ShipmentLine, BigDecimal> QUANTITY =
      DEF.decimal("quantity").required().managed().add();

  /** Their net amount. */
  public static final MoneyField<ShipmentLine> AMOUNT =
      DEF.money("amount").required().managed().add();

  /** The type. */
  public static final EntityType<ShipmentLine> TYPE = DEF.partOf(ORDER).seal();

  private ShipmentLine(Snapshot snapshot) {
    super(snapshot);
  }
}
