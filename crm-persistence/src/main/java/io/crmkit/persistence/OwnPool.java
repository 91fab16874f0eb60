package io.crmkit.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Trouble;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A pool of the store's own. Of its connections it asks that a server that has vanished without a
 * word is noticed, and that nobody waits for a lock for ever. What the URL says counts more.
 */
final class OwnPool {
  private static final String REPEATABLE_READ = "TRANSACTION_REPEATABLE_READ";
  private static final int CONNECT_SECONDS = 10;
  private static final int SILENCE_SECONDS = 300;

  private OwnPool() {}

  static Connections open(String url, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("crmkit");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    String kind = url.toLowerCase(Locale.ROOT);
    if (kind.startsWith("jdbc:postgresql:")) {
      postgres(config, kind);
    } else if (kind.startsWith("jdbc:mariadb:")) {
      mariaDb(config, kind);
    } else {
      h2(config, kind);
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

  private static void h2(HikariConfig config, String url) {
    // It keeps eight statements unless told otherwise, and parses all others anew each time.
    set(config, url, "QUERY_CACHE_SIZE", 256);
    config.setExceptionOverride(new Dead());
  }

  /**
   * Lets go of connections to a database that has closed itself, as where the disk was full: with
   * the last of them it can be opened anew. H2 says so in states of its own.
   */
  private static final class Dead implements SQLExceptionOverride {
    private static final Dialect H2 = Dialect.of(Dialect.Engine.H2);

    @java.lang.Override
    public Override adjudicate(SQLException error) {
      return H2.trouble(error) == Trouble.BROKEN ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
  }

  private static void postgres(HikariConfig config, String url) {
    config.setTransactionIsolation(REPEATABLE_READ);
    set(config, url, "connectTimeout", CONNECT_SECONDS);
    set(config, url, "socketTimeout", SILENCE_SECONDS);
    set(config, url, "tcpKeepAlive", true);
    set(config, url, "ApplicationName", "crmkit");
    config.setConnectionInitSql(
        "select set_config('lock_timeout','30s',false) where current_setting('lock_timeout')='0'");
  }

  private static void mariaDb(HikariConfig config, String url) {
    config.setTransactionIsolation(REPEATABLE_READ);
    set(config, url, "connectTimeout", CONNECT_SECONDS * 1000);
    set(config, url, "socketTimeout", SILENCE_SECONDS * 1000);
    set(config, url, "tcpKeepAlive", true);
    // A unit of work is one block, which is parsed once then and not at each commit.
    set(config, url, "useServerPrepStmts", true);
  }

  private static void set(HikariConfig config, String url, String property, Object value) {
    if (!url.contains(property.toLowerCase(Locale.ROOT) + '=')) {
      config.addDataSourceProperty(property, String.valueOf(value));
    }
  }
}
