package io.crmkit.examples.report;

import io.crmkit.examples.report.Terminal.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of aligned columns, with a bar at the end of each row if wanted. The first column gives
 * way when the table is too wide.
 */
final class TextTable {
  private static final int MARGIN = 2;
  private static final int GAP = 2;
  private static final int NARROWEST_NAME = 8;
  private static final int SHORTEST_BAR = 6;
  private static final int LONGEST_BAR = 30;

  private record Row(List<String> cells, double bar) {}

  private final Terminal terminal;
  private final int width;
  private final List<String> headers;
  private final List<Row> rows = new ArrayList<>();
  private boolean bars;

  /** Starts a table whose first column has text and whose other columns have numbers. */
  TextTable(Terminal terminal, int width, String... headers) {
    this.terminal = terminal;
    this.width = width;
    this.headers = List.of(headers);
  }

  TextTable row(String... cells) {
    rows.add(new Row(clean(cells), 0));
    return this;
  }

  /** Adds a row with a bar; a share of 1 is the longest. */
  TextTable bar(double share, String... cells) {
    bars = true;
    rows.add(new Row(clean(cells), share));
    return this;
  }

  private List<String> clean(String... cells) {
    List<String> clean = new ArrayList<>();
    for (String cell : cells) {
      clean.add(terminal.clean(cell));
    }
    return clean;
  }

  List<String> lines() {
    int[] widths = widths();
    int used = MARGIN;
    for (int columns : widths) {
      used += columns + GAP;
    }
    int barRoom = Math.min(LONGEST_BAR, width - used);
    List<String> lines = new ArrayList<>();
    lines.add(terminal.tone(Tone.FAINT, line(headers, widths).stripTrailing()));
    for (Row row : rows) {
      String line = line(row.cells(), widths);
      if (bars && barRoom >= SHORTEST_BAR) {
        String bar = terminal.tone(Tone.BAR, terminal.bar(row.bar(), barRoom));
        line += " ".repeat(GAP) + bar;
      }
      lines.add(line.stripTrailing());
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[headers.size()];
    int others = MARGIN;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Terminal.columns(headers.get(i));
      for (Row row : rows) {
        widths[i] = Math.max(widths[i], Terminal.columns(row.cells().get(i)));
      }
      others += i == 0 ? 0 : widths[i] + GAP;
    }
    int room = width - others - (bars ? SHORTEST_BAR + GAP : 0);
    widths[0] = Math.min(widths[0], Math.max(NARROWEST_NAME, room));
    return widths;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(" ".repeat(MARGIN));
    line.append(Terminal.left(terminal.fit(cells.get(0), widths[0]), widths[0]));
    for (int i = 1; i < widths.length; i++) {
      line.append(" ".repeat(GAP)).append(Terminal.right(cells.get(i), widths[i]));
    }
    return line.toString();
  }
}
