package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.store.Store;
import io.crmkit.org.User;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one node takes away, another denies within the bound. */
@AnyStore
class RevocationTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final Supplier<Store> nodes = TestStores.shared();
  private final Crm there = node(1).open();
  private final Crm here = node(2).open();
  private final Crm strict = node(3).revocationBound(Duration.ZERO).open();
  private final Session ada = there.as("ada");
  private final Session bob = here.as("bob");
  private User user;
  private Role role;

  private CrmBuilder node(int seed) {
    return Fixtures.aCrm(clock).store(nodes.get()).random(new Random(seed)).administrators("ada");
  }

  @BeforeEach
  void bobMayRead() {
    user = ada.organization().create(Fixtures.aUser("bob"));
    role = ada.permissions().define("reader", "Reader", null);
    ada.permissions().grant(role, Customer.TYPE, Level.OWN, Operation.READ);
    ada.permissions().assign(user, role);
    ada.customers().create(Fixtures.aCustomer().andThen(c -> c.set(Customer.OWNER, user)));
    assertEquals(1, bob.customers().query().count());
    assertEquals(1, strict.as("bob").customers().query().count());
  }

  @AfterEach
  void close() {
    Ledger.check(ada);
    there.close();
    here.close();
    strict.close();
  }

  @Test
  void another_node_denies_within_a_second_what_was_taken_away_here() {
    ada.permissions().withdraw(user, role);
    clock.advance(Duration.ofSeconds(1));
    assertThrows(AccessDeniedException.class, () -> bob.customers().query().count());
  }

  @Test
  void a_session_that_is_kept_busy_does_not_keep_what_was_taken_away() {
    ada.permissions().withdraw(user, role);
    for (int i = 0; i < 9; i++) {
      clock.advance(Duration.ofMillis(100));
      try {
        bob.customers().query().count();
      } catch (AccessDeniedException early) {
        return;
      }
    }
    clock.advance(Duration.ofMillis(100));
    assertThrows(AccessDeniedException.class, () -> bob.customers().query().count());
  }

  @Test
  void a_clock_that_is_set_back_does_not_keep_what_was_taken_away() {
    ada.permissions().withdraw(user, role);
    clock.advance(Duration.ofHours(-1));
    assertThrows(AccessDeniedException.class, () -> bob.customers().query().count());
  }

  @Test
  void with_a_bound_of_zero_another_node_denies_at_once() {
    ada.permissions().withdraw(user, role);
    assertThrows(AccessDeniedException.class, () -> strict.as("bob").customers().query().count());
    assertThrows(
        AccessDeniedException.class,
        () -> strict.as("bob").run(work -> work.customers().query().count()));
  }

  @Test
  void a_node_hears_of_what_another_one_grants_and_denies() {
    ada.permissions().deny(role, "customer", Level.ALL, Operation.READ);
    clock.advance(Duration.ofSeconds(1));
    assertThrows(AccessDeniedException.class, () -> bob.customers().query().count());
    ada.permissions()
        .grants()
        .where(Grant.EFFECT.is(Grant.Effect.DENY))
        .list()
        .forEach(ada.permissions().grants()::delete);
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, bob.customers().query().count());
  }

  @Test
  void a_change_that_was_taken_back_leaves_rights_as_they_were() {
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  work.permissions().withdraw(user, role);
                  throw new IllegalStateException("taken back");
                }));
    ada.workspace()
        .rehearse(
            work -> {
              new Permissions(work).withdraw(user, role);
              return true;
            });
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, bob.customers().query().count());
    ada.permissions().withdraw(user, role);
    ada.permissions().assign(user, role);
    assertEquals(1, there.as("bob").customers().query().count());
  }
}
