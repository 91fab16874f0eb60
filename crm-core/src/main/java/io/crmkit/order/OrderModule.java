package io.crmkit.order;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.numbering.NumberRange;
import io.crmkit.org.OrgModule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders, their shipments and returns. */
public final class OrderModule implements CrmModule {
  @Override
  public String name() {
    return "order";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        SalesOrder.TYPE,
        OrderLine.TYPE,
        OrderAdjustment.TYPE,
        Shipment.TYPE,
        ShipmentLine.TYPE,
        OrderReturn.TYPE,
        AppliedUpdate.TYPE);
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(SalesOrder.TYPE, OrgModule.ownedByActor(SalesOrder.OWNER))
        .prepare(OrderLine.TYPE, OrderSums::prepare)
        .prepare(OrderAdjustment.TYPE, OrderModule::requireDraft)
        .beforeCommit(SalesOrder.TYPE, OrderModule::keepOrder)
        .beforeCommit(SalesOrder.TYPE, NumberRange.kept(SalesOrder.NUMBER))
        .beforeCommit(OrderLine.TYPE, OrderModule::keepLine)
        .beforeCommit(OrderAdjustment.TYPE, OrderModule::keepAdjustment)
        .beforeCommit(Shipment.TYPE, OrderModule::keepShipment)
        .beforeCommitOfParts(
            SalesOrder.TYPE, OrderModule::keepSums, OrderLine.ORDER, OrderAdjustment.ORDER);
  }

  private static Optional<SalesOrder> order(Workspace unit, @Nullable Ref<SalesOrder> ref) {
    return ref == null ? Optional.empty() : unit.own(SalesOrder.DEF, SalesOrder.TYPE).find(ref);
  }

  private static void requireDraft(Workspace unit, Draft<OrderAdjustment> d) {
    order(unit, d.get(OrderAdjustment.ORDER)).ifPresent(its -> Orders.requireDraft(unit, its));
  }

  private static void keepOrder(
      Workspace unit, @Nullable SalesOrder before, @Nullable SalesOrder after) {
    if (before == null || before.must(SalesOrder.STATE) == OrderState.DRAFT) {
      return;
    }
    if (after == null
        || (after.deleted() && !before.deleted())
        || isForSomebodyElse(unit, before, after)) {
      Orders.requireDraft(unit, before);
    }
  }

  /** Not where the customer was merged into the other. */
  private static boolean isForSomebodyElse(Workspace unit, SalesOrder before, SalesOrder after) {
    Ref<Customer> customer = before.must(SalesOrder.CUSTOMER);
    return !customer.equals(after.must(SalesOrder.CUSTOMER)) && !Guards.isGone(unit, customer);
  }

  private static void keepLine(
      Workspace unit, @Nullable OrderLine before, @Nullable OrderLine after) {
    if (before != null && before.confirmed() && isAnother(before, after)) {
      order(unit, before.raw(OrderLine.ORDER)).ifPresent(its -> Orders.requireDraft(unit, its));
    }
  }

  /** Of a line that has been confirmed only the day may change, and what has become of it. */
  private static boolean isAnother(OrderLine before, @Nullable OrderLine after) {
    if (after == null || after.deleted()) {
      return true;
    }
    for (Field<OrderLine, ?> field : OrderLine.TYPE.fields()) {
      if (OrderLine.isFixed(field) && !Objects.equals(before.raw(field), after.raw(field))) {
        return true;
      }
    }
    return false;
  }

  private static void keepAdjustment(
      Workspace unit, @Nullable OrderAdjustment before, @Nullable OrderAdjustment after) {
    if (before != null && (after == null || after.deleted())) {
      order(unit, before.get(OrderAdjustment.ORDER))
          .ifPresent(its -> Orders.requireDraft(unit, its));
    }
  }

  private static void keepShipment(
      Workspace unit, @Nullable Shipment before, @Nullable Shipment after) {
    if (before != null && (after == null || after.deleted())) {
      throw new InvalidRequestException("order.shipment_stays", before.ref());
    }
  }

  private static void keepSums(
      Workspace unit, @Nullable SalesOrder before, @Nullable SalesOrder after) {
    boolean mayDiffer = before == null || before.must(SalesOrder.STATE) == OrderState.DRAFT;
    if (mayDiffer && after != null && !after.deleted()) {
      OrderSums.refresh(unit, after);
    }
  }
}
