package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether an index may be gone along backwards. On H2 (2.4.240) a transaction that reads one
 * snapshot and has written sees its own changes wrongly that way: old entries of rows it has
 * changed or removed are still there.
 */
final class Backwards {
  private static final String WRITTEN =
      "select contains_uncommitted from information_schema.sessions"
          + " where session_id = session_id()";

  private Backwards() {}

  static boolean safe(Dialect.Engine engine, Connection connection) throws SQLException {
    if (engine != Dialect.Engine.H2 || connection.getAutoCommit()) {
      return true;
    }
    try (Statement statement = connection.createStatement();
        ResultSet written = statement.executeQuery(WRITTEN)) {
      return !(written.next() && written.getBoolean(1));
    }
  }
}
