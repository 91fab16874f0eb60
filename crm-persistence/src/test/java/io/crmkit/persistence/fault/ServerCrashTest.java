package io.crmkit.persistence.fault;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Universe;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed with -9 while units are committed, and started again, store unclosed. */
class ServerCrashTest {
  private static final int FEW = 2;
  private static final int MANY = Integer.getInteger("crmkit.test.kills", 20);
  private static final int WRITERS = 4;

  @TempDir Path folder;

  @Test
  void postgresql_loses_no_acknowledged_unit_when_it_is_killed(TestReporter reporter)
      throws Exception {
    killAgainAndAgain(PostgresServer.in(folder), FEW, reporter);
  }

  @Test
  @Tag("faults")
  void postgresql_loses_no_acknowledged_unit_however_often_it_is_killed(TestReporter reporter)
      throws Exception {
    killAgainAndAgain(PostgresServer.in(folder), MANY, reporter);
  }

  @Test
  void mariadb_loses_no_acknowledged_unit_when_it_is_killed(TestReporter reporter)
      throws Exception {
    killAgainAndAgain(MariaServer.in(folder), FEW, reporter);
  }

  @Test
  @Tag("faults")
  void mariadb_loses_no_acknowledged_unit_however_often_it_is_killed(TestReporter reporter)
      throws Exception {
    killAgainAndAgain(MariaServer.in(folder), MANY, reporter);
  }

  private static void killAgainAndAgain(Server started, int kills, TestReporter reporter)
      throws Exception {
    List<Witness> witnesses = new ArrayList<>();
    try (Server server = started;
        HikariDataSource pool = server.pool(server.url(), WRITERS + 2);
        SqlStore store = SqlStore.on(pool)) {
      store.open(Universe.TYPES);
      for (int kill = 0; kill < kills; kill++) {
        Witness witness = new Witness("round" + kill);
        writeAndKill(server, store, witness, kill);
        int unknown = witness.unknown();
        int committed = witness.resolve(store);
        witnesses.add(witness);
        Witness.Findings found = findings(server, store, witness);
        reporter.publishEntry(
            "kill " + (kill + 1),
            found + "; of " + unknown + " asked for " + committed + " were committed");
        found.requireSound();
      }
      for (Witness witness : witnesses) {
        findings(server, store, witness).requireSound();
      }
    }
  }

  private static void writeAndKill(Server server, SqlStore store, Witness witness, int seed)
      throws Exception {
    Work.prepare(store, witness.tenant());
    Writers writers = Writers.start(store, witness.tenant(), WRITERS, witness);
    try {
      while (witness.acknowledged() < 20) {
        Thread.sleep(1);
      }
      Thread.sleep(new Random(seed).nextInt(50, 500));
      server.kill();
    } finally {
      writers.close();
    }
    server.start();
  }

  private static Witness.Findings findings(Server server, SqlStore store, Witness witness)
      throws Exception {
    try (Connection raw = server.connect()) {
      return witness.compare(store, raw);
    }
  }
}
