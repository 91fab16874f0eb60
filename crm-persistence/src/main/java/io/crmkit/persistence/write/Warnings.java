package io.crmkit.persistence.write;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Locale;

/** What a database says beside a success. */
final class Warnings {
  private Warnings() {}

  /**
   * A server may give up waiting for its standby and call a commit done that is not yet safe: it
   * says so in a warning alone.
   */
  static void refuseUnsafeCommit(PreparedStatement statement) throws SQLException {
    for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
      String message = each.getMessage();
      if (message != null && message.toLowerCase(Locale.ROOT).contains("synchronous replication")) {
        throw new SQLException(message, "08007", each);
      }
    }
  }
}
