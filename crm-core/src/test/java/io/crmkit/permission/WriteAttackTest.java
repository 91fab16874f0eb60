package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.value.Money;
import io.crmkit.sales.Opportunity;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Changing what is not to be changed. */
class WriteAttackTest extends Besieged {
  private static final TextField<Customer> NOWHERE =
      Extension.of(() -> Customer.TYPE).text("nowhere").add();

  private Customer current() {
    return mallory.customers().get(mine.ref());
  }

  @Test
  void attack_03_writing_to_an_invisible_record_is_refused_as_to_an_absent_one() {
    String absent =
        refusal(nothing(Customer.TYPE), () -> mallory.customers().get(nothing(Customer.TYPE)));
    Customer old = theirs;
    Customer now = ada.customers().update(theirs, c -> c.set(Customer.EMPLOYEES, 4001L));
    for (Customer one : List.of(old, now)) {
      assertEquals(
          absent,
          refusal(
              one.ref(), () -> mallory.customers().update(one, c -> c.set(Customer.NAME, "x"))));
      assertEquals(absent, refusal(one.ref(), () -> mallory.customers().save(one)));
      assertEquals(absent, refusal(one.ref(), () -> mallory.customers().delete(one)));
      assertEquals(absent, refusal(one.ref(), () -> mallory.customers().expect(one)));
      assertEquals(
          absent,
          refusal(
              one.ref(), () -> mallory.permissions().share(one, malloryUser, Share.Access.READ)));
      assertEquals(absent, refusal(one.ref(), () -> mallory.permissions().sharesOf(one)));
      assertEquals(
          absent, refusal(one.ref(), () -> mallory.permissions().explain(Operation.READ, one)));
      assertEquals(
          absent, refusal(one.ref(), () -> mallory.permissions().whoCan(Operation.READ, one)));
    }
    assertThrows(NotFoundException.class, () -> mallory.pipeline().advance(theirDeal, "proposal"));
    Customer gone = ada.customers().delete(now);
    assertEquals(absent, refusal(gone.ref(), () -> mallory.customers().restore(gone)));
    ada.customers().restore(gone);
  }

  @Test
  void attack_03_a_record_that_became_invisible_is_not_told_to_have_changed() {
    Customer old = current();
    ada.customers().update(mine, c -> c.set(Customer.OWNER, victorUser));
    assertThrows(
        NotFoundException.class,
        () -> mallory.customers().update(old, c -> c.set(Customer.EMPLOYEES, 1L)));
    assertThrows(NotFoundException.class, () -> mallory.customers().delete(old));
    assertThrows(NotFoundException.class, () -> mallory.customers().expect(old));
  }

  @Test
  void attack_03_a_snapshot_of_work_that_failed_is_no_key_to_what_others_made_of_the_record() {
    AtomicReference<Customer> kept = new AtomicReference<>();
    assertThrows(
        IllegalStateException.class,
        () ->
            mallory.run(
                work -> {
                  kept.set(
                      work.customers()
                          .update(
                              work.customers().get(mine.ref()),
                              c -> c.set(Customer.EMPLOYEES, 1L)));
                  throw new IllegalStateException("taken back");
                }));
    ada.customers().update(mine, c -> c.set(Customer.OWNER, victorUser));
    Customer forged = Objects.requireNonNull(kept.get());
    assertThrows(
        CrmException.class,
        () -> mallory.customers().update(forged, c -> c.set(Customer.EMPLOYEES, 2L)));
    assertThrows(CrmException.class, () -> mallory.customers().delete(forged));
    Customer rehearsed =
        victor
            .workspace()
            .rehearse(
                work ->
                    work.records(Customer.TYPE)
                        .update(
                            work.records(Customer.TYPE).get(mine.ref()),
                            c -> c.set(Customer.EMPLOYEES, 5L)));
    ada.customers()
        .update(ada.customers().get(mine.ref()), c -> c.set(Customer.NAME, "Changed meanwhile"));
    assertThrows(
        CrmException.class,
        () -> victor.customers().update(rehearsed, c -> c.set(Customer.EMPLOYEES, 6L)));
    Customer now = ada.customers().get(mine.ref());
    assertEquals(victorUser.ref(), now.get(Customer.OWNER));
    assertEquals("Changed meanwhile", now.get(Customer.NAME));
  }

