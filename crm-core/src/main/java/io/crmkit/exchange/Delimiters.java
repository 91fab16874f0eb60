package io.crmkit.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds out what separates the values of a CSV file. */
final class Delimiters {
  /** Those that are looked for; on a tie the earlier one, as commas occur within names as well. */
  private static final String KNOWN = "\t;|,";

  private static final int LOOK_AHEAD = 1 << 16;
  private static final String HINT = "sep=";

  private Delimiters() {}

  /**
   * Takes the hint {@code sep=;}, by which Excel is told the delimiter, off the beginning. What is
   * left of its line is an empty line, so that the lines keep their numbers.
   *
   * @return the delimiter it names, or null where there is no such line
   */
  static @Nullable Character takeHint(BufferedReader reader) throws IOException {
    int length = HINT.length() + 1;
    reader.mark(length + 1);
    StringBuilder head = new StringBuilder();
    int c = reader.read();
    while (head.length() < length && c >= 0 && !isLineBreak(c)) {
      head.append((char) c);
      c = reader.read();
    }
    reader.reset();
    boolean hint =
        head.length() == length
            && isLineBreak(c)
            && head.substring(0, HINT.length()).equalsIgnoreCase(HINT)
            && head.charAt(length - 1) != '"';
    if (!hint) {
      return null;
    }
    for (int i = 0; i < length; i++) {
      reader.read();
    }
    return head.charAt(length - 1);
  }

  /** Returns the most frequent delimiter of the header, and leaves {@code reader} where it was. */
  static char detect(BufferedReader reader) throws IOException {
    reader.mark(LOOK_AHEAD);
    int[] counts = new int[KNOWN.length()];
    boolean quoted = false;
    boolean blank = true;
    for (int i = 0; i < LOOK_AHEAD; i++) {
      int c = reader.read();
      if (c < 0 || (isLineBreak(c) && !quoted && !blank)) {
        break;
      }
      blank &= isLineBreak(c);
      quoted ^= c == '"';
      int known = KNOWN.indexOf(c);
      if (known >= 0 && !quoted) {
        counts[known]++;
      }
    }
    reader.reset();
    return mostFrequent(counts);
  }

  private static char mostFrequent(int[] counts) {
    int best = KNOWN.indexOf(',');
    for (int i = counts.length - 1; i >= 0; i--) {
      if (counts[i] > 0 && counts[i] >= counts[best]) {
        best = i;
      }
    }
    return KNOWN.charAt(best);
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r';
  }
}
