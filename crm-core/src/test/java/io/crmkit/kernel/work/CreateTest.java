package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.record.Draft;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Gadget;
import io.crmkit.testing.GadgetModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CreateTest extends CrmTest {
  private final List<CrmEvent> heard = new ArrayList<>();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.module(new GadgetModule()).listen((event, context) -> heard.add(event));
  }

  private Records<Gadget> gadgets() {
    return ada.records(Gadget.TYPE);
  }

  private List<String> refused(Consumer<Draft<Gadget>> filling) {
    ValidationException refused =
        assertThrows(ValidationException.class, () -> gadgets().create(filling));
    return refused.violations().stream().map(v -> v.field() + " " + v.code()).toList();
  }

  @Test
  void everything_wrong_is_said_at_once() {
    assertEquals(
        List.of(
            "name violation.max",
            "serial violation.pattern",
            "status violation.managed",
            "weight violation.greatest",
            "price violation.least",
            "mail violation.email",
            "grade violation.code"),
        refused(
            d ->
                d.set(Gadget.NAME, "far too long a name")
                    .set(Gadget.SERIAL, "x")
                    .set(Gadget.STATUS, "sold")
                    .set(Gadget.WEIGHT, 101L)
                    .set(Gadget.PRICE, new BigDecimal("-1"))
                    .set(Gadget.MAIL, "nobody")
                    .set(Gadget.GRADE, "III")));
  }

  @Test
  void a_rule_of_the_record_is_checked_once_its_values_are_right() {
    assertEquals(
        List.of("sold_on violation.rule"),
        refused(
            d ->
                d.set(Gadget.NAME, "lamp")
                    .set(Gadget.BUILT_ON, LocalDate.of(2027, 1, 2))
                    .set(Gadget.SOLD_ON, LocalDate.of(2027, 1, 1))));
  }

  @Test
  void an_empty_text_is_no_value() {
    assertEquals(List.of("name violation.required"), refused(d -> d.set(Gadget.NAME, "")));
    assertEquals(
        List.of("name violation.required"),
        refused(d -> d.set(Gadget.NAME, " \t\u3000")),
        "blanks say as much as nothing");
  }

  @Test
  void a_text_that_cannot_be_read_is_a_violation_like_others_and_the_only_one_of_its_field() {
    assertEquals(
        List.of("name violation.required", "weight violation.integer"),
        refused(d -> d.parse(Gadget.WEIGHT, "heavy")));
    assertEquals(
        List.of("color violation.choice"),
        refused(d -> d.set(Gadget.NAME, "lamp").parse(Gadget.COLOR, "blue")));
  }

  @Test
  void values_are_brought_into_their_canonical_form() {
    Gadget lamp =
        gadgets()
            .create(
                d ->
                    d.set(Gadget.NAME, "lamp")
                        .set(Gadget.MAIL, " Lamp@EXAMPLE.com ")
                        .set(Gadget.PRICE, new BigDecimal("9.900")));
    assertEquals("Lamp@example.com", lamp.get(Gadget.MAIL));
    assertEquals(new BigDecimal("9.9"), lamp.get(Gadget.PRICE));
    assertEquals(lamp, gadgets().get(lamp.ref()));
  }

  @Test
  void defaults_fill_what_nobody_gave_but_not_what_was_cleared() {
    Gadget lamp = gadgets().create(d -> d.set(Gadget.NAME, "lamp"));
    assertEquals(Gadget.Color.RED, lamp.get(Gadget.COLOR));
    assertEquals("new", lamp.get(Gadget.STATUS));
    assertEquals(
        List.of("color violation.required"),
        refused(d -> d.set(Gadget.NAME, "lamp").clear(Gadget.COLOR)));
  }

  @Test
  void a_new_record_is_stamped_with_time_actor_and_version() {
    Gadget lamp = gadgets().create(d -> d.set(Gadget.NAME, "lamp"));
    assertEquals(START, lamp.get(Gadget.TYPE.createdAt()));
    assertEquals("ada", lamp.get(Gadget.TYPE.createdBy()));
    assertEquals(START, lamp.get(Gadget.TYPE.updatedAt()));
    assertEquals("ada", lamp.get(Gadget.TYPE.updatedBy()));
    assertNull(lamp.get(Gadget.TYPE.deletedAt()));
    assertEquals(1, lamp.version());
    assertEquals(7, lamp.ref().id().version());
  }

  @Test
  void the_fields_of_the_system_cannot_be_set() {
    assertEquals(
        List.of(
            "name violation.required",
            "created_at violation.system",
            "deleted_at violation.system"),
        refused(
            d ->
                d.set(Gadget.TYPE.createdAt(), START.minusSeconds(1))
                    .set(Gadget.TYPE.deletedAt(), START)));
  }

  @Test
  void a_managed_field_is_open_to_the_holder_of_the_definition_alone() {
    assertEquals(
        List.of("status violation.managed"),
        refused(d -> d.set(Gadget.NAME, "lamp").set(Gadget.STATUS, "sold")));
    Gadget lamp =
        gadgets()
            .create(d -> d.unlock(Gadget.DEF).set(Gadget.NAME, "lamp").set(Gadget.STATUS, "sold"));
    assertEquals("sold", lamp.get(Gadget.STATUS));
  }

  @Test
  void what_was_set_before_the_feature_unlocked_the_draft_is_refused_all_the_same() {
    assertEquals(
        List.of("status violation.managed"),
        refused(
            d ->
                d.set(Gadget.NAME, "lamp")
                    .set(Gadget.STATUS, "smuggled in")
                    .unlock(Gadget.DEF)
                    .set(Gadget.WEIGHT, 5L)));
  }

  @Test
  void a_unique_value_is_given_once_and_no_value_as_often_as_you_like() {
    gadgets().create(d -> d.set(Gadget.NAME, "lamp").set(Gadget.SERIAL, "AB-0001"));
    assertEquals(
        List.of("serial violation.unique"),
        refused(d -> d.set(Gadget.NAME, "fan").set(Gadget.SERIAL, "AB-0001")));
    gadgets().create(d -> d.set(Gadget.NAME, "fan"));
    gadgets().create(d -> d.set(Gadget.NAME, "fan"));
    assertEquals(3, gadgets().query().count());
  }

  @Test
  void a_reference_leads_to_a_record_that_is_there() {
    Gadget gone = gadgets().create(d -> d.set(Gadget.NAME, "gone"));
    gadgets().purge(gone);
    assertEquals(
        List.of("part_of violation.ref_missing"),
        refused(d -> d.set(Gadget.NAME, "lamp").set(Gadget.PART_OF, gone)));
  }

  @Test
  void a_secret_value_is_in_no_message() {
    ValidationException refused =
        assertThrows(
            ValidationException.class,
            () -> gadgets().create(d -> d.set(Gadget.NAME, "safe").set(Gadget.PIN, "geheim")));
    assertFalse(refused.getMessage().contains("geheim"), refused.getMessage());
    assertFalse(refused.message(Locale.CHINESE).contains("geheim"));
  }

  @Test
  void several_records_are_made_together_or_not_at_all_and_all_that_is_wrong_is_said() {
    List<Consumer<Draft<Gadget>>> fillings =
        List.of(
            d -> d.set(Gadget.NAME, "lamp"),
            d -> d.set(Gadget.WEIGHT, 5L),
            d -> d.set(Gadget.NAME, "fan").set(Gadget.WEIGHT, 0L));
    ValidationException refused =
        assertThrows(ValidationException.class, () -> gadgets().createAll(fillings));
    assertEquals(
        List.of("violation.required", "violation.least"),
        refused.violations().stream().map(Violation::code).toList());
    assertEquals(0, gadgets().query().count());
    assertEquals(2, gadgets().createAll(List.of(fillings.get(0), fillings.get(0))).size());
    assertEquals(2, gadgets().query().count());
  }

  @Test
  void a_failed_work_leaves_nothing() {
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  Customer acme = work.customers().create(aCustomer());
                  assertTrue(work.customers().query().exists());
                  work.customers().update(acme, d -> d.set(Customer.LEVEL, "A"));
                  throw new IllegalStateException("changed my mind");
                }));
    assertEquals(0, ada.customers().query().withDeleted().count());
    assertEquals(0, ada.records(AuditEntry.TYPE).query().count());
    assertEquals(0, ada.records(OutboxEntry.TYPE).query().count());
    assertEquals(List.of(), heard);
  }

  @Test
  void a_draft_kept_beyond_its_verb_changes_nothing() {
    List<Draft<Gadget>> kept = new ArrayList<>();
    Gadget lamp =
        gadgets()
            .create(
                d -> {
                  d.set(Gadget.NAME, "lamp");
                  kept.add(d);
                });
    kept.get(0).set(Gadget.NAME, "changed");
    assertEquals("lamp", lamp.get(Gadget.NAME));
    assertEquals("lamp", gadgets().get(lamp.ref()).get(Gadget.NAME));
  }
}
