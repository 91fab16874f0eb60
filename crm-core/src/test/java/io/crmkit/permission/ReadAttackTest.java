package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactRole;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageChange;
import io.crmkit.testing.CountingStore;
import io.crmkit.testing.TestStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reading what is not to be read, record by record. */
class ReadAttackTest extends Besieged {
  private final CountingStore store = new CountingStore(TestStores.fresh());

  @Override
  protected void configure(CrmBuilder builder) {
    super.configure(builder);
    Store counted = store.store();
    builder.store(counted);
  }

  @Test
  void attack_02_an_invisible_record_is_refused_as_an_absent_one() {
    assertAlike(
        theirs.ref(),
        () -> mallory.customers().get(theirs.ref()),
        nothing(Customer.TYPE),
        () -> mallory.customers().get(nothing(Customer.TYPE)));
    assertAlike(
        theirDeal.ref(),
        () -> mallory.opportunities().get(theirDeal.ref()),
        nothing(Opportunity.TYPE),
        () -> mallory.opportunities().get(nothing(Opportunity.TYPE)));
    assertAlike(
        theirs.ref(),
        () -> mallory.call(work -> work.customers().get(theirs.ref())),
        nothing(Customer.TYPE),
        () -> mallory.call(work -> work.customers().get(nothing(Customer.TYPE))));
    assertEquals(Optional.empty(), mallory.customers().find(theirs.ref()));
    assertEquals(Optional.empty(), mallory.customers().findDeleted(theirs.ref()));
  }

  @Test
  void attack_02_an_invisible_record_costs_as_many_questions_as_an_absent_one() {
    mallory.customers().find(mine.ref());
    long absent = store.asked(() -> mallory.customers().find(nothing(Customer.TYPE)));
    long invisible = store.asked(() -> mallory.customers().find(theirs.ref()));
    assertEquals(absent, invisible);
    assertEquals(1, invisible);
    assertEquals(
        store.asked(() -> mallory.customers().find(List.of(nothing(Customer.TYPE)))),
        store.asked(() -> mallory.customers().find(List.of(theirs.ref()))));
  }

  @Test
  void attack_12_a_picker_that_searches_offers_visible_records_and_not_what_was_looked_for() {
    assertEquals(List.of(), mallory.customers().query().search(CANARY).list());
    assertEquals(List.of(), mallory.customers().query().search("zanz").limit(5).list());
    assertEquals(1, mallory.customers().query().search("aachen").list().size());
    assertThrows(AccessDeniedException.class, () -> mallory.organization().units().query().list());
    assertEquals(
        List.of(malloryUser.ref()),
        mallory.organization().query().list().stream().map(User::ref).toList());
  }

  @Test
  void attack_13_parts_of_an_invisible_record_are_not_reached_by_its_identity() {
    assertThrows(NotFoundException.class, () -> mallory.contacts().get(atTheirs.ref()));
    assertEquals(0, mallory.contacts().where(Contact.CUSTOMER.is(theirs.ref())).count());
    assertEquals(
        0,
        mallory.contacts().where(Contact.CUSTOMER.matches(Customer.EXTERNAL_ID.is("v1"))).count());
    assertEquals(
        1,
        mallory.contacts().where(Contact.CUSTOMER.matches(Customer.EXTERNAL_ID.is("m1"))).count());
    assertEquals(
        1,
        mallory
            .contacts()
            .where(Contact.CUSTOMER.matches(Customer.EXTERNAL_ID.is("v1")).not())
            .count());
    assertEquals(List.of(), mallory.customers().rolesAt(theirs, LocalDate.of(2027, 3, 1)));
    assertEquals(List.of(), mallory.pipeline().history(theirDeal));
    assertEquals(
        0, mallory.pipeline().stageChanges().where(StageChange.OPPORTUNITY.is(theirDeal)).count());
    assertEquals(Set.of(theirs.ref()), mallory.customers().group(theirs.ref()));
  }

  @Test
  void attack_13_a_link_between_a_visible_and_an_invisible_record_shows_an_identity_alone() {
    ContactRole link =
        ada.customers().assignRole(atMine, theirs, "buyer", LocalDate.of(2027, 1, 1));
    ContactRole seen = mallory.customers().roles().get(link.ref());
    assertEquals(theirs.ref(), seen.get(ContactRole.CUSTOMER));
    assertThrows(NotFoundException.class, () -> mallory.customers().get(theirs.ref()));
    assertEquals(
        0,
        mallory
            .customers()
            .roles()
            .where(ContactRole.CUSTOMER.get(Customer.NAME).isPresent())
            .count());
    requireSilent(seen.toString() + seen.display(ContactRole.CUSTOMER));
  }

