package io.crmkit.persistence.fault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
  },

  POSTGRESQL {
    @Override
    HikariDataSource pool(int size, long patienceMs) {
      return of(Servers.POSTGRESQL, size, patienceMs);
    }
  },

  MARIADB {
    @Override
    HikariDataSource pool(int size, long patienceMs) {
      return of(Servers.MARIADB, size, patienceMs);
    }
  };

  private static final AtomicInteger MADE = new AtomicInteger();

  /** A pool, the tables of which may be there already. */
  final HikariDataSource pool(int size) {
    return pool(size, 20_000);
  }

  /** The same, with a time within which a connection has to come free. */
  abstract HikariDataSource pool(int size, long patienceMs);

  private static HikariDataSource of(Servers servers, int size, long patienceMs) {
    Server server = servers.get();
    return server.pool(server.url(), size, patienceMs);
  }
}
