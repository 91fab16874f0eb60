package io.crmkit.testing;

import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Ref;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a company writes with somebody in the course of a sale, with the name of that person
 * wherever one may stand.
 *
 * @param declined the first revision, which never changes
 * @param accepted the second one
 * @param order partly shipped, returned and cancelled
 */
public record Papers(Ref<Quote> declined, Ref<Quote> accepted, Ref<SalesOrder> order) {
  /** Writes them. */
  public static Papers with(Session who, Customer customer, Contact contact, String name) {
    Quote first =
        who.quotes()
            .draft(
                customer,
                q ->
                    q.set(Quote.TITLE, "40 seats")
                        .set(Quote.CONTACT, contact)
                        .set(Quote.CURRENCY, "EUR")
                        .set(Quote.INTRODUCTION, "Dear " + name));
    Quote sent =
        who.quotes()
            .send(
                who.quotes()
                    .edit(
                        first,
                        e ->
                            e.line(
                                l ->
                                    l.set(QuoteLine.NAME, "Seat")
                                        .set(QuoteLine.QUANTITY, BigDecimal.TEN)
                                        .set(QuoteLine.UNIT_PRICE, Fixtures.eur("300")))));
    Quote declined = who.quotes().decline(sent, name + " finds it too dear");
    Quote accepted = who.quotes().accept(who.quotes().send(who.quotes().revise(declined)));
    SalesOrder order =
        who.orders()
            .update(
                who.orders().from(accepted),
                o -> o.set(SalesOrder.CUSTOMER_REFERENCE, "ordered by " + name));
    order = who.orders().confirm(order);
    order =
        who.orders()
            .ship(
                order,
                s -> s.set(Shipment.CARRIER, "DHL").set(Shipment.TRACKING_NUMBER, "1Z" + name),
                List.of(Item.of(1, "4")));
    order = who.orders().takeBack(order, name + " wants another colour", List.of(Item.of(1, "1")));
    order = who.orders().cancel(order, name + " has changed her mind");
    attach(who, order.ref(), name);
    return new Papers(declined.ref(), accepted.ref(), order.ref());
  }

  private static void attach(Session who, Ref<?> about, String name) {
    try {
      who.attachments()
          .attach(
              about,
              name + ".txt",
              "text/plain",
              new ByteArrayInputStream(("signed " + name).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
