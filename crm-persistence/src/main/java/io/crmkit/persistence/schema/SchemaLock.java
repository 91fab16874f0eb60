package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Trouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to change the tables: a row that its holder writes and renews, with a lease by the
 * clock of the database. A holder that died is followed by whoever comes when the lease has run
 * out. A lock that the database would keep for a session neither holds across the nodes of Galera
 * nor survives a pool in between.
 */
final class SchemaLock {
  private final Place place;
  private final Duration lease;
  private final String owner = UUID.randomUUID().toString();

  SchemaLock(Place place, Duration lease) {
    this.place = place;
    this.lease = lease;
  }

  /** Makes the row, where it is not there. */
  void prepare(Connection connection) throws SQLException {
    Dialect dialect = place.dialect();
    String table = place.table(OwnTables.LOCK);
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("select 1 from " + table)) {
        if (row.next()) {
          return;
        }
      }
      statement.executeUpdate(
          "insert into "
              + table
              + " ("
              + dialect.quoted("id")
              + ", "
              + dialect.quoted("version")
              + ") values (1, 0)");
      connection.commit();
    } catch (SQLException raced) {
      connection.rollback();
      if (dialect.trouble(raced) != Trouble.INTEGRITY) {
        throw raced;
      }
    }
  }

  /** Takes the lock, where it is free or its lease has run out. */
  boolean take(Connection connection) throws SQLException {
    try {
      boolean taken = looksFree(connection) && write(connection, free(), owner, lease) == 1;
      connection.commit();
      return taken;
    } catch (SQLException failure) {
      connection.rollback();
      if (place.dialect().trouble(failure) == Trouble.TRANSIENT) {
        return false;
      }
      throw failure;
    }
  }

  /** Those who wait only read, so that they are not in the way of the holder's renewals. */
  private boolean looksFree(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select 1 from " + place.table(OwnTables.LOCK) + " where " + free())) {
      boolean free = row.next();
      connection.commit();
      return free;
    }
  }

  private String free() {
    Dialect dialect = place.dialect();
    return dialect.quoted("owner")
        + " is null or "
        + dialect.quoted("lease_until")
        + " < "
        + Now.expression(dialect);
  }

  /**
   * Renews the lease, as part of the transaction under way.
   *
   * @return false where somebody else has taken the lock
   */
  boolean renew(Connection connection) throws SQLException {
    return write(connection, mine(), owner, lease) == 1;
  }

  /** Gives the lock back, with some patience for those who try to take it. */
  void release(Connection connection) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        write(connection, mine(), null, Duration.ZERO);
        connection.commit();
        return;
      } catch (SQLException failure) {
        connection.rollback();
        if (place.dialect().trouble(failure) != Trouble.TRANSIENT || attempt == 10) {
          throw failure;
        }
      }
    }
  }

  private String mine() {
    return place.dialect().quoted("owner") + " = '" + owner + "'";
  }

  private int write(
      Connection connection, String where, @Nullable String holder, Duration forHowLong)
      throws SQLException {
    Dialect dialect = place.dialect();
    String version = dialect.quoted("version");
    String update =
        "update "
            + place.table(OwnTables.LOCK)
            + " set "
            + dialect.quoted("owner")
            + " = ?, "
            + dialect.quoted("lease_until")
            + " = "
            + Now.plusMillis(dialect, forHowLong.toMillis())
            + ", "
            + version
            + " = "
            + version
            + " + 1 where "
            + dialect.quoted("id")
            + " = 1 and ("
            + where
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, holder);
      return statement.executeUpdate();
    }
  }

  /** Who holds the lock, and until when, for messages. */
  String holder(Connection connection) {
    Dialect dialect = place.dialect();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select "
                    + dialect.quoted("owner")
                    + ", "
                    + dialect.quoted("lease_until")
                    + " from "
                    + place.table(OwnTables.LOCK))) {
      return row.next() && row.getString(1) != null
          ? row.getString(1) + ", until " + row.getString(2)
          : "nobody";
    } catch (SQLException unknown) {
      return "it could not be asked which";
    }
  }
}
