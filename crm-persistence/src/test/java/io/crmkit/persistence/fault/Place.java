package io.crmkit.persistence.fault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where tests run that need no database of their own. */
enum Place {
  H2 {
    @Override
    HikariDataSource pool(int size, long patienceMs) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl("jdbc:h2:mem:faults" + MADE.incrementAndGet() + ";LOCK_TIMEOUT=1000");
      config.setUsername("sa");
      config.setPassword("");
      config.setMaximumPoolSize(size);
      config.setConnectionTimeout(patienceMs);
      config.setMinimumIdle(1); // with the last connection the data would go
      return new HikariDataSource(config);
    }

    @Override
    List<String> oddSettings() {
      return List.of("set time zone 'America/St_Johns'", "set throttle 1");
    }
  },

  POSTGRESQL {
    @Override
    HikariDataSource pool(int size, long patienceMs) {
      return of(Servers.POSTGRESQL, size, patienceMs);
    }

    @Override
    List<String> oddSettings() {
      return List.of(
          "set time zone 'America/St_Johns'",
          "set standard_conforming_strings to off",
          "set transform_null_equals to on",
          "set search_path to \"$user\", public, pg_catalog",
          "set default_transaction_deferrable to on");
    }
  },

  MARIADB {
    @Override
    HikariDataSource pool(int size, long patienceMs) {
      return of(Servers.MARIADB, size, patienceMs);
    }

    @Override
    List<String> oddSettings() {
      return List.of(
          "set time_zone='-03:30'",
          "set sql_mode=''",
          "set sql_mode='ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,STRICT_ALL_TABLES'",
          "set sql_safe_updates=1",
          "set collation_connection=utf8mb4_general_ci");
    }
  };

  private static final AtomicInteger MADE = new AtomicInteger();

  /** A pool, the tables of which may be there already. */
  final HikariDataSource pool(int size) {
    return pool(size, 20_000);
  }

  /** The same, with a time within which a connection has to come free. */
  abstract HikariDataSource pool(int size, long patienceMs);

  /** What somebody may have left in a session that would make texts or times mean otherwise. */
  abstract List<String> oddSettings();

  private static HikariDataSource of(Servers servers, int size, long patienceMs) {
    Server server = servers.get();
    return server.pool(server.url(), size, patienceMs);
  }
}
