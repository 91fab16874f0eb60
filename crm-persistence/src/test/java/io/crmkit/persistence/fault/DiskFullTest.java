package io.crmkit.persistence.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Random;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk is full at some write: units are refused, none that was acknowledged is lost, and once
 * there is room again the store works. The disk is a small file system in memory, which only root
 * may mount; elsewhere these tests say that they were skipped.
 */
@Timeout(180)
class DiskFullTest {
  private static final int REFUSED = 5;

  @TempDir Path folder;
  private Path disk;

  private void mount(int megabytes) throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", disk.toString()),
        "a small file system cannot be mounted here");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  /** Takes all room but a little; gives the file that takes it. */
  private Path fill(long leave) throws IOException {
    Path filler = disk.resolve("filler");
    long room = Files.getFileStore(disk).getUsableSpace() - leave;
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(filler)) {
      for (long written = 0; written < room; written += block.length) {
        out.write(block);
      }
    }
    return filler;
  }

  /** Writes until some units were refused; gives the number of the next unit. */
  private static long writeUntilRefused(SqlStore store, Witness witness, long first) {
    long unit = first;
    int refused = witness.failures().size() + witness.unknown() + REFUSED;
    while (witness.failures().size() + witness.unknown() < refused) {
      assertTrue(unit < first + 20_000, "the disk is not full");
      Writers.write(store, witness.tenant(), unit++, witness);
    }
    return unit;
  }

  @Test
  void h2_loses_nothing_acknowledged_and_works_again_once_there_is_room(TestReporter reporter)
      throws Exception {
    mount(16);
    Path file = disk.resolve("crm");
    Witness witness = new Witness("full");
    long unit = 0;
    try (SqlStore store = SqlStore.open(file)) {
      store.open(Universe.TYPES);
      Work.prepare(store, witness.tenant());
      for (int round = 0; round < 3; round++) {
        Path filler = fill(new Random(round).nextInt(100_000, 400_000));
        unit = writeUntilRefused(store, witness, unit);
        Files.delete(filler);
        unit = works(store, witness, unit);
        witness.resolve(store);
      }
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:" + file + ";WRITE_DELAY=0");
    source.setUser("sa");
    try (Connection raw = source.getConnection();
        SqlStore store = SqlStore.on(source)) {
      store.open(Universe.TYPES);
      Witness.Findings found = witness.compare(store, raw);
      reporter.publishEntry("h2", found + "; " + kinds(witness));
      found.requireSound();
    }
  }

  @Test
  void postgresql_loses_nothing_acknowledged_and_works_again_once_there_is_room(
      TestReporter reporter) throws Exception {
    mount(160);
    Witness witness = new Witness("full");
    try (Server server = PostgresServer.in(disk);
        HikariDataSource pool = server.pool(server.url(), 2);
        SqlStore store = SqlStore.on(pool)) {
      store.open(Universe.TYPES);
      Work.prepare(store, witness.tenant());
      Path filler = fill(300_000);
      long unit = writeUntilRefused(store, witness, 0);
      Files.delete(filler);
      server.kill(); // where its log was full, it has gone down by itself
      server.start();
      works(store, witness, unit);
      witness.resolve(store);
      try (Connection raw = server.connect()) {
        Witness.Findings found = witness.compare(store, raw);
        reporter.publishEntry("postgresql", found + "; " + kinds(witness));
        found.requireSound();
      }
    }
  }

  /** Two units, the second of which at least is to succeed. */
  private static long works(SqlStore store, Witness witness, long next) throws Exception {
    long unit = next;
    long deadline = System.nanoTime() + 30_000_000_000L;
    do {
      Writers.write(store, witness.tenant(), unit++, witness);
      assertTrue(System.nanoTime() < deadline, () -> "still refused: " + kinds(witness));
    } while (witness.failures().containsKey(unit - 1) || !witness.isAcknowledged(unit - 1));
    return unit;
  }

  private static String kinds(Witness witness) {
    return witness.failures().values().stream()
        .map(
            each ->
                each instanceof StoreException broken
                    ? broken.getMessage()
                    : each.getClass().getSimpleName())
        .distinct()
        .toList()
        .toString();
  }
}
