package io.crmkit.service;

import java.util.regex.Pattern;

/** Makes of what strangers send what can be kept, so that no message is lost for a character. */
final class Cleaning {
  private static final char UNKNOWN = '\uFFFD';

  /** What the library shows in place of a hidden value, and so takes for no value. */
  private static final Pattern MASK = Pattern.compile("\\s*.?\\*{3}\\s*", Pattern.DOTALL);

  private Cleaning() {}

  /** The text up to {@link Intake#LONGEST_TEXT} characters, an ellipsis where there was more. */
  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= Intake.LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Intake.LONGEST_TEXT)) + "\u2026";
  }

  /** The text without NUL and halves of characters; in quotes where it looks like a mask. */
  static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        clean.append(c).append(text.charAt(++i));
      } else {
        clean.append(c == 0 || Character.isSurrogate(c) ? UNKNOWN : c);
      }
    }
    String all = clean.toString();
    return MASK.matcher(all).matches() ? "\u201C" + all.strip() + "\u201D" : all;
  }
}
