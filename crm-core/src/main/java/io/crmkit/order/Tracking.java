package io.crmkit.order;

import io.crmkit.kernel.record.Ref;
import io.crmkit.order.HostUpdate.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says where orders stand. */
final class Tracking {
  private Tracking() {}

  /** The status of an order as the actor sees it. */
  static OrderStatus of(Orders orders, SalesOrder order) {
    Map<Ref<OrderLine>, Long> positions = new HashMap<>();
    List<OrderStatus.Line> lines = new ArrayList<>();
    for (OrderLine line : orders.lines(order)) {
      positions.put(line.ref(), line.require(OrderLine.POSITION));
      lines.add(of(line));
    }
    Map<Ref<Shipment>, List<Item>> items = new HashMap<>();
    for (ShipmentLine each : orders.shipmentLines(order)) {
      Long position = positions.get(each.require(ShipmentLine.LINE));
      if (position != null) {
        items
            .computeIfAbsent(each.require(ShipmentLine.SHIPMENT), s -> new ArrayList<>())
            .add(new Item(position, each.require(ShipmentLine.QUANTITY)));
      }
    }
    List<OrderStatus.Parcel> parcels = new ArrayList<>();
    for (Shipment shipment : orders.shipments(order)) {
      parcels.add(
          new OrderStatus.Parcel(
              shipment.require(Shipment.SHIPPED_AT),
              shipment.get(Shipment.CARRIER),
              shipment.get(Shipment.TRACKING_NUMBER),
              items.getOrDefault(shipment.ref(), List.of())));
    }
    return new OrderStatus(
        order.require(SalesOrder.NUMBER),
        order.require(SalesOrder.STATE),
        order.get(SalesOrder.CONFIRMED_ON),
        order.get(SalesOrder.PROMISED_ON),
        lines,
        parcels);
  }

  private static OrderStatus.Line of(OrderLine line) {
    BigDecimal ordered = line.require(OrderLine.QUANTITY);
    return new OrderStatus.Line(
        line.require(OrderLine.POSITION),
        line.require(OrderLine.NAME),
        ordered,
        or(line.get(OrderLine.SHIPPED), BigDecimal.ZERO),
        or(line.get(OrderLine.OPEN), ordered),
        or(line.get(OrderLine.CANCELLED), BigDecimal.ZERO),
        or(line.get(OrderLine.RETURNED), BigDecimal.ZERO));
  }

  private static BigDecimal or(@Nullable BigDecimal value, BigDecimal other) {
    return Objects.requireNonNullElse(value, other);
  }
}
