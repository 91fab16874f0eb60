package io.crmkit.persistence.fault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;

/** Where tests run that need no database of their own. */
enum Place {
  H2 {
    @Override
    HikariDataSource pool(int size) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl("jdbc:h2:mem:faults" + MADE.incrementAndGet() + ";LOCK_TIMEOUT=1000");
      config.setUsername("sa");
      config.setPassword("");
      config.setMaximumPoolSize(size);
      config.setMinimumIdle(1); // with the last connection the data would go
      return new HikariDataSource(config);
    }
  },

  POSTGRESQL {
    @Override
    HikariDataSource pool(int size) {
      return of(Servers.POSTGRESQL, size);
    }
  },

  MARIADB {
    @Override
    HikariDataSource pool(int size) {
      return of(Servers.MARIADB, size);
    }
  };

  private static final AtomicInteger MADE = new AtomicInteger();

  /** A pool, the tables of which may be there already. */
  abstract HikariDataSource pool(int size);

  private static HikariDataSource of(Servers servers, int size) {
    Server server = servers.get();
    HikariDataSource pool = server.pool(server.url(), size);
    pool.setConnectionTimeout(20_000);
    return pool;
  }
}
