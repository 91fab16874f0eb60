package io.crmkit.order;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** That something of an order was shipped. What it was is in the {@link ShipmentLine}s. */
public final class Shipment extends Entity<Shipment> {
  static final Definition<Shipment> DEF = Definition.of("shipment", Shipment::new);

  /** The order. */
  public static final RefField<Shipment, SalesOrder> ORDER =
      DEF.ref("sales_order", () -> SalesOrder.TYPE).required().immutable().managed().add();

  /** Which of the order's it is, from 1. */
  public static final NumberField<Shipment, Long> NUMBER =
      DEF.integer("number").required().immutable().managed().add();

  /** When. */
  public static final InstantField<Shipment> SHIPPED_AT =
      DEF.instant("shipped_at").required().immutable().managed().add();

  /** Who carries it. */
  public static final TextField<Shipment> CARRIER = DEF.text("carrier").max(100).add();

  /** The number by which the carrier tells where it is. */
  public static final TextField<Shipment> TRACKING_NUMBER =
      DEF.text("tracking_number").max(100).indexed().add();

  /** The type. */
  public static final EntityType<Shipment> TYPE = DEF.index(ORDER, SHIPPED_AT).partOf(ORDER).seal();

  private Shipment(Snapshot snapshot) {
    super(snapshot);
  }
}
