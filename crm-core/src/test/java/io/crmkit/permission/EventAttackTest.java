package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.value.Money;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Learning from facts and events about records what the records do not show. */
class EventAttackTest extends Besieged {
  @Test
  void attack_15_the_stages_a_deal_has_passed_show_no_more_than_the_deal() {
    assertEquals(List.of(), mallory.pipeline().history(theirDeal));
    assertThrows(NotFoundException.class, () -> mallory.opportunities().history(theirDeal.ref()));
    ada.permissions().limit(seller, Opportunity.CLOSE_REASON, FieldRight.HIDDEN);
    ada.pipeline().lose(ada.opportunities().get(myDeal.ref()), CANARY);
    List<StageChange> facts = mallory.pipeline().history(myDeal);
    assertEquals(2, facts.size());
    for (StageChange fact : facts) {
      assertNull(fact.get(StageChange.REASON));
      assertNull(fact.get(StageChange.AMOUNT));
    }
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.pipeline().stageChanges().where(StageChange.REASON.is(CANARY)).count());
  }

  @Test
  void attack_16_the_history_of_a_record_is_silent_about_hidden_fields_as_of_today() {
    clock.advance(Duration.ofMinutes(1));
    Customer now =
        ada.customers()
            .update(
                mine,
                c ->
                    c.set(Customer.CREDIT_LIMIT, Money.of("1", "EUR"))
                        .set(Customer.EMPLOYEES, 11L));
    for (AuditEntry entry : mallory.customers().history(mine.ref())) {
      assertNull(entry.changes().of(Customer.CREDIT_LIMIT));
      assertNull(entry.changes().of(Customer.EMAIL));
      requireSilent(entry);
      requireSilent(entry.display(AuditEntry.CHANGES));
    }
    assertEquals(
        List.of("employees"),
        mallory.customers().history(mine.ref()).get(1).changes().changes().stream()
            .map(change -> change.field())
            .toList());
    Customer past = mallory.customers().asOf(START).find(mine.ref()).orElseThrow();
    assertNull(past.get(Customer.CREDIT_LIMIT));
    assertEquals("s***@m1.example", past.get(Customer.EMAIL));
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.customers().asOf(START).list(Customer.CREDIT_LIMIT.isPresent()));
    ada.permissions().limit(seller, Customer.EMPLOYEES, FieldRight.HIDDEN);
    assertEquals(List.of(), mallory.customers().history(now.ref()).get(1).changes().changes());
    assertNull(
        mallory.customers().asOf(START).find(mine.ref()).orElseThrow().get(Customer.EMPLOYEES));
  }

  @Test
  void attack_16_what_was_ones_own_in_the_past_is_not_shown_when_it_is_no_more() {
    Instant then = clock.instant();
    clock.advance(Duration.ofMinutes(1));
    ada.customers().update(mine, c -> c.set(Customer.OWNER, victorUser));
    assertEquals(Optional.empty(), mallory.customers().asOf(then).find(mine.ref()));
    assertEquals(
        List.of(alsoMine.ref()),
        mallory.customers().asOf(then).list().stream().map(Customer::ref).toList());
    assertThrows(NotFoundException.class, () -> mallory.customers().history(mine.ref()));
    ada.permissions().deny(seller, "customer", Level.ALL, Operation.SEE_AUDIT);
    assertThrows(AccessDeniedException.class, () -> mallory.customers().history(alsoMine.ref()));
    assertThrows(AccessDeniedException.class, () -> mallory.customers().asOf(then).list());
  }

  @Test
  void attack_16_facts_are_not_read_past_the_record_that_they_are_about() {
    assertThrows(
        AccessDeniedException.class, () -> mallory.records(AuditEntry.TYPE).query().list());
    ada.permissions().grant(seller, AuditEntry.TYPE, Level.ALL, Operation.READ);
    for (String type : List.of("customer", "opportunity", "user", "contact", "share")) {
      assertEquals(
          0, mallory.records(AuditEntry.TYPE).where(AuditEntry.RECORD_TYPE.is(type)).count(), type);
    }
    assertEquals(
        0,
        mallory.records(AuditEntry.TYPE).where(AuditEntry.RECORD_ID.is(theirs.ref().id())).count());
    AuditEntry any =
        ada.records(AuditEntry.TYPE)
            .where(AuditEntry.RECORD_ID.is(theirs.ref().id()))
            .first()
            .orElseThrow();
    assertThrows(NotFoundException.class, () -> mallory.records(AuditEntry.TYPE).get(any.ref()));
  }

  @Test
  void attack_40_events_and_the_outbox_hold_identities_and_no_values() {
    ada.customers().update(mine, c -> c.set(Customer.CREDIT_LIMIT, Money.of("66613.13", "EUR")));
    ada.customers().update(theirs, c -> c.set(Customer.NAME, CANARY + " Herbs"));
    ada.pipeline().lose(ada.opportunities().get(theirDeal.ref()), CANARY);
    ada.permissions().share(theirs, malloryUser, Share.Access.READ, null, CANARY);
    assertFalse(events.isEmpty());
    for (CrmEvent event : events) {
      requireSilent(event);
      requireSilent(event.facts());
    }
    List<OutboxEntry> outbox = ada.records(OutboxEntry.TYPE).query().list();
    assertTrue(outbox.size() >= events.size());
    for (OutboxEntry entry : outbox) {
      requireSilent(entry);
      requireSilent(entry.display(OutboxEntry.FACTS));
    }
  }

  @Test
  void attack_40_the_outbox_is_not_read_past_the_records_that_it_tells_of() {
    assertThrows(
        AccessDeniedException.class, () -> mallory.records(OutboxEntry.TYPE).query().count());
    ada.permissions().grant(seller, OutboxEntry.TYPE, Level.ALL, Operation.READ);
    assertEquals(
        0, mallory.records(OutboxEntry.TYPE).where(OutboxEntry.RECORD_TYPE.is("customer")).count());
  }
}
