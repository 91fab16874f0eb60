package io.crmkit.examples.report;

import io.crmkit.analytics.chart.WideCharacters;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a terminal can show: which characters, in how many columns, and in colour or not. Text from
 * outside passes through {@link #clean}, so that a control character in a file cannot steer the
 * terminal.
 */
final class Terminal {

  /** How a part of a line stands out. */
  enum Tone {
    STRONG("1"),
    FAINT("2"),
    BAR("34"),
    GOOD("32"),
    BAD("31");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  private static final String DRAWING = "█▏▎▍▌▋▊▉━─→·…–−";

  /** What stands for each of the drawing characters where there are none. */
  private static final List<String> PLAIN =
      List.of("#", "", "", "", "#", "#", "#", "#", "=", "-", "->", "-", "...", "-", "-");

  private final CharsetEncoder encoder;
  private final boolean drawing;
  private final boolean colour;

  Terminal(Charset charset, boolean colour) {
    this.encoder = charset.newEncoder();
    this.drawing = encoder.canEncode(DRAWING);
    this.colour = colour;
  }

  /** Whether bars and rules may be drawn with box characters. */
  boolean draws() {
    return drawing;
  }

  String tone(Tone tone, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
  }

  /** Replaces our own drawing characters where the terminal lacks them. */
  String drawn(String text) {
    if (drawing) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int known = DRAWING.indexOf(text.charAt(i));
      plain.append(known < 0 ? String.valueOf(text.charAt(i)) : PLAIN.get(known));
    }
    return plain.toString();
  }

  /** Replaces what would steer the terminal, and what its charset does not have. */
  String clean(String text) {
    StringBuilder clean = new StringBuilder();
    drawn(text)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                clean.append(' ');
              } else if (steers(c) || !encodable(c)) {
                clean.append('?');
              } else {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }

  private boolean encodable(int c) {
    return encoder.canEncode(Character.toString(c));
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Returns in how many columns a text is shown. */
  static int columns(String text) {
    return text.codePoints().map(Terminal::columns).sum();
  }

  private static int columns(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> WideCharacters.contains(c) ? 2 : 1;
    };
  }

  /** Cuts a text to a number of columns, marking the cut. */
  String fit(String text, int most) {
    if (columns(text) <= most) {
      return text;
    }
    String mark = drawing ? "…" : "~";
    return most < 1 ? "" : beginning(text, most - 1).stripTrailing() + mark;
  }

  /** Breaks a text into lines, at spaces where it has any. */
  static List<String> wrap(String text, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (columns(rest) > most) {
      String line = beginning(rest, most);
      int space = rest.charAt(line.length()) == ' ' ? line.length() : line.lastIndexOf(' ');
      line = space > 0 ? line.substring(0, space) : line;
      lines.add(line.stripTrailing());
      rest = rest.substring(line.length()).strip();
    }
    lines.add(rest);
    return lines;
  }

  /** As many whole letters as fit, one at least. */
  private static String beginning(String text, int most) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int end = letters.next();
    for (int next = end; next != BreakIterator.DONE; next = letters.next()) {
      if (columns(text.substring(0, next)) > most) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  /** A bar whose full length is the given number of columns, to an eighth of a column. */
  String bar(double share, int most) {
    long eighths = Math.round(Math.max(0, Math.min(1, share)) * most * 8);
    if (!drawing) {
      return "#".repeat((int) Math.round(eighths / 8.0));
    }
    int rest = (int) (eighths % 8);
    String end = rest == 0 ? "" : String.valueOf("▏▎▍▌▋▊▉".charAt(rest - 1));
    return "█".repeat((int) (eighths / 8)) + end;
  }

  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - columns(text)));
  }

  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - columns(text))) + text;
  }
}
