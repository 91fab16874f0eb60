package io.crmkit.persistence;

import io.crmkit.kernel.error.StoreException;
import java.nio.file.Path;
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

  /** Where the library of pools is not there, the code of the pool cannot even be loaded. */
  private static Connections pool(
      String url, String user, String password, SqlStoreBuilder.Options options) {
    try {
      return OwnPool.open(url, user, password, options.poolSize());
    } catch (NoClassDefFoundError missing) {
      throw StoreException.permanent(
          "a pool of the store's own needs HikariCP: add com.zaxxer:HikariCP to the class path, or"
              + " hand in a DataSource with SqlStore.on",
          missing);
    }
  }
}
