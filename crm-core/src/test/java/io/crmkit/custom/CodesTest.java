package io.crmkit.custom;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.CodeItem;
import io.crmkit.kernel.layout.CodeSource;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.CodeTable;
import io.crmkit.kernel.record.TextField;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.RealData;
import io.crmkit.testing.TestPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodesTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  /** The cost centres of a host. */
  private static final class CostCentres implements CodeSource {
    private final String table;
    private volatile List<Code> codes = List.of(Code.of("K1").label(Locale.ENGLISH, "Sales"));
    private volatile boolean broken;
    private volatile int asked;

    CostCentres(String table) {
      this.table = table;
    }

    @Override
    public String table() {
      return table;
    }

    @Override
    public List<Code> codes(String tenant) {
      asked++;
      if (broken) {
        throw new IllegalStateException("the host is away");
      }
      return codes;
    }
  }

  private final CostCentres host = new CostCentres("cost_centre");

  /** Bob sees customers named “Visible” alone; Eve manages no codes. */
  private final TestPolicy policy =
      new TestPolicy()
          .limit("bob", Customer.TYPE, Customer.NAME.is("Visible"))
          .deny("eve", "codes.manage");

  @Override
  protected void configure(CrmBuilder builder) {
    builder.codes(host).policy(policy);
  }

  private Customer customer(String name, String industry) {
    return ada.customers().create(aCustomer(name).andThen(d -> d.set(Customer.INDUSTRY, industry)));
  }

  private TextField<Customer> second() {
    ada.customization()
        .addField(
            Customer.TYPE,
            "second_industry",
            FieldKind.CODE,
            d -> d.set(FieldDefinition.CODE_TABLE, "industry"));
    return ada.customization().field(Customer.TYPE, "second_industry", TextField.class);
  }

  @Test
  void every_code_that_is_shipped_has_a_label_in_both_languages() {
    List<String> missing = new ArrayList<>();
    for (CodeTable table : ada.codes().tables()) {
      for (Code code : table.all()) {
        if (!table.mounted() && !code.labels().keySet().equals(Set.of("en", "zh"))) {
          missing.add(table.name() + '.' + code.code());
        }
      }
    }
    assertEquals(List.of(), missing);
    CodeTable levels = ada.codes().table("customer_level");
    assertEquals("B：重要客户", levels.label("B", Locale.CHINESE));
    assertEquals("B: important", levels.label("B", Locale.FRENCH));
    for (String shipped : List.of("region", "industry", "customer_level", "customer_group")) {
      assertFalse(ada.codes().table(shipped).all().isEmpty(), shipped);
    }
  }

  @Test
  void an_administrator_names_orders_and_limits_codes_in_time() {
    ada.codes().add("industry", Code.of("toys").label(Locale.ENGLISH, "Toys"));
    ada.codes().add("industry", Code.of("games").valid(TODAY.plusDays(1), TODAY.plusDays(10)));
    ada.codes().rename("industry", "finance", Locale.CHINESE, "金融业");
    ada.codes().change("industry", "toys", d -> d.set(CodeItem.POSITION, 1L));
    CodeTable table = ada.codes().table("industry");
    assertEquals("toys", table.all().iterator().next().code());
    assertEquals("金融业", table.label("finance", Locale.CHINESE));
    assertEquals("Finance", table.label("finance", Locale.ENGLISH));
    assertThrows(ValidationException.class, () -> customer("Early", "games"));
    clock.advance(Duration.ofDays(1));
    Customer held = customer("In time", "games");
    clock.advance(Duration.ofDays(10));
    assertThrows(ValidationException.class, () -> customer("Late", "games"));
    assertEquals(
        "games",
        ada.customers().update(held, d -> d.set(Customer.LEVEL, "A")).get(Customer.INDUSTRY));
  }

  @Test
  void records_keep_a_code_that_was_deactivated_and_new_ones_refuse_it() {
    Customer bank = customer("Bank", "finance");
    ada.codes().deactivate("industry", "finance");
    assertThrows(ValidationException.class, () -> customer("Other bank", "finance"));
    Customer same =
        ada.customers()
            .update(bank, d -> d.set(Customer.INDUSTRY, "finance").set(Customer.LEVEL, "A"));
    assertEquals("finance", same.get(Customer.INDUSTRY));
    ada.codes().activate("industry", "finance");
    customer("Other bank", "finance");
  }

  @Test
  void a_code_in_use_is_not_removed_and_the_refusal_says_how_many_records_of_which_field() {
    TextField<Customer> second = second();
    ada.codes().add("industry", Code.of("toys"));
    customer("Visible", "toys");
    Customer binned = customer("Hidden", "toys");
    ada.customers().delete(binned);
    Customer bank = customer("Bank", "finance");
    ada.customers().update(bank, d -> d.set(second, "toys"));
    assertEquals(
        List.of(new CodeUse(Customer.INDUSTRY, 2), new CodeUse(second, 1)),
        bob.codes().uses("industry", "toys"));
    ValidationException refused =
        assertThrows(ValidationException.class, () -> bob.codes().remove("industry", "toys"));
    String said = refused.violations().get(0).message(Locale.ENGLISH);
    assertTrue(said.contains("customer.industry: 2"), said);
    assertFalse(said.contains("Hidden"), said);
    assertThrows(CrmException.class, () -> crm.as("eve").codes().uses("industry", "toys"));

    ada.codes().add("industry", Code.of("unused"));
    ada.codes().remove("industry", "unused");
    assertThrows(ValidationException.class, () -> customer("Late", "unused"));
    assertThrows(InvalidRequestException.class, () -> ada.codes().remove("industry", "finance"));
  }

  @Test
  void a_code_is_merged_into_another_and_every_change_is_audited() {
    TextField<Customer> second = second();
    Customer first = customer("Visible", "software");
    Customer bank = customer("Bank", "finance");
    ada.customers().update(bank, d -> d.set(second, "software"));
    assertThrows(
        InvalidRequestException.class,
        () -> bob.codes().merge("industry", "software", "technology"));
    assertEquals("software", ada.customers().get(first.ref()).get(Customer.INDUSTRY));

    assertEquals(2, ada.codes().merge("industry", "software", "technology"));
    Customer merged = ada.customers().get(first.ref());
    assertEquals("technology", merged.get(Customer.INDUSTRY));
    assertEquals("technology", ada.customers().get(bank.ref()).get(second));
    assertEquals(2, ada.customers().history(first.ref()).size());
    assertThrows(ValidationException.class, () -> customer("Late", "software"));
    assertEquals(List.of(), ada.codes().uses("industry", "software"));
  }

  @Test
  void a_table_of_the_host_is_mounted_and_asked_again_after_a_minute() {
    ada.customization()
        .addField(
            Customer.TYPE,
            "cost_centre",
            FieldKind.CODE,
            d -> d.set(FieldDefinition.CODE_TABLE, "cost_centre"));
    TextField<Customer> centre =
        ada.customization().field(Customer.TYPE, "cost_centre", TextField.class);
    ada.customers().create(aCustomer().andThen(d -> d.set(centre, "K1")));
    assertEquals("Sales", ada.codes().table("cost_centre").label("K1", Locale.CHINESE));
    host.codes = List.of(Code.of("K1"), Code.of("K2"));
    assertThrows(
        ValidationException.class,
        () -> ada.customers().create(aCustomer().andThen(d -> d.set(centre, "K2"))));
    clock.advance(Duration.ofMinutes(1));
    ada.customers().create(aCustomer().andThen(d -> d.set(centre, "K2")));
    int before = host.asked;
    for (int i = 0; i < 20; i++) {
      ada.customers().create(aCustomer().andThen(d -> d.set(centre, "K2")));
    }
    assertEquals(before, host.asked);
    host.broken = true;
    clock.advance(Duration.ofMinutes(2));
    ada.customers().create(aCustomer().andThen(d -> d.set(centre, "K2")));
    assertThrows(ValidationException.class, () -> ada.codes().add("cost_centre", Code.of("K3")));
    assertThrows(ValidationException.class, () -> ada.codes().deactivate("cost_centre", "K1"));
  }

  @Test
  void a_table_of_the_host_takes_the_place_of_one_that_a_module_brings() {
    CodeSource lines = new CostCentres("industry");
    try (Crm other = Fixtures.aCrm(clock).codes(lines).open()) {
      Session eva = other.as("eva");
      Customer acme =
          eva.customers().create(aCustomer().andThen(d -> d.set(Customer.INDUSTRY, "K1")));
      assertEquals("K1", acme.get(Customer.INDUSTRY));
      assertThrows(
          ValidationException.class,
          () -> eva.customers().update(acme, d -> d.set(Customer.INDUSTRY, "software")));
      assertThrows(ValidationException.class, () -> eva.codes().remove("industry", "K1"));
    }
    CrmBuilder twice = Fixtures.aCrm(clock).codes(lines).codes(new CostCentres("industry"));
    assertThrows(IllegalArgumentException.class, twice::open);
  }

  @Test
  void a_tree_has_neither_circles_nor_unknown_parents() {
    ada.codes().add("region", Code.of("1301").in("13"));
    assertEquals(List.of("CN", "13", "1301"), ada.codes().table("region").path("1301"));
    assertThrows(
        ValidationException.class, () -> ada.codes().add("region", Code.of("x").in("nowhere")));
    assertThrows(
        ValidationException.class,
        () -> ada.codes().change("region", "13", d -> d.set(CodeItem.PARENT, "1301")));
    ada.codes().add("region", Code.of("130102").in("1301"));
    assertThrows(ValidationException.class, () -> ada.codes().remove("region", "1301"));
    ada.codes().remove("region", "130102");
    ada.codes().remove("region", "1301");
  }

  @Test
  void the_regions_of_china_are_imported_as_a_tree_and_customers_found_below_a_province()
      throws IOException {
    List<Code> codes = new ArrayList<>();
    for (Map.Entry<String, Integer> file : Map.of("cities.csv", 2, "areas.csv", 4).entrySet()) {
      for (String line : lines(RealData.path("csv/cn").resolve(file.getKey()))) {
        List<String> cells = List.of(line.split(","));
        String code = cells.get(0);
        codes.add(
            Code.of(code)
                .in(code.substring(0, file.getValue()))
                .label(Locale.CHINESE, cells.get(1).replace("\"", "")));
      }
    }
    ada.codes().addAll("region", codes);
    CodeTable regions = ada.codes().table("region");
    assertEquals(List.of("CN", "13", "1301", "130102"), regions.path("130102"));
    assertEquals("长安区", regions.label("130102", Locale.CHINESE));
    assertEquals("Hebei", regions.label("13", Locale.ENGLISH));
    Set<String> hebei = regions.andBelow("13");
    assertTrue(hebei.size() > 170, () -> "regions of Hebei: " + hebei.size());
    Customer inside =
        ada.customers().create(aCustomer("Visible").andThen(d -> d.set(Customer.REGION, "130102")));
    ada.customers().create(aCustomer("Away").andThen(d -> d.set(Customer.REGION, "310101")));
    assertEquals(List.of(inside), ada.customers().where(Customer.REGION.in(hebei)).list());
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }
}
