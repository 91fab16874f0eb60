package io.crmkit.persistence.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Universe;
import java.nio.file.Path;
import java.util.Random;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted while H2 reads or writes its file, which would close a channel. */
@Timeout(120)
class InterruptTest {
  private static final int ROUNDS = 30;
  private static final int UNITS = 8;

  @TempDir Path folder;

  @Test
  void the_store_goes_on_working_when_its_threads_are_interrupted(TestReporter reporter)
      throws Exception {
    Path file = folder.resolve("crm");
    Witness witness = new Witness("interrupted");
    int interrupts = 0;
    try (SqlStore store = SqlStore.open(file)) {
      store.open(Universe.TYPES);
      Work.prepare(store, witness.tenant());
      Random random = new Random(1);
      for (int n = 0; n < ROUNDS; n++) {
        long unit = n;
        Thread thread = new Thread(() -> write(store, unit * 1000, witness), "interrupted writer");
        thread.start();
        while (thread.isAlive()) {
          Thread.sleep(random.nextInt(1, 15));
          thread.interrupt(); // again and again: who waits or writes takes note of one
          interrupts++;
        }
        thread.join();
        Writers.write(store, witness.tenant(), unit * 1000 + 999, witness);
        assertTrue(
            !witness.failures().containsKey(unit * 1000 + 999),
            () -> "who was not interrupted, " + witness.failures().get(unit * 1000 + 999));
      }
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:" + file + ";WRITE_DELAY=0");
    source.setUser("sa");
    try (var raw = source.getConnection();
        SqlStore store = SqlStore.on(source)) {
      store.open(Universe.TYPES);
      Witness.Findings found = witness.compare(store, raw);
      reporter.publishEntry(interrupts + " interrupts", found.toString());
      found.requireSound();
      assertEquals(0, found.unknown());
    }
  }

  private static void write(SqlStore store, long first, Log log) {
    for (long unit = first; unit < first + UNITS; unit++) {
      Writers.write(store, "interrupted", unit, log);
    }
  }
}
