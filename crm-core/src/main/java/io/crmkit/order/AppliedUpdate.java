package io.crmkit.order;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;

/** That something the host said about an order was taken in: a fact, and why it counts once. */
public final class AppliedUpdate extends Entity<AppliedUpdate> {
  static final Definition<AppliedUpdate> DEF =
      Definition.of("order_update", AppliedUpdate::new).journal();

  /** The order. */
  public static final RefField<AppliedUpdate, SalesOrder> ORDER =
      DEF.ref("sales_order", () -> SalesOrder.TYPE).required().managed().add();

  /** The key that the host gave it. */
  public static final TextField<AppliedUpdate> KEY =
      DEF.text("update_key").required().max(200).unique().managed().notPersonal().add();

  /** What it said. */
  public static final ChoiceField<AppliedUpdate, HostUpdate.Kind> KIND =
      DEF.choice("kind", HostUpdate.Kind.class).required().managed().add();

  /** When it was so, by the host. */
  public static final InstantField<AppliedUpdate> AT = DEF.instant("at").required().managed().add();

  /** Of which lines how many: a list in the order of the lines. */
  public static final ValueField<AppliedUpdate, Json> ITEMS =
      DEF.json("items").managed().notPersonal().add();

  /** The day it promised. */
  public static final DateField<AppliedUpdate> PROMISED_ON =
      DEF.date("promised_on").managed().add();

  /** The type. */
  public static final EntityType<AppliedUpdate> TYPE = DEF.partOf(ORDER).seal();

  private AppliedUpdate(Snapshot snapshot) {
    super(snapshot);
  }
}
