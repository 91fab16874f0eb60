package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.FieldChange;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.value.Json;
import io.crmkit.testing.CrmTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AuditTest extends CrmTest {
  private List<AuditEntry> entries() {
    return ada.records(AuditEntry.TYPE).query().list();
  }

  @Test
  void every_change_is_a_fact_with_time_actor_and_fields() {
    Customer acme = ada.customers().create(aCustomer());
    clock.advance(Duration.ofDays(1));
    Customer changed =
        bob.customers()
            .update(
                acme, d -> d.set(Customer.INDUSTRY, "energy").set(Customer.TAGS, Set.of("b", "a")));
    List<AuditEntry> history = ada.customers().history(acme.ref());
    assertEquals(2, history.size());
    AuditEntry made = history.get(0);
    assertEquals(AuditEntry.Event.CREATED, made.get(AuditEntry.EVENT));
    assertTrue(made.isAbout(acme.ref()));
    assertEquals(
        List.of(
            new FieldChange("name", null, "Acme GmbH"), new FieldChange("kind", null, "company")),
        made.changes().changes());
    AuditEntry change = history.get(1);
    assertEquals(AuditEntry.Event.CHANGED, change.get(AuditEntry.EVENT));
    assertEquals(2L, change.get(AuditEntry.RECORD_VERSION));
    assertEquals("bob", change.get(AuditEntry.TYPE.createdBy()));
    assertEquals(START.plus(Duration.ofDays(1)), change.get(AuditEntry.TYPE.createdAt()));
    assertEquals(
        List.of(new FieldChange("industry", null, "energy"), new FieldChange("tags", null, "a\nb")),
        change.changes().changes());
    bob.customers().update(changed, d -> d.set(Customer.INDUSTRY, "retail").clear(Customer.TAGS));
    AuditEntry last = ada.customers().history(acme.ref()).get(2);
    assertEquals(
        new FieldChange("industry", "energy", "retail"), last.changes().of(Customer.INDUSTRY));
    assertEquals(new FieldChange("tags", "a\nb", null), last.changes().of(Customer.TAGS));
    assertNull(last.changes().of(Customer.NAME));
  }

  @Test
  void deleting_restoring_and_purging_are_facts_too() {
    Customer acme = ada.customers().create(aCustomer().andThen(d -> d.set(Customer.LEVEL, "A")));
    Customer restored = ada.customers().restore(ada.customers().delete(acme));
    assertEquals(
        List.of(AuditEntry.Event.CREATED, AuditEntry.Event.DELETED, AuditEntry.Event.RESTORED),
        ada.customers().history(acme.ref()).stream()
            .map(entry -> entry.require(AuditEntry.EVENT))
            .toList());
    ada.customers().purge(restored);
    assertThrows(NotFoundException.class, () -> ada.customers().history(acme.ref()));
    AuditEntry last = entries().get(3);
    assertEquals(AuditEntry.Event.PURGED, last.get(AuditEntry.EVENT));
    assertEquals(new FieldChange("level", "A", null), last.changes().of(Customer.LEVEL));
    assertEquals(new FieldChange("name", null, null), last.changes().of(Customer.NAME));
  }

  @Test
  void reason_origin_and_substitution_are_kept() {
    Session session = ada.because("he called").from("phone").onBehalfOf("bob");
    session.customers().create(aCustomer());
    AuditEntry entry = entries().get(0);
    assertEquals("he called", entry.get(AuditEntry.REASON));
    assertEquals("phone", entry.get(AuditEntry.ORIGIN));
    assertEquals("bob", entry.get(AuditEntry.ON_BEHALF_OF));
    assertEquals("ada", entry.get(AuditEntry.TYPE.createdBy()));
    ada.customers().create(aCustomer());
    AuditEntry plain = entries().get(1);
    assertNull(plain.get(AuditEntry.REASON));
    assertNull(plain.get(AuditEntry.ON_BEHALF_OF));
    assertEquals("api", plain.get(AuditEntry.ORIGIN));
  }

  @Test
  void what_no_store_could_keep_is_no_context() {
    for (Executable bad :
        List.<Executable>of(
            () -> ada.because("x".repeat(1001)),
            () -> ada.because("a\0b"),
            () -> ada.from("o".repeat(256)),
            () -> ada.from(" "),
            () -> ada.onBehalfOf("o".repeat(256)),
            () -> ada.onBehalfOf("\uD800"),
            () -> crm.as("a\0da"),
            () -> crm.as(" "),
            () -> crm.as("t".repeat(65), "ada"),
            () -> crm.as("t\0", "ada"))) {
      assertThrows(IllegalArgumentException.class, bad);
    }
    ada.because("x".repeat(1000)).customers().create(aCustomer());
  }

  @Test
  void what_was_written_together_has_one_work() {
    ada.run(
        work -> {
          work.customers().create(aCustomer("a"));
          work.customers().create(aCustomer("b"));
        });
    ada.customers().create(aCustomer("c"));
    List<UUID> works = entries().stream().map(entry -> entry.require(AuditEntry.WORK)).toList();
    assertEquals(works.get(0), works.get(1));
    assertNotEquals(works.get(0), works.get(2));
    assertEquals(
        works,
        ada.records(OutboxEntry.TYPE).query().list().stream()
            .map(entry -> entry.require(OutboxEntry.WORK))
            .toList());
  }

  @Test
  void a_fact_cannot_be_changed_deleted_or_destroyed() {
    ada.customers().create(aCustomer());
    AuditEntry fact = entries().get(0);
    Records<AuditEntry> facts = ada.records(AuditEntry.TYPE);
    for (Executable tampering :
        List.<Executable>of(
            () -> facts.update(fact, d -> d.set(AuditEntry.REASON, "never happened")),
            () -> facts.save(fact.with(AuditEntry.REASON, "never happened")),
            () -> facts.delete(fact),
            () -> facts.restore(fact),
            () -> facts.purge(fact))) {
      assertEquals("request.journal", assertThrows(CrmException.class, tampering).code());
    }
    assertEquals(List.of(fact), entries());
  }

  @Test
  void a_fact_cannot_be_made_up() {
    Customer acme = ada.customers().create(aCustomer());
    assertThrows(
        CrmException.class,
        () ->
            ada.records(AuditEntry.TYPE)
                .create(
                    d ->
                        d.set(AuditEntry.RECORD_TYPE, "customer")
                            .set(AuditEntry.RECORD_ID, acme.ref().id())
                            .set(AuditEntry.RECORD_VERSION, 2L)
                            .set(AuditEntry.EVENT, AuditEntry.Event.CHANGED)
                            .set(AuditEntry.WORK, UUID.randomUUID())
                            .set(AuditEntry.ORIGIN, "web")
                            .set(AuditEntry.CHANGES, entries().get(0).changes())));
    assertThrows(
        CrmException.class,
        () ->
            ada.records(OutboxEntry.TYPE)
                .create(
                    d ->
                        d.set(OutboxEntry.EVENT, "customer.deleted")
                            .set(OutboxEntry.RECORD_TYPE, "customer")
                            .set(OutboxEntry.RECORD_ID, acme.ref().id())
                            .set(OutboxEntry.WORK, UUID.randomUUID())
                            .set(OutboxEntry.FACTS, Json.parse("{}"))));
    assertEquals(1, entries().size());
  }

  @Test
  void the_history_is_in_the_order_of_the_versions_even_where_a_clock_goes_backwards() {
    Customer acme = ada.customers().create(aCustomer());
    clock.advance(Duration.ofHours(-2));
    Customer second = ada.customers().update(acme, d -> d.set(Customer.LEVEL, "A"));
    clock.advance(Duration.ofHours(-2));
    ada.customers().update(second, d -> d.set(Customer.LEVEL, "B"));
    assertEquals(
        List.of(1L, 2L, 3L),
        ada.customers().history(acme.ref()).stream()
            .map(entry -> entry.require(AuditEntry.RECORD_VERSION))
            .toList());
    Customer now = ada.customers().get(acme.ref());
    assertEquals(START, now.get(Customer.TYPE.updatedAt()));
    assertEquals(now, ada.customers().asOf(START).find(acme.ref()).orElseThrow());
  }

  @Test
  void a_text_of_any_length_is_kept_with_its_history_and_sealed() {
    String before = "\u5B57".repeat(400_000);
    String after = "\u6C49".repeat(400_000);
    Customer acme =
        ada.customers().create(aCustomer().andThen(d -> d.set(Customer.BACKGROUND, before)));
    ada.customers().update(acme, d -> d.set(Customer.BACKGROUND, after));
    List<AuditEntry> history = ada.customers().history(acme.ref());
    assertEquals(
        new FieldChange("background", before, after),
        history.get(1).changes().of(Customer.BACKGROUND));
    for (Jobs.Run run : crm.jobs().runDue()) {
      assertNull(run.failure(), run.job());
    }
  }
}
