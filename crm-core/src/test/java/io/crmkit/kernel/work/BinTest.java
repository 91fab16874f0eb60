package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is deleted, restored, purged, and what it was before. */
class BinTest extends CrmTest {
  private Customer numbered(String name, String number) {
    return ada.customers()
        .create(aCustomer(name).andThen(d -> d.set(Customer.EXTERNAL_ID, number)));
  }

  private static void assertViolation(String code, Executable verb) {
    ValidationException refused = assertThrows(ValidationException.class, verb);
    assertEquals(code, refused.violations().get(0).code());
  }

  @Test
  void a_deleted_record_is_in_no_list_but_in_the_bin() {
    Customer acme = ada.customers().create(aCustomer());
    clock.advance(Duration.ofHours(1));
    Customer deleted = bob.customers().delete(acme);
    assertTrue(deleted.deleted());
    assertEquals(START.plusSeconds(3600), deleted.get(Customer.TYPE.deletedAt()));
    assertEquals("bob", deleted.get(Customer.TYPE.updatedBy()));
    assertThrows(NotFoundException.class, () -> ada.customers().get(acme.ref()));
    assertEquals(Optional.of(deleted), ada.customers().findDeleted(acme.ref()));
    assertEquals(List.of(), ada.customers().query().list());
    assertEquals(List.of(deleted), ada.customers().query().onlyDeleted().list());
    assertEquals(1, ada.customers().query().withDeleted().count());
    assertEquals(deleted, ada.customers().delete(deleted));
    Customer restored = ada.customers().restore(deleted);
    assertEquals(3, restored.version());
    assertEquals(restored, ada.customers().restore(restored));
    assertEquals(restored, ada.customers().get(acme.ref()));
  }

  @Test
  void unique_values_are_free_while_their_record_is_in_the_bin() {
    Customer first = ada.customers().delete(numbered("first", "K-1"));
    Customer second = numbered("second", "K-1");
    assertViolation("violation.unique", () -> ada.customers().restore(first));
    ada.customers().delete(second);
    assertEquals("K-1", ada.customers().restore(first).get(Customer.EXTERNAL_ID));
  }

  @Test
  void a_path_into_the_bin_leads_nowhere() {
    Customer acme = ada.customers().create(aCustomer());
    Opportunity deal = ada.pipeline().open(acme, aDeal("Seats"));
    Customer deleted = ada.customers().delete(acme);
    var name = Opportunity.CUSTOMER.get(Customer.NAME);
    var deals = ada.opportunities();
    assertEquals(List.of(deal), deals.where(name.isMissing()).list());
    assertEquals(0, deals.where(Opportunity.CUSTOMER.matches(Customer.NAME.isPresent())).count());
    assertEquals(List.of(deal), deals.where(Opportunity.CUSTOMER.is(acme)).list());
    ada.customers().restore(deleted);
    assertEquals(List.of(deal), deals.where(name.is("Acme GmbH")).list());
  }

  @Test
  void purging_is_refused_while_others_refer_to_the_record_those_in_the_bin_included() {
    Customer acme = ada.customers().create(aCustomer());
    Opportunity deal = ada.pipeline().open(acme, aDeal("Seats"));
    assertViolation("violation.referenced", () -> ada.customers().purge(acme));
    Opportunity deleted = ada.opportunities().delete(deal);
    assertViolation("violation.referenced", () -> ada.customers().purge(acme));
    ada.run(
        work -> {
          work.opportunities().purge(deleted);
          work.customers().purge(acme);
        });
    assertEquals(0, ada.customers().query().withDeleted().count());
  }

  @Test
  void what_was_audited_of_a_purged_record_stays() {
    Customer acme = ada.customers().create(aCustomer());
    ada.customers().purge(ada.customers().delete(acme));
    assertEquals(
        List.of(AuditEntry.Event.CREATED, AuditEntry.Event.DELETED, AuditEntry.Event.PURGED),
        ada.records(AuditEntry.TYPE).where(AuditEntry.RECORD_ID.is(acme.ref().id())).list().stream()
            .map(entry -> entry.require(AuditEntry.EVENT))
            .toList());
    assertEquals(Optional.empty(), ada.customers().asOf(START).find(acme.ref()));
    assertEquals(List.of(), ada.customers().asOf(START).list());
  }

  @Test
  void a_record_is_seen_as_it_was_at_any_moment() {
    assertEquals(List.of(), ada.customers().asOf(START).list());
    Customer one = ada.customers().create(aCustomer());
    clock.advance(Duration.ofDays(1));
    Customer two = ada.customers().update(one, d -> d.set(Customer.LEVEL, "A"));
    clock.advance(Duration.ofDays(1));
    Customer three = ada.customers().delete(two);
    clock.advance(Duration.ofDays(1));
    Customer four = ada.customers().restore(three);
    var ref = one.ref();
    assertEquals(Optional.empty(), ada.customers().asOf(START.minusNanos(1000)).find(ref));
    assertEquals(Optional.of(one), ada.customers().asOf(START).find(ref));
    assertEquals(Optional.of(one), ada.customers().asOf(START.plusSeconds(3600)).find(ref));
    assertEquals(Optional.of(two), ada.customers().asOf(START.plusSeconds(86_400)).find(ref));
    assertEquals(Optional.empty(), ada.customers().asOf(START.plusSeconds(2 * 86_400)).find(ref));
    assertEquals(Optional.of(four), ada.customers().asOf(START.plusSeconds(3 * 86_400)).find(ref));
    assertEquals(List.of(one), ada.customers().asOf(START).list(Customer.LEVEL.isMissing()));
    assertEquals(
        List.of(two), ada.customers().asOf(START.plusSeconds(86_400)).list(Customer.LEVEL.is("A")));
    assertEquals(List.of(), ada.customers().asOf(START.plusSeconds(2 * 86_400)).list());
  }
}