  @Test
  void attack_14_a_reference_to_an_invisible_record_is_an_identity_everywhere() throws Exception {
    mine = ada.customers().update(mine, c -> c.set(Customer.PARENT, theirs));
    Customer seen = mallory.customers().get(mine.ref());
    assertEquals(theirs.ref(), seen.get(Customer.PARENT));
    assertEquals(theirs.ref().id().toString(), seen.display(Customer.PARENT));
    var name = Customer.PARENT.get(Customer.NAME);
    assertEquals(0, mallory.customers().where(name.isPresent()).count());
    assertEquals(2, mallory.customers().where(name.isMissing()).count());
    assertNull(mallory.customers().query().groupBy(name).measure(Measure.count()).get(0).get(name));
    requireSilent(Exported.by(mallory));
    requireSilent(
        mallory.customers().history(mine.ref()).stream()
            .map(entry -> entry.changes().changes())
            .toList());
  }

  @Test
  void attack_20_a_snapshot_that_somebody_else_read_opens_nothing() {
    Customer adas = ada.customers().get(mine.ref());
    Customer saved = mallory.customers().update(adas, c -> c.set(Customer.EMPLOYEES, 11L));
    assertNull(saved.get(Customer.CREDIT_LIMIT));
    assertNull(mallory.customers().save(saved).get(Customer.CREDIT_LIMIT));
    mallory.run(
        work -> {
          assertNull(work.customers().get(mine.ref()).get(Customer.CREDIT_LIMIT));
          Customer written =
              work.customers()
                  .update(work.customers().get(mine.ref()), c -> c.set(Customer.EMPLOYEES, 12L));
          assertNull(written.get(Customer.CREDIT_LIMIT));
          assertNull(
              work.customers()
                  .where(Customer.EMPLOYEES.is(12L))
                  .list()
                  .get(0)
                  .get(Customer.CREDIT_LIMIT));
        });
    assertEquals(SECRET, ada.customers().get(mine.ref()).get(Customer.CREDIT_LIMIT));
  }

