package io.crmkit.exchange;

/**
 * Keeps a spreadsheet from running text as a formula.
 *
 * <p>A cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage return
 * may be run when the file is opened. An apostrophe in front makes it text. So that it can be taken
 * away again without guessing, text that already begins with apostrophes and then one of these gets
 * one more: {@code unguard(guard(x))} is {@code x} for every x.
 */
final class FormulaGuard {
  private static final char MARK = '\'';
  private static final String DANGEROUS = "=+-@\t\r";

  private FormulaGuard() {}

  static String guard(String text) {
    return isGuardable(text) ? MARK + text : text;
  }

  static String unguard(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == MARK && isGuardable(cell)
        ? cell.substring(1)
        : cell;
  }

  private static boolean isGuardable(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == MARK) {
      i++;
    }
    return i < text.length() && DANGEROUS.indexOf(text.charAt(i)) >= 0;
  }
}
