package io.crmkit.custom;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.layout.TypeDefinition;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.TextField;
import io.crmkit.sales.StageChange;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A definition that makes no field is refused, and one that is in use does no harm. */
class DefinitionTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  private Customization custom() {
    return ada.customization();
  }

  private FieldDefinition define(
      String name, FieldKind kind, Consumer<Draft<FieldDefinition>> more) {
    return custom().addField(Customer.TYPE, name, kind, more);
  }

  private static void assertRefused(String code, Executable verb) {
    CrmException refused = assertThrows(CrmException.class, verb);
    assertTrue(
        refused.code().equals(code)
            || (refused instanceof io.crmkit.kernel.error.ValidationException its
                && its.violations().get(0).code().equals(code)),
        refused::getMessage);
  }

  @Test
  void a_name_that_no_field_can_have_is_refused() {
    for (String bad :
        List.of("Bad", "has space", "1st", "_x", "tenant", "x".repeat(49), "ä", "a-b")) {
      assertRefused(
          bad.length() > 48 ? "violation.max" : "violation.name",
          () -> define(bad, FieldKind.TEXT, d -> {}));
      assertRefused(
          bad.length() > 48 ? "violation.max" : "violation.name",
          () -> custom().addType(bad, d -> {}));
    }
    assertRefused("violation.required", () -> define("", FieldKind.TEXT, d -> {}));
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    define("color", FieldKind.TEXT, d -> {});
    for (String taken : List.of("color", "name", "created_at", "updated_by", "deleted_at")) {
      assertRefused("custom.field_exists", () -> define(taken, FieldKind.TEXT, d -> {}));
      assertRefused(
          "violation.field_exists",
          () ->
              custom()
                  .fields()
                  .create(
                      d ->
                          d.set(FieldDefinition.RECORD_TYPE, "customer")
                              .set(FieldDefinition.NAME, taken)
                              .set(FieldDefinition.KIND, FieldKind.TEXT)));
    }
    for (String taken : List.of("customer", "audit_entry", "user", "field_definition")) {
      assertRefused("violation.type_exists", () -> custom().addType(taken, d -> {}));
    }
    custom().addType("project", d -> {});
    assertRefused("violation.type_exists", () -> custom().addType("project", d -> {}));
  }

  @Test
  void what_a_kind_needs_has_to_be_said() {
    assertRefused("violation.rule", () -> define("x", FieldKind.CHOICE, d -> {}));
    assertRefused("violation.rule", () -> define("x", FieldKind.CODE, d -> {}));
    assertRefused("violation.rule", () -> define("x", FieldKind.REF, d -> {}));
    assertRefused(
        "violation.name",
        () -> define("x", FieldKind.CODE, d -> d.set(FieldDefinition.CODE_TABLE, "No Table")));
    assertRefused(
        "not_found.named",
        () -> define("x", FieldKind.REF, d -> d.set(FieldDefinition.TARGET, "nothing")));
    assertRefused(
        "not_found.named",
        () ->
            custom()
                .fields()
                .create(
                    d ->
                        d.set(FieldDefinition.RECORD_TYPE, "nothing")
                            .set(FieldDefinition.NAME, "x")
                            .set(FieldDefinition.KIND, FieldKind.TEXT)));
    for (FieldKind kind :
        List.of(FieldKind.LONG_TEXT, FieldKind.TAGS, FieldKind.ADDRESS, FieldKind.JSON)) {
      assertRefused(
          "violation.unique_kind",
          () -> define("x", kind, d -> d.set(FieldDefinition.UNIQUE, true)));
    }
    assertEquals(0, custom().fields().query().count());
    assertNull(custom().layout().find(Customer.TYPE, "x"));
  }

  @Test
  void facts_take_no_custom_fields_since_nobody_could_fill_them() {
    assertRefused(
        "violation.journal_type", () -> custom().addField(StageChange.TYPE, "x", FieldKind.TEXT));
    assertRefused(
        "violation.journal_type", () -> custom().addField(AuditEntry.TYPE, "x", FieldKind.TEXT));
  }

  @Test
  void a_field_is_not_required_while_there_are_records_without_it() {
    Customer acme = ada.customers().create(aCustomer());
    assertRefused(
        "violation.has_records",
        () -> define("x", FieldKind.TEXT, d -> d.set(FieldDefinition.REQUIRED, true)));
    FieldDefinition optional = define("x", FieldKind.TEXT, d -> {});
    assertRefused(
        "violation.has_records",
        () -> custom().fields().update(optional, d -> d.set(FieldDefinition.REQUIRED, true)));
    ada.customers().delete(acme);
    assertRefused(
        "violation.has_records",
        () -> custom().fields().update(optional, d -> d.set(FieldDefinition.REQUIRED, true)));
    ada.customers().purge(ada.customers().findDeleted(acme.ref()).orElseThrow());
    FieldDefinition required =
        custom().fields().update(optional, d -> d.set(FieldDefinition.REQUIRED, true));
    FieldDefinition gone = custom().fields().delete(required);
    ada.customers().create(aCustomer());
    assertRefused("violation.has_records", () -> custom().fields().restore(gone));
  }

  @Test
  void records_that_the_administrator_cannot_see_count_as_well() {
    ada.customers().create(aCustomer());
    policy.deny("admin", Customer.TYPE, Operation.READ);
    policy.limit("clerk", Customer.TYPE, Customer.LEVEL.is("A"));
    for (String actor : List.of("admin", "clerk")) {
      assertRefused(
          "violation.has_records",
          () ->
              crm.as(actor)
                  .customization()
                  .addField(
                      Customer.TYPE,
                      "x",
                      FieldKind.TEXT,
                      d -> d.set(FieldDefinition.REQUIRED, true)));
      crm.as(actor).customization().addField(Customer.TYPE, "of_" + actor, FieldKind.TEXT);
    }
  }

  @Test
  void what_a_definition_is_about_stays() {
    FieldDefinition text = define("x", FieldKind.TEXT, d -> {});
    assertRefused(
        "violation.immutable",
        () -> custom().fields().update(text, d -> d.set(FieldDefinition.KIND, FieldKind.INTEGER)));
    assertRefused(
        "violation.immutable",
        () -> custom().fields().update(text, d -> d.set(FieldDefinition.NAME, "y")));
    assertRefused(
        "violation.immutable",
        () -> custom().fields().update(text, d -> d.set(FieldDefinition.UNIQUE, true)));
    FieldDefinition ref =
        define("r", FieldKind.REF, d -> d.set(FieldDefinition.TARGET, "customer"));
    assertRefused(
        "violation.immutable",
        () -> custom().fields().update(ref, d -> d.set(FieldDefinition.TARGET, "contact")));
    custom().fields().update(text, d -> d.set(FieldDefinition.LABEL_EN, "Ex"));
  }

  @Test
  void a_choice_may_gain_options_but_not_lose_them() {
    FieldDefinition mood =
        define(
            "mood", FieldKind.CHOICE, d -> d.set(FieldDefinition.OPTIONS, Set.of("good", "bad")));
    ChoiceField<Customer, String> field = custom().field(Customer.TYPE, "mood", ChoiceField.class);
    Customer acme = ada.customers().create(aCustomer().andThen(d -> d.set(field, "bad")));
    assertRefused(
        "violation.options_gone",
        () -> custom().fields().update(mood, d -> d.set(FieldDefinition.OPTIONS, Set.of("good"))));
    custom()
        .fields()
        .update(mood, d -> d.set(FieldDefinition.OPTIONS, Set.of("good", "bad", "meh")));
    ChoiceField<Customer, String> more = custom().field(Customer.TYPE, "mood", ChoiceField.class);
    Customer meh = ada.customers().update(acme, d -> d.set(more, "meh"));
    assertEquals("meh", meh.get(field));
    assertEquals("bad", ada.customers().history(acme.ref()).get(0).changes().of(more).after());
  }

  @Test
  void a_deleted_field_is_gone_but_its_values_stay_and_come_back_with_it() {
    FieldDefinition definition = define("color", FieldKind.TEXT, d -> {});
    TextField<Customer> color = custom().field(Customer.TYPE, "color", TextField.class);
    Customer acme = ada.customers().create(aCustomer().andThen(d -> d.set(color, "red")));
    FieldDefinition deleted = custom().fields().delete(definition);
    assertNull(custom().layout().find(Customer.TYPE, "color"));
    assertRefused("request.field", () -> ada.customers().where(color.is("red")).list());
    clock.advance(Duration.ofDays(1));
    ada.customers().update(acme, d -> d.set(Customer.LEVEL, "A"));
    assertRefused("violation.name_used", () -> define("color", FieldKind.INTEGER, d -> {}));
    custom().fields().restore(deleted);
    assertEquals("red", ada.customers().get(acme.ref()).get(color));
    assertEquals(1, ada.customers().where(color.is("red")).count());
  }

  @Test
  void a_name_is_free_again_where_no_record_can_have_a_value() {
    FieldDefinition definition = define("color", FieldKind.TEXT, d -> {});
    custom().fields().delete(definition);
    define("color", FieldKind.INTEGER, d -> {});
    Field<Customer, ?> color = custom().field(Customer.TYPE, "color");
    assertEquals("integer", color.kind().name());
  }

  @Test
  void a_definition_is_not_destroyed_while_records_may_have_values() {
    FieldDefinition definition = define("color", FieldKind.TEXT, d -> {});
    Customer acme = ada.customers().create(aCustomer());
    assertRefused("violation.has_records", () -> custom().fields().purge(definition));
    FieldDefinition deleted = custom().fields().delete(definition);
    assertRefused("violation.has_records", () -> custom().fields().purge(deleted));
    ada.customers().purge(acme);
    custom().fields().purge(deleted);
    define("color", FieldKind.INTEGER, d -> {});
  }

  @Test
  void a_type_stays_while_it_has_records_or_fields_or_is_referred_to() {
    TypeDefinition project = custom().addType("project", d -> {});
    FieldDefinition title = custom().addField(custom().type("project"), "title", FieldKind.TEXT);
    var types = ada.records(TypeDefinition.TYPE);
    assertRefused("violation.type_used", () -> types.delete(project));
    assertRefused("violation.type_used", () -> types.purge(project));
    custom().fields().delete(title);
    FieldDefinition reference =
        define("project", FieldKind.REF, d -> d.set(FieldDefinition.TARGET, "project"));
    assertRefused("violation.type_used", () -> types.delete(project));
    custom().fields().delete(reference);
    var record = custom().records("project").create(d -> {});
    assertRefused("violation.type_used", () -> types.delete(project));
    custom().records("project").purge(record);
    TypeDefinition deleted = types.delete(project);
    assertRefused("not_found.named", () -> custom().type("project"));
    assertRefused(
        "not_found.named",
        () ->
            custom()
                .fields()
                .restore(custom().fields().findDeleted(reference.ref()).orElseThrow()));
    types.restore(deleted);
    assertNotNull(custom().type("project"));
    custom().fields().restore(custom().fields().findDeleted(reference.ref()).orElseThrow());
  }

  @Test
  void whoever_may_not_define_fields_defines_none() {
    policy.deny("eve", FieldDefinition.TYPE, Operation.CREATE);
    assertRefused(
        "denied.operation",
        () -> crm.as("eve").customization().addField(Customer.TYPE, "x", FieldKind.TEXT));
  }
}
