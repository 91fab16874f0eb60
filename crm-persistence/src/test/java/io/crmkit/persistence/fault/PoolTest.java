package io.crmkit.persistence.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that are few, dirty, or break when they are given back. */
@Timeout(60)
class PoolTest {
  private final String tenant = "p" + System.nanoTime();
  private final List<AutoCloseable> open = new ArrayList<>();

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(0, resource);
    return resource;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private SqlStore store(DataSource source) {
    SqlStore store = opened(SqlStore.on(source));
    store.open(Universe.TYPES);
    return store;
  }

  @ParameterizedTest
  @EnumSource
  void an_exhausted_pool_is_an_error_of_its_own_within_the_time_that_the_pool_allows(Place place)
      throws Exception {
    HikariDataSource pool = opened(place.pool(2, 300));
    SqlStore store = store(pool);
    Work.prepare(store, tenant);
    try (Connection one = pool.getConnection();
        Connection two = pool.getConnection()) {
      for (Layout layout : List.of(Universe.PLAIN, withNewFields())) {
        requireExhausted(() -> Work.commit(store, tenant, layout, Work.inserts(2)));
        requireExhausted(() -> store.reader(tenant, layout).find(Universe.ref(Star.TYPE, 0)));
        requireExhausted(() -> find(store, layout));
      }
      requireExhausted(() -> store.outcome(tenant, Universe.ref(Star.TYPE, 0).id()));
    }
    assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
    Work.write(store, tenant, 3);
  }

  /** A layout that the store has not seen, whose custom fields it looks up. */
  private static Layout withNewFields() {
    return new Layout(
        Universe.TYPES, List.of(Universe.NICKNAME, Universe.RINGS, Universe.SPONSOR), Map.of());
  }

  private void find(SqlStore store, Layout layout) {
    try (StoreTransaction transaction = store.begin(tenant, layout)) {
      transaction.find(Universe.ref(Star.TYPE, 0));
    }
  }

  private static void requireExhausted(Executable call) {
    long start = System.nanoTime();
    StoreException failure = assertThrows(StoreException.class, call);
    long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertEquals("store.exhausted", failure.code());
    assertTrue(failure.isTransient());
    assertTrue(ms < 5_000, ms + " ms");
  }

  /** As many units at once as there are connections: none may need a second one. */
  @ParameterizedTest
  @EnumSource
  void one_connection_is_enough_for_a_unit_of_work_whatever_it_does(Place place) throws Exception {
    HikariDataSource pool = opened(place.pool(1));
    SqlStore store = store(pool);
    Work.prepare(store, tenant);
    Witness witness = new Witness(tenant);
    try (Writers writers = Writers.start(store, tenant, 3, witness)) {
      while (witness.acknowledged() < 30) {
        Thread.sleep(1);
      }
    }
    // Keys that are taken, references that lead nowhere and purges are looked into behind the fact.
    Work.write(store, tenant, 9_000_001);
    assertThrows(CrmException.class, () -> Work.write(store, tenant, 9_000_001));
    for (RuntimeException each : witness.failures().values()) {
      assertTrue(
          !(each instanceof StoreException broken) || !broken.code().equals("store.exhausted"),
          each::toString);
    }
    assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
  }

  @ParameterizedTest
  @EnumSource
  void a_connection_in_an_odd_state_works_and_is_given_back_as_it_was(Place place)
      throws Exception {
    HikariDataSource pool = opened(place.pool(4));
    Given given = new Given(pool);
    SqlStore store = store(given.source());
    Work.prepare(store, tenant);
    int[] levels = {
      Connection.TRANSACTION_READ_COMMITTED,
      Connection.TRANSACTION_REPEATABLE_READ,
      Connection.TRANSACTION_SERIALIZABLE
    };
    long unit = 0;
    for (boolean automatic : new boolean[] {true, false}) {
      for (int level : levels) {
        given.be(automatic, level);
        for (int i = 0; i < 2; i++) {
          Work.write(store, tenant, unit++); // the even ones are one step, the odd ones read before
        }
        long before = unit;
        assertThrows(CrmException.class, () -> Work.write(store, tenant, before - 1));
        assertThrows(CrmException.class, () -> Work.write(store, tenant, before - 2));
        find(store, Universe.PLAIN);
        Work.counter(store, tenant);
        assertEquals(List.of(), given.changed(), "auto-commit " + automatic + ", level " + level);
      }
    }
    assertEquals(unit / 2, Work.counter(store, tenant));
  }

