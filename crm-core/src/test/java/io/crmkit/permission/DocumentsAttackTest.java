package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Customer;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintedDocument;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.value.Money;
import io.crmkit.order.OrderLine;
import io.crmkit.order.Orders;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.Quotes;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotes and orders. */
class DocumentsAttackTest extends Besieged {
  private static final Letterhead SENDER = Letterhead.of("Sender");
  private static final Money PRICE = Money.of("77.31", "EUR");

  private Quote theirQuote;
  private SalesOrder theirOrder;

  @BeforeEach
  void theirDocuments() {
    theirQuote =
        ada.quotes()
            .edit(
                ada.quotes()
                    .draft(
                        theirs,
                        q ->
                            q.set(Quote.TITLE, CANARY)
                                .set(Quote.CURRENCY, "EUR")
                                .set(Quote.OWNER, victorUser)),
                e ->
                    e.line(
                        l ->
                            l.set(QuoteLine.NAME, CANARY)
                                .set(QuoteLine.QUANTITY, BigDecimal.ONE)
                                .set(QuoteLine.UNIT_PRICE, SECRET)));
    theirOrder =
        ada.orders()
            .edit(
                ada.orders()
                    .draft(
                        theirs,
                        o -> o.set(SalesOrder.CURRENCY, "EUR").set(SalesOrder.OWNER, victorUser)),
                e ->
                    e.line(
                        l ->
                            l.set(OrderLine.NAME, CANARY)
                                .set(OrderLine.QUANTITY, BigDecimal.ONE)
                                .set(OrderLine.UNIT_PRICE, SECRET)));
  }

  private static void requireNothing(Supplier<?> question) {
    Object told;
    try {
      told = question.get();
    } catch (CrmException refused) {
      requireSilent(refused);
      return;
    }
    assertEquals(List.of(), told);
  }

  private static void requireRefused(Runnable attempt) {
    requireSilent(assertThrows(NotFoundException.class, attempt::run));
  }

  private static void requireNoSuchReference(Runnable attempt) {
    ValidationException refused = assertThrows(ValidationException.class, attempt::run);
    assertEquals(
        List.of("violation.ref_missing"),
        refused.violations().stream().map(Violation::code).toList());
    requireSilent(refused);
  }

  @Test
  void attack_03_no_document_is_made_for_a_customer_out_of_sight() {
    requireNoSuchReference(() -> mallory.quotes().draft(theirs, q -> q.set(Quote.TITLE, "x")));
    requireNoSuchReference(() -> mallory.orders().draft(theirs, o -> {}));
  }

  @Test
  void attack_03_nothing_is_done_to_a_quote_out_of_sight() {
    Quotes hers = mallory.quotes();
    requireRefused(() -> hers.get(theirQuote.ref()));
    requireRefused(() -> hers.edit(theirQuote, e -> e.line(l -> l.set(QuoteLine.NAME, "x"))));
    requireRefused(() -> hers.send(theirQuote));
    Quote sent = ada.quotes().send(theirQuote);
    requireRefused(() -> hers.decline(sent, "x"));
    requireRefused(() -> hers.accept(sent));
    requireRefused(() -> hers.revise(sent));
    requireRefused(() -> mallory.orders().from(ada.quotes().accept(sent)));
    assertEquals(1, ada.quotes().query().count());
  }

  @Test
  void attack_03_nothing_is_done_to_an_order_out_of_sight() {
    Orders hers = mallory.orders();
    requireRefused(() -> hers.get(theirOrder.ref()));
    requireRefused(() -> hers.confirm(theirOrder));
    requireRefused(() -> hers.cancel(theirOrder, "x"));
    SalesOrder confirmed = ada.orders().confirm(theirOrder);
    requireRefused(() -> hers.shipAll(confirmed, s -> {}));
    requireRefused(() -> hers.cancel(confirmed, "x"));
    requireRefused(() -> hers.close(confirmed));
    String number = confirmed.require(SalesOrder.NUMBER);
    assertEquals(
        assertThrows(CrmException.class, () -> hers.status("nothing"))
            .getMessage()
            .replace("nothing", "*"),
        assertThrows(CrmException.class, () -> hers.status(number))
            .getMessage()
            .replace(number, "*"));
    assertEquals(
        confirmed.version(), ada.orders().get(confirmed.ref()).version(), "nobody has touched it");
  }

  @Test
  void attack_13_the_lines_of_a_document_out_of_sight_are_listed_nowhere() {
    requireNothing(() -> mallory.quotes().lines(theirQuote));
    requireNothing(() -> mallory.quotes().revisions(theirQuote));
    requireNothing(() -> mallory.records(QuoteLine.TYPE).query().list());
    requireNothing(() -> mallory.orders().lines(theirOrder));
    requireNothing(() -> mallory.orders().shipments(theirOrder));
    requireNothing(() -> mallory.records(OrderLine.TYPE).query().list());
    assertFalse(ada.orders().lines(theirOrder).isEmpty());
  }

  @Test
  void attack_18_a_document_out_of_sight_is_not_printed() {
    requireRefused(() -> mallory.quotes().print(theirQuote, SENDER));
    requireRefused(() -> mallory.quotes().totals(theirQuote));
    requireRefused(() -> mallory.orders().print(theirOrder, SENDER));
    requireRefused(() -> mallory.orders().totals(theirOrder));
    Shipment shipped = shipment(ada.orders().confirm(theirOrder));
    requireRefused(() -> mallory.orders().print(shipped, SENDER));
    assertTrue(ada.quotes().print(theirQuote, SENDER).toString().contains(CANARY));
  }

