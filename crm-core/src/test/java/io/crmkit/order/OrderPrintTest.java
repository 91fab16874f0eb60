package io.crmkit.order;

import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactPoint;
import io.crmkit.customer.Customer;
import io.crmkit.document.Adjustment;
import io.crmkit.document.HtmlPrinter;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PdfPrinter;
import io.crmkit.document.PrintedDocument;
import io.crmkit.document.PrintedDocument.Column;
import io.crmkit.document.Tax;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Confirmations of orders and delivery notes on paper. */
class OrderPrintTest extends CrmTest {
  static final Letterhead FROM =
      new Letterhead(
          "Nordlicht Systems GmbH",
          "Software for sales teams",
          List.of("Hafenstrasse 12", "20457 Hamburg", "+49 40 1234560", "www.nordlicht.example"),
          List.of("VAT ID DE123456789", "IBAN DE89 3704 0044 0532 0130 00"),
          Letterhead.BLUE);

  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  private static Address address(String line, String city, String code, String country) {
    return Address.builder().line(line).city(city).postalCode(code).country(country).build();
  }

  static SalesOrder inEnglish(Session ada) {
    ada.quotes()
        .terms()
        .create(
            d ->
                d.set(QuoteTerms.CODE, QuoteTerms.STANDARD)
                    .set(QuoteTerms.TAX_RATE, new BigDecimal("19"))
                    .set(QuoteTerms.TERMS, "Payment within 30 days without deduction."));
    Customer acme =
        ada.customers()
            .create(
                d ->
                    d.set(Customer.NAME, "Acme & Sons <Ltd>")
                        .set(
                            Customer.ADDRESS,
                            address("221B Baker Street", "London", "NW1 6XE", "GB")));
    ada.customers()
        .addPoint(
            acme,
            d ->
                d.set(ContactPoint.ADDRESS, address("Dock 7, Gate B", "London", "E16 2QU", "GB"))
                    .set(ContactPoint.PURPOSE, "delivery"));
    Contact eve = ada.customers().addContact(acme, d -> d.set(Contact.NAME, "Eve Holmes"));
    SalesOrder order =
        ada.orders()
            .draft(
                acme,
                d ->
                    d.set(SalesOrder.CONTACT, eve)
                        .set(SalesOrder.CUSTOMER_REFERENCE, "PO 2027-118")
                        .set(SalesOrder.PROMISED_ON, LocalDate.parse("2027-03-12")));
    return ada.orders()
        .edit(
            order,
            e ->
                e.line(
                        d ->
                            line(d, "Terminal, 15 inch", "10", "piece", "480")
                                .set(OrderLine.DISCOUNT, new BigDecimal("7.5"))
                                .set(OrderLine.DESCRIPTION, "Touch screen, with stand and cables."))
                    .line(d -> line(d, "Receipt paper, 80 mm", "120", "piece", "1.035"))
                    .line(
                        d ->
                            line(d, "Installation on site", "1.5", "day", "1120")
                                .set(OrderLine.PROMISED_ON, LocalDate.parse("2027-03-19")))
                    .adjust(
                        Adjustment.Kind.CHARGE,
                        "Freight",
                        eur("85"),
                        new Tax(Tax.STANDARD, new BigDecimal("19"))));
  }

  private static Draft<OrderLine> line(
      Draft<OrderLine> d, String name, String quantity, String unit, String price) {
    return d.set(OrderLine.NAME, name)
        .set(OrderLine.QUANTITY, new BigDecimal(quantity))
        .set(OrderLine.UNIT, unit)
        .set(OrderLine.UNIT_PRICE, eur(price));
  }

  static SalesOrder inChinese(Session ada) {
    Customer lan =
        ada.customers()
            .create(
                d ->
                    d.set(Customer.NAME, "上海蓝天贸易有限公司")
                        .set(Customer.ADDRESS, address("南京西路1266号", "上海市", "200040", "CN")));
    SalesOrder order =
        ada.orders()
            .draft(
                lan,
                d ->
                    d.set(SalesOrder.CURRENCY, "CNY")
                        .set(SalesOrder.LANGUAGE, "zh-CN")
                        .set(SalesOrder.CUSTOMER_REFERENCE, "LT-0042")
                        .set(SalesOrder.PROMISED_ON, LocalDate.parse("2027-03-12"))
                        .set(SalesOrder.TERMS, "款项请于三十日内付清。"));
    return ada.orders()
        .edit(
            order,
            e ->
                e.line(
                        d ->
                            line(d, "收银终端，15英寸", "10", "piece", "1")
                                .set(OrderLine.DESCRIPTION, "触摸屏，含支架和线缆。")
                                .set(OrderLine.UNIT_PRICE, Money.of("3680", "CNY")))
                    .line(
                        d ->
                            line(d, "打印纸，80毫米", "120", "piece", "1")
                                .set(OrderLine.UNIT_PRICE, Money.of("7.5", "CNY"))));
  }

