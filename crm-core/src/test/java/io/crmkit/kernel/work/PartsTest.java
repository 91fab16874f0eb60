package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactRole;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageChange;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole takes its parts along: into the bin, out of it, into nothing. */
class PartsTest extends CrmTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  private final TestPolicy policy = new TestPolicy();
  private Customer acme;
  private Contact eva;
  private Contact tom;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @BeforeEach
  void twoPeopleAtACustomer() {
    acme = ada.customers().create(aCustomer());
    eva = ada.customers().addContact(acme, aContact("Eva"));
    tom = ada.customers().addContact(acme, aContact("Tom"));
    ada.customers().assignRole(eva, acme, "buyer", MAY);
    eva = ada.contacts().get(eva.ref()); // who gets a role is another version
  }

  private Set<String> contacts() {
    Set<String> names = new TreeSet<>();
    ada.contacts().query().list().forEach(contact -> names.add(contact.require(Contact.NAME)));
    return names;
  }

  private long roles() {
    return ada.customers().roles().query().count();
  }

  @Test
  void deleting_a_whole_puts_its_parts_into_the_bin_and_restoring_it_brings_them_back() {
    Customer deleted = ada.customers().delete(acme);
    assertEquals(Set.of(), contacts());
    assertEquals(0, roles());
    assertEquals(2, ada.contacts().query().onlyDeleted().count());
    ada.customers().restore(deleted);
    assertEquals(Set.of("Eva", "Tom"), contacts());
    assertEquals(1, roles());
  }

  @Test
  void what_was_deleted_before_its_whole_stays_in_the_bin_even_at_the_same_moment() {
    Contact binned = ada.contacts().delete(tom);
    Customer deleted = ada.customers().delete(acme);
    assertEquals(
        START.plusNanos(1000), deleted.get(Customer.TYPE.deletedAt()), "one microsecond behind");
    ada.customers().restore(deleted);
    assertEquals(Set.of("Eva"), contacts());
    ada.contacts().restore(binned);
    assertEquals(Set.of("Eva", "Tom"), contacts());
  }

  @Test
  void the_same_holds_within_one_unit_of_work() {
    Customer deleted =
        ada.call(
            work -> {
              work.contacts().delete(tom);
              return work.customers().delete(acme);
            });
    ada.run(work -> work.customers().restore(deleted));
    assertEquals(Set.of("Eva"), contacts());
  }

  @Test
  void parts_of_parts_that_went_with_a_part_come_back_with_it_alone() {
    ada.contacts().delete(eva);
    assertEquals(0, roles());
    clock.advance(Duration.ofDays(1));
    Customer deleted = ada.customers().delete(acme);
    clock.advance(Duration.ofDays(1));
    ada.customers().restore(deleted);
    assertEquals(Set.of("Tom"), contacts());
    assertEquals(0, roles());
    ada.contacts().restore(ada.contacts().findDeleted(eva.ref()).orElseThrow());
    assertEquals(1, roles());
  }

  @Test
  void a_whole_may_be_deleted_and_restored_again_and_again() {
    Customer now = acme;
    for (int i = 0; i < 3; i++) {
      now = ada.customers().restore(ada.customers().delete(now));
      assertEquals(Set.of("Eva", "Tom"), contacts());
    }
    assertEquals(7, now.version());
    assertEquals(eva.version() + 6, ada.contacts().get(eva.ref()).version());
  }

  @Test
  void a_part_of_two_wholes_goes_with_the_first_that_is_deleted_and_comes_back_with_it() {
    Customer globex = ada.customers().create(aCustomer("Globex"));
    ada.customers().assignRole(eva, globex, "approver", MAY);
    Customer without = ada.customers().delete(globex);
    assertEquals(1, roles());
    clock.advance(Duration.ofDays(1));
    Contact gone = ada.contacts().delete(ada.contacts().get(eva.ref()));
    assertEquals(0, roles());
    ada.contacts().restore(gone);
    assertEquals(1, roles());
    ada.customers().restore(without);
    assertEquals(2, roles());
  }

  @Test
  void facts_stay_where_they_are_and_are_destroyed_with_their_whole() {
    Opportunity deal = ada.pipeline().open(acme, aDeal("Seats"));
    Opportunity deleted = ada.opportunities().delete(deal);
    assertEquals(1, ada.pipeline().history(deleted).size());
    ada.opportunities().purge(deleted);
    assertEquals(0, ada.records(StageChange.TYPE).query().count());
  }

  @Test
  void purging_a_whole_destroys_its_parts_those_in_the_bin_included() {
    ada.contacts().delete(tom);
    ada.customers().purge(ada.customers().delete(acme));
    assertEquals(0, ada.contacts().query().withDeleted().count());
    assertEquals(0, ada.customers().roles().query().withDeleted().count());
    assertEquals(
        AuditEntry.Event.PURGED,
        ada.records(AuditEntry.TYPE)
            .where(AuditEntry.RECORD_ID.is(tom.ref().id()))
            .list()
            .get(2)
            .get(AuditEntry.EVENT));
  }

  @Test
  void a_whole_whose_parts_others_refer_to_is_not_purged() {
    Customer other = ada.customers().create(aCustomer("Other"));
    ada.pipeline().open(other, aDeal("Seats").andThen(d -> d.set(Opportunity.CONTACT, eva)));
    ValidationException refused =
        assertThrows(ValidationException.class, () -> ada.customers().purge(acme));
    assertEquals("violation.referenced", refused.violations().get(0).code());
    assertEquals(Set.of("Eva", "Tom"), contacts());
  }

  @Test
  void every_part_has_a_fact_of_its_own_and_all_belong_to_one_unit_of_work() {
    ada.customers().delete(acme);
    List<AuditEntry> deletions =
        ada.records(AuditEntry.TYPE).where(AuditEntry.EVENT.is(AuditEntry.Event.DELETED)).list();
    assertEquals(4, deletions.size());
    assertEquals(1, deletions.stream().map(entry -> entry.get(AuditEntry.WORK)).distinct().count());
  }

  @Test
  void the_right_to_the_whole_is_enough_and_parts_out_of_sight_go_along() {
    policy
        .deny("bob", Contact.TYPE)
        .limit("bob", ContactRole.TYPE, ContactRole.ROLE.is("approver"));
    Customer deleted = bob.customers().delete(acme);
    assertEquals(Set.of(), contacts());
    bob.customers().restore(deleted);
    assertEquals(Set.of("Eva", "Tom"), contacts());
    assertThrows(AccessDeniedException.class, () -> bob.contacts().delete(eva));
  }

  @Test
  void a_part_that_somebody_changes_meanwhile_is_a_conflict_and_nothing_is_deleted() {
    assertThrows(
        ConflictException.class,
        () ->
            ada.run(
                work -> {
                  work.customers().delete(acme);
                  bob.contacts().update(eva, d -> d.set(Contact.JOB_TITLE, "Chief"));
                }));
    assertEquals(Set.of("Eva", "Tom"), contacts());
    assertTrue(ada.customers().find(acme.ref()).isPresent());
  }

  @Test
  void many_parts_go_and_come_together() {
    ada.contacts()
        .createAll(
            IntStream.range(0, 2100)
                .mapToObj(i -> aContact("c" + i).andThen(d -> d.set(Contact.CUSTOMER, acme)))
                .toList());
    Customer deleted = ada.customers().delete(acme);
    assertEquals(0, ada.contacts().query().count());
    ada.customers().restore(deleted);
    assertEquals(2102, ada.contacts().query().count());
    assertEquals(1, roles());
  }
}