  @Test
  void attack_18_no_paper_and_no_sum_tells_a_hidden_price() {
    Quote quote = myQuote();
    SalesOrder order = ada.orders().confirm(myOrder());
    Shipment shipped = shipment(order);
    assertTrue(tells(mallory.quotes().print(quote, SENDER)), "what is not hidden is printed");
    assertTrue(tells(mallory.orders().print(order, SENDER)));
    for (Field<?, ?> hidden : List.of(QuoteLine.UNIT_PRICE, OrderLine.UNIT_PRICE)) {
      ada.permissions().limit(seller, hidden, FieldRight.HIDDEN);
    }
    requireDenied(() -> mallory.quotes().print(quote, SENDER));
    requireDenied(() -> mallory.quotes().totals(quote));
    requireDenied(() -> mallory.orders().print(order, SENDER));
    requireDenied(() -> mallory.orders().totals(order));
    assertFalse(tells(mallory.orders().print(shipped, SENDER)), "a delivery note has no prices");
  }

  @Test
  void attack_18_no_paper_and_no_sum_tells_a_masked_total() {
    Quote quote = myQuote();
    SalesOrder order = ada.orders().confirm(myOrder());
    ada.permissions().limit(seller, Quote.TOTAL, FieldRight.MASKED);
    ada.permissions().limit(seller, SalesOrder.TOTAL, FieldRight.MASKED);
    requireDenied(() -> mallory.quotes().print(quote, SENDER));
    requireDenied(() -> mallory.quotes().totals(quote));
    requireDenied(() -> mallory.orders().print(order, SENDER));
    requireDenied(() -> mallory.orders().totals(order));
  }

  @Test
  void attack_18_a_paper_leaves_out_what_is_hidden_of_persons() {
    Quote quote = myQuote();
    SalesOrder order = myOrder();
    ada.permissions().limit(seller, Quote.INTRODUCTION, FieldRight.HIDDEN);
    ada.permissions().limit(seller, SalesOrder.CUSTOMER_REFERENCE, FieldRight.HIDDEN);
    ada.permissions().limit(seller, Customer.ADDRESS, FieldRight.HIDDEN);
    assertTrue(mallory.quotes().print(quote, SENDER).recipient().contains("Mia"));
    ada.permissions().limit(seller, Quote.CONTACT, FieldRight.HIDDEN);
    ada.permissions().limit(seller, SalesOrder.CONTACT, FieldRight.HIDDEN);
    assertFalse(mallory.quotes().print(quote, SENDER).recipient().contains("Mia"));
    assertFalse(mallory.orders().print(order, SENDER).recipient().contains("Mia"));
    requireSilent(mallory.quotes().print(quote, SENDER));
    requireSilent(mallory.orders().print(order, SENDER));
    assertTrue(ada.quotes().print(quote, SENDER).toString().contains(CANARY));
    assertTrue(ada.orders().print(order, SENDER).toString().contains(CANARY));
  }

  private Shipment shipment(SalesOrder order) {
    return ada.orders().shipments(ada.orders().shipAll(order, s -> {})).get(0);
  }

  private Quote myQuote() {
    return ada.quotes()
        .edit(
            ada.quotes()
                .draft(
                    mine,
                    q ->
                        q.set(Quote.TITLE, "Stones")
                            .set(Quote.CURRENCY, "EUR")
                            .set(Quote.INTRODUCTION, CANARY)
                            .set(Quote.CONTACT, atMine)
                            .set(Quote.OWNER, malloryUser)),
            e ->
                e.line(
                    l ->
                        l.set(QuoteLine.NAME, "Stone")
                            .set(QuoteLine.QUANTITY, BigDecimal.ONE)
                            .set(QuoteLine.UNIT_PRICE, PRICE)));
  }

  private SalesOrder myOrder() {
    return ada.orders()
        .edit(
            ada.orders()
                .draft(
                    mine,
                    o ->
                        o.set(SalesOrder.CURRENCY, "EUR")
                            .set(SalesOrder.CUSTOMER_REFERENCE, CANARY)
                            .set(SalesOrder.CONTACT, atMine)
                            .set(SalesOrder.OWNER, malloryUser)),
            e ->
                e.line(
                    l ->
                        l.set(OrderLine.NAME, "Stone")
                            .set(OrderLine.QUANTITY, BigDecimal.ONE)
                            .set(OrderLine.UNIT_PRICE, PRICE)));
  }

  private static boolean tells(PrintedDocument paper) {
    return paper.toString().contains("77.31");
  }

  private static void requireDenied(Runnable attempt) {
    AccessDeniedException refused = assertThrows(AccessDeniedException.class, attempt::run);
    assertFalse(refused.getMessage().contains("77"), refused.getMessage());
  }

  @Test
  void attack_32_a_document_made_of_a_deal_does_not_tell_its_hidden_amount() {
    Opportunity seen = mallory.opportunities().get(myDeal.ref());
    try {
      Quote quote = mallory.quotes().draft(seen);
      for (QuoteLine line : mallory.quotes().lines(quote)) {
        requireNoHundred(line.get(QuoteLine.UNIT_PRICE));
      }
      requireNoHundred(mallory.quotes().totals(quote));
    } catch (CrmException refused) {
      requireSilent(refused);
    }
    Opportunity won = mallory.pipeline().win(seen, "x");
    try {
      SalesOrder order = mallory.orders().from(won);
      for (OrderLine line : mallory.orders().lines(order)) {
        requireNoHundred(line.get(OrderLine.UNIT_PRICE));
      }
    } catch (CrmException refused) {
      requireSilent(refused);
    }
  }

  private static void requireNoHundred(Object told) {
    assertFalse(String.valueOf(told).contains("100"), () -> "the hidden amount: " + told);
  }
}