  @Test
  void attack_22_a_fact_about_a_deal_does_not_tell_its_hidden_amount() {
    Opportunity deal = mallory.opportunities().get(myDeal.ref());
    assertNull(deal.get(Opportunity.AMOUNT));
    mallory.pipeline().advance(deal, "proposal");
    for (StageChange fact : mallory.pipeline().history(myDeal)) {
      assertNull(fact.get(StageChange.AMOUNT));
    }
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.pipeline().stageChanges().query().measure(StageChange.AMOUNT.sum()));
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory
                .pipeline()
                .stageChanges()
                .where(StageChange.AMOUNT.moreThan(Money.of("1", "EUR")))
                .count());
  }

  @Test
  void attack_24_nothing_told_about_a_record_or_a_refusal_has_a_hidden_value_in_it() {
    ada.permissions().limit(seller, Customer.NAME, FieldRight.HIDDEN);
    Customer seen = mallory.customers().get(mine.ref());
    assertFalse(seen.toString().contains("Aachen"), seen.toString());
    requireSilent(seen);
    requireSilent(seen.snapshot().row());
    requireSilent(mallory.customers().query().list());
    requireSilent(mallory.customers().history(mine.ref()));
    mallory.run(
        work ->
            work.customers()
                .update(
                    work.customers().get(mine.ref()),
                    draft -> {
                      assertNull(draft.get(Customer.CREDIT_LIMIT));
                      assertNull(draft.get(Customer.NAME));
                      requireSilent(draft);
                    }));
    for (Throwable told =
            assertThrows(
                CrmException.class,
                () ->
                    mallory
                        .customers()
                        .create(c -> c.set(Customer.NAME, "x").set(Customer.EXTERNAL_ID, "v1")));
        told != null;
        told = told.getCause()) {
      requireSilent(told);
    }
  }

  @Test
  void attack_25_records_asked_for_together_do_not_tell_invisible_from_absent() {
    Map<Ref<Customer>, Customer> found =
        mallory
            .customers()
            .find(List.of(theirs.ref(), alsoMine.ref(), nothing(Customer.TYPE), mine.ref()));
    assertEquals(Set.of(mine.ref(), alsoMine.ref()), found.keySet());
    assertNull(found.get(mine.ref()).get(Customer.CREDIT_LIMIT));
    assertEquals(Map.of(), mallory.customers().find(List.of(theirs.ref())));
    assertEquals(Map.of(), mallory.call(work -> work.customers().find(List.of(theirs.ref()))));
  }

  @Test
  void attack_26_what_is_in_the_bin_is_as_invisible_as_it_was() {
    Customer gone = ada.customers().delete(theirs);
    Customer mineGone = mallory.customers().delete(mallory.customers().get(alsoMine.ref()));
    assertEquals(Optional.empty(), mallory.customers().findDeleted(gone.ref()));
    assertEquals(
        List.of(alsoMine.ref()),
        mallory.customers().query().onlyDeleted().list().stream().map(Customer::ref).toList());
    assertEquals(2, mallory.customers().query().withDeleted().count());
    assertAlike(
        gone.ref(),
        () -> mallory.customers().restore(gone),
        gone.ref(),
        () -> mallory.customers().get(gone.ref()));
    assertThrows(AccessDeniedException.class, () -> mallory.customers().purge(mineGone));
    assertTrue(mallory.customers().find(alsoMine.ref()).isEmpty());
    assertThrows(NotFoundException.class, () -> mallory.customers().history(gone.ref()));
    assertEquals(Optional.empty(), mallory.customers().asOf(clock.instant()).find(gone.ref()));
    assertEquals(
        0,
        mallory
            .opportunities()
            .where(Opportunity.CUSTOMER.get(Customer.NAME).is(CANARY + " Spices"))
            .count());
    mallory.customers().create(c -> c.set(Customer.NAME, "again").set(Customer.EXTERNAL_ID, "v1"));
  }

  @Test
  void attack_26_a_whole_put_into_the_bin_does_not_lift_what_is_denied_of_its_parts() {
    Role everything = ada.permissions().define("everything", "Everything", null);
    ada.permissions().grant(everything, Grant.ALL_TYPES, Level.ALL, Operation.READ);
    ada.permissions().deny(everything, Grant.ALL_TYPES, Level.OWN, Operation.READ);
    ada.permissions().assign(victorUser, everything);
    assertThrows(NotFoundException.class, () -> victor.contacts().get(atTheirs.ref()));
    assertEquals(1, victor.contacts().query().count());
    ada.customers().delete(theirs);
    assertThrows(NotFoundException.class, () -> victor.contacts().get(atTheirs.ref()));
    assertEquals(1, victor.contacts().query().count());
  }

  @Test
  void attack_26_who_may_not_restore_does_not_get_back_what_is_in_the_bin() {
    ada.permissions().deny(seller, "customer", Level.ALL, Operation.RESTORE);
    Customer gone = mallory.customers().delete(mallory.customers().get(mine.ref()));
    assertThrows(AccessDeniedException.class, () -> mallory.customers().restore(gone));
    assertThrows(
        InvalidRequestException.class,
        () -> mallory.customers().update(gone, c -> c.set(Customer.EMPLOYEES, 1L)));
  }

  @Test
  void attack_27_what_describes_records_leaves_out_what_is_hidden() {
    Mine.OfType customers = mallory.permissions().mine().of("customer").orElseThrow();
    assertFalse(customers.fields().containsKey("credit_limit"));
    assertEquals(FieldRight.MASKED, customers.fields().get("email"));
    assertEquals(FieldRight.READ_ONLY, customers.fields().get("annual_revenue"));
    assertFalse(mallory.customers().query().readableFields().contains(Customer.CREDIT_LIMIT));
    assertFalse(mallory.customers().query().readableFields().contains(Customer.EMAIL));
    assertEquals(Optional.empty(), mallory.permissions().mine().of("role"));
    assertEquals(Optional.empty(), mallory.permissions().mine().of("audit_entry"));
    assertEquals(Set.of(), mallory.permissions().mine().permissions());
  }

  @Test
  void attack_42_what_is_taken_away_is_gone_at_the_very_next_question_of_a_busy_session() {
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofMillis(100));
      assertEquals(2, mallory.customers().query().count());
    }
    ada.permissions().withdraw(malloryUser, seller);
    assertThrows(AccessDeniedException.class, () -> mallory.customers().query().count());
    assertThrows(AccessDeniedException.class, () -> mallory.customers().find(mine.ref()));
  }
}
