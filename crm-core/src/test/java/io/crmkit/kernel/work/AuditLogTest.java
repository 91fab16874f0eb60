package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who asks the audit hears of what they may see, and of nothing else. */
class AuditLogTest extends CrmTest {
  private final TestPolicy rights = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(rights);
  }

  private static List<String> told(Page<AuditEntry> page) {
    return page.items().stream()
        .map(
            fact ->
                fact.require(AuditEntry.EVENT).word()
                    + " "
                    + fact.require(AuditEntry.RECORD_TYPE)
                    + " "
                    + fact.changes())
        .toList();
  }

  @Test
  void facts_are_found_by_record_actor_origin_time_event_and_field() {
    Customer acme = ada.customers().create(aCustomer());
    clock.advance(Duration.ofHours(1));
    Contact eve = bob.from("import").contacts().create(aContact("Eve"));
    clock.advance(Duration.ofHours(1));
    ada.customers().update(acme, d -> d.set(Customer.INDUSTRY, "energy"));
    AuditQuery<AuditEntry> all = ada.audit().changes();
    assertEquals(
        List.of(
            "changed customer [industry]",
            "created contact [name]",
            "created customer [name, kind]"),
        told(all.page()));
    assertEquals(2, all.about(acme.ref()).page().items().size());
    assertEquals(List.of("created contact [name]"), told(all.about(eve.ref()).page()));
    assertEquals(List.of("created contact [name]"), told(all.by("bob").page()));
    assertEquals(List.of("created contact [name]"), told(all.from("import").page()));
    assertEquals(
        List.of("created contact [name]"),
        told(
            all.since(START.plus(Duration.ofHours(1)))
                .until(START.plus(Duration.ofHours(2)))
                .page()));
    assertEquals(
        List.of("changed customer [industry]"),
        told(all.where(AuditEntry.EVENT.is(AuditEntry.Event.CHANGED)).page()));
    assertEquals(
        List.of("changed customer [industry]"), told(all.changing(Customer.INDUSTRY).page()));
    UUID work = all.by("bob").page().items().get(0).require(AuditEntry.WORK);
    assertEquals(List.of("created contact [name]"), told(all.ofWork(work).page()));
  }

  @Test
  void pages_give_every_visible_fact_once() {
    for (int i = 0; i < 25; i++) {
      ada.customers().create(aCustomer((i % 3 == 0 ? "Hidden " : "Shown ") + i));
    }
    rights.limit("bob", Customer.TYPE, Customer.NAME.startsWith("Shown"));
    List<UUID> seen = new ArrayList<>();
    String token = null;
    do {
      Page<AuditEntry> page = bob.audit().changes().limit(4).after(token).page();
      assertTrue(page.items().size() == 4 || page.next().isEmpty());
      page.items().forEach(fact -> seen.add(fact.require(AuditEntry.RECORD_ID)));
      token = page.next().orElse(null);
    } while (token != null);
    assertEquals(16, seen.size());
    assertEquals(16, new HashSet<>(seen).size());
  }

  @Test
  void facts_about_an_invisible_record_are_invisible() {
    Customer acme = ada.customers().create(aCustomer());
    ada.customers().create(aCustomer("Other"));
    rights.limit("bob", Customer.TYPE, Customer.NAME.is("Other"));
    assertEquals(List.of(), told(bob.audit().changes().about(acme.ref()).page()));
    assertEquals(1, bob.audit().changes().page().items().size());
  }

  @Test
  void changes_of_hidden_fields_are_not_told() {
    Customer acme = ada.customers().create(aCustomer());
    ada.customers().update(acme, d -> d.set(Customer.INDUSTRY, "energy"));
    rights.hide("bob", Customer.INDUSTRY);
    assertEquals(List.of("created customer [name, kind]"), told(bob.audit().changes().page()));
    assertThrows(
        AccessDeniedException.class,
        () -> bob.audit().changes().changing(Customer.INDUSTRY).page());
  }

  @Test
  void a_type_that_is_hidden_has_no_audit() {
    ada.customers().create(aCustomer());
    rights.deny("bob", Customer.TYPE, Operation.READ);
    assertEquals(List.of(), told(bob.audit().changes().page()));
    rights.deny("bob", AuditEntry.TYPE, Operation.READ);
    assertThrows(AccessDeniedException.class, () -> bob.audit().changes().page());
  }

  @Test
  void a_purged_record_is_told_of_only_to_who_sees_all_of_its_type() {
    Customer acme = ada.customers().create(aCustomer());
    ada.customers().purge(acme);
    rights.limit("bob", Customer.TYPE, Customer.NAME.is("Acme GmbH"));
    assertEquals(List.of(), told(bob.audit().changes().page()));
    assertEquals(2, ada.audit().changes().about(acme.ref()).page().items().size());
  }

  @Test
  void a_token_is_good_for_its_own_question_and_actor_alone() {
    for (int i = 0; i < 3; i++) {
      ada.customers().create(aCustomer("Acme " + i));
    }
    String token = ada.audit().changes().limit(1).page().next().orElseThrow();
    assertThrows(
        InvalidRequestException.class, () -> bob.audit().changes().limit(1).after(token).page());
    assertThrows(
        InvalidRequestException.class,
        () -> ada.audit().changes().by("ada").limit(1).after(token).page());
    assertThrows(
        InvalidRequestException.class,
        () -> crm.as("elsewhere", "ada").audit().changes().limit(1).after(token).page());
  }

  @Test
  void an_old_value_is_restored_by_who_may_change_the_field() {
    Customer acme = ada.customers().create(aCustomer());
    Customer best = ada.customers().update(acme, d -> d.set(Customer.LEVEL, "A"));
    Customer worse = ada.customers().update(best, d -> d.set(Customer.LEVEL, "B"));
    List<AuditEntry> levels = ada.audit().changes().changing(Customer.LEVEL).page().items();
    Customer again = ada.audit().restoreValue(worse, levels.get(0), Customer.LEVEL);
    assertEquals("A", again.get(Customer.LEVEL));
    assertEquals(4, again.version());
    Customer none = ada.audit().restoreValue(again, levels.get(1), Customer.LEVEL);
    assertNull(none.get(Customer.LEVEL));
    rights.lock("bob", Customer.LEVEL);
    assertThrows(
        AccessDeniedException.class,
        () -> bob.audit().restoreValue(none, levels.get(0), Customer.LEVEL));
    assertThrows(
        InvalidRequestException.class,
        () -> ada.audit().restoreValue(none, levels.get(0), Customer.NAME));
    Customer other = ada.customers().create(aCustomer("Other"));
    assertThrows(
        InvalidRequestException.class,
        () -> ada.audit().restoreValue(other, levels.get(0), Customer.LEVEL));
  }
}
