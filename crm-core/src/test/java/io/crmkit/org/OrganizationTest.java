package io.crmkit.org;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aUnit;
import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.store.Store;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.TestPolicy;
import io.crmkit.testing.TestStores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OrganizationTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  private OrgUnit unit(String name, @Nullable OrgUnit parent) {
    return ada.organization()
        .units()
        .create(
            aUnit(name)
                .andThen(d -> d.setOrClear(OrgUnit.PARENT, parent == null ? null : parent.ref())));
  }

  private User user(String name, @Nullable User manager) {
    return ada.organization()
        .create(
            aUser(name)
                .andThen(d -> d.setOrClear(User.MANAGER, manager == null ? null : manager.ref())));
  }

  private static void assertCycle(Executable verb) {
    ValidationException refused = assertThrows(ValidationException.class, verb);
    assertEquals("violation.cycle", refused.violations().get(0).code());
  }

  @Test
  void a_unit_has_everything_below_it() {
    OrgUnit company = unit("Company", null);
    OrgUnit sales = unit("Sales", company);
    OrgUnit north = unit("North", sales);
    OrgUnit service = unit("Service", company);
    assertEquals(
        Set.of(company.ref(), sales.ref(), north.ref(), service.ref()),
        ada.organization().unitAndBelow(company.ref()));
    assertEquals(Set.of(sales.ref(), north.ref()), ada.organization().unitAndBelow(sales.ref()));
    assertEquals(Set.of(north.ref()), ada.organization().unitAndBelow(north.ref()));
    ada.organization().units().delete(north);
    ada.organization().units().delete(sales);
    assertEquals(
        Set.of(company.ref(), service.ref()), ada.organization().unitAndBelow(company.ref()));
  }

  @Test
  void a_manager_has_everybody_who_reports_to_them() {
    User boss = user("boss", null);
    User lead = user("lead", boss);
    User rep = user("rep", lead);
    user("other", null);
    assertEquals(Set.of(boss.ref(), lead.ref(), rep.ref()), ada.organization().teamOf(boss.ref()));
    assertEquals(Set.of(rep.ref()), ada.organization().teamOf(rep.ref()));
  }

  @Test
  void a_tree_has_no_circle() {
    OrgUnit top = unit("top", null);
    OrgUnit middle = unit("middle", top);
    OrgUnit bottom = unit("bottom", middle);
    var units = ada.organization().units();
    assertCycle(() -> units.update(top, d -> d.set(OrgUnit.PARENT, top)));
    assertCycle(() -> units.update(top, d -> d.set(OrgUnit.PARENT, middle)));
    assertCycle(() -> units.update(top, d -> d.set(OrgUnit.PARENT, bottom)));
    units.update(bottom, d -> d.set(OrgUnit.PARENT, top));
    User boss = user("boss", null);
    assertCycle(() -> ada.organization().update(boss, d -> d.set(User.MANAGER, boss)));
  }

  @Test
  void two_works_at_once_cannot_close_a_circle_together() {
    OrgUnit left = unit("left", null);
    OrgUnit right = unit("right", null);
    CrmException refused =
        assertThrows(
            CrmException.class,
            () ->
                ada.run(
                    work -> {
                      var units = work.organization().units();
                      units.get(right.ref()); // from here on it sees what there is now
                      units.update(left, d -> d.set(OrgUnit.PARENT, right));
                      bob.organization().units().update(right, d -> d.set(OrgUnit.PARENT, left));
                    }));
    assertTrue(
        refused instanceof ConflictException
            || (refused instanceof StoreException busy && busy.isTransient()),
        refused::toString);
    assertEquals(1, ada.organization().units().where(OrgUnit.PARENT.isPresent()).count());
  }

  @Test
  void a_circle_in_the_making_may_be_opened_again_within_one_work() {
    OrgUnit left = unit("left", null);
    OrgUnit right = unit("right", left);
    ada.run(
        work -> {
          var units = work.organization().units();
          units.update(left, d -> d.set(OrgUnit.PARENT, right));
          units.update(right, d -> d.clear(OrgUnit.PARENT));
        });
    assertEquals(right.ref(), ada.organization().units().get(left.ref()).get(OrgUnit.PARENT));
  }

  @Test
  void a_circle_through_records_in_the_bin_is_one_too() {
    OrgUnit left = unit("left", null);
    OrgUnit right = unit("right", left);
    ada.organization().units().delete(right);
    assertCycle(() -> ada.organization().units().update(left, d -> d.set(OrgUnit.PARENT, right)));
  }

  @Test
  void whoever_makes_a_record_owns_it() {
    Ref<User> me = user("ada", null).ref();
    assertEquals(Optional.of(me), ada.organization().me());
    Customer acme = ada.customers().create(aCustomer());
    assertEquals(me, acme.get(Customer.OWNER));
    assertEquals(me, ada.pipeline().open(acme, aDeal("x")).get(Opportunity.OWNER));
    assertNull(bob.customers().create(aCustomer()).get(Customer.OWNER));
    assertNull(
        ada.customers()
            .create(aCustomer().andThen(d -> d.clear(Customer.OWNER)))
            .get(Customer.OWNER));
    Ref<User> bobs = user("bob", null).ref();
    assertEquals(
        bobs,
        ada.customers()
            .create(aCustomer().andThen(d -> d.set(Customer.OWNER, bobs)))
            .get(Customer.OWNER));
  }

  @Test
  void a_user_made_later_owns_what_they_make_from_then_on() {
    Customer before = ada.customers().create(aCustomer());
    assertNull(before.get(Customer.OWNER));
    Ref<User> me = user("ada", null).ref();
    assertEquals(me, ada.customers().create(aCustomer()).get(Customer.OWNER));
    Customer changed = ada.customers().update(before, d -> d.set(Customer.LEVEL, "A"));
    assertNull(changed.get(Customer.OWNER));
  }

  @Test
  void a_user_made_by_another_node_is_known_within_a_minute() {
    Supplier<Store> nodes = TestStores.shared();
    Crm one = Fixtures.aCrm(clock).store(nodes.get()).open();
    Crm other = Fixtures.aCrm(clock).random(new Random(1)).store(nodes.get()).open();
    Session here = one.as("ada");
    Session there = other.as("ada");
    assertNull(here.customers().create(aCustomer()).get(Customer.OWNER));
    Ref<User> me = there.organization().create(aUser("ada")).ref();
    clock.advance(Duration.ofMinutes(1));
    assertEquals(me, here.customers().create(aCustomer()).get(Customer.OWNER));
    one.close();
    other.close();
  }

  @Test
  void a_user_whose_making_failed_owns_nothing() {
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  work.organization().create(aUser("ada"));
                  work.customers().create(aCustomer());
                  throw new IllegalStateException("no");
                }));
    assertNull(ada.customers().create(aCustomer()).get(Customer.OWNER));
  }

  @Test
  void a_user_made_in_the_same_work_owns_what_is_made_there() {
    ada.run(
        work -> {
          Ref<User> me = work.organization().create(aUser("ada")).ref();
          assertEquals(me, work.customers().create(aCustomer()).get(Customer.OWNER));
        });
  }

  @Test
  void a_user_in_the_bin_owns_nothing_new() {
    User me = user("ada", null);
    clock.advance(Duration.ofMinutes(5));
    ada.customers().create(aCustomer());
    ada.organization().delete(me);
    assertNull(ada.customers().create(aCustomer()).get(Customer.OWNER));
    assertEquals(Optional.empty(), ada.organization().me());
  }

  @Test
  void users_of_another_tenant_are_somebody_else() {
    user("ada", null);
    Session other = crm.as("other", "ada");
    assertEquals(Optional.empty(), other.organization().me());
    assertNull(other.customers().create(aCustomer()).get(Customer.OWNER));
  }

  @Test
  void whoever_may_not_read_users_still_owns_what_they_make() {
    Ref<User> his = user("bob", null).ref();
    policy.deny("bob", User.TYPE, Operation.READ).hide("bob", User.USERNAME);
    assertEquals(his, bob.customers().create(aCustomer()).get(Customer.OWNER));
  }

  @Test
  void usernames_are_unique_and_stay() {
    User me = user("ada", null);
    assertThrows(ValidationException.class, () -> user("ada", null));
    assertThrows(
        ValidationException.class,
        () -> ada.organization().update(me, d -> d.set(User.USERNAME, "eve")));
    assertEquals(true, me.get(User.ACTIVE));
    assertEquals(List.of(me), ada.organization().where(User.USERNAME.is("ada")).list());
  }
}
