package io.crmkit.persistence.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.store.Store;
import io.crmkit.persistence.SqlStore;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A store under test, and afterwards the check that it has left nothing open. */
final class Bench {
  private static final long GRACE_NANOS = 5_000_000_000L;

  /** Threads of the host's pools and databases, and those that a driver keeps for a while. */
  private static final List<String> OTHERS =
      List.of(Place.HOST, "PostgreSQL-JDBC-", "Cleaner-", "Generate Seed", "H2-", "MVStore ");

  /** Those that the JDK keeps for a minute for asynchronous files. */
  private static final Pattern FILES = Pattern.compile("Thread-\\d+");

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private final Wiring wiring;
  private final Place place;
  private final @Nullable HikariDataSource pool;
  private final Set<Thread> threads;
  private final Store store;

  private Bench(On on, String name, Collection<EntityType<?>> types) throws SQLException {
    wiring = on.wiring();
    place = on.value().place(name);
    wiring.travel();
    pool = wiring.pool(place);
    threads = Thread.getAllStackTraces().keySet();
    if (place.isPrepared()) {
      place.empty();
    } else if (!place.once() || wiring.joins()) {
      try (SqlStore pioneer = wiring.pioneer(place, pool)) {
        pioneer.open(types);
        place.prepared();
      }
    }
    store =
        wiring.joins() ? new HostStore(wiring.host(Wiring.given(pool))) : wiring.store(place, pool);
  }

  /** An empty store for some types, as the class of the test wants it. */
  static Bench of(Class<?> test, Collection<EntityType<?>> types) {
    On on = test.getAnnotation(On.class);
    String name = "crm_" + test.getName().replaceAll(".*\\.", "").replace('$', '_');
    try {
      return new Bench(on, name.toLowerCase(Locale.ROOT), types);
    } catch (SQLException failed) {
      throw new IllegalStateException("no place for " + test, failed);
    }
  }

  Store store() {
    return store;
  }

  /** Closes the store; then no connection may be in use, and no thread of its be alive. */
  void close() {
    try {
      store.close();
      if (pool != null) {
        eventually(0, () -> pool.getHikariPoolMXBean().getActiveConnections(), "connections");
        pool.close();
      }
      eventually(0, place::openSessions, "sessions");
      eventually(Set.of(), this::threads, "threads");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
      if (pool != null) {
        pool.close();
      }
      place.giveBack();
    }
  }

  private Set<String> threads() {
    Set<String> names = new TreeSet<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              boolean others =
                  threads.contains(thread)
                      || OTHERS.stream().anyMatch(thread.getName()::startsWith)
                      || place.file() != null && FILES.matcher(thread.getName()).matches();
              if (thread.isAlive() && !others) {
                names.add(thread.getName() + ' ' + Arrays.toString(stack));
              }
            });
    return names;
  }

  /** A closed connection is not gone at once, neither at the server nor in a pool. */
  private static <T> void eventually(T expected, Callable<T> question, String what) {
    try {
      long deadline = System.nanoTime() + GRACE_NANOS;
      T answer = question.call();
      while (!answer.equals(expected) && System.nanoTime() < deadline) {
        Thread.sleep(2);
        answer = question.call();
      }
      assertEquals(expected, answer, what + " that the store has left open");
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
