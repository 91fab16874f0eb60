package io.crmkit.order;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.document.Adjustment;
import io.crmkit.document.DocumentText;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintFormat;
import io.crmkit.document.PrintedDocument;
import io.crmkit.document.PrintedDocument.Entry;
import io.crmkit.document.PrintedDocument.Row;
import io.crmkit.document.PrintedDocument.Section;
import io.crmkit.document.Totals;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes an order out for its reader: what was ordered, at which price, and for when. */
final class OrderPrint {
  private static final List<Field<?, ?>> TOLD =
      List.of(
          SalesOrder.NUMBER,
          SalesOrder.LANGUAGE,
          SalesOrder.STATE,
          SalesOrder.CONFIRMED_ON,
          SalesOrder.PROMISED_ON,
          SalesOrder.TERMS,
          OrderLine.POSITION,
          OrderLine.PROMISED_ON);

  private final Workspace space;
  private final SalesOrder order;
  private final DocumentText text;
  private final PrintFormat format;

  OrderPrint(Workspace space, SalesOrder order) {
    this.space = space;
    this.order = order;
    this.text =
        DocumentText.of(
            order.must(SalesOrder.LANGUAGE),
            order.must(SalesOrder.CURRENCY),
            order.rule().decimals());
    this.format = text.format();
  }

  /** The order for an actor who may read all that is on it. */
  static PrintedDocument of(Workspace space, SalesOrder order, Letterhead from) {
    OrderSums.requireReadable(space);
    space.requireReadable(OrderLine.FIELDS.texts());
    space.requireReadable(TOLD);
    OrderPrint print = new OrderPrint(space, order);
    List<Section> sections = print.sections();
    Totals totals = OrderSums.totals(space, order);
    return new PrintedDocument(
        print.text.language(),
        from,
        print.recipient(null),
        print.format.label(print.isDraft() ? "order" : "order_confirmation"),
        order.must(SalesOrder.NUMBER),
        null,
        print.facts(),
        null,
        print.text.currency(),
        DocumentText.columns(sections),
        sections,
        print.text.taxes(totals),
        print.text.sums(totals, print.adjustments()),
        order.raw(SalesOrder.TERMS),
        List.of());
  }

  DocumentText text() {
    return text;
  }

  private boolean isDraft() {
    return order.must(SalesOrder.STATE) == OrderState.DRAFT;
  }

  /** The customer with the person there, at an address or, where that is null, the usual one. */
  List<String> recipient(@Nullable Address address) {
    Customer customer = space.records(Customer.TYPE).get(order.must(SalesOrder.CUSTOMER));
    Ref<Contact> ref = order.get(SalesOrder.CONTACT);
    Contact contact = ref == null ? null : space.records(Contact.TYPE).find(ref).orElse(null);
    return text.recipient(
        customer, contact, address == null ? customer.get(Customer.ADDRESS) : address);
  }

  private List<Entry> facts() {
    List<Entry> facts = new ArrayList<>();
    facts.add(text.fact("number", order.must(SalesOrder.NUMBER)));
    facts.add(
        text.fact(
            "date",
            isDraft() ? format.label("draft") : format.date(order.raw(SalesOrder.CONFIRMED_ON))));
    text.addFact(facts, "your_reference", order.get(SalesOrder.CUSTOMER_REFERENCE));
    if (order.must(SalesOrder.STATE) == OrderState.CANCELLED) {
      text.addFact(facts, "state", SalesOrder.STATE.label(OrderState.CANCELLED, text.language()));
    }
    LocalDate promised = order.raw(SalesOrder.PROMISED_ON);
    if (promised != null) {
      facts.add(text.deadline("promised_on", promised));
    }
    return facts;
  }

  private List<Section> sections() {
    List<Row> rows = new ArrayList<>();
    for (OrderLine line : OrderSums.lines(space, order.ref())) {
      rows.add(promised(line, OrderLine.FIELDS.row(line, line.must(OrderLine.POSITION), text)));
    }
    return List.of(new Section(null, rows, null));
  }

  /** With the day that was promised for the line alone. */
  private Row promised(OrderLine line, Row row) {
    LocalDate day = line.raw(OrderLine.PROMISED_ON);
    if (day == null || day.equals(order.raw(SalesOrder.PROMISED_ON))) {
      return row;
    }
    String when = format.label("promised_on") + ": " + format.date(day);
    String said = Objects.requireNonNullElse(row.description(), "");
    return new Row(
        row.position(), row.name(), said.isEmpty() ? when : said + "\n" + when, row.values());
  }

  private List<Map.Entry<String, Adjustment>> adjustments() {
    return OrderSums.adjustments(space, order.ref()).stream()
        .map(each -> Map.entry(each.require(OrderAdjustment.REASON), each.adjustment()))
        .toList();
  }
}
