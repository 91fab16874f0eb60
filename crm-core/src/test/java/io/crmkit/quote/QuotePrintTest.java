package io.crmkit.quote;

import static io.crmkit.testing.Fixtures.aDeal;
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
import io.crmkit.customer.Customer;
import io.crmkit.document.DocumentPrinter;
import io.crmkit.document.HtmlPrinter;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PdfPrinter;
import io.crmkit.document.PrintedDocument;
import io.crmkit.document.PrintedDocument.Column;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class QuotePrintTest extends CrmTest {
  static final Letterhead FROM =
      new Letterhead(
          "Nordlicht Systems GmbH",
          "Software for people who sell",
          List.of(
              "Speicherstraße 12 · 20457 Hamburg",
              "Germany",
              "+49 40 1234567",
              "sales@nordlicht.example"),
          List.of("VAT DE123456789", "Hamburg HRB 12345", "IBAN DE02 1203 0000 0000 2020 51"),
          Letterhead.BLUE);

  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  static Quote inEnglish(Session ada) {
    ada.quotes()
        .terms()
        .create(
            d ->
                d.set(QuoteTerms.CODE, QuoteTerms.STANDARD)
                    .set(QuoteTerms.TAX_RATE, new BigDecimal("19"))
                    .set(
                        QuoteTerms.TERMS,
                        "Payment within 30 days without deduction.\n"
                            + "Delivery four weeks after your order, free to your door."));
    Customer acme =
        ada.customers()
            .create(
                d ->
                    d.set(Customer.NAME, "Acme & Sons <Ltd>")
                        .set(
                            Customer.ADDRESS,
                            Address.builder()
                                .line("221B Baker Street")
                                .city("London")
                                .postalCode("NW1 6XE")
                                .country("GB")
                                .build()));
    Contact eve = ada.customers().addContact(acme, d -> d.set(Contact.NAME, "Eve Holmes"));
    Quote quote =
        ada.quotes()
            .draft(
                acme,
                d ->
                    d.set(Quote.TITLE, "CRM for your sales team of forty")
                        .set(Quote.CONTACT, eve)
                        .set(
                            Quote.INTRODUCTION,
                            "Thank you for the good talk last week. We are pleased to offer:"));
    return ada.quotes()
        .edit(
            quote,
            e ->
                e.group(
                        "Licences",
                        g ->
                            g.line(
                                    d ->
                                        line(d, "Seat, professional", "40", "year", "300")
                                            .set(QuoteLine.DISCOUNT, new BigDecimal("7.5"))
                                            .set(
                                                QuoteLine.DESCRIPTION,
                                                "All features, for one named user.\nUpdates included."))
                                .line(d -> line(d, "Seat, read only", "12", "year", "49.9")))
                    .group(
                        "Services",
                        g ->
                            g.line(
                                    d ->
                                        line(d, "Bringing your data over", "2.5", "day", "1120")
                                            .set(
                                                QuoteLine.DESCRIPTION,
                                                "From spreadsheets and the system before, checked with you."))
                                .line(
                                    d ->
                                        line(d, "Printed manual", "3", "piece", "28.035")
                                            .set(QuoteLine.TAX_RATE, new BigDecimal("7"))))
                    .allowance("Introductory rebate", eur("500"))
                    .charge("Travel", eur("180"))
                    .set(d -> d.set(Quote.PREPAID, eur("1000"))));
  }

  static Draft<QuoteLine> line(
      Draft<QuoteLine> d, String name, String quantity, String unit, String price) {
    return d.set(QuoteLine.NAME, name)
        .set(QuoteLine.QUANTITY, new BigDecimal(quantity))
        .set(QuoteLine.UNIT, unit)
        .set(QuoteLine.UNIT_PRICE, eur(price));
  }

  static Quote inChinese(Session ada) {
    Customer lan =
        ada.customers()
            .create(
                d ->
                    d.set(Customer.NAME, "上海蓝天贸易有限公司")
                        .set(
                            Customer.ADDRESS,
                            Address.builder()
                                .line("南京西路1266号 恒隆广场 2208室")
                                .city("静安区")
                                .region("上海市")
                                .postalCode("200040")
                                .country("CN")
                                .build()));
    Contact wang = ada.customers().addContact(lan, d -> d.set(Contact.NAME, "王小明"));
    Quote quote =
        ada.quotes()
            .draft(
                lan,
                d ->
                    d.set(Quote.TITLE, "客户关系管理系统，四十个用户")
                        .set(Quote.CURRENCY, "CNY")
                        .set(Quote.LANGUAGE, "zh-CN")
                        .set(Quote.CONTACT, wang)
                        .set(Quote.INTRODUCTION, "感谢贵公司的信任。根据上周的沟通，我们谨提供如下报价：")
                        .set(Quote.TERMS, "款项请于三十日内付清。\n收到订单后四周内交付，含运费。"));
    BigDecimal thirteen = new BigDecimal("13");
    return ada.quotes()
        .edit(
            quote,
            e ->
                e.group(
                        "软件许可",
                        g ->
                            g.line(
                                d ->
                                    d.set(QuoteLine.NAME, "专业版用户")
                                        .set(QuoteLine.DESCRIPTION, "全部功能，每名用户一年，含升级服务。")
                                        .set(QuoteLine.QUANTITY, new BigDecimal("40"))
                                        .set(QuoteLine.UNIT, "year")
                                        .set(QuoteLine.UNIT_PRICE, Money.of("2400", "CNY"))
                                        .set(QuoteLine.DISCOUNT, new BigDecimal("5"))
                                        .set(QuoteLine.TAX_RATE, thirteen)))
                    .group(
                        "实施服务",
                        g ->
                            g.line(
                                d ->
                                    d.set(QuoteLine.NAME, "数据迁移与培训")
                                        .set(QuoteLine.QUANTITY, new BigDecimal("6"))
                                        .set(QuoteLine.UNIT, "day")
                                        .set(QuoteLine.UNIT_PRICE, Money.of("3500", "CNY"))
                                        .set(QuoteLine.TAX_RATE, new BigDecimal("6")))));
  }

  @Test
  void a_quote_is_printed_in_the_language_of_its_reader() {
    Quote sent = ada.quotes().send(inEnglish(ada));
    PrintedDocument printed = ada.quotes().print(sent, FROM);
    assertEquals(
        List.of("Acme & Sons <Ltd>", "Eve Holmes", "221B Baker Street", "London", "NW1 6XE"),
        printed.recipient().subList(0, 5));
    assertEquals("Quote", printed.heading());
    assertEquals("March 1, 2027", printed.facts().get(1).value());
    assertEquals(List.of("Licences", "Services"), titles(printed));
    assertEquals("11,698.80", printed.sections().get(0).subtotal());
    assertEquals("28.035", printed.sections().get(1).rows().get(1).value(Column.UNIT_PRICE));
    assertEquals("84.11", printed.sections().get(1).rows().get(1).value(Column.AMOUNT));
    assertEquals(
        List.of(
            "Sum of lines=14,582.91",
            "Introductory rebate=-500.00",
            "Travel=180.00",
            "Net amount=14,262.91",
            "VAT 19 %=2,693.97",
            "VAT 7 %=5.89",
            "Total=EUR 16,962.77",
            "Prepaid=-1,000.00",
            "Payable=EUR 15,962.77"),
        printed.sums().stream().map(sum -> sum.label() + "=" + sum.value()).toList());
    PrintedDocument chinese = ada.quotes().print(inChinese(ada), FROM);
    assertEquals("报价单", chinese.heading());
    assertEquals("草稿", chinese.facts().get(1).value());
    assertEquals("2027年3月31日", chinese.facts().get(2).value());
    assertEquals(
        List.of("上海蓝天贸易有限公司", "王小明", "200040", "上海市静安区", "南京西路1266号 恒隆广场 2208室"),
        chinese.recipient());
    assertEquals("价税合计", chinese.sums().get(chinese.sums().size() - 1).label());
  }

  private static List<String> titles(PrintedDocument printed) {
    return printed.sections().stream().map(s -> Objects.requireNonNull(s.title())).toList();
  }

  @Test
  void html_escapes_what_people_have_typed() {
    Quote quote = inEnglish(ada);
    String html = HtmlPrinter.standard().text(ada.quotes().print(quote, FROM));
    assertTrue(html.contains("Acme &amp; Sons &lt;Ltd&gt;"));
    assertFalse(html.contains("<Ltd>"));
    assertTrue(
        html.contains(
            "@bottom-right { content: \"Page \" counter(page) \" of \" counter(pages) \"\""));
    assertTrue(html.contains("EUR 15,962.77"));
    assertFalse(html.contains("{{"));
  }

  @Test
  void html_is_printed_in_a_form_of_the_hosts_own() {
    PrintedDocument printed = ada.quotes().print(inEnglish(ada), FROM);
    HtmlPrinter own =
        HtmlPrinter.of(
            "{{heading}} {{number}}:{{#sections}}{{#rows}} {{position}}={{name}}{{/rows}}{{/sections}}");
    assertEquals(
        "Quote Q-2027-00001: 1=Seat, professional 2=Seat, read only"
            + " 3=Bringing your data over 4=Printed manual",
        own.text(printed));
    assertEquals("text/html", own.mediaType());
    assertEquals(
        "document.template",
        assertThrows(InvalidRequestException.class, () -> HtmlPrinter.of("{{#rows}}")).code());
    assertEquals(
        "document.template",
        assertThrows(
                InvalidRequestException.class, () -> HtmlPrinter.of("{{nosuch}}").text(printed))
            .code());
  }

  @Test
  void a_pdf_of_many_lines_repeats_its_head_and_numbers_its_pages() throws IOException {
    Quote quote = ada.quotes().draft(ada.pipeline().open(customer(), aDeal("Many")));
    Quote many =
        ada.quotes()
            .edit(
                quote,
                e -> {
                  for (int i = 1; i <= 80; i++) {
                    String name = "Part " + i;
                    e.line(d -> line(d, name, "1", "piece", "10"));
                  }
                });
    DocumentPrinter printer = PdfPrinter.standard();
    assertEquals("application/pdf", printer.mediaType());
    PdfReader pdf = new PdfReader(printer.print(ada.quotes().print(many, FROM)));
    int pages = pdf.getNumberOfPages();
    assertTrue(pages >= 3, "pages: " + pages);
    PdfTextExtractor text = new PdfTextExtractor(pdf);
    for (int page = 1; page <= pages; page++) {
      String its = text.getTextFromPage(page);
      assertTrue(its.contains("Page " + page + " of"), its);
      assertTrue(its.strip().endsWith(Integer.toString(pages)), its);
      assertTrue(its.contains("Amount (EUR)") || page == pages, its);
    }
    assertTrue(text.getTextFromPage(pages).contains("EUR 800.00"), text.getTextFromPage(pages));
  }

  private Customer customer() {
    return ada.customers().create(d -> d.set(Customer.NAME, "Acme GmbH"));
  }

  @Test
  void a_pdf_in_chinese_embeds_a_font_with_its_characters() throws IOException {
    Path font = Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
    Assumptions.assumeTrue(Files.exists(font), "skipped: no Chinese font at " + font);
    PrintedDocument printed = ada.quotes().print(inChinese(ada), FROM);
    for (PdfPrinter printer : List.of(PdfPrinter.standard(), PdfPrinter.with(font))) {
      byte[] pdf = printer.print(printed);
      assertTrue(pdf.length < 200_000, "the whole font was embedded: " + pdf.length);
      assertEquals(1, new PdfReader(pdf).getNumberOfPages());
    }
  }

  @Test
  void without_a_font_it_says_what_is_missing_and_where_it_looked() {
    PrintedDocument printed = ada.quotes().print(inChinese(ada), FROM);
    CrmException refused =
        assertThrows(
            InvalidRequestException.class,
            () -> PdfPrinter.with(Path.of("/nowhere/font.ttf")).print(printed));
    assertEquals("document.no_font", refused.code());
    assertTrue(refused.getMessage().contains("/nowhere/font.ttf"), refused.getMessage());
    assertTrue(refused.getMessage().contains("上海蓝天"), refused.getMessage());
  }

  @Test
  void who_does_not_see_a_quote_cannot_print_it() {
    Quote quote = inEnglish(ada);
    policy.limit("bob", Quote.TYPE, Quote.NUMBER.is("another"));
    assertThrows(NotFoundException.class, () -> bob.quotes().print(quote, FROM));
    byte[] once = HtmlPrinter.standard().print(ada.quotes().print(quote, FROM));
    assertArrayEquals(once, HtmlPrinter.standard().print(ada.quotes().print(quote, FROM)));
  }
}
