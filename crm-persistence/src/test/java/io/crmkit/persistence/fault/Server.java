package io.crmkit.persistence.fault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database server of a test's own, which keeps every promise about what is on the disk and which
 * the test can kill and start again in the same place. Not thread-safe.
 */
abstract class Server implements AutoCloseable {
  private static final long PATIENCE_S = 120;

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  Server(Path folder) {
    this.folder = folder;
    this.port = freePort();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  final Path folder() {
    return folder;
  }

  final int port() {
    return port;
  }

  /** How the server is started on its data. */
  abstract List<String> command();

  /** The database, reached by way of a port. */
  abstract String url(int throughPort);

  abstract String user();

  /** How a session tells a waiter for locks when to give up. */
  abstract String patience(int seconds);

  final String url() {
    return url(port);
  }

  final void start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
            .start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("no server, see server.log in " + folder);
      }
      Thread.sleep(20);
    }
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(10);
    } catch (SQLException notYet) {
      return false;
    }
  }

  final Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user(), "");
  }

  /** Ends the server and all that belongs to it at once, as -9 does. */
  final void kill() throws InterruptedException {
    Process running = process;
    if (running != null) {
      List<ProcessHandle> all = new ArrayList<>(List.of(running.toHandle()));
      try (Stream<ProcessHandle> children = running.descendants()) {
        children.forEach(all::add);
      }
      all.forEach(ProcessHandle::destroyForcibly);
      running.waitFor();
      for (ProcessHandle each : all) {
        while (each.isAlive()) {
          Thread.sleep(1);
        }
      }
      process = null;
    }
  }

  /** A pool as a host has it. */
  final HikariDataSource pool(String url, int size) {
    return pool(url, size, 1_000);
  }

  /** The same, with a time within which a connection has to come free. */
  final HikariDataSource pool(String url, int size, long patienceMs) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("faults");
    config.setJdbcUrl(url);
    config.setUsername(user());
    config.setPassword("");
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(patienceMs);
    config.setValidationTimeout(500);
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(patience(2));
    return new HikariDataSource(config);
  }

  @Override
  public final void close() throws InterruptedException {
    kill();
  }
}
