package io.crmkit.permission;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.User;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.TestStores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that asks about single records hears of everything that changes the answer. */
@AnyStore
class DecisionTest {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

  private final ManualClock clock = new ManualClock(START);
  private final AtomicInteger looks = new AtomicInteger();
  private final Crm crm = Fixtures.aCrm(watched()).administrators("ada").open();
  private final Session ada = crm.as("ada");
  private final Workspace bob = crm.as("bob").workspace();
  private User user;
  private Role role;
  private Customer his;

  /** Counts how often it is looked at. */
  private Clock watched() {
    return new Clock() {
      @Override
      public Instant instant() {
        looks.incrementAndGet();
        return clock.instant();
      }

      @Override
      public ZoneId getZone() {
        return clock.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
      }
    };
  }

  @BeforeEach
  void bobMayChangeWhatIsHis() {
    user = ada.organization().create(aUser("bob"));
    role = ada.permissions().define("keeper", "Keeper", null);
    ada.permissions().grant(role, Customer.TYPE, Level.OWN, Operation.READ, Operation.UPDATE);
    his = ada.customers().create(aCustomer().andThen(c -> c.set(Customer.OWNER, user)));
  }

  @AfterEach
  void close() {
    Ledger.check(ada);
    crm.close();
  }

  private boolean mayUpdate() {
    return bob.may(Operation.UPDATE, his);
  }

  @Test
  void what_is_given_and_taken_on_this_node_counts_in_the_very_next_decision() {
    assertFalse(mayUpdate());
    ada.permissions().assign(user, role);
    assertTrue(mayUpdate());
    ada.permissions().deny(role, "customer", Level.ALL, Operation.UPDATE);
    assertFalse(mayUpdate());
    assertTrue(bob.may(Operation.READ, his));
    ada.permissions().withdraw(user, role);
    assertFalse(bob.may(Operation.READ, his));
  }

  @Test
  void a_role_counts_from_its_first_day_to_its_last() {
    ada.permissions().assign(user, role, LocalDate.of(2027, 3, 3), LocalDate.of(2027, 3, 4));
    assertFalse(mayUpdate());
    clock.set(Instant.parse("2027-03-03T00:00:00Z"));
    assertTrue(mayUpdate());
    clock.set(Instant.parse("2027-03-04T23:59:59Z"));
    assertTrue(mayUpdate());
    clock.set(Instant.parse("2027-03-05T00:00:00Z"));
    assertFalse(mayUpdate());
  }

  @Test
  void what_is_shared_for_a_while_counts_until_its_last_moment() {
    Customer hers = ada.customers().create(aCustomer("Hers"));
    ada.permissions().share(hers, user, Share.Access.WRITE, START.plusSeconds(60), null);
    assertTrue(bob.may(Operation.UPDATE, hers));
    clock.advance(Duration.ofMillis(59_999));
    assertTrue(bob.may(Operation.UPDATE, hers));
    clock.advance(Duration.ofMillis(1));
    assertFalse(bob.may(Operation.UPDATE, hers));
  }

  @Test
  void who_leaves_decides_nothing_from_that_day_on() {
    ada.permissions().assign(user, role);
    ada.organization().deactivate(user, LocalDate.of(2027, 3, 4), null);
    assertTrue(mayUpdate());
    clock.set(Instant.parse("2027-03-04T00:00:00Z"));
    assertFalse(mayUpdate());
  }

  @Test
  void a_decision_in_a_tenant_that_was_suspended_is_refused() {
    crm.tenants().create("acme");
    Session there = crm.as("acme", "ada");
    Customer theirs = there.customers().create(aCustomer());
    assertTrue(there.workspace().may(Operation.UPDATE, theirs));
    crm.tenants().suspend("acme");
    assertEquals(
        "tenant.suspended",
        assertThrows(CrmException.class, () -> there.workspace().may(Operation.UPDATE, theirs))
            .code());
  }

  @Test
  void a_decision_looks_at_the_clock_once_and_not_at_all_where_time_changes_nothing() {
    ada.permissions().assign(user, role);
    assertTrue(mayUpdate());
    looks.set(0);
    assertTrue(mayUpdate());
    assertEquals(TestStores.inMemory() ? 0 : 1, looks.get());
    ada.permissions().share(his, user, Share.Access.READ, START.plusSeconds(60), null);
    assertTrue(mayUpdate());
    looks.set(0);
    assertTrue(mayUpdate());
    assertEquals(1, looks.get());
  }
}
