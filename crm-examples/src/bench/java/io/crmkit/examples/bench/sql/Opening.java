package io.crmkit.examples.bench.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Measures, in JVMs of their own, how long it takes to write the first row and to read it in a
 * database that has its tables; on H2 that is a file.
 */
final class Opening {
  /** A round takes seconds. */
  private static final int MOST_ROUNDS = 5;

  private final Server server;
  private final List<String> sides;
  private final int rounds;
  private final String url;

  Opening(Server server, Options options) throws SQLException {
    this.server = server;
    this.url = server.port() == 0 ? file(server) : server.url(server.port());
    this.sides = options.sides();
    this.rounds = Math.min(MOST_ROUNDS, options.rounds());
  }

  private static String file(Server server) throws SQLException {
    try {
      Path folder = Files.createTempDirectory("crmkit-bench-opening");
      String url = "jdbc:h2:" + folder.resolve("crm") + ";DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
      try (Connection connection = DriverManager.getConnection(url, server.user(), "");
          Statement statement = connection.createStatement()) {
        for (String text : new PeerTables(server.engine()).definitions()) {
          statement.execute(text);
        }
      }
      return url;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Map<String, Rounds.Result> measure() {
    List<String> names = new ArrayList<>(List.of(Report.FLOOR));
    sides.stream().filter(side -> !side.equals("one-trip")).forEach(names::add);
    Map<String, double[]> micros = new LinkedHashMap<>();
    Map<String, String> memory = new HashMap<>();
    names.forEach(name -> micros.put(name, new double[rounds]));
    names.forEach(this::run); // makes our tables, and brings the files into memory
    for (int round = 0; round < rounds; round++) {
      for (String name : names) {
        long before = System.nanoTime();
        memory.put(name, run(name));
        of(micros, name)[round] = (System.nanoTime() - before) / 1e3;
      }
    }
    Map<String, Rounds.Result> results = new LinkedHashMap<>();
    for (String name : names) {
      double[] ratios = new double[rounds];
      for (int round = 0; round < ratios.length; round++) {
        ratios[round] = of(micros, name)[round] / of(micros, Report.FLOOR)[round];
      }
      results.put(
          name, new Rounds.Result(Rounds.median(of(micros, name)), Rounds.median(ratios), 0));
      System.err.printf(
          Locale.ROOT,
          "opening, %s: %.2f s, %.0f MB%n",
          name,
          Rounds.median(of(micros, name)) / 1e6,
          Double.parseDouble(Objects.requireNonNull(memory.get(name))) / 1024);
    }
    return results;
  }

  private static double[] of(Map<String, double[]> all, String name) {
    return Objects.requireNonNull(all.get(name));
  }

  /** Gives the peak of the memory, in kB. */
  private String run(String name) {
    ProcessBuilder program =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.jboss.logging.provider=slf4j",
            "-cp",
            System.getProperty("java.class.path"),
            FirstRow.class.getName(),
            name,
            server.engine().name(),
            url,
            server.user());
    program.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = program.start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String[] lines = text.strip().split("\n");
      return lines[lines.length - 1];
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
