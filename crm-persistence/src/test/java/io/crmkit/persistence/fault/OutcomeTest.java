package io.crmkit.persistence.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.Outcome;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.fault.CutProxy.Cut;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection is cut while a unit of work is under way; the store is asked what became of it. */
class OutcomeTest {
  private static final int FEW = 40;
  private static final int MANY = Integer.getInteger("crmkit.test.cuts", 300);

  /** So many rows that they go their own way. */
  private static final int LARGE = 600;

  private static final AtomicInteger TENANTS = new AtomicInteger();

  /** Every unit writes it, and it stands before the rows. */
  private static final String TOKEN = "work_token";

  /** What MariaDB's packet of a statement begins with. */
  private static final char QUERY = 3;

  private final String tenant = "t" + TENANTS.incrementAndGet() + "-" + System.nanoTime();
  private final List<AutoCloseable> open = new ArrayList<>();
  private CutProxy proxy;
  private SqlStore direct;
  private SqlStore cut;

  private void connect(Servers servers, String options) throws Exception {
    Server server = servers.get();
    proxy = opened(new CutProxy(server.port()));
    HikariDataSource straight = opened(server.pool(server.url(), 4));
    direct = opened(SqlStore.on(straight));
    direct.open(Universe.TYPES);
    String url = server.url(proxy.port());
    String all = options.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + options;
    // A pool of a host's takes no notice of the states in which H2 says that a connection broke.
    cut =
        opened(
            servers == Servers.H2
                ? SqlStore.on(all, server.user(), "")
                : SqlStore.on(opened(server.pool(all, 4))));
    cut.open(Universe.TYPES);
    Work.prepare(direct, tenant);
  }

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

  /** Statements stay texts, in which the proxy can find its place. */
  private static String texts(Servers servers) {
    return switch (servers) {
      case H2 -> "";
      case POSTGRESQL -> "prepareThreshold=0";
      case MARIADB -> "useServerPrepStmts=false";
    };
  }

  /** As a pool of the store's own has them. */
  private static String prepared(Servers servers) {
    return servers == Servers.MARIADB ? "useServerPrepStmts=true" : "";
  }

  private boolean isStored(long unit) {
    StoreReader reader = direct.reader(tenant, Universe.PLAIN);
    return reader.find(Universe.ref(Star.TYPE, unit + 1)) != null;
  }

  private UUID unknown(long unit) {
    StoreException failure =
        assertThrows(StoreException.class, () -> Work.write(cut, tenant, unit));
    assertFalse(proxy.waits(), "the connection was cut");
    assertEquals("store.unknown", failure.code());
    assertFalse(failure.isTransient(), "nobody repeats it without asking");
    return Objects.requireNonNull(failure.operation(), "the operation");
  }

