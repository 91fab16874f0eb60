package io.crmkit.examples.bench.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * A database that runs.
 *
 * @param engine what it is
 * @param pattern its URL, with the port left open
 * @param user who may do everything, without a password
 * @param port where it listens; 0 where it is a part of this process
 * @param stop ends it
 */
record Server(Engine engine, String pattern, String user, int port, AutoCloseable stop)
    implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  /** The way to it through a port, its own or that of a proxy. */
  String url(int through) {
    return String.format(pattern, through);
  }

  /** A pool for writing as a careful host has it: commits when told, many inserts in few texts. */
  HikariDataSource pool(int through) {
    return pool(through, false);
  }

  /** A pool for reading single answers, where nobody pays for a commit. */
  HikariDataSource readers(int through) {
    return pool(through, true);
  }

  private HikariDataSource pool(int through, boolean autoCommit) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url(through));
    config.setUsername(user);
    config.setPassword("");
    config.setAutoCommit(autoCommit);
    config.setMaximumPoolSize(CONNECTIONS);
    if (engine == Engine.POSTGRESQL) {
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
    }
    return new HikariDataSource(config);
  }

  @Override
  public void close() throws Exception {
    stop.close();
  }
}
