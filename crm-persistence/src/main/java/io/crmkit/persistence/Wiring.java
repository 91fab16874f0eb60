package io.crmkit.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.kernel.error.StoreException;
import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;

/** How the store comes by its connections. */
interface Wiring {
  /** Connects. */
  Connections connect(SqlStoreBuilder.Options options);

  /** True where transactions are the host's. */
  default boolean joins() {
    return false;
  }

  /** True where no other node can be at work on the same data. */
  default boolean alone() {
    return false;
  }

  static Wiring of(DataSource source) {
    return options -> Connections.of(source);
  }

  static Wiring joining(ConnectionProvider provider) {
    return new Wiring() {
      @Override
      public Connections connect(SqlStoreBuilder.Options options) {
        return Connections.of(provider);
      }

      @Override
      public boolean joins() {
        return true;
      }
    };
  }

  static Wiring url(String url, String user, String password) {
    return options -> pool(url, user, password, options);
  }

  /** Every commit reaches the disk, and an interrupted thread does not close the file. */
  static Wiring file(Path path) {
    String url =
        "jdbc:h2:retry:"
            + path.toAbsolutePath().toString().replace('\\', '/')
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    return new Wiring() {
      @Override
      public Connections connect(SqlStoreBuilder.Options options) {
        return pool(url, "sa", "", options);
      }

      @Override
      public boolean alone() {
        return true;
      }
    };
  }

  private static Connections pool(
      String url, String user, String password, SqlStoreBuilder.Options options) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("crmkit");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(options.poolSize());
    config.setMinimumIdle(1);
    String kind = url.toLowerCase(Locale.ROOT);
    if (kind.startsWith("jdbc:postgresql:")) {
      PoolDefaults.postgres(config, kind);
    } else if (kind.startsWith("jdbc:mariadb:")) {
      PoolDefaults.mariaDb(config, kind);
    } else {
      PoolDefaults.h2(config, kind);
    }
    HikariDataSource source = connected(config, url);
    return Connections.own(
        source, source, () -> source.getHikariPoolMXBean().softEvictConnections());
  }

  private static HikariDataSource connected(HikariConfig config, String url) {
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException unreachable) {
      Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
      throw StoreException.permanent(
          "no connection to "
              + url.split("[?;]", 2)[0]
              + ": check that the database is up, its driver on the class path, and URL, user and"
              + " password are right ("
              + cause.getMessage()
              + ")",
          unreachable);
    }
  }
}
