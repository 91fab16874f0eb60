package io.crmkit.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A database of a PostgreSQL server. */
final class PostgresPlace extends Place {
  private static final String USER = "postgres";
  private static final Map<String, PostgresPlace> PLACES = new ConcurrentHashMap<>();

  private PostgresPlace(String url) {
    super(url, USER);
  }

  static PostgresPlace called(String name) {
    return PLACES.computeIfAbsent(name, PostgresPlace::made);
  }

  private static PostgresPlace made(String name) {
    try {
      try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        // A host's database may order and compare text as its people do.
        statement.execute(
            "create database \""
                + name
                + "\" template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US'");
      }
      PostgresPlace place =
          new PostgresPlace(
              Server.INSTANCE.getJdbcUrl(USER, name) + "&options=-c%20lock_timeout=50ms");
      try (Connection connection = place.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("create schema " + place.otherSchema());
      }
      return place;
    } catch (SQLException failed) {
      throw new IllegalStateException("PostgreSQL gives no database " + name, failed);
    }
  }

  @Override
  String otherSchema() {
    return "crm2";
  }

  @Override
  String snapshots() {
    return "set session characteristics as transaction isolation level repeatable read";
  }

  @Override
  String patience() {
    return "set lock_timeout to '5s'";
  }

  @Override
  String tables() {
    return "select schemaname, tablename from pg_tables"
        + " where schemaname not in ('pg_catalog', 'information_schema')";
  }

  @Override
  String referential(boolean checked) {
    return "set session_replication_role to " + (checked ? "origin" : "replica");
  }

  @Override
  String sessions() {
    return "select count(*) from pg_stat_activity where datname = current_database()"
        + " and backend_type = 'client backend' and pid <> pg_backend_pid()";
  }

  @Override
  boolean once() {
    return false;
  }

  /** The server, started with its first use. */
  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      String durable = Boolean.getBoolean("crmkit.test.durable") ? "on" : "off";
      try {
        return EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target", "postgresql").toAbsolutePath().toFile())
            .setServerConfig("fsync", durable)
            .setServerConfig("synchronous_commit", durable)
            .setServerConfig("full_page_writes", durable)
            .start();
      } catch (IOException failed) {
        throw new IllegalStateException("PostgreSQL does not start", failed);
      }
    }
  }
}
