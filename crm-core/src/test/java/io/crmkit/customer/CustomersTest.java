package io.crmkit.customer;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Session;
import io.crmkit.Work;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.value.Address;
import io.crmkit.testing.CrmTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CustomersTest extends CrmTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  private static Consumer<Draft<Customer>> aSubsidiary(String name, Customer of) {
    return aCustomer(name).andThen(d -> d.set(Customer.PARENT, of));
  }

  private List<String> rolesOn(Customer customer, LocalDate day) {
    return ada.customers().rolesAt(customer, day).stream()
        .map(role -> role.require(ContactRole.ROLE))
        .toList();
  }

  @Test
  void a_customer_is_a_company_unless_said_otherwise() {
    assertEquals(Customer.Kind.COMPANY, ada.customers().create(aCustomer()).get(Customer.KIND));
  }

  @Test
  void everything_there_is_to_say_about_a_customer_is_kept() {
    Customer eva =
        ada.customers()
            .create(
                aCustomer("Eva Ström")
                    .andThen(
                        d ->
                            d.set(Customer.KIND, Customer.Kind.PERSON)
                                .set(Customer.SEX, Customer.Sex.FEMALE)
                                .set(Customer.BIRTHDAY, LocalDate.of(1980, 2, 29))
                                .set(Customer.EMAIL, "eva@example.com")
                                .set(Customer.PHONE, "+49 30 901820")
                                .set(Customer.WEBSITE, "https://example.com/eva")
                                .set(Customer.TAGS, Set.of("vip", "pilot"))
                                .set(Customer.HOBBIES, Set.of("chess"))
                                .set(
                                    Customer.ADDRESS,
                                    Address.builder().country("DE").city("Berlin").build())
                                .set(Customer.CREDIT_LIMIT, eur("1000"))
                                .set(Customer.EXTERNAL_ID, "K-1")));
    assertEquals(eva, ada.customers().get(eva.ref()));
    assertEquals("+4930901820", eva.get(Customer.PHONE));
    assertEquals(Set.of("pilot", "vip"), eva.get(Customer.TAGS));
    assertEquals(List.of(eva), ada.customers().where(Customer.TAGS.contains("vip")).list());
    assertEquals(List.of(eva), ada.customers().where(Customer.ADDRESS.city().is("Berlin")).list());
    assertThrows(
        ValidationException.class,
        () ->
            ada.customers()
                .create(aCustomer("x").andThen(d -> d.set(Customer.EXTERNAL_ID, "K-1"))));
  }

  @Test
  void codes_are_those_of_the_tenant() {
    assertThrows(
        ValidationException.class,
        () -> ada.customers().create(aCustomer().andThen(d -> d.set(Customer.LEVEL, "Z"))));
    assertThrows(
        ValidationException.class,
        () -> ada.customers().create(aCustomer().andThen(d -> d.set(Customer.INDUSTRY, "magic"))));
  }

  @Test
  void a_contact_works_for_a_customer() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    assertEquals(acme.ref(), eva.get(Contact.CUSTOMER));
    assertEquals(List.of(eva), ada.contacts().where(Contact.CUSTOMER.is(acme)).list());
    assertEquals(
        List.of(eva),
        ada.contacts().where(Contact.CUSTOMER.matches(Customer.NAME.is("Acme GmbH"))).list());
  }

  @Test
  void a_role_is_played_from_its_first_day_to_its_last() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    Contact tom = ada.customers().addContact(acme, aContact("Tom"));
    ContactRole buyer = ada.customers().assignRole(eva, acme, "buyer", MAY);
    ada.customers().assignRole(tom, acme, "approver", MAY.plusDays(10));
    ada.customers().endRole(buyer, MAY.plusDays(20));
    assertEquals(List.of(), rolesOn(acme, MAY.minusDays(1)));
    assertEquals(List.of("buyer"), rolesOn(acme, MAY));
    assertEquals(List.of("buyer", "approver"), rolesOn(acme, MAY.plusDays(20)));
    assertEquals(List.of("approver"), rolesOn(acme, MAY.plusDays(21)));
    assertEquals(List.of("approver"), rolesOn(acme, MAY.plusYears(9)));
  }

  @Test
  void a_role_does_not_end_before_it_begins_and_stays_whose_it_is() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole buyer = ada.customers().assignRole(eva, acme, "buyer", MAY);
    ValidationException refused =
        assertThrows(
            ValidationException.class, () -> ada.customers().endRole(buyer, MAY.minusDays(1)));
    assertEquals(
        "Nothing was written; values to correct: 1."
            + " contact_role.until: the last day lies before the first. Correct one of them.",
        refused.getMessage());
    assertEquals(
        "未写入任何内容；需更正的值：1 个。contact_role.until：结束日期早于开始日期，请更正其中之一。",
        refused.message(Locale.CHINESE));
    ada.customers().endRole(buyer, MAY);
    assertThrows(
        ValidationException.class, () -> ada.customers().assignRole(eva, acme, "jester", MAY));
    assertThrows(
        ValidationException.class,
        () ->
            ada.customers()
                .roles()
                .update(
                    ada.customers().roles().query().first().orElseThrow(),
                    d -> d.set(ContactRole.ROLE, "approver")));
  }

  @Test
  void nobody_plays_the_same_role_twice_on_a_day() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole buyer = ada.customers().assignRole(eva, acme, "buyer", MAY);
    assertThrows(
        ValidationException.class,
        () -> ada.customers().assignRole(eva, acme, "buyer", MAY.plusDays(9)));
    ada.customers().endRole(buyer, MAY.plusDays(8));
    ada.customers().assignRole(eva, acme, "buyer", MAY.plusDays(9));
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(9)));
  }

  @Test
  void of_two_who_give_the_same_role_at_once_one_is_told() throws Exception {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    CyclicBarrier seen = new CyclicBarrier(2);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Boolean>> tries =
          List.of(
              two.submit(() -> givesRole(ada, eva, acme, MAY, seen)),
              two.submit(() -> givesRole(bob, eva, acme, MAY.plusDays(9), seen)));
      assertNotEquals(tries.get(0).get(), tries.get(1).get());
    } finally {
      two.shutdownNow();
    }
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(9)));
  }

  private ContactRole role(Contact to, Customer at, LocalDate since, LocalDate until) {
    return ada.customers()
        .roles()
        .create(
            d ->
                d.set(ContactRole.CONTACT, to)
                    .set(ContactRole.CUSTOMER, at)
                    .set(ContactRole.ROLE, "buyer")
                    .set(ContactRole.SINCE, since)
                    .set(ContactRole.UNTIL, until));
  }

  /** What Ada is told who has seen the roles before Bob does what he does. */
  private CrmException told(Consumer<Work> bobs, Consumer<Work> adas) {
    return assertThrows(
        CrmException.class,
        () ->
            ada.run(
                work -> {
                  work.customers().roles().query().count();
                  bob.run(bobs);
                  adas.accept(work);
                }));
  }

  private static void begins(Work work, ContactRole role, LocalDate day) {
    work.customers().roles().update(role, d -> d.set(ContactRole.SINCE, day));
  }

  @Test
  void who_gives_a_role_that_somebody_else_has_just_given_is_told_to_look_again() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    CrmException told =
        told(
            work -> work.customers().assignRole(eva, acme, "buyer", MAY.plusDays(9)),
            work -> work.customers().assignRole(eva, acme, "buyer", MAY));
    assertEquals(
        "Nothing was written; values to correct: 1. contact_role: somebody else has made or"
            + " prolonged one that says the same at this moment. Read it again, then try once more.",
        told.getMessage());
    assertEquals(
        "未写入任何内容；需更正的值：1 个。contact_role：刚才有人新增或延长了内容相同的记录。请重新读取后再试。", told.message(Locale.CHINESE));
  }

  @Test
  void of_two_who_extend_two_roles_towards_one_another_one_is_told() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole first = role(eva, acme, MAY, MAY.plusDays(5));
    ContactRole second = role(eva, acme, MAY.plusDays(20), MAY.plusDays(25));
    told(
        work -> work.customers().endRole(first, MAY.plusDays(15)),
        work -> begins(work, second, MAY.plusDays(10)));
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(12)));
  }

  @Test
  void who_extends_a_role_into_one_that_is_just_being_given_is_told() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole first = role(eva, acme, MAY, MAY.plusDays(5));
    told(
        work -> work.customers().assignRole(eva, acme, "buyer", MAY.plusDays(10)),
        work -> work.customers().endRole(first, MAY.plusDays(15)));
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(12)));
  }

  @Test
  void who_gives_a_role_beside_one_that_is_just_being_extended_twice_is_told() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole first = role(eva, acme, MAY, MAY.plusDays(5));
    told(
        work -> {
          ContactRole longer = bob.customers().endRole(first, MAY.plusDays(10));
          work.customers().endRole(longer, MAY.plusDays(15));
        },
        work -> work.customers().assignRole(eva, acme, "buyer", MAY.plusDays(12)));
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(12)));
  }

  @Test
  void a_role_given_and_extended_at_once_still_meets_one_given_meanwhile() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    told(
        work -> work.customers().assignRole(eva, acme, "buyer", MAY.plusDays(10)),
        work -> {
          assertThrows(
              ValidationException.class,
              () ->
                  work.customers()
                      .roles()
                      .create(
                          d ->
                              d.set(ContactRole.CONTACT, eva)
                                  .set(ContactRole.CUSTOMER, acme)
                                  .set(ContactRole.ROLE, "buyer")));
          begins(work, work.customers().assignRole(eva, acme, "buyer", MAY.plusDays(5)), MAY);
        });
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(12)));
  }

  @Test
  void who_puts_a_role_in_the_place_of_another_while_one_is_being_given_is_told() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole first = role(eva, acme, MAY, MAY.plusDays(5));
    told(
        work -> work.customers().assignRole(eva, acme, "buyer", MAY.plusDays(10)),
        work -> {
          work.customers().roles().delete(first);
          assertEquals(List.of(), work.customers().rolesAt(acme, MAY));
          work.customers().assignRole(eva, acme, "buyer", MAY);
        });
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(12)));
  }

  @Test
  void who_restores_a_role_that_is_just_being_given_anew_is_told() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole gone =
        ada.customers().roles().delete(ada.customers().assignRole(eva, acme, "buyer", MAY));
    told(
        work -> work.customers().assignRole(eva, acme, "buyer", MAY.plusDays(10)),
        work -> work.customers().roles().restore(gone));
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(12)));
  }

  @Test
  void a_role_that_was_deleted_comes_back_where_nobody_plays_it() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole gone =
        ada.customers().roles().delete(ada.customers().assignRole(eva, acme, "buyer", MAY));
    ContactRole again = role(eva, acme, MAY.plusDays(9), MAY.plusDays(12));
    ContactRole later = role(eva, acme, MAY.plusDays(13), MAY.plusDays(20));
    assertThrows(ValidationException.class, () -> ada.customers().roles().restore(gone));
    ada.customers().roles().delete(again);
    ada.customers().roles().delete(later);
    ContactRole back = ada.customers().roles().restore(gone);
    assertEquals(back, ada.customers().roles().get(gone.ref()));
    assertEquals(
        back, ada.customers().roles().asOf(clock.instant()).find(back.ref()).orElseThrow());
  }

  @Test
  void roles_of_one_unit_of_work_follow_one_another() {
    Customer acme = ada.customers().create(aCustomer());
    ada.run(
        work -> {
          Contact eva = work.customers().addContact(acme, aContact("Eva"));
          work.customers()
              .endRole(work.customers().assignRole(eva, acme, "buyer", MAY), MAY.plusDays(8));
          work.customers().assignRole(eva, acme, "buyer", MAY.plusDays(9));
        });
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(8)));
    assertEquals(List.of("buyer"), rolesOn(acme, MAY.plusDays(9)));
  }

  @Test
  void who_gives_somebody_a_role_leaves_that_person_and_other_roles_in_their_version() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    ContactRole first = role(eva, acme, MAY, MAY.plusDays(5));
    ada.customers().assignRole(eva, acme, "buyer", MAY.plusDays(6));
    assertEquals(eva.version(), ada.contacts().get(eva.ref()).version());
    assertEquals(acme.version(), ada.customers().get(acme.ref()).version());
    assertEquals(first.version(), ada.customers().roles().get(first.ref()).version());
  }

  /** Until both have seen that there is no role yet, neither gives one. */
  private static boolean givesRole(
      Session session, Contact to, Customer at, LocalDate since, CyclicBarrier seen) {
    try {
      session.run(
          work -> {
            assertEquals(List.of(), work.customers().rolesAt(at, since));
            await(seen);
            work.customers()
                .roles()
                .create(
                    d ->
                        d.set(ContactRole.CONTACT, to)
                            .set(ContactRole.CUSTOMER, at)
                            .set(ContactRole.ROLE, "buyer")
                            .set(ContactRole.SINCE, since)
                            .set(ContactRole.UNTIL, since.plusDays(20)));
          });
      return true;
    } catch (CrmException told) {
      return false;
    }
  }

  private static void await(CyclicBarrier all) {
    try {
      all.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_group_is_a_customer_with_all_its_subsidiaries() {
    Customer head = ada.customers().create(aCustomer("Head"));
    Customer north = ada.customers().create(aSubsidiary("North", head));
    Customer shop = ada.customers().create(aSubsidiary("Shop", north));
    ada.customers().create(aCustomer("Other"));
    assertEquals(Set.of(head.ref(), north.ref(), shop.ref()), ada.customers().group(head.ref()));
    ValidationException circle =
        assertThrows(
            ValidationException.class,
            () -> ada.customers().update(head, d -> d.set(Customer.PARENT, shop)));
    assertEquals("violation.cycle", circle.violations().get(0).code());
  }

  @Test
  void two_works_at_once_cannot_make_each_the_parent_of_the_other() {
    Customer a = ada.customers().create(aCustomer("a"));
    Customer b = ada.customers().create(aCustomer("b"));
    CrmException refused =
        assertThrows(
            CrmException.class,
            () ->
                ada.run(
                    work -> {
                      work.customers().get(b.ref()); // from here on it sees what there is now
                      work.customers().update(a, d -> d.set(Customer.PARENT, b));
                      bob.customers().update(b, d -> d.set(Customer.PARENT, a));
                    }));
    // Some databases notice it when the second asks, the others at the commit of the first.
    assertTrue(
        refused instanceof ConflictException
            || (refused instanceof StoreException busy && busy.isTransient()),
        refused::toString);
    assertEquals(Set.of(a.ref(), b.ref()), ada.customers().group(a.ref()));
  }
}
