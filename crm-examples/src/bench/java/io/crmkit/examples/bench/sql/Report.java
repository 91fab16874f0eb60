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

  Report(PrintStream out) {
    this.out = out;
  }

  void begin(String title) {
    out.println();
    out.println("**" + title + "**");
    out.println();
    out.println("| work | crmkit | JDBC | JDBC in one round trip | Hibernate | JDBC, µs |");
    out.println("|---|---:|---:|---:|---:|---:|");
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
    out.println(line.append("| ").append(micros).append(" |"));
  }
}
