package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.CsvExport;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.audit.AccessEntry.Kind;
import io.crmkit.kernel.audit.AuditPolicy;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.TestPolicy;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reads, exports and denied attempts are audited as far as the host wants it. */
class AccessAuditTest extends CrmTest {
  private final TestPolicy rights = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder
        .policy(rights)
        .audit(AuditPolicy.standard().records(Customer.TYPE).lists(Customer.TYPE));
  }

  private List<AccessEntry> entries() {
    return ada.records(AccessEntry.TYPE).query().list();
  }

  private AccessEntry only() {
    List<AccessEntry> all = entries();
    assertEquals(1, all.size());
    return all.get(0);
  }

  @Test
  void a_read_record_is_a_fact_with_actor_origin_and_reason() {
    Customer acme = ada.customers().create(aCustomer());
    Session standIn = bob.onBehalfOf("ada").from("web").because("asked by phone");
    standIn.customers().get(acme.ref());
    AccessEntry read = only();
    assertEquals(Kind.READ, read.get(AccessEntry.KIND));
    assertEquals("customer", read.get(AccessEntry.RECORD_TYPE));
    assertEquals(acme.ref().id(), read.get(AccessEntry.RECORD_ID));
    assertEquals("bob", read.get(AccessEntry.TYPE.createdBy()));
    assertEquals(START, read.get(AccessEntry.TYPE.createdAt()));
    assertEquals("ada", read.get(AccessEntry.ON_BEHALF_OF));
    assertEquals("web", read.get(AccessEntry.ORIGIN));
    assertEquals("asked by phone", read.get(AccessEntry.REASON));
    assertNotNull(read.get(AccessEntry.WORK));
  }

  @Test
  void what_nobody_wants_to_know_is_not_recorded() {
    Contact eve = ada.contacts().create(aContact("Eve"));
    bob.contacts().get(eve.ref());
    bob.contacts().query().list();
    assertEquals(List.of(), entries());
  }

  @Test
  void a_list_is_a_fact_with_the_shape_of_its_condition_and_no_value() {
    ada.customers().create(aCustomer("Secret GmbH"));
    ada.customers().create(aCustomer("Other GmbH"));
    assertEquals(1, bob.customers().where(Customer.NAME.is("Secret GmbH")).list().size());
    AccessEntry list = only();
    assertEquals(Kind.LIST, list.get(AccessEntry.KIND));
    assertEquals(1L, list.get(AccessEntry.RECORDS));
    assertNull(list.get(AccessEntry.RECORD_ID));
    String shape = list.require(AccessEntry.SHAPE);
    assertTrue(shape.contains("\"name\"") && shape.contains("\"op\""), shape);
    assertFalse(shape.contains("Secret"), shape);
  }

  @Test
  void counts_pages_and_streams_are_facts_as_well() {
    for (int i = 0; i < 3; i++) {
      ada.customers().create(aCustomer("Acme " + i));
    }
    bob.customers().query().count();
    bob.customers().query().limit(2).page();
    bob.customers().query().stream(all -> all.count());
    assertEquals(
        List.of("FIGURES 3", "LIST 2", "LIST 3"),
        entries().stream()
            .map(e -> e.require(AccessEntry.KIND) + " " + e.require(AccessEntry.RECORDS))
            .toList());
  }

  @Test
  void what_was_read_in_a_unit_of_work_is_written_with_it() {
    Customer acme = ada.customers().create(aCustomer());
    bob.run(
        work -> {
          Customer read = work.customers().get(acme.ref());
          work.customers().update(read, d -> d.set(Customer.EMPLOYEES, 1L));
          assertEquals(work.id(), work.workspace().workId().orElseThrow());
        });
    AccessEntry read = only();
    assertEquals(
        ada.audit().changes().ofWork(read.require(AccessEntry.WORK)).page().items().size(), 1);
  }

  @Test
  void what_was_read_is_known_although_the_unit_of_work_failed() {
    Customer acme = ada.customers().create(aCustomer());
    assertThrows(
        IllegalStateException.class,
        () ->
            bob.run(
                work -> {
                  work.customers().get(acme.ref());
                  throw new IllegalStateException("seen enough");
                }));
    assertEquals(Kind.READ, only().get(AccessEntry.KIND));
  }

  @Test
  void an_export_is_a_fact_with_the_number_of_records() throws Exception {
    ada.contacts().create(aContact("Eve"));
    ada.contacts().create(aContact("Ivy"));
    CsvExport.of(bob.contacts().query()).to(new ByteArrayOutputStream());
    AccessEntry export = only();
    assertEquals(Kind.EXPORT, export.get(AccessEntry.KIND));
    assertEquals("contact", export.get(AccessEntry.RECORD_TYPE));
    assertEquals(2L, export.get(AccessEntry.RECORDS));
  }

  @Test
  void a_denied_attempt_is_recorded_although_nothing_else_is_written() {
    Contact eve = ada.contacts().create(aContact("Eve"));
    rights.deny("bob", Contact.TYPE, Operation.DELETE);
    assertThrows(
        AccessDeniedException.class,
        () ->
            bob.run(
                work -> {
                  work.customers().create(aCustomer());
                  work.contacts().delete(eve);
                }));
    assertEquals(0, ada.customers().query().count());
    AccessEntry denied = entries().get(0);
    assertEquals(Kind.DENIED, denied.get(AccessEntry.KIND));
    assertEquals("bob", denied.get(AccessEntry.TYPE.createdBy()));
    assertEquals("contact", denied.get(AccessEntry.RECORD_TYPE));
    assertEquals("denied.operation delete contact", denied.get(AccessEntry.SHAPE));
  }

  @Test
  void a_denied_read_and_a_caught_refusal_are_recorded() {
    rights.deny("bob", Contact.TYPE, Operation.READ).hide("bob", Customer.NAME);
    assertThrows(AccessDeniedException.class, () -> bob.contacts().query().count());
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().where(Customer.NAME.is("Secret GmbH")).list());
    bob.run(
        work -> assertThrows(AccessDeniedException.class, () -> work.contacts().query().count()));
    assertEquals(
        List.of(
            "denied.operation read contact",
            "denied.field customer name",
            "denied.operation read contact"),
        entries().stream().map(e -> e.require(AccessEntry.SHAPE)).toList());
  }

  @Test
  void nobody_can_flood_the_audit_with_denied_attempts() {
    rights.deny("bob", Contact.TYPE, Operation.READ);
    for (int i = 0; i < DenialLimit.PER_MINUTE + 40; i++) {
      assertThrows(AccessDeniedException.class, () -> bob.contacts().query().count());
    }
    assertEquals(DenialLimit.PER_MINUTE, entries().size());
    clock.advance(Duration.ofMinutes(1));
    assertThrows(AccessDeniedException.class, () -> bob.contacts().query().count());
    List<AccessEntry> all = entries();
    assertEquals(DenialLimit.PER_MINUTE + 1, all.size());
    assertEquals(40L, all.get(all.size() - 1).get(AccessEntry.RECORDS));
  }

  @Test
  void that_somebody_named_a_record_they_do_not_see_is_recorded_where_it_is_wanted() {
    Customer acme = ada.customers().create(aCustomer());
    rights.limit("bob", Customer.TYPE, Customer.NAME.is("Another"));
    assertThrows(NotFoundException.class, () -> bob.customers().get(acme.ref()));
    assertEquals(List.of(), entries());
    try (Crm watching =
        Fixtures.aCrm(clock).policy(rights).audit(AuditPolicy.standard().unseen()).open()) {
      Session anna = watching.as("anna");
      Session there = watching.as("bob");
      Customer hidden = anna.customers().create(aCustomer());
      Customer gone = anna.customers().create(aCustomer("Another"));
      anna.customers().delete(gone);
      assertThrows(NotFoundException.class, () -> there.customers().get(hidden.ref()));
      assertThrows(NotFoundException.class, () -> there.customers().history(hidden.ref()));
      assertThrows(NotFoundException.class, () -> there.customers().delete(hidden));
      assertThrows(NotFoundException.class, () -> there.customers().get(gone.ref()));
      assertThrows(
          NotFoundException.class, () -> there.customers().get(Customer.TYPE.ref(new UUID(1, 2))));
      List<AccessEntry> noted = anna.records(AccessEntry.TYPE).query().list();
      assertEquals(3, noted.size());
      for (AccessEntry each : noted) {
        assertEquals(Kind.DENIED, each.get(AccessEntry.KIND));
        assertEquals(hidden.ref().id(), each.get(AccessEntry.RECORD_ID));
        assertEquals("bob", each.get(AccessEntry.TYPE.createdBy()));
      }
    }
  }
}
