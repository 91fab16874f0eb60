package io.crmkit.persistence.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Universe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The process that has an H2 file open is killed with -9 while it commits. */
class FileCrashTest {
  private static final int FEW = 2;
  private static final int MANY = Integer.getInteger("crmkit.test.kills", 20);
  private static final long PATIENCE_S = 120;

  @TempDir Path folder;

  @Test
  void no_acknowledged_unit_is_lost_when_the_process_is_killed(TestReporter reporter)
      throws Exception {
    killAgainAndAgain(FEW, reporter);
  }

  @Test
  @Tag("faults")
  void no_acknowledged_unit_is_lost_however_often_the_process_is_killed(TestReporter reporter)
      throws Exception {
    killAgainAndAgain(MANY, reporter);
  }

  private void killAgainAndAgain(int kills, TestReporter reporter) throws Exception {
    Path file = folder.resolve("crm");
    List<Witness> witnesses = new ArrayList<>();
    for (int kill = 0; kill < kills; kill++) {
      Witness witness = new Witness("round" + kill);
      writeAndKill(file, witness, false, kill);
      witnesses.add(witness);
      for (Witness.Findings found : read(file, List.of(witness))) {
        reporter.publishEntry("kill " + (kill + 1), found.toString());
        found.requireSound();
      }
    }
    read(file, witnesses).forEach(Witness.Findings::requireSound);
  }

  /** Without this the tests above would prove nothing. */
  @Test
  void units_are_lost_where_h2_may_write_later_and_the_witness_says_so(TestReporter reporter)
      throws Exception {
    Path file = folder.resolve("lossy");
    Witness witness = new Witness("lossy");
    writeAndKill(file, witness, true, 1);
    Witness.Findings found = read(file, List.of(witness)).get(0);
    reporter.publishEntry("write delay 500", found.toString());
    assertFalse(found.lost().isEmpty(), () -> "nothing lost of " + found);
  }

  private static void writeAndKill(Path file, Witness witness, boolean lossy, int seed)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(FileWriter.command(file, witness.tenant(), lossy))
            .redirectError(file.resolveSibling(witness.tenant() + ".err").toFile())
            .start();
    Thread reader = new Thread(() -> listen(child, witness), "what the child says");
    reader.start();
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
      while (witness.acknowledged() < 20) {
        assertTrue(child.isAlive(), "the child ended by itself, see " + witness.tenant() + ".err");
        assertTrue(System.nanoTime() < deadline, "the child commits nothing");
        Thread.sleep(1);
      }
      Thread.sleep(new Random(seed).nextInt(50, 500));
    } finally {
      child
          .toHandle()
          .destroyForcibly(); // the process itself would forget what it still has to say
    }
    child.waitFor();
    reader.join();
  }

  private static void listen(Process child, Witness witness) {
    try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        FileWriter.parse(line, witness);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<Witness.Findings> read(Path file, List<Witness> witnesses)
      throws SQLException {
    List<Witness.Findings> all = new ArrayList<>();
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:" + file + ";WRITE_DELAY=0");
    source.setUser("sa");
    try (Connection raw = source.getConnection();
        SqlStore store = SqlStore.on(source)) {
      store.open(Universe.TYPES);
      for (Witness witness : witnesses) {
        all.add(witness.compare(store, raw));
      }
    }
    return all;
  }
}
