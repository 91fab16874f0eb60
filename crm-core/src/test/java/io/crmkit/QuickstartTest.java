package io.crmkit;

import static io.crmkit.sales.StageCategory.OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.value.Money;
import io.crmkit.order.SalesOrder;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageCategory;
import io.crmkit.service.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first page of the README is this code, word for word. */
class QuickstartTest {
  private static final Path SOURCE = Path.of("src/test/java/io/crmkit/QuickstartTest.java");
  private static final Path README = Path.of("../README.md");

  @Test
  void the_first_page_of_the_readme_does_what_it_says() {
    // quickstart:begin
    try (Crm crm = Crm.inMemory()) {
      Session ada = crm.as("ada");

      Customer acme =
          ada.customers().create(c -> c.set(Customer.NAME, "Acme GmbH").set(Customer.LEVEL, "A"));

      Opportunity deal =
          ada.pipeline()
              .open(
                  acme,
                  o ->
                      o.set(Opportunity.TITLE, "40 seats")
                          .set(Opportunity.AMOUNT, Money.of("12000", "EUR"))
                          .set(Opportunity.CLOSES_ON, LocalDate.of(2027, 3, 1)));

      Opportunity negotiation = ada.pipeline().advance(deal, "negotiation");

      List<Opportunity> toCall =
          ada.opportunities()
              .where(
                  Opportunity.STAGE_CATEGORY.is(OPEN),
                  Opportunity.AMOUNT.atLeast(Money.of("10000", "EUR")),
                  Opportunity.CUSTOMER.matches(Customer.NAME.startsWith("A")))
              .orderBy(Opportunity.CLOSES_ON.asc())
              .limit(20)
              .list();

      // one transaction: all of it or nothing
      ada.run(
          work -> {
            Opportunity won = work.pipeline().win(negotiation, "signed by phone");
            work.orders().from(won);
            work.service().open(acme, c -> c.set(Case.SUBJECT, "Onboarding"));
          });
      // quickstart:end
      assertEquals(List.of(negotiation), toCall);
      Opportunity won = ada.opportunities().get(deal.ref());
      assertEquals(StageCategory.WON, won.get(Opportunity.STAGE_CATEGORY));
      assertEquals("signed by phone", won.get(Opportunity.CLOSE_REASON));
      SalesOrder order = ada.records(SalesOrder.TYPE).query().first().orElseThrow();
      assertEquals(acme.ref(), order.get(SalesOrder.CUSTOMER));
      Case opened = ada.records(Case.TYPE).query().first().orElseThrow();
      assertEquals("Onboarding", opened.get(Case.SUBJECT));
    }
  }

  @Test
  void the_readme_quotes_it() throws IOException {
    String readme = Files.readString(README);
    int begin = readme.indexOf("```java\n") + "```java\n".length();
    String quoted = readme.substring(begin, readme.indexOf("}\n```", begin));
    assertEquals(withoutLayout(snippet()), withoutLayout(quoted), "README.md quotes other code");
  }

  private static String withoutLayout(String code) {
    return code.replaceAll("\\s+", "");
  }

  /** The lines between the markers. */
  private static String snippet() throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    int begin = lines.indexOf("    // quickstart:begin");
    int end = lines.indexOf("      // quickstart:end");
    return String.join("\n", lines.subList(begin + 1, end));
  }
}
