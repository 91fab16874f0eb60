package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.testing.CrmTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest extends CrmTest {
  private final AtomicInteger tries = new AtomicInteger();

  private Customer raced(Customer acme, int races) {
    return ada.retry(
        5,
        work -> {
          Customer mine = work.customers().get(acme.ref());
          if (tries.incrementAndGet() <= races) {
            bob.customers().update(mine, d -> d.set(Customer.EMPLOYEES, (long) tries.get()));
          }
          return work.customers().update(mine, d -> d.set(Customer.LEVEL, "A"));
        });
  }

  @Test
  void a_work_that_lost_a_race_is_run_again() {
    Customer acme = ada.customers().create(aCustomer());
    Customer won = raced(acme, 3);
    assertEquals(4, tries.get());
    assertEquals(won, ada.customers().get(acme.ref()));
    assertEquals(3L, won.get(Customer.EMPLOYEES));
  }

  @Test
  void it_stops_after_so_many_attempts() {
    Customer acme = ada.customers().create(aCustomer());
    assertThrows(ConflictException.class, () -> raced(acme, 99));
    assertEquals(5, tries.get());
  }

  @Test
  void what_repeating_cannot_mend_is_not_repeated() {
    assertThrows(
        ValidationException.class,
        () ->
            ada.retry(
                5,
                work -> {
                  tries.incrementAndGet();
                  return work.customers().create(d -> {});
                }));
    assertThrows(
        StoreException.class,
        () ->
            ada.retry(
                5,
                work -> {
                  tries.incrementAndGet();
                  throw StoreException.permanent("disk", null);
                }));
    assertEquals(2, tries.get());
  }

  @Test
  void a_snapshot_handed_in_twice_is_a_mistake_that_repeating_cannot_mend() {
    Customer acme = ada.customers().create(aCustomer());
    CrmException twice =
        assertThrows(
            ConflictException.class,
            () ->
                ada.retry(
                    5,
                    work -> {
                      tries.incrementAndGet();
                      work.customers().update(acme, d -> d.set(Customer.LEVEL, "A"));
                      return work.customers().update(acme, d -> d.set(Customer.LEVEL, "B"));
                    }));
    assertEquals("conflict.twice", twice.code());
    assertEquals(1, tries.get());
  }

  @Test
  void what_the_store_could_not_do_for_a_moment_is_repeated() {
    String done =
        ada.retry(
            3,
            work -> {
              if (tries.incrementAndGet() < 3) {
                throw StoreException.temporary("deadlock", null);
              }
              return "done";
            });
    assertEquals("done", done);
    assertEquals(3, tries.get());
  }

  @Test
  void there_is_at_least_one_attempt() {
    assertThrows(IllegalArgumentException.class, () -> ada.retry(0, work -> true));
  }
}