  /** Whoever had the connection before may have set what a session goes by. */
  @ParameterizedTest
  @EnumSource
  void a_session_with_odd_settings_keeps_and_finds_the_same(Place place) throws Exception {
    HikariDataSource pool = opened(place.pool(4));
    Given given = new Given(pool);
    SqlStore store = store(given.source());
    Work.prepare(store, tenant);
    long unit = 10;
    for (String odd : place.oddSettings()) {
      given.setting = odd;
      Row planet = oddPlanet(unit);
      Work.commit(store, tenant, Universe.EXTENDED, List.of(new Change.Insert(planet)));
      Row read = store.reader(tenant, Universe.EXTENDED).find(planet.ref());
      assertEquals(values(planet), values(read), odd);
      given.setting = "";
      Row usual = store.reader(tenant, Universe.EXTENDED).find(planet.ref());
      assertEquals(values(planet), values(usual), odd);
      given.setting = odd;
      Condition<Planet> found =
          Planet.NAME.contains("\\ 'q").and(Planet.SEEN_AT.is(planet.get(Planet.SEEN_AT)));
      assertTrue(store.reader(tenant, Universe.EXTENDED).exists(Planet.TYPE, found), odd);
      Work.write(store, tenant, 1000 + unit); // one that reads before
      Work.write(store, tenant, 1001 + unit);
      long taken = unit;
      assertThrows(CrmException.class, () -> Work.write(store, tenant, 1000 + taken), odd);
      unit += 10;
    }
  }

  private static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>();
    row.type().slots().forEach(each -> values.add(row.slot(each.slot())));
    values.add(row.extra());
    return values;
  }

  private static Row oddPlanet(long number) {
    return Universe.planet(
        number,
        p -> p.set(Planet.NAME, "\\ 'q' \"d\" `b` %_ || \uD83D\uDE80 " + number),
        p -> p.set(Planet.NOTES, "a\\nb\\\\"),
        p -> p.set(Planet.MASS, new BigDecimal("-0.00000001")),
        p -> p.set(Planet.FOUND_ON, LocalDate.of(2027, 3, 14)),
        p -> p.set(Planet.SEEN_AT, Instant.parse("2027-03-14T02:30:00.000001Z")),
        p -> p.set(Planet.INHABITED, true),
        p -> p.set(Universe.NICKNAME, "n\\'" + number),
        p -> p.set(Universe.RINGS, number));
  }

  /** The first connection says nothing about the next: another user may have changed it. */
  @ParameterizedTest
  @EnumSource
  void a_transaction_reads_one_snapshot_whatever_the_isolation_of_its_connection(Place place)
      throws Exception {
    HikariDataSource pool = opened(place.pool(4));
    Given given = new Given(pool);
    given.be(true, Connection.TRANSACTION_REPEATABLE_READ);
    SqlStore store = store(given.source());
    Work.prepare(store, tenant);
    given.be(true, Connection.TRANSACTION_READ_COMMITTED);
    try (StoreTransaction transaction = store.begin(tenant, Universe.PLAIN)) {
      transaction.find(Universe.ref(Star.TYPE, 0));
      Work.write(store, tenant, 2);
      assertEquals(
          null, transaction.find(Universe.ref(Star.TYPE, 3)), "made after the snapshot was taken");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_commit_stays_one_where_the_connection_breaks_afterwards(Place place) throws Exception {
    HikariDataSource pool = opened(place.pool(4));
    Given given = new Given(pool);
    SqlStore store = store(given.source());
    Work.prepare(store, tenant);
    given.breakBehindCommit = true;
    Work.write(store, tenant, 0);
    Work.write(store, tenant, 1);
    given.breakBehindCommit = false;
    assertEquals(1, Work.counter(store, tenant));
  }

  /** A source that notes how connections come back. */
  private static final class Given {
    private final HikariDataSource pool;
    private final List<String> changed = new ArrayList<>();
    private boolean automatic = true;
    private String setting = "";
    private int level = Connection.TRANSACTION_READ_COMMITTED;
    volatile boolean breakBehindCommit;

    Given(HikariDataSource pool) {
      this.pool = pool;
    }

    void be(boolean autoCommit, int isolation) {
      automatic = autoCommit;
      level = isolation;
    }

    List<String> changed() {
      return List.copyOf(changed);
    }

    DataSource source() {
      return (DataSource)
          Proxy.newProxyInstance(
              Given.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getConnection")
                      ? given()
                      : method.invoke(pool, arguments));
    }

    private Connection given() throws SQLException {
      Connection real = pool.getConnection();
      if (!setting.isEmpty()) {
        try (Statement statement = real.createStatement()) {
          statement.execute(setting);
        }
      }
      real.setTransactionIsolation(level);
      real.setAutoCommit(automatic);
      boolean wanted = automatic;
      int isolation = level;
      boolean breaks = breakBehindCommit;
      return (Connection)
          Proxy.newProxyInstance(
              Given.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  if (!breaks) {
                    note(real, wanted, isolation);
                  }
                  real.close();
                  return null;
                }
                boolean restores =
                    method.getName().equals("setAutoCommit") && Boolean.TRUE.equals(arguments[0]);
                if (breaks && restores) {
                  throw new SQLException("broken behind the commit", "08006");
                }
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              });
    }

    private void note(Connection real, boolean wanted, int isolation) throws SQLException {
      if (real.getAutoCommit() != wanted) {
        changed.add("auto-commit " + real.getAutoCommit());
      }
      if (real.getTransactionIsolation() != isolation) {
        changed.add("isolation " + real.getTransactionIsolation());
      }
      if (!wanted) {
        real.rollback();
      }
    }
  }
}
