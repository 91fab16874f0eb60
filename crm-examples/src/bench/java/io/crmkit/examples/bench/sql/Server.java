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

  /** A pool as a careful host has it: commits when told to, many inserts in few statements. */
  HikariDataSource pool(int through) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url(through));
    config.setUsername(user);
    config.setPassword("");
    config.setAutoCommit(false);
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
