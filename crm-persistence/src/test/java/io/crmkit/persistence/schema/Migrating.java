package io.crmkit.persistence.schema;

import io.crmkit.persistence.SchemaTool;
import io.crmkit.persistence.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A process of its own that makes the tables, until it is killed. */
final class Migrating {
  private static final Duration LEASE = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Migrating() {}

  static Process start(String url, String user) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                java,
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                path,
                Migrating.class.getName(),
                url,
                user))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The tables of the library; who holds the lock and dies is followed soon. */
  static Schema schema(Connection connection) throws SQLException {
    return SchemaTool.schema(Dialect.of(connection), "crm_", null, List.of())
        .timing(LEASE, PATIENCE);
  }

  /**
   * Says a line when it begins and another when it is done.
   *
   * @param arguments where the database is, and whose name to come in
   */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], "")) {
      Schema schema = schema(connection);
      System.out.println("begins");
      schema.apply(connection, SchemaMode.UPDATE);
      System.out.println("done");
    }
  }
}