  @Test
  void attack_33_hidden_read_only_managed_and_system_fields_are_refused_not_ignored() {
    for (Consumer<Draft<Customer>> attempt :
        List.<Consumer<Draft<Customer>>>of(
            c -> c.set(Customer.CREDIT_LIMIT, Money.of("1", "EUR")),
            c -> c.set(Customer.CREDIT_LIMIT, SECRET),
            c -> c.clear(Customer.CREDIT_LIMIT),
            c -> c.setOrClear(Customer.CREDIT_LIMIT, null),
            c -> c.parse(Customer.CREDIT_LIMIT, "EUR 1"),
            c -> c.set(Customer.EMAIL, "new@example.com"),
            c -> c.clear(Customer.EMAIL),
            c -> c.set(Customer.ANNUAL_REVENUE, Money.of("6", "EUR")),
            c -> c.set(Customer.ANNUAL_REVENUE, Money.of("5", "EUR")),
            c -> c.clear(Customer.ANNUAL_REVENUE))) {
      requireSilent(
          assertThrows(
                  AccessDeniedException.class, () -> mallory.customers().update(current(), attempt))
              .getMessage());
      assertThrows(
          AccessDeniedException.class,
          () -> mallory.customers().create(attempt.andThen(c -> c.set(Customer.NAME, "new one"))));
    }
    for (Consumer<Draft<Customer>> attempt :
        List.<Consumer<Draft<Customer>>>of(
            c -> parse(c, "created_by", "victor"),
            c -> parse(c, "updated_by", "victor"),
            c -> parse(c, "created_at", "2020-01-01T00:00:00Z"),
            c -> parse(c, "deleted_at", "2020-01-01T00:00:00Z"),
            c -> c.set(NOWHERE, "x"))) {
      assertThrows(ValidationException.class, () -> mallory.customers().update(current(), attempt));
    }
    assertThrows(
        ValidationException.class,
        () ->
            mallory
                .opportunities()
                .update(
                    mallory.opportunities().get(myDeal.ref()),
                    d -> d.set(Opportunity.STAGE, "won")));
    assertThrows(InvalidRequestException.class, () -> current().with(Customer.CREDIT_LIMIT, null));
    Customer whole = ada.customers().get(mine.ref());
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.customers().save(whole.with(Customer.CREDIT_LIMIT, null)));
    assertEquals(whole, ada.customers().get(mine.ref()));
  }

  private static void parse(Draft<Customer> draft, String field, String text) {
    draft.parse(Objects.requireNonNull(Customer.TYPE.field(field)), text);
  }

  @Test
  void attack_33_a_mask_written_back_changes_nothing() {
    Customer seen = current();
    assertEquals("s***@m1.example", seen.get(Customer.EMAIL));
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory
                .customers()
                .update(seen, c -> c.setOrClear(Customer.EMAIL, seen.get(Customer.EMAIL))));
    assertThrows(
        ValidationException.class,
        () ->
            ada.customers()
                .update(mine, c -> c.setOrClear(Customer.EMAIL, seen.get(Customer.EMAIL))));
    mallory.customers().save(seen.with(Customer.EMPLOYEES, 12L));
    assertEquals("secretary@m1.example", ada.customers().get(mine.ref()).get(Customer.EMAIL));
    assertEquals(SECRET, ada.customers().get(mine.ref()).get(Customer.CREDIT_LIMIT));
  }

  @Test
  void attack_34_a_record_is_not_given_away_or_taken_through_any_door() {
    String owner = victorUser.ref().id().toString();
    for (Consumer<Draft<Customer>> attempt :
        List.<Consumer<Draft<Customer>>>of(
            c -> c.set(Customer.OWNER, victorUser.ref()),
            c -> c.parse(Customer.OWNER, owner),
            c -> c.clear(Customer.OWNER))) {
      assertThrows(CrmException.class, () -> mallory.customers().update(current(), attempt));
      assertThrows(
          CrmException.class,
          () -> mallory.customers().create(attempt.andThen(c -> c.set(Customer.NAME, "a gift"))));
    }
    assertThrows(
        CrmException.class,
        () -> mallory.customers().save(current().with(Customer.OWNER, victorUser.ref())));
    ada.permissions().share(theirs, malloryUser, Share.Access.WRITE);
    Customer lent = mallory.customers().get(theirs.ref());
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.customers().update(lent, c -> c.set(Customer.OWNER, malloryUser)));
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.customers().save(lent.with(Customer.OWNER, malloryUser.ref())));
    assertThrows(AccessDeniedException.class, () -> mallory.customers().delete(lent));
    assertEquals(victorUser.ref(), ada.customers().get(theirs.ref()).get(Customer.OWNER));
    assertEquals(malloryUser.ref(), ada.customers().get(mine.ref()).get(Customer.OWNER));
  }

  @Test
  void attack_35_a_part_is_not_hung_to_an_invisible_whole_nor_taken_from_one() {
    String absent =
        refusal(
            nothing(Customer.TYPE),
            () ->
                mallory
                    .contacts()
                    .create(
                        c ->
                            c.set(Contact.NAME, "x")
                                .set(Contact.CUSTOMER, nothing(Customer.TYPE))));
    assertEquals(
        absent,
        refusal(
            theirs.ref(),
            () ->
                mallory
                    .contacts()
                    .create(c -> c.set(Contact.NAME, "x").set(Contact.CUSTOMER, theirs))));
    Contact own = mallory.contacts().get(atMine.ref());
    assertEquals(
        absent,
        refusal(
            theirs.ref(),
            () -> mallory.contacts().update(own, c -> c.set(Contact.CUSTOMER, theirs))));
    assertThrows(
        NotFoundException.class,
        () -> mallory.contacts().update(atTheirs, c -> c.set(Contact.CUSTOMER, mine)));
    ada.permissions().share(theirs, malloryUser, Share.Access.READ);
    Contact seen = mallory.contacts().get(atTheirs.ref());
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.contacts().update(seen, c -> c.set(Contact.CUSTOMER, mine)));
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.contacts().update(own, c -> c.set(Contact.CUSTOMER, theirs)));
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.contacts().update(own, c -> c.clear(Contact.CUSTOMER)));
    assertEquals(theirs.ref(), ada.contacts().get(atTheirs.ref()).get(Contact.CUSTOMER));
  }

  @Test
  void attack_35_a_child_given_to_an_invisible_parent_opens_neither() {
    assertThrows(
        ValidationException.class,
        () -> mallory.customers().update(current(), c -> c.set(Customer.PARENT, theirs)));
    ada.customers().update(mine, c -> c.set(Customer.PARENT, theirs));
    assertThrows(NotFoundException.class, () -> mallory.customers().get(theirs.ref()));
    Customer kept = mallory.customers().update(current(), c -> c.set(Customer.EMPLOYEES, 13L));
    assertEquals(theirs.ref(), kept.get(Customer.PARENT));
    assertThrows(
        ValidationException.class,
        () ->
            mallory
                .opportunities()
                .update(
                    mallory.opportunities().get(myDeal.ref()),
                    d -> d.set(Opportunity.CONTACT, atTheirs)));
  }

  @Test
  void attack_38_who_gives_a_record_away_has_lost_it_in_the_rest_of_the_work() {
    ada.permissions().grant(seller, "customer", Level.ALL, Operation.ASSIGN);
    ada.permissions().grant(seller, "user", Level.ALL, Operation.READ);
    assertThrows(
        NotFoundException.class,
        () ->
            mallory.run(
                work -> {
                  Customer given =
                      work.customers()
                          .update(
                              work.customers().get(mine.ref()),
                              c -> c.set(Customer.OWNER, victorUser));
                  assertTrue(work.customers().find(mine.ref()).isEmpty());
                  assertEquals(1, work.customers().query().count());
                  work.customers().update(given, c -> c.set(Customer.EMPLOYEES, 1L));
                }));
    assertEquals(malloryUser.ref(), ada.customers().get(mine.ref()).get(Customer.OWNER));
  }

  @Test
  void attack_38_a_right_taken_away_in_the_middle_of_a_unit_of_work_ends_it() {
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory.run(
                work -> {
                  Customer read = work.customers().get(mine.ref());
                  ada.permissions().withdraw(malloryUser, seller);
                  work.customers().update(read, c -> c.set(Customer.EMPLOYEES, 1L));
                }));
    assertEquals(10L, ada.customers().get(mine.ref()).get(Customer.EMPLOYEES));
  }

  @Test
  void attack_39_a_conflict_tells_versions_and_no_values() {
    Customer old = current();
    ada.customers().update(mine, c -> c.set(Customer.CREDIT_LIMIT, Money.of("66613.13", "EUR")));
    ConflictException conflict =
        assertThrows(
            ConflictException.class,
            () -> mallory.customers().update(old, c -> c.set(Customer.EMPLOYEES, 1L)));
    for (Throwable told = conflict; told != null; told = told.getCause()) {
      requireSilent(told);
    }
  }

  @Test
  void attack_23_a_key_that_is_taken_by_an_invisible_record_tells_that_and_no_more() {
    ValidationException taken =
        assertThrows(
            ValidationException.class,
            () ->
                mallory
                    .customers()
                    .create(c -> c.set(Customer.NAME, "x").set(Customer.EXTERNAL_ID, "v1")));
    requireSilent(taken);
    for (Violation violation : taken.violations()) {
      assertEquals("external_id", violation.field());
      requireSilent(violation);
      assertEquals(-1, violation.toString().indexOf(theirs.ref().id().toString()));
    }
    crm.as("elsewhere", "ada")
        .customers()
        .create(c -> c.set(Customer.NAME, "x").set(Customer.EXTERNAL_ID, "v1"));
  }

  @Test
  void attack_28_records_changed_one_after_the_other_by_a_filter_are_those_that_may_be() {
    ada.permissions().share(theirs, malloryUser, Share.Access.READ);
    ada.permissions().limit(seller, Customer.LEVEL, FieldRight.READ_ONLY);
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory.run(
                work ->
                    work.customers()
                        .where(Customer.INDUSTRY.is("retail"))
                        .list()
                        .forEach(
                            c -> work.customers().update(c, d -> d.set(Customer.EMPLOYEES, 7L)))));
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.customers().update(current(), c -> c.set(Customer.LEVEL, "A")));
    assertEquals(10L, ada.customers().get(mine.ref()).get(Customer.EMPLOYEES));
    assertNull(ada.customers().get(mine.ref()).get(Customer.LEVEL));
  }
}
