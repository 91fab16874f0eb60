package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.persistence.testing.On;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
  @TempDir private Path folder;

  private List<String> warnings(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return Durability.warnings(connection);
    }
  }

  @Test
  void aFileThatIsWrittenLaterIsWarnedOf() throws SQLException {
    List<String> warnings = warnings("jdbc:h2:" + folder.resolve("late"));

    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("WRITE_DELAY=0"), () -> warnings.get(0));
  }

  @Test
  void aFileThatIsWrittenAtOnceAndADatabaseInMemoryAreFine() throws SQLException {
    assertEquals(List.of(), warnings("jdbc:h2:" + folder.resolve("now") + ";WRITE_DELAY=0"));
    assertEquals(List.of(), warnings("jdbc:h2:mem:"));
  }

  @Nested
  @On(Database.POSTGRESQL)
  @ExtendWith(On.Wanted.class)
  class OnPostgres {
    @Test
    void commitsThatTheServerOnlyPromisesAreWarnedOf() throws SQLException {
      try (EmptyPlace place = EmptyPlace.on(Database.POSTGRESQL);
          Connection connection = place.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("set synchronous_commit = on");
        List<String> before = Durability.warnings(connection);
        statement.execute("set synchronous_commit = off");
        List<String> after = new ArrayList<>(Durability.warnings(connection));

        after.removeAll(before);
        assertEquals(1, after.size(), after::toString);
        assertTrue(after.get(0).contains("synchronous_commit = off"), () -> after.get(0));
      }
    }

    @Test
    void aServerThatWritesNothingToTheDiskIsWarnedOf() throws SQLException {
      try (EmptyPlace place = EmptyPlace.on(Database.POSTGRESQL);
          Connection connection = place.connect();
          Statement statement = connection.createStatement();
          ResultSet fsync = statement.executeQuery("show fsync")) {
        fsync.next();
        boolean off = fsync.getString(1).equals("off");
        List<String> warnings = Durability.warnings(connection);
        assertEquals(off, warnings.stream().anyMatch(text -> text.contains("fsync = off")));
      }
    }
  }

  @Nested
  @On(Database.MARIADB)
  @ExtendWith(On.Wanted.class)
  class OnMariaDb {
    @Test
    void aLogThatIsWrittenLaterIsWarnedOf() throws SQLException {
      try (EmptyPlace place = EmptyPlace.on(Database.MARIADB);
          Connection connection = place.connect();
          Statement statement = connection.createStatement()) {
        String setting = "innodb_flush_log_at_trx_commit";
        int usual = number(statement, "select @@" + setting);
        try {
          statement.execute("set global " + setting + " = 1");
          List<String> before = Durability.warnings(connection);
          statement.execute("set global " + setting + " = 2");
          List<String> after = new ArrayList<>(Durability.warnings(connection));

          after.removeAll(before);
          assertEquals(1, after.size(), after::toString);
          assertTrue(after.get(0).contains(setting + " = 2"), () -> after.get(0));
        } finally {
          statement.execute("set global " + setting + " = " + usual);
        }
      }
    }

    @Test
    void tablesWithoutTransactionsAreWarnedOf() throws SQLException {
      try (EmptyPlace place = EmptyPlace.on(Database.MARIADB);
          Connection connection = place.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("set default_storage_engine = 'MyISAM'");
        assertTrue(
            Durability.warnings(connection).stream().anyMatch(text -> text.contains("MyISAM")));
      }
    }

    private int number(Statement statement, String query) throws SQLException {
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
