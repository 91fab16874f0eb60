package io.crmkit.persistence.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Units of work that want the same thing at the same time. */
@Timeout(120)
class ContentionTest {
  private final String tenant = "c" + System.nanoTime();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(0, resource);
    return resource;
  }

  @AfterEach
  void close() throws Exception {
    threads.shutdownNow();
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private SqlStore store(Place place) {
    SqlStore store = opened(SqlStore.on(opened(place.pool(6))));
    store.open(Universe.TYPES);
    Work.prepare(store, tenant);
    return store;
  }

  private void insert(SqlStore store, Row... rows) {
    List<Change> changes = new ArrayList<>();
    for (Row row : rows) {
      changes.add(new Change.Insert(row));
    }
    Work.commit(store, tenant, Universe.EXTENDED, changes);
  }

  /** Does two things at the same time; gives what each has thrown, or null. */
  private List<@Nullable CrmException> race(Callable<?> one, Callable<?> two) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<@Nullable CrmException>> both = new ArrayList<>();
    for (Callable<?> each : List.of(one, two)) {
      both.add(
          threads.submit(
              () -> {
                start.await();
                try {
                  each.call();
                  return null;
                } catch (CrmException refused) {
                  return refused;
                }
              }));
    }
    List<@Nullable CrmException> results = new ArrayList<>();
    for (Future<@Nullable CrmException> each : both) {
      results.add(each.get());
    }
    return results;
  }

  @ParameterizedTest
  @EnumSource
  void units_that_wait_for_each_other_end_with_an_error_that_passes(Place place) throws Exception {
    SqlStore store = store(place);
    Row left = Universe.star(10);
    Row right = Universe.star(11);
    insert(store, left, right);
    CyclicBarrier both = new CyclicBarrier(2);
    List<@Nullable CrmException> results =
        race(
            () -> oneThenOther(store, left, right, both),
            () -> oneThenOther(store, right, left, both));
    long failed = results.stream().filter(Objects::nonNull).count();
    assertEquals(1, failed, results::toString);
    for (CrmException each : results) {
      if (each instanceof StoreException broken) {
        assertTrue(broken.isTransient(), broken::toString);
      } else if (each != null) {
        assertInstanceOf(ConflictException.class, each);
      }
    }
    assertEquals(2, versionOf(store, left));
    assertEquals(2, versionOf(store, right));
  }

  private @Nullable Void oneThenOther(SqlStore store, Row one, Row other, CyclicBarrier both)
      throws Exception {
    try (StoreTransaction transaction = store.begin(tenant, Universe.PLAIN)) {
      transaction.write(List.of(brighter(one)));
      both.await();
      transaction.commit(List.of(brighter(other)));
    }
    return null;
  }

  private static Change brighter(Row star) {
    return new Change.Update(
        star, Universe.changed(Star.TYPE, star, List.of(draft -> draft.set(Star.BRIGHTNESS, 7L))));
  }

  private long versionOf(SqlStore store, Row row) {
    return Objects.requireNonNull(store.reader(tenant, Universe.PLAIN).find(row.ref())).version();
  }

  @ParameterizedTest
  @EnumSource
  void a_unit_that_waits_too_long_ends_with_an_error_that_passes(Place place) throws Exception {
    HikariDataSource pool = opened(place.pool(4));
    SqlStore store = opened(SqlStore.on(pool));
    store.open(Universe.TYPES);
    Row star = Universe.star(10);
    insert(store, star);
    try (Connection holder = pool.getConnection()) {
      holder.setAutoCommit(false);
      String quote = holder.getMetaData().getIdentifierQuoteString();
      try (var statement = holder.createStatement()) {
        statement.executeUpdate(
            "update " + quote + "crm_star" + quote + " set " + quote + "brightness" + quote + "=1");
      }
      StoreException late =
          assertThrows(
              StoreException.class,
              () -> Work.commit(store, tenant, Universe.PLAIN, List.of(brighter(star))));
      assertTrue(late.isTransient(), late::toString);
      holder.rollback();
    }
    Work.commit(store, tenant, Universe.PLAIN, List.of(brighter(star)));
    assertEquals(2, versionOf(store, star));
  }

  @ParameterizedTest
  @EnumSource
  void no_update_is_lost_and_the_second_hears_of_it(Place place) throws Exception {
    SqlStore store = store(place);
    for (int n = 10; n < 20; n++) {
      Row star = Universe.star(n);
      insert(store, star);
      List<@Nullable CrmException> results =
          race(() -> readAndChange(store, star), () -> readAndChange(store, star));
      long committed = results.stream().filter(Objects::isNull).count();
      assertTrue(committed >= 1, results::toString);
      assertEquals(1 + committed, versionOf(store, star), results::toString);
      requirePassing(results);
    }
  }

  private @Nullable Void readAndChange(SqlStore store, Row star) {
    try (StoreTransaction transaction = store.begin(tenant, Universe.PLAIN)) {
      Row now = Objects.requireNonNull(transaction.find(star.ref()));
      transaction.commit(List.of(brighter(now)));
    }
    return null;
  }

  private static void requirePassing(List<@Nullable CrmException> results) {
    for (CrmException each : results) {
      boolean passes =
          each == null
              || each instanceof ConflictException
              || each instanceof StoreException broken && broken.isTransient();
      assertTrue(passes, () -> String.valueOf(each));
    }
  }

  /** Of two stars one has to shine: each unit darkens one because the other one shines. */
  @ParameterizedTest
  @EnumSource
  void a_decision_that_rests_on_another_row_does_not_outlive_it(Place place) throws Exception {
    SqlStore store = store(place);
    for (int n = 10; n < 16; n += 2) {
      Row one = Universe.star(n, star -> star.set(Star.BRIGHTNESS, 1L));
      Row other = Universe.star(n + 1, star -> star.set(Star.BRIGHTNESS, 1L));
      insert(store, one, other);
      CyclicBarrier both = new CyclicBarrier(2);
      List<@Nullable CrmException> results =
          race(() -> darken(store, one, other, both), () -> darken(store, other, one, both));
      long committed = results.stream().filter(Objects::isNull).count();
      assertTrue(committed <= 1, results::toString);
      assertEquals(2 + committed, versionOf(store, one) + versionOf(store, other));
      requirePassing(results);
    }
  }

  private @Nullable Void darken(SqlStore store, Row one, Row other, CyclicBarrier both)
      throws Exception {
    try (StoreTransaction transaction = store.begin(tenant, Universe.PLAIN)) {
      Row mine = Objects.requireNonNull(transaction.find(one.ref()));
      Row its = Objects.requireNonNull(transaction.find(other.ref()));
      assertEquals(1L, its.get(Star.BRIGHTNESS));
      both.await();
      Row dark = Universe.changed(Star.TYPE, mine, List.of(star -> star.set(Star.BRIGHTNESS, 0L)));
      transaction.commit(List.of(new Change.Update(mine, dark), new Change.Expect(its)));
    }
    return null;
  }

  @ParameterizedTest
  @EnumSource
  void of_two_that_create_the_same_key_one_wins_and_the_other_is_told_the_rule(Place place)
      throws Exception {
    SqlStore store = store(place);
    for (long n = 100; n < 110; n += 2) {
      String secret = "secret-" + n;
      Row one = Universe.planet(n, planet -> planet.set(Planet.CODE, secret));
      Row other = Universe.planet(n + 1, planet -> planet.set(Planet.CODE, secret));
      requireOneWinner(store, one, other, "code", secret);
      Row third = Universe.planet(n + 1000, planet -> planet.set(Universe.NICKNAME, secret));
      Row fourth = Universe.planet(n + 1001, planet -> planet.set(Universe.NICKNAME, secret));
      requireOneWinner(store, third, fourth, "nickname", secret);
    }
  }

  private void requireOneWinner(SqlStore store, Row one, Row other, String field, String secret)
      throws Exception {
    List<@Nullable CrmException> results =
        race(
            () -> {
              insert(store, one);
              return null;
            },
            () -> {
              insert(store, other);
              return null;
            });
    assertEquals(1, results.stream().filter(Objects::isNull).count(), results::toString);
    CrmException lost = results.get(0) == null ? results.get(1) : results.get(0);
    ValidationException refused = assertInstanceOf(ValidationException.class, lost);
    Violation violation = refused.violations().get(0);
    assertEquals(field, violation.field());
    assertEquals("violation.unique", violation.code());
    assertFalse(refused.getMessage().contains(secret), refused::getMessage);
    assertFalse(violation.toString().contains(secret), violation::toString);
    boolean first = store.reader(tenant, Universe.PLAIN).find(one.ref()) != null;
    boolean second = store.reader(tenant, Universe.PLAIN).find(other.ref()) != null;
    assertNotEquals(first, second, "one of them is there");
  }
}
