package io.crmkit.examples.bench.sql;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints results as tables for the documentation. */
final class Report {
  static final String FLOOR = "jdbc";
  private static final List<String> COLUMNS = List.of("crmkit", FLOOR, "one-trip", "hibernate");

  private final PrintStream out;
  private boolean trips;

  Report(PrintStream out) {
    this.out = out;
  }

  /**
   * Begins a table.
   *
   * @param counts true where journeys to the server are counted
   */
  void begin(String title, boolean counts) {
    trips = counts;
    out.println();
    out.println("**" + title + "**");
    out.println();
    out.println(
        "| work | crmkit | JDBC | JDBC in one round trip | Hibernate | JDBC, µs |"
            + (trips ? " trips |" : ""));
    out.println("|---|---:|---:|---:|---:|---:|" + (trips ? "---|" : ""));
  }

  void line(Work work, Map<String, Rounds.Result> results) {
    StringBuilder line = new StringBuilder("| " + work.title() + " ");
    for (String column : COLUMNS) {
      Rounds.Result result = results.get(column);
      String ratio = result == null ? "–" : String.format(Locale.ROOT, "%.2f", result.ratio());
      line.append("| ").append(column.equals("crmkit") ? "**" + ratio + "**" : ratio).append(' ');
    }
    Rounds.Result floor = results.get(FLOOR);
    String micros = floor == null ? "–" : String.format(Locale.ROOT, "%,.0f", floor.micros());
    line.append("| ").append(micros).append(" |");
    if (trips) {
      line.append(' ').append(trips(results)).append(" |");
    }
    out.println(line);
  }

  private static String trips(Map<String, Rounds.Result> results) {
    StringBuilder trips = new StringBuilder();
    for (String column : COLUMNS) {
      Rounds.Result result = results.get(column);
      trips.append(trips.isEmpty() ? "" : " / ");
      trips.append(result == null ? "–" : String.format(Locale.ROOT, "%.1f", result.trips()));
    }
    return trips.toString();
  }
}
