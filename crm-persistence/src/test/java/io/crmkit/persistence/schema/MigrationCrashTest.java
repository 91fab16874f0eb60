package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.persistence.testing.On;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that makes the tables is killed with -9 in the middle of it, and another goes on: on
 * databases that commit each change of a table at once as on those that do not.
 */
class MigrationCrashTest {
  private static final int FEW = 3;
  private static final int MANY = Integer.getInteger("crmkit.test.kills", 20);
  private static final long PATIENCE_S = 60;

  abstract static class Contract {
    abstract String url();

    abstract String user();

    @Test
    void what_a_killed_process_has_begun_the_next_one_ends(TestReporter reporter)
        throws IOException, InterruptedException, SQLException {
      killAndGoOn(FEW, reporter);
    }

    @Test
    @Tag("faults")
    void however_often_it_is_killed(TestReporter reporter)
        throws IOException, InterruptedException, SQLException {
      killAndGoOn(MANY, reporter);
    }

    private void killAndGoOn(int kills, TestReporter reporter)
        throws IOException, InterruptedException, SQLException {
      Random chance = new Random(kills);
      int early = 0;
      for (int kill = 0; kill < kills; kill++) {
        early += killedBeforeItsEnd(chance.nextInt(120)) ? 1 : 0;
      }
      reporter.publishEntry("killed in the middle of it", early + " of " + kills);
      assertTrue(early > 0, "every process was done before it was killed");
      try (Connection connection = DriverManager.getConnection(url(), user(), "")) {
        Schema schema = Migrating.schema(connection);
        schema.apply(connection, SchemaMode.UPDATE);
        assertEquals(List.of(), schema.problems(connection));
        schema.apply(connection, SchemaMode.VALIDATE);
      }
    }

    private boolean killedBeforeItsEnd(int millis) throws IOException, InterruptedException {
      Process child = Migrating.start(url(), user());
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
        assertEquals("begins", said.readLine());
        Thread.sleep(millis);
        child.toHandle().destroyForcibly(); // what it has said can still be read
        assertTrue(child.waitFor(PATIENCE_S, TimeUnit.SECONDS));
        return said.readLine() == null;
      }
    }
  }

  @Nested
  @On(Database.H2_FILE)
  @ExtendWith(On.Wanted.class)
  class InAFileOfH2 extends Contract {
    @TempDir private Path folder;

    @Override
    String url() {
      return "jdbc:h2:" + folder.resolve("crm") + ";WRITE_DELAY=0";
    }

    @Override
    String user() {
      return "sa";
    }
  }

  abstract static class OnAServer extends Contract {
    private final EmptyPlace place;

    OnAServer(Database database) {
      place = EmptyPlace.on(database);
    }

    @Override
    String url() {
      return place.url();
    }

    @Override
    String user() {
      return place.user();
    }
  }

  @Nested
  @On(Database.POSTGRESQL)
  @ExtendWith(On.Wanted.class)
  class OnPostgres extends OnAServer {
    OnPostgres() {
      super(Database.POSTGRESQL);
    }
  }

  @Nested
  @On(Database.MARIADB)
  @ExtendWith(On.Wanted.class)
  class OnMariaDb extends OnAServer {
    OnMariaDb() {
      super(Database.MARIADB);
    }
  }
}
