package io.crmkit.persistence.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database, or a part of a server, that belongs to one store at a time. */
abstract class Place {
  /** What the threads of the host's pools are called. */
  static final String HOST = "host's pool";

  private final String url;
  private final String user;
  private final Set<String> keeps = new HashSet<>();
  private boolean prepared;

  Place(String url, String user) {
    this.url = url;
    this.user = user;
  }

  /** Where the database is, with a short patience for locks. */
  final String url() {
    return url;
  }

  final String user() {
    return user;
  }

  final String password() {
    return "";
  }

  /** The file of an embedded database; null where there is none. */
  @Nullable Path file() {
    return null;
  }

  /** A schema beside the one that connections begin with. */
  abstract String otherSchema();

  /** Makes each transaction of a session see one snapshot, where it does not anyway. */
  abstract String snapshots();

  /** Makes a session wait for locks as long as people would. */
  abstract String patience();

  /** The tables of the place, of whatever schema, as a query for schema and name. */
  abstract String tables();

  /** Switches the checks of foreign keys for a session. */
  abstract String referential(boolean checked);

  /** The sessions at the place besides the one that asks, as a query for their number. */
  abstract String sessions();

  /** True where {@link #giveBack} leaves nothing to empty. */
  abstract boolean once();

  /** The store is closed; what it has left may go. */
  void giveBack() {}

  final Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password());
  }

  /** A pool of the host's; its sessions begin with a statement, where one is given. */
  final HikariDataSource pool(boolean autoCommit, @Nullable String first) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(HOST);
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password());
    config.setAutoCommit(autoCommit);
    config.setMinimumIdle(1);
    config.setMaximumPoolSize(8);
    config.setConnectionTimeout(5_000);
    config.setThreadFactory(
        work -> {
          Thread thread = new Thread(work, HOST);
          thread.setDaemon(true);
          return thread;
        });
    config.setConnectionInitSql(first);
    return new HikariDataSource(config);
  }

  /** True once somebody has said that the tables are there. */
  final boolean isPrepared() {
    return prepared;
  }

  /** The tables are there, and what is in them now is no store's but theirs. */
  final void prepared() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
          if (rows.next()) {
            keeps.add(table);
          }
        }
      }
    }
    prepared = true;
  }

  /** Removes every row but those that came with the tables. */
  final void empty() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(referential(false));
      for (String table : tables(statement)) {
        if (!keeps.contains(table)) {
          statement.executeUpdate("delete from " + table);
        }
      }
      connection.commit();
    }
  }

  private List<String> tables(Statement statement) throws SQLException {
    List<String> found = new ArrayList<>();
    String quote = statement.getConnection().getMetaData().getIdentifierQuoteString();
    try (ResultSet tables = statement.executeQuery(tables())) {
      while (tables.next()) {
        found.add(quote + tables.getString(1) + quote + '.' + quote + tables.getString(2) + quote);
      }
    }
    return found;
  }

  /** How many sessions are open besides the one that asks. */
  final int openSessions() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet number = statement.executeQuery(sessions())) {
      number.next();
      return number.getInt(1);
    }
  }
}
