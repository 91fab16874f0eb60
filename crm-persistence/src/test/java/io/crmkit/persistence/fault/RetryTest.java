package io.crmkit.persistence.fault;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.SqlStore;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Units of work that are run again, on databases. */
@Timeout(180)
class RetryTest {
  private static final int THREADS = 3;
  private static final int TIMES = 10;

  private static Crm crm(SqlStore store) {
    return Crm.builder().store(store).policy(AccessPolicy.open()).open();
  }

  @ParameterizedTest
  @EnumSource
  void everybody_who_tries_again_gets_his_turn_and_no_step_is_lost(Place place) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (HikariDataSource pool = place.pool(THREADS);
        Crm crm = crm(SqlStore.builder().dataSource(pool).tablePrefix("retry_").build())) {
      Session ada = crm.as("ada");
      Customer acme =
          ada.customers().create(aCustomer().andThen(d -> d.set(Customer.EMPLOYEES, 0L)));
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        all.add(threads.submit(() -> increase(ada, acme)));
      }
      for (Future<?> each : all) {
        each.get();
      }
      long sum = THREADS * TIMES;
      assertEquals(sum, ada.customers().get(acme.ref()).get(Customer.EMPLOYEES));
    } finally {
      threads.shutdownNow();
    }
  }

  private static void increase(Session session, Customer customer) {
    for (int i = 0; i < TIMES; i++) {
      session.retry(
          500,
          work -> {
            Customer now = work.customers().get(customer.ref());
            long value = now.get(Customer.EMPLOYEES);
            return work.customers().update(now, d -> d.set(Customer.EMPLOYEES, value + 1));
          });
    }
  }

  /** A deadlock has undone what the host did before; it alone can begin that anew. */
  @Test
  void nothing_is_run_again_within_a_transaction_of_the_host() throws Exception {
    try (HikariDataSource pool = Place.H2.pool(2)) {
      crm(SqlStore.on(pool)).close(); // makes the tables
      AtomicInteger tries = new AtomicInteger();
      try (Connection host = pool.getConnection();
          Crm crm = crm(SqlStore.joining(() -> host))) {
        host.setAutoCommit(false);
        StoreException surfaced =
            assertThrows(
                StoreException.class,
                () ->
                    crm.as("ada")
                        .retry(
                            5,
                            work -> {
                              tries.incrementAndGet();
                              throw StoreException.temporary("a deadlock", null);
                            }));
        assertEquals(true, surfaced.isTransient());
        assertEquals(1, tries.get());
        host.rollback();
      }
    }
  }
}
