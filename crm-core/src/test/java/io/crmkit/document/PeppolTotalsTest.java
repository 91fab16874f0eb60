package io.crmkit.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Money;
import io.crmkit.testing.RealData;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every sum in the example documents of PEPPOL BIS Billing 3.0 comes out to the cent. */
class PeppolTotalsTest {
  @TestFactory
  Stream<DynamicTest> every_sum_of_the_peppol_documents_is_reproduced() throws Exception {
    Path folder = RealData.path("quote_tax");
    List<Path> documents;
    try (Stream<Path> files = Files.list(folder)) {
      documents = files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    assertTrue(documents.size() >= 12, documents::toString);
    return documents.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element document = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    String currency = text(document, "DocumentCurrencyCode");
    Element sums = child(document, "LegalMonetaryTotal");
    RoundingRule rule = RoundingRule.of(currency);
    if (find(sums, "PayableRoundingAmount") != null) {
      rule = rule.payableStep("1"); // whole crowns
    }
    List<DocumentLine> lines = new ArrayList<>();
    List<Money> nets = new ArrayList<>();
    for (String name : List.of("InvoiceLine", "CreditNoteLine")) {
      for (Element line : children(document, name)) {
        lines.add(line(line));
        nets.add(money(line, "LineExtensionAmount"));
      }
    }
    assertTrue(!lines.isEmpty());
    List<Adjustment> adjustments = new ArrayList<>();
    for (Element each : children(document, "AllowanceCharge")) {
      adjustments.add(
          new Adjustment(isCharge(each), money(each, "Amount"), tax(child(each, "TaxCategory"))));
    }
    Money prepaid = optional(sums, "PrepaidAmount", currency);
    Totals totals = Totals.of(currency, rule, lines, adjustments, prepaid);

    assertEquals(nets, totals.lines());
    assertEquals(money(sums, "LineExtensionAmount"), totals.lineTotal());
    assertEquals(optional(sums, "AllowanceTotalAmount", currency), totals.allowances());
    assertEquals(optional(sums, "ChargeTotalAmount", currency), totals.charges());
    assertEquals(money(sums, "TaxExclusiveAmount"), totals.taxExclusive());
    assertEquals(money(sums, "TaxInclusiveAmount"), totals.taxInclusive());
    assertEquals(optional(sums, "PayableRoundingAmount", currency), totals.rounding());
    assertEquals(money(sums, "PayableAmount"), totals.payable());
    Element taxes =
        children(document, "TaxTotal").stream()
            .filter(each -> !children(each, "TaxSubtotal").isEmpty())
            .findFirst()
            .orElseThrow();
    assertEquals(money(taxes, "TaxAmount"), totals.tax());
    Map<Tax, TaxGroup> expected = new TreeMap<>();
    for (Element each : children(taxes, "TaxSubtotal")) {
      Tax tax = tax(child(each, "TaxCategory"));
      expected.put(tax, new TaxGroup(tax, money(each, "TaxableAmount"), money(each, "TaxAmount")));
    }
    assertEquals(List.copyOf(expected.values()), totals.taxGroups());
  }

  private static DocumentLine line(Element line) {
    String quantity =
        find(line, "InvoicedQuantity") == null ? "CreditedQuantity" : "InvoicedQuantity";
    Element price = child(line, "Price");
    Element base = find(price, "BaseQuantity");
    Element item = child(line, "Item");
    Money allowance = Money.zero(price(price).currency());
    Money charge = allowance;
    for (Element each : children(line, "AllowanceCharge")) {
      Money amount = money(each, "Amount");
      if (isCharge(each)) {
        charge = charge.plus(amount);
      } else {
        allowance = allowance.plus(amount);
      }
    }
    return DocumentLine.of(
            new BigDecimal(text(line, quantity)),
            price(price),
            tax(child(item, "ClassifiedTaxCategory")))
        .priceFor(base == null ? BigDecimal.ONE : new BigDecimal(base.getTextContent().strip()))
        .adjusted(allowance, charge);
  }

  private static Money price(Element price) {
    return money(price, "PriceAmount");
  }

  private static boolean isCharge(Element allowanceOrCharge) {
    return Boolean.parseBoolean(text(allowanceOrCharge, "ChargeIndicator"));
  }

  private static Tax tax(Element category) {
    Element percent = find(category, "Percent");
    return new Tax(
        text(category, "ID"),
        percent == null ? BigDecimal.ZERO : new BigDecimal(percent.getTextContent().strip()));
  }

  private static Money optional(Element parent, String name, String currency) {
    return find(parent, name) == null ? Money.zero(currency) : money(parent, name);
  }

  private static Money money(Element parent, String name) {
    Element amount = child(parent, name);
    return Money.of(amount.getTextContent().strip(), amount.getAttribute("currencyID"));
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent().strip();
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static @Nullable Element find(Element parent, String name) {
    return children(parent, name).stream().findFirst().orElse(null);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
