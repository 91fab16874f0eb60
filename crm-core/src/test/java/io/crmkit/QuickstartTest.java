package io.crmkit;

import static io.crmkit.sales.StageCategory.OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.value.Money;
import io.crmkit.order.SalesOrder;
import io.crmkit.org.User;
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
  void roles_say_who_sees_what() {
    // roles:begin
    try (Crm crm = Crm.builder().administrators("root").open()) {
      Session root = crm.as("root");
      root.permissions().installStandardRoles(); // seller, sales manager, service agent, …
      User user =
          root.organization()
              .create(
                  u ->
                      u.set(User.USERNAME, "ada") // whom crm.as("ada") stands for
                          .set(User.FULL_NAME, "Ada Lovelace"));
      root.permissions().assign(user, root.permissions().role("seller"));

      Session ada = crm.as("ada"); // sees and changes what is hers
      // roles:end
      Customer hers = ada.customers().create(c -> c.set(Customer.NAME, "Acme GmbH"));
      root.customers().create(c -> c.set(Customer.NAME, "Globex"));
      assertEquals(List.of(hers), ada.customers().query().list());
    }
  }

  @Test
  void the_readme_quotes_it() throws IOException {
    String readme = Files.readString(README);
    int next = assertQuoted("quickstart", readme, 0);
    assertQuoted("roles", readme, next);
  }

  private static int assertQuoted(String name, String readme, int from) throws IOException {
    int begin = readme.indexOf("```java\n", from) + "```java\n".length();
    int end = readme.indexOf("}\n```", begin);
    String quoted = readme.substring(begin, end);
    assertEquals(withoutLayout(snippet(name)), withoutLayout(quoted), "README.md: other code");
    return end + "}\n```".length();
  }

  private static String withoutLayout(String code) {
    return code.replaceAll("\\s+", "");
  }

  /** The lines between the markers. */
  private static String snippet(String name) throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    int begin = lines.indexOf("    // " + name + ":begin");
    int end = lines.indexOf("      // " + name + ":end");
    return String.join("\n", lines.subList(begin + 1, end));
  }
}
