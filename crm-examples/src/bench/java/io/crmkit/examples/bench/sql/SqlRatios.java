package io.crmkit.examples.bench.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.kernel.work.IdSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures the SQL stores beside hand-written JDBC and beside Hibernate, on the same rows in one
 * run, and prints the ratios.
 */
public final class SqlRatios {
  private static final int PINGS = 200;

  private final Options options;
  private final Report report = new Report(System.out);
  private final IdSource ids = IdSource.monotonic(Clock.systemUTC(), new SecureRandom());

  private SqlRatios(Options options) {
    this.options = options;
  }

  /** Takes the arguments that {@link Options} describes. */
  public static void main(String[] args) throws Exception {
    SqlRatios ratios = new SqlRatios(Options.of(args));
    for (Engine engine : ratios.options.engines()) {
      ratios.measure(engine);
    }
    System.exit(0); // the servers leave threads behind
  }

  private void measure(Engine engine) throws Exception {
    try (Server server = engine.start()) {
      long before = System.nanoTime();
      Scene.Seeded seeded = new Seed(server, ids, options.rows()).fill();
      try (HikariDataSource pool = server.pool(server.port());
          Connection connection = pool.getConnection()) {
        new PeerTables(engine).fill(connection);
      }
      System.err.printf(
          "%s filled in %d s%n", engine, (System.nanoTime() - before) / 1_000_000_000);
      for (double latency : options.latencies()) {
        if (latency == 0) {
          measure(server, server.port(), seeded, null);
        } else if (server.port() > 0) {
          try (DelayingProxy proxy = new DelayingProxy(server.port(), latency)) {
            measure(server, proxy.port(), seeded, proxy);
          }
        }
      }
    }
  }

  private void measure(Server server, int port, Scene.Seeded seeded, @Nullable DelayingProxy proxy)
      throws SQLException {
    Map<String, Side> sides = new LinkedHashMap<>();
    try (HikariDataSource pool = server.pool(port);
        HikariDataSource readers = server.readers(port)) {
      Scene scene = new Scene(server, port, pool, readers, seeded, ids, options.imported());
      report.begin(
          "%s, %,d opportunities, a round trip of %.2f ms"
              .formatted(server.engine().title(), options.rows(), trip(readers)),
          proxy != null);
      sides.put(Report.FLOOR, new JdbcSide(scene, 0, 3));
      for (String name : options.sides()) {
        sides.put(name, side(name, scene));
      }
      for (Work work : options.works()) {
        if (work.far() || proxy == null) {
          measure(work, server, sides, proxy == null ? () -> 0 : proxy::trips);
        }
      }
    } finally {
      sides.values().forEach(Side::close);
    }
  }

  private void measure(Work work, Server server, Map<String, Side> sides, LongSupplier trips)
      throws SQLException {
    try {
      report.line(
          work,
          work == Work.OPENING
              ? new Opening(server, options).measure()
              : new Rounds(options, trips).measure(work, sides));
    } catch (RuntimeException failed) {
      System.err.println(work + " failed: ");
      failed.printStackTrace();
    }
  }

  private Side side(String name, Scene scene) throws SQLException {
    return switch (name) {
      case "crmkit" -> new CrmSide(scene, options.works().stream().anyMatch(CrmSide::turns));
      case "one-trip" -> new OneTripSide(scene, 1, 3);
      case "hibernate" -> new HibernateSide(scene, 2, 3);
      default -> throw new IllegalArgumentException("--sides " + name);
    };
  }

  /** How long the shortest question takes, in milliseconds. */
  private static double trip(HikariDataSource pool) throws SQLException {
    double[] nanos = new double[PINGS];
    try (Connection connection = pool.getConnection();
        PreparedStatement question = connection.prepareStatement("select 1")) {
      for (int i = 0; i < PINGS; i++) {
        long before = System.nanoTime();
        question.execute();
        nanos[i] = System.nanoTime() - before;
      }
    }
    return Rounds.median(nanos) / 1e6;
  }
}