  private void requireOutcome(Outcome outcome, UUID operation, long unit) {
    assertEquals(outcome, direct.outcome(tenant, operation));
    assertEquals(outcome == Outcome.COMMITTED, isStored(unit));
    assertEquals(outcome, cut.outcome(tenant, operation), "the same on another node");
    Work.write(cut, tenant, unit + 100);
    assertTrue(isStored(unit + 100), "the store works as before");
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void a_unit_that_the_server_never_heard_of_is_not_committed(Servers servers) throws Exception {
    connect(servers, texts(servers));
    for (long unit = 0; unit < 2; unit++) {
      proxy.cut(Cut.BEFORE, TOKEN);
      requireOutcome(Outcome.NOT_COMMITTED, unknown(unit), unit);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void a_unit_that_is_cut_within_a_statement_is_not_committed(Servers servers) throws Exception {
    connect(servers, texts(servers));
    for (long unit = 0; unit < 2; unit++) {
      proxy.cut(Cut.WITHIN, TOKEN);
      requireOutcome(Outcome.NOT_COMMITTED, unknown(unit), unit);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void a_unit_that_is_cut_before_its_commit_is_not_committed(Servers servers) throws Exception {
    connect(servers, texts(servers));
    for (long unit = 0; unit < 2; unit++) {
      proxy.cut(Cut.WITHIN, servers == Servers.POSTGRESQL ? "commit" : "commit; end");
      requireOutcome(Outcome.NOT_COMMITTED, unknown(unit), unit);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void a_unit_that_is_cut_behind_its_commit_is_committed(Servers servers) throws Exception {
    connect(servers, texts(servers));
    for (long unit = 0; unit < 2; unit++) {
      proxy.cut(Cut.BEHIND, TOKEN);
      requireOutcome(Outcome.COMMITTED, unknown(unit), unit);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void a_large_unit_has_an_outcome_too(Servers servers) throws Exception {
    connect(servers, texts(servers));
    List<Change> many = new ArrayList<>();
    for (long n = 1000; n < 1000 + LARGE; n++) {
      many.add(new Change.Insert(Universe.star(n + 1)));
    }
    for (Cut how : List.of(Cut.WITHIN, Cut.BEHIND)) {
      proxy.cut(how, servers == Servers.POSTGRESQL ? "commit" : QUERY + "commit");
      StoreException failure =
          assertThrows(StoreException.class, () -> Work.commit(cut, tenant, Universe.PLAIN, many));
      assertFalse(proxy.waits(), "the connection was cut");
      UUID operation = Objects.requireNonNull(failure.operation());
      boolean committed = direct.outcome(tenant, operation) == Outcome.COMMITTED;
      assertEquals(how == Cut.BEHIND, committed);
      assertEquals(committed, isStored(1000));
      assertEquals(committed, isStored(1000 + LARGE - 1));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void a_unit_that_was_kept_out_stays_out_even_if_the_server_hears_of_it_later(Servers servers)
      throws Exception {
    String soon = servers == Servers.POSTGRESQL ? "socketTimeout=1" : "socketTimeout=1000";
    connect(servers, texts(servers) + "&" + soon);
    proxy.cut(Cut.LATE, TOKEN);
    UUID operation = unknown(0);
    assertEquals(Outcome.NOT_COMMITTED, direct.outcome(tenant, operation));
    proxy.release();
    assertFalse(isStored(0), "it came too late");
    assertEquals(Outcome.NOT_COMMITTED, direct.outcome(tenant, operation));
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void a_connection_cut_while_reading_has_written_nothing(Servers servers) throws Exception {
    connect(servers, texts(servers));
    for (Cut how : List.of(Cut.BEFORE, Cut.WITHIN, Cut.BEHIND)) {
      proxy.cut(how, "select");
      StoreException failure = assertThrows(StoreException.class, () -> Work.write(cut, tenant, 1));
      assertFalse(proxy.waits(), "the connection was cut");
      assertTrue(failure.isTransient(), failure.getMessage());
      assertNull(failure.operation());
      assertFalse(isStored(1));
    }
    Work.write(cut, tenant, 1);
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void a_connection_cut_at_an_early_write_has_written_nothing(Servers servers) throws Exception {
    connect(servers, texts(servers));
    for (Cut how : List.of(Cut.BEFORE, Cut.WITHIN, Cut.BEHIND)) {
      try (StoreTransaction transaction = cut.begin(tenant, Universe.PLAIN)) {
        proxy.cut(how, "insert");
        StoreException failure =
            assertThrows(StoreException.class, () -> transaction.write(Work.inserts(0)));
        assertTrue(failure.isTransient(), failure.getMessage());
        assertNull(failure.operation());
      }
      assertFalse(isStored(0));
    }
    Work.write(cut, tenant, 0);
  }

  /** As it looks to whoever was kept out while he still listens. */
  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void whoever_was_kept_out_hears_of_a_failure_that_passes(Servers servers) throws Exception {
    connect(servers, texts(servers));
    String refusal =
        servers == Servers.POSTGRESQL
            ? "create function kept_out() returns trigger language plpgsql as $$ begin"
                + " raise unique_violation using message='kept out'; end $$;"
                + "create trigger kept_out before insert on crm_work_token"
                + " for each row execute function kept_out()"
            : "create trigger kept_out before insert on crm_work_token for each row"
                + " signal sqlstate '23000' set mysql_errno=1062, message_text='kept out'";
    try (Connection raw = servers.get().connect();
        Statement statement = raw.createStatement()) {
      statement.execute(refusal);
      try {
        StoreException failure =
            assertThrows(StoreException.class, () -> Work.write(direct, tenant, 0));
        assertTrue(failure.isTransient(), failure.getMessage());
        assertNull(failure.operation());
      } finally {
        statement.execute(
            servers == Servers.POSTGRESQL
                ? "drop trigger kept_out on crm_work_token; drop function kept_out"
                : "drop trigger kept_out");
      }
    }
    assertFalse(isStored(0));
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "H2") // whose statements are many messages
  void what_is_forgotten_is_gone_and_what_is_younger_stays(Servers servers) throws Exception {
    connect(servers, texts(servers));
    proxy.cut(Cut.BEHIND, TOKEN);
    UUID committed = unknown(0);
    proxy.cut(Cut.BEFORE, TOKEN);
    UUID not = unknown(2);
    assertEquals(Outcome.NOT_COMMITTED, direct.outcome(tenant, not));
    direct.forgetOperations(Duration.ofMinutes(10));
    assertEquals(Outcome.COMMITTED, direct.outcome(tenant, committed));
    assertEquals(Outcome.NOT_COMMITTED, direct.outcome(tenant, not));
    Thread.sleep(5);
    assertTrue(direct.forgetOperations(Duration.ofMillis(1)) >= 4, "the counter's, one, and two");
    assertEquals(0, direct.forgetOperations(Duration.ofMillis(1)));
    assertThrows(
        IllegalArgumentException.class, () -> direct.forgetOperations(Duration.ofMillis(-1)));
    assertTrue(isStored(0));
  }

  @ParameterizedTest
  @EnumSource
  void no_verdict_is_wrong_after_some_cuts_at_random(Servers servers, TestReporter reporter)
      throws Exception {
    cutAtRandom(servers, FEW, reporter);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("faults")
  void no_verdict_is_wrong_after_hundreds_of_cuts_at_random(Servers servers, TestReporter reporter)
      throws Exception {
    cutAtRandom(servers, MANY, reporter);
  }

  private void cutAtRandom(Servers servers, int cuts, TestReporter reporter) throws Exception {
    connect(servers, prepared(servers));
    Witness witness = new Witness(tenant);
    AtomicInteger committed = new AtomicInteger();
    AtomicInteger not = new AtomicInteger();
    Log asking = new Asking(witness, committed, not);
    Random random = new Random(cuts);
    Writers writers = Writers.start(cut, tenant, 3, asking);
    try {
      while (committed.get() + not.get() < cuts) {
        int before = witness.acknowledged();
        while (witness.acknowledged() == before) {
          Thread.sleep(1); // until the writers have connected again
        }
        Thread.sleep(random.nextInt(12));
        proxy.cutAll();
      }
    } finally {
      writers.close();
    }
    try (Connection raw = servers.get().connect()) {
      Witness.Findings found = witness.compare(direct, raw);
      reporter.publishEntry(
          servers + " verdicts", committed + " committed, " + not + " not; " + found);
      found.requireSound();
      assertEquals(0, found.unknown(), "no unit without a verdict");
    }
  }

  /** Asks at once, while the server may still be at it. */
  private final class Asking implements Log {
    private final Witness witness;
    private final AtomicInteger committed;
    private final AtomicInteger not;

    Asking(Witness witness, AtomicInteger committed, AtomicInteger not) {
      this.witness = witness;
      this.committed = committed;
      this.not = not;
    }

    @Override
    public void tried(long unit) {
      witness.tried(unit);
    }

    @Override
    public void acknowledged(long unit) {
      witness.acknowledged(unit);
    }

    @Override
    public void failed(long unit, RuntimeException why) {
      witness.failed(unit, why);
    }

    @Override
    public void unknown(long unit, UUID operation) {
      if (answer(operation) == Outcome.COMMITTED) {
        committed.incrementAndGet();
        witness.acknowledged(unit);
      } else {
        not.incrementAndGet();
        witness.failed(unit, new IllegalStateException("not committed"));
      }
    }

    /** The question may have to wait for the unit, and is then to be asked again. */
    private Outcome answer(UUID operation) {
      for (int attempt = 1; ; attempt++) {
        try {
          return direct.outcome(tenant, operation);
        } catch (StoreException open) {
          if (!open.isTransient() || attempt == 20) {
            throw open;
          }
        }
      }
    }
  }
}
