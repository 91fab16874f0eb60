package io.crmkit.persistence;

import com.zaxxer.hikari.HikariConfig;

/**
 * What a pool of the store's own asks of a connection: a server that has vanished without a word is
 * noticed, and nobody waits for a lock for ever. What the URL says counts more.
 */
final class PoolDefaults {
  private static final String REPEATABLE_READ = "TRANSACTION_REPEATABLE_READ";
  private static final int CONNECT_SECONDS = 10;
  private static final int SILENCE_SECONDS = 300;

  private PoolDefaults() {}

  static void h2(HikariConfig config) {
    // Its REPEATABLE READ takes a snapshot of each table when that is first read.
    config.setConnectionInitSql(
        "set session characteristics as transaction isolation level snapshot");
  }

  static void postgres(HikariConfig config, String url) {
    config.setTransactionIsolation(REPEATABLE_READ);
    set(config, url, "connectTimeout", CONNECT_SECONDS);
    set(config, url, "socketTimeout", SILENCE_SECONDS);
    set(config, url, "tcpKeepAlive", true);
    set(config, url, "ApplicationName", "crmkit");
    config.setConnectionInitSql(
        "select set_config('lock_timeout','30s',false) where current_setting('lock_timeout')='0'");
  }

  static void mariaDb(HikariConfig config, String url) {
    config.setTransactionIsolation(REPEATABLE_READ);
    set(config, url, "connectTimeout", CONNECT_SECONDS * 1000);
    set(config, url, "socketTimeout", SILENCE_SECONDS * 1000);
    set(config, url, "tcpKeepAlive", true);
  }

  private static void set(HikariConfig config, String url, String property, Object value) {
    if (!url.contains(property.toLowerCase(java.util.Locale.ROOT) + '=')) {
      config.addDataSourceProperty(property, String.valueOf(value));
    }
  }
}
