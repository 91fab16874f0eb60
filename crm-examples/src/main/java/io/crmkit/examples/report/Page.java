package io.crmkit.examples.report;

import io.crmkit.examples.report.Terminal.Tone;

/** Collects the lines of a console report. */
final class Page {
  final Terminal terminal;
  final int width;
  final int top;

  private final StringBuilder text = new StringBuilder();

  Page(Terminal terminal, int width, int top) {
    this.terminal = terminal;
    this.width = width;
    this.top = top;
  }

  /** Prints the first line of the report, with a remark on the right. */
  void title(String title, String remark) {
    String right = terminal.clean(remark);
    String left = terminal.fit(terminal.clean(title), width - Terminal.columns(right) - 4);
    String gap = " ".repeat(Math.max(1, width - 1 - Terminal.columns(left + right)));
    line(" " + terminal.tone(Tone.STRONG, left) + gap + terminal.tone(Tone.FAINT, right));
    line(terminal.drawn("━").repeat(width));
  }

  void section(String heading) {
    line("");
    String rule = terminal.drawn("─").repeat(Math.max(0, width - heading.length() - 2));
    line(" " + terminal.tone(Tone.STRONG, heading) + " " + terminal.tone(Tone.FAINT, rule));
  }

  TextTable table(String... headers) {
    return new TextTable(terminal, width, headers);
  }

  void print(TextTable table) {
    table.lines().forEach(this::line);
  }

  /** Prints a remark below a table. */
  void remark(String remark) {
    line("  " + terminal.tone(Tone.FAINT, terminal.clean(remark)));
  }

  /** Says how many were left out; nothing when there are none. */
  void more(long count, String what) {
    if (count > 0) {
      remark("… and " + Amounts.grouped(count) + " more " + what);
    }
  }

  /** Prints an entry on one line, and below it what is to be said about it. */
  void entry(String headline, String remark) {
    line("  " + terminal.fit(terminal.clean(headline), width - 2));
    line("      " + terminal.tone(Tone.FAINT, terminal.fit(terminal.clean(remark), width - 6)));
  }

  /** Prints what happened when on one line. */
  void dated(String moment, String what, String content) {
    String begin = Terminal.left(moment, 18) + Terminal.left(terminal.clean(what), 14);
    String rest = terminal.fit(terminal.clean(content), Math.max(8, width - 34));
    line("  " + terminal.tone(Tone.FAINT, begin) + rest);
  }

  /** Prints a text of any length, broken into lines with the same indentation. */
  void wrapped(int indentation, String content) {
    int room = Math.max(20, width - indentation);
    for (String part : Terminal.wrap(terminal.clean(content), room)) {
      line(" ".repeat(indentation) + part);
    }
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  String text() {
    return text.toString();
  }
}
