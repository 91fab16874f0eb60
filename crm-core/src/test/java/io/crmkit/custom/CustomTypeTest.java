package io.crmkit.custom;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.CodeItem;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.layout.TypeDefinition;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Record types without a class, and codes, made at run time. */
class CustomTypeTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private EntityType<CustomRecord> project;
  private TextField<CustomRecord> title;
  private NumberField<CustomRecord, Long> effort;
  private RefField<CustomRecord, Customer> client;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @BeforeEach
  void defineProjects() {
    Customization custom = ada.customization();
    custom.addType(
        "project",
        d -> d.set(TypeDefinition.LABEL_EN, "Project").set(TypeDefinition.LABEL_ZH, "项目"));
    project = custom.type("project");
    custom.addField(
        project,
        "title",
        FieldKind.TEXT,
        d -> d.set(FieldDefinition.REQUIRED, true).set(FieldDefinition.SEARCHABLE, true));
    custom.addField(project, "effort", FieldKind.INTEGER);
    custom.addField(
        project, "client", FieldKind.REF, d -> d.set(FieldDefinition.TARGET, "customer"));
    title = custom.field(project, "title", TextField.class);
    effort = custom.field(project, "effort", NumberField.class);
    client = custom.field(project, "client", RefField.class);
  }

  @Test
  void records_of_a_type_without_a_class_live_like_others() {
    Customer acme = ada.customers().create(aCustomer());
    var projects = ada.customization().records("project");
    CustomRecord house =
        projects.create(d -> d.set(title, "House").set(effort, 10L).set(client, acme));
    CustomRecord shed = projects.create(d -> d.set(title, "Shed").set(effort, 2L));
    assertEquals("House", house.get(title));
    assertEquals(List.of(shed, house), projects.query().orderBy(effort.asc()).list());
    assertEquals(List.of(house), projects.where(client.get(Customer.NAME).is("Acme GmbH")).list());
    assertEquals(List.of(shed), projects.query().search("shed").list());
    assertEquals(12L, projects.query().measure(effort.sum()).get(effort.sum()));
    CustomRecord bigger = projects.update(shed, d -> d.set(effort, 3L));
    assertEquals(2, projects.history(shed.ref()).size());
    assertEquals(5, projects.restore(projects.delete(bigger)).version() + 1);
    assertThrows(ValidationException.class, () -> projects.create(d -> {}));
    assertThrows(ValidationException.class, () -> ada.customers().purge(acme));
    assertTrue(house.toString().contains("project:"), house.toString());
  }

  @Test
  void fields_of_one_such_type_are_no_fields_of_another() {
    ada.customization().addType("machine", d -> {});
    EntityType<CustomRecord> machine = ada.customization().type("machine");
    ada.customization().addField(machine, "title", FieldKind.INTEGER);
    NumberField<CustomRecord, Long> number =
        ada.customization().field(machine, "title", NumberField.class);
    var machines = ada.customization().records("machine");
    CustomRecord lathe = machines.create(d -> d.set(number, 7L));
    assertNull(lathe.get(title));
    assertThrows(ValidationException.class, () -> machines.create(d -> d.set(title, "x")));
    assertThrows(ValidationException.class, () -> machines.update(lathe, d -> d.set(title, "x")));
    assertThrows(ValidationException.class, () -> machines.save(lathe.with(title, "x")));
    assertEquals(
        "request.field",
        assertThrows(CrmException.class, () -> machines.where(title.is("x")).list()).code());
    assertEquals(
        "request.field",
        assertThrows(CrmException.class, () -> machines.query().orderBy(title.asc()).list())
            .code());
    var projects = ada.customization().records("project");
    assertTrue(projects.find(lathe.ref()).isEmpty());
    assertEquals(Map.of(), projects.find(List.of(lathe.ref())));
  }

  @Test
  void a_record_cannot_be_read_through_another_type() {
    ada.customization().addType("machine", d -> {});
    CustomRecord house = ada.customization().records("project").create(d -> d.set(title, "House"));
    policy.deny("bob", project, Operation.READ);
    var machines = bob.customization().records("machine");
    assertTrue(machines.find(house.ref()).isEmpty());
    assertEquals(Map.of(), machines.find(List.of(house.ref())));
    assertThrows(CrmException.class, () -> machines.history(house.ref()));
    assertTrue(machines.asOf(START).find(house.ref()).isEmpty());
  }

  @Test
  void a_type_belongs_to_its_tenant() {
    Session other = crm.as("other", "ada");
    assertEquals(
        "not_found.named",
        assertThrows(CrmException.class, () -> other.customization().type("project")).code());
    assertEquals(
        "request.type", assertThrows(CrmException.class, () -> other.records(project)).code());
    other.customization().addType("project", d -> {});
    other.customization().records("project").create(d -> {});
    assertEquals(0, ada.customization().records("project").query().count());
  }

  @Test
  void a_built_in_type_is_no_custom_one() {
    assertEquals(
        "custom.not_custom",
        assertThrows(CrmException.class, () -> ada.customization().type("customer")).code());
  }

  @Test
  void a_type_has_the_labels_it_was_given() {
    assertEquals("Project", ada.customization().layout().label(project, Locale.ENGLISH));
    assertEquals("项目", ada.customization().layout().label(project, Locale.CHINESE));
    assertEquals("Customer", ada.customization().layout().label(Customer.TYPE, Locale.ENGLISH));
    assertEquals("客户", ada.customization().layout().label(Customer.TYPE, Locale.CHINESE));
    ada.customization().addType("machine", d -> {});
    assertEquals(
        "machine",
        ada.customization().layout().label(ada.customization().type("machine"), Locale.CHINESE));
  }

  @Test
  void codes_added_at_run_time_are_good_at_once_and_in_their_tenant() {
    ada.customization().addCode("industry", "toys");
    Customer toys =
        ada.customers().create(aCustomer().andThen(d -> d.set(Customer.INDUSTRY, "toys")));
    assertEquals("toys", toys.get(Customer.INDUSTRY));
    assertThrows(
        ValidationException.class,
        () ->
            crm.as("other", "ada")
                .customers()
                .create(aCustomer().andThen(d -> d.set(Customer.INDUSTRY, "toys"))));
    assertThrows(ValidationException.class, () -> ada.customization().addCode("industry", "toys"));
  }

  @Test
  void a_code_taken_away_stays_where_it_was_used() {
    CodeItem item = ada.customization().addCode("industry", "toys");
    Customer toys =
        ada.customers().create(aCustomer().andThen(d -> d.set(Customer.INDUSTRY, "toys")));
    ada.records(CodeItem.TYPE).update(item, d -> d.set(CodeItem.ACTIVE, false));
    Customer changed = ada.customers().update(toys, d -> d.set(Customer.LEVEL, "A"));
    assertEquals("toys", changed.get(Customer.INDUSTRY));
    assertThrows(
        ValidationException.class,
        () -> ada.customers().create(aCustomer().andThen(d -> d.set(Customer.INDUSTRY, "toys"))));
  }

  @Test
  void a_table_begins_with_its_first_code() {
    ada.customization().addCode("mood", "good");
    ada.customization()
        .addField(
            Customer.TYPE, "mood", FieldKind.CODE, d -> d.set(FieldDefinition.CODE_TABLE, "mood"));
    TextField<Customer> mood = ada.customization().field(Customer.TYPE, "mood", TextField.class);
    assertEquals("mood", mood.codeTable());
    ada.customers().create(aCustomer().andThen(d -> d.set(mood, "good")));
    assertThrows(
        ValidationException.class,
        () -> ada.customers().create(aCustomer().andThen(d -> d.set(mood, "bad"))));
  }
}
