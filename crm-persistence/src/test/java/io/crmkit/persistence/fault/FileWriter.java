package io.crmkit.persistence.fault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Universe;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A process of its own that writes into a file of H2 until it is killed, and says on its standard
 * output what it was told: a line for each event, complete before the next step is taken.
 */
final class FileWriter {
  private static final int THREADS = 4;

  private FileWriter() {}

  /** How the child is started. */
  static List<String> command(Path file, String tenant, boolean lossy) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(
        java,
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        path,
        FileWriter.class.getName(),
        file.toString(),
        tenant,
        String.valueOf(lossy));
  }

  /**
   * @param arguments the file, the tenant, and whether commits may be written later
   */
  public static void main(String[] arguments) throws SQLException, InterruptedException {
    Path file = Path.of(arguments[0]);
    String tenant = arguments[1];
    if (Boolean.parseBoolean(arguments[2])) {
      writeLossily(file, tenant);
    } else {
      write(SqlStore.open(file), tenant);
    }
    Thread.sleep(Long.MAX_VALUE);
  }

  private static void write(SqlStore store, String tenant) {
    store.open(Universe.TYPES);
    Work.prepare(store, tenant);
    Writers.start(store, tenant, THREADS, new Printed());
  }

  /** As H2 does unless told otherwise, which the store would not do by itself. */
  private static void writeLossily(Path file, String tenant) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:" + file);
    config.setUsername("sa");
    config.setPassword("");
    HikariDataSource pool = new HikariDataSource(config);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set write_delay 0");
      write(SqlStore.on(pool), tenant);
      statement.execute("set write_delay 500");
    }
  }

  /** A log of which every line is at the reader once the call has returned. */
  private static final class Printed implements Log {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    private synchronized void print(String line) {
      try {
        out.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void tried(long unit) {
      print("tried " + unit);
    }

    @Override
    public void acknowledged(long unit) {
      print("acknowledged " + unit);
    }

    @Override
    public void failed(long unit, RuntimeException why) {
      print("failed " + unit + ' ' + why);
    }

    @Override
    public void unknown(long unit, UUID operation) {
      print("unknown " + unit + ' ' + operation);
    }
  }

  /** Tells a witness what a line says. */
  static void parse(String line, Log log) {
    String[] words = line.split(" ", 3);
    long unit = Long.parseLong(words[1]);
    switch (words[0]) {
      case "tried" -> log.tried(unit);
      case "acknowledged" -> log.acknowledged(unit);
      case "failed" -> log.failed(unit, new IllegalStateException(words[2]));
      case "unknown" -> log.unknown(unit, UUID.fromString(words[2]));
      default -> throw new IllegalArgumentException(line);
    }
  }
}
