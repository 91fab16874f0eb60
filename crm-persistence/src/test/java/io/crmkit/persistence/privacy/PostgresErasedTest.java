package io.crmkit.persistence.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

@On(Database.POSTGRESQL)
class PostgresErasedTest extends ErasedRows {
  /** Old versions of rows are in the files until they are rewritten; the log is not looked into. */
  @Override
  void lookDeeper(Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      Path folder =
          Path.of(text(statement, "show data_directory"))
              .resolve("base")
              .resolve(
                  text(
                      statement,
                      "select oid::text from pg_database where datname = current_database()"));
      statement.execute("checkpoint");
      assertFalse(Canary.filesWith(folder, Canary.PERSON).isEmpty(), "looks in vain");
      assertEquals(List.of(), Canary.filesWith(folder, Canary.SECRET));
      statement.execute("vacuum full");
      statement.execute("checkpoint");
      assertEquals(List.of(), Canary.filesWith(folder, Canary.PERSON));
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
