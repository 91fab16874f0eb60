package io.crmkit.order;

import io.crmkit.customer.ContactPoint;
import io.crmkit.document.DocumentText;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintFormat;
import io.crmkit.document.PrintedDocument;
import io.crmkit.document.PrintedDocument.Column;
import io.crmkit.document.PrintedDocument.Entry;
import io.crmkit.document.PrintedDocument.Row;
import io.crmkit.document.PrintedDocument.Section;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes out what goes with a shipment: quantities and no prices. */
final class DeliveryPrint {
  private static final String DELIVERY = "delivery";

  private static final List<Field<?, ?>> TOLD =
      List.of(
          SalesOrder.NUMBER,
          SalesOrder.LANGUAGE,
          SalesOrder.CURRENCY,
          OrderLine.ORDER,
          OrderLine.POSITION,
          OrderLine.QUANTITY,
          OrderLine.OPEN,
          Shipment.NUMBER,
          Shipment.SHIPPED_AT,
          ShipmentLine.ORDER,
          ShipmentLine.SHIPMENT,
          ShipmentLine.LINE,
          ShipmentLine.QUANTITY);

  private final Workspace space;
  private final Shipment shipment;
  private final SalesOrder order;
  private final DocumentText text;
  private final PrintFormat format;

  private DeliveryPrint(Workspace space, Shipment shipment, SalesOrder order, DocumentText text) {
    this.space = space;
    this.shipment = shipment;
    this.order = order;
    this.text = text;
    this.format = text.format();
  }

  /** The delivery note for an actor who may read all that is on it. */
  static PrintedDocument of(Workspace space, Shipment shipment, Letterhead from) {
    space.requireReadable(OrderLine.FIELDS.texts());
    space.requireReadable(TOLD);
    SalesOrder order = space.records(SalesOrder.TYPE).get(shipment.require(Shipment.ORDER));
    OrderPrint whole = new OrderPrint(space, order);
    DeliveryPrint print = new DeliveryPrint(space, shipment, order, whole.text());
    return new PrintedDocument(
        print.text.language(),
        from,
        whole.recipient(print.address()),
        print.format.label("delivery_note"),
        order.must(SalesOrder.NUMBER) + "/" + shipment.require(Shipment.NUMBER),
        null,
        print.facts(),
        null,
        print.text.currency(),
        List.of(Column.ORDERED, Column.SHIPPED, Column.OPEN, Column.UNIT),
        List.of(new Section(null, print.rows(), null)),
        List.of(),
        List.of(),
        null,
        List.of(print.format.label("received_on"), print.format.label("received_by")));
  }

  /** Where the customer wants deliveries; null where that is not said. */
  private @Nullable Address address() {
    return space
        .records(ContactPoint.TYPE)
        .where(
            ContactPoint.CUSTOMER.is(order.must(SalesOrder.CUSTOMER)),
            ContactPoint.PURPOSE.is(DELIVERY),
            ContactPoint.KIND.is(ContactPoint.Kind.ADDRESS),
            ContactPoint.on(space.today()))
        .list()
        .stream()
        .max(Comparator.comparing(point -> point.require(ContactPoint.PRIMARY)))
        .map(point -> point.get(ContactPoint.ADDRESS))
        .orElse(null);
  }

  private List<Entry> facts() {
    List<Entry> facts = new ArrayList<>();
    facts.add(text.fact("order", order.must(SalesOrder.NUMBER)));
    text.addFact(facts, "your_reference", order.get(SalesOrder.CUSTOMER_REFERENCE));
    facts.add(text.deadline("shipped_on", space.dayOf(shipment.require(Shipment.SHIPPED_AT))));
    text.addFact(facts, "carrier", shipment.get(Shipment.CARRIER));
    text.addFact(facts, "tracking_number", shipment.get(Shipment.TRACKING_NUMBER));
    return facts;
  }

  private List<Row> rows() {
    Set<Ref<Shipment>> after = later();
    Map<Ref<OrderLine>, BigDecimal> here = new HashMap<>();
    Map<Ref<OrderLine>, BigDecimal> later = new HashMap<>();
    for (ShipmentLine each :
        space.own(ShipmentLine.DEF, ShipmentLine.TYPE).where(ShipmentLine.ORDER.is(order)).list()) {
      Ref<Shipment> its = each.require(ShipmentLine.SHIPMENT);
      if (its.equals(shipment.ref()) || after.contains(its)) {
        (after.contains(its) ? later : here)
            .merge(
                each.require(ShipmentLine.LINE),
                each.require(ShipmentLine.QUANTITY),
                BigDecimal::add);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (OrderLine line : OrderSums.lines(space, order.ref())) {
      BigDecimal quantity = here.get(line.ref());
      if (quantity != null) {
        BigDecimal open =
            line.must(OrderLine.OPEN).add(later.getOrDefault(line.ref(), BigDecimal.ZERO));
        rows.add(
            OrderLine.FIELDS.row(
                line, line.must(OrderLine.POSITION), values(line, quantity, open)));
      }
    }
    return rows;
  }

  /** What was shipped after this was still to come when it went off. */
  private Set<Ref<Shipment>> later() {
    Set<Ref<Shipment>> later = new HashSet<>();
    space
        .own(Shipment.DEF, Shipment.TYPE)
        .where(
            Shipment.ORDER.is(order), Shipment.NUMBER.moreThan(shipment.require(Shipment.NUMBER)))
        .list()
        .forEach(each -> later.add(each.ref()));
    return later;
  }

  private Map<Column, String> values(OrderLine line, BigDecimal quantity, BigDecimal open) {
    return Map.of(
        Column.ORDERED, format.number(line.must(OrderLine.QUANTITY)),
        Column.SHIPPED, format.number(quantity),
        Column.OPEN, format.number(open),
        Column.UNIT, format.unit(line.raw(OrderLine.UNIT)));
  }
}