  private static List<String> facts(PrintedDocument printed) {
    return printed.facts().stream().map(fact -> fact.label() + "=" + fact.value()).toList();
  }

  private static List<String> column(PrintedDocument printed, Column column) {
    return printed.sections().stream()
        .flatMap(section -> section.rows().stream())
        .map(row -> row.value(column))
        .toList();
  }

  @Test
  void a_confirmation_says_what_was_ordered_for_how_much_and_for_when() {
    SalesOrder order = inEnglish(ada);
    PrintedDocument draft = ada.orders().print(order, FROM);
    assertEquals("Order", draft.heading());
    assertTrue(facts(draft).contains("Date=Draft"), facts(draft)::toString);
    PrintedDocument printed = ada.orders().print(ada.orders().confirm(order), FROM);
    assertEquals("Order confirmation", printed.heading());
    assertEquals("SO-2027-00001", printed.number());
    assertEquals(
        List.of("Acme & Sons <Ltd>", "Eve Holmes", "221B Baker Street", "London", "NW1 6XE"),
        printed.recipient().subList(0, 5));
    assertEquals(
        List.of(
            "Number=SO-2027-00001",
            "Date=March 1, 2027",
            "Your reference=PO 2027-118",
            "Delivery by=March 12, 2027"),
        facts(printed));
    assertEquals(List.of("4,440.00", "124.20", "1,680.00"), column(printed, Column.AMOUNT));
    assertEquals(List.of("7.5 %", "", ""), column(printed, Column.DISCOUNT));
    assertEquals(
        "Delivery by: March 19, 2027", printed.sections().get(0).rows().get(2).description());
    assertEquals(
        List.of(
            "Sum of lines=6,244.20",
            "Freight=85.00",
            "Net amount=6,329.20",
            "VAT 19 %=1,202.55",
            "Total=EUR 7,531.75"),
        printed.sums().stream().map(sum -> sum.label() + "=" + sum.value()).toList());
    assertEquals("Payment within 30 days without deduction.", printed.terms());
  }

  @Test
  void a_confirmation_stays_the_same_whatever_becomes_of_the_order() {
    SalesOrder order = ada.orders().confirm(inEnglish(ada));
    byte[] once = HtmlPrinter.standard().print(ada.orders().print(order, FROM));
    order = ada.orders().ship(order, s -> {}, List.of(Item.of(1, "4")));
    order = ada.orders().cancel(order, "out of stock", List.of(Item.of(2, "20")));
    assertArrayEquals(once, HtmlPrinter.standard().print(ada.orders().print(order, FROM)));
    SalesOrder gone = ada.orders().cancel(ada.orders().confirm(inChinese(ada)), "x");
    assertTrue(facts(ada.orders().print(gone, FROM)).contains("状态=已取消"));
  }

  @Test
  void a_delivery_note_says_how_many_are_in_it_and_how_many_follow() {
    SalesOrder order = ada.orders().confirm(inEnglish(ada));
    clock.advance(Duration.ofDays(2));
    order =
        ada.orders()
            .ship(
                order,
                s ->
                    s.set(Shipment.CARRIER, "Harbour Express")
                        .set(Shipment.TRACKING_NUMBER, "1Z999"),
                List.of(Item.of(1, "4"), Item.of(2, "120")));
    clock.advance(Duration.ofDays(1));
    order = ada.orders().ship(order, s -> {}, List.of(Item.of(1, "2")));
    List<Shipment> shipments = ada.orders().shipments(order);
    PrintedDocument first = ada.orders().print(shipments.get(0), FROM);
    assertEquals("Delivery note", first.heading());
    assertEquals("SO-2027-00001/1", first.number());
    assertEquals(
        List.of("Acme & Sons <Ltd>", "Eve Holmes", "Dock 7, Gate B"),
        first.recipient().subList(0, 3));
    assertEquals(
        List.of(
            "Order=SO-2027-00001",
            "Your reference=PO 2027-118",
            "Shipped on=March 3, 2027",
            "Carrier=Harbour Express",
            "Tracking no.=1Z999"),
        facts(first));
    assertEquals(List.of("10", "120"), column(first, Column.ORDERED));
    assertEquals(List.of("4", "120"), column(first, Column.SHIPPED));
    assertEquals(List.of("6", "0"), column(first, Column.OPEN), "when it went off");
    assertEquals(List.of("Received on", "Name and signature"), first.signatures());
    PrintedDocument second = ada.orders().print(shipments.get(1), FROM);
    assertEquals("SO-2027-00001/2", second.number());
    assertEquals(List.of("2"), column(second, Column.SHIPPED));
    assertEquals(List.of("4"), column(second, Column.OPEN));
    assertFalse(HtmlPrinter.standard().text(second).contains("EUR"), "prices are nobody's concern");
  }

  @Test
  void an_order_of_a_quote_is_printed_in_the_language_and_with_the_terms_of_the_quote() {
    Customer lan = ada.customers().create(d -> d.set(Customer.NAME, "上海蓝天贸易有限公司"));
    Quote quote =
        ada.quotes()
            .draft(
                lan,
                d ->
                    d.set(Quote.TITLE, "收银终端")
                        .set(Quote.LANGUAGE, "zh-CN")
                        .set(Quote.TERMS, "款项请于三十日内付清。"));
    quote =
        ada.quotes()
            .edit(
                quote,
                e ->
                    e.line(
                        d -> d.set(QuoteLine.NAME, "收银终端").set(QuoteLine.UNIT_PRICE, eur("480"))));
    SalesOrder order = ada.orders().from(ada.quotes().accept(ada.quotes().send(quote)));
    PrintedDocument printed = ada.orders().print(ada.orders().confirm(order), FROM);
    assertEquals("订单确认书", printed.heading());
    assertEquals("款项请于三十日内付清。", printed.terms());
  }

  @Test
  void html_and_pdf_show_the_same() throws IOException {
    SalesOrder order = ada.orders().confirm(inEnglish(ada));
    order = ada.orders().ship(order, s -> {}, List.of(Item.of(1, "4")));
    PrintedDocument note = ada.orders().print(ada.orders().shipments(order).get(0), FROM);
    String html = HtmlPrinter.standard().text(note);
    assertTrue(html.contains("Acme &amp; Sons &lt;Ltd&gt;") && !html.contains("{{"), html);
    PdfTextExtractor text = new PdfTextExtractor(new PdfReader(PdfPrinter.standard().print(note)));
    for (String each :
        List.of("Delivery note", "SO-2027-00001/1", "To follow", "Name and signature")) {
      assertTrue(html.contains(each), each);
      assertTrue(text.getTextFromPage(1).contains(each), each);
    }
  }

  @Test
  void a_pdf_in_chinese_is_one_page_with_a_font_of_its_characters() throws IOException {
    Path font = Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
    Assumptions.assumeTrue(Files.exists(font), "skipped: no Chinese font at " + font);
    SalesOrder order = ada.orders().shipAll(ada.orders().confirm(inChinese(ada)), s -> {});
    PrintedDocument note = ada.orders().print(ada.orders().shipments(order).get(0), FROM);
    assertEquals("送货单", note.heading());
    for (PrintedDocument each : List.of(note, ada.orders().print(order, FROM))) {
      byte[] pdf = PdfPrinter.with(font).print(each);
      assertTrue(pdf.length < 200_000, "the whole font was embedded: " + pdf.length);
      assertEquals(1, new PdfReader(pdf).getNumberOfPages());
    }
  }

  @Test
  void who_does_not_see_an_order_can_print_neither_it_nor_its_shipments() {
    SalesOrder order = ada.orders().shipAll(ada.orders().confirm(inEnglish(ada)), s -> {});
    Shipment shipment = ada.orders().shipments(order).get(0);
    policy.limit("bob", SalesOrder.TYPE, SalesOrder.NUMBER.is("another"));
    assertThrows(NotFoundException.class, () -> bob.orders().print(order, FROM));
    assertThrows(NotFoundException.class, () -> bob.orders().print(shipment, FROM));
  }
}
