package io.crmkit.persistence.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Makes the order of UTF-16 units that of code points: what lies beyond U+FFFF is written with
 * units below those of U+E000..U+FFFF, though it comes after. So the surrogates change places with
 * these; all other text stays as it is. Unit by unit, so that parts of texts stay parts.
 */
final class Utf16 {
  private static final char SURROGATES = '\uD800';
  private static final char BEHIND = '\uE000';
  private static final int UP = 0x10000 - BEHIND;
  private static final int DOWN = BEHIND - SURROGATES;

  private Utf16() {}

  /** A text as it is kept. */
  static @Nullable String kept(@Nullable String text) {
    int first = text == null ? -1 : first(text);
    if (text == null || first < 0) {
      return text;
    }
    char[] units = text.toCharArray();
    for (int i = first; i < units.length; i++) {
      char unit = units[i];
      if (unit >= SURROGATES) {
        units[i] = (char) (unit < BEHIND ? unit + UP : unit - DOWN);
      }
    }
    return new String(units);
  }

  /** The inverse. */
  static @Nullable String given(@Nullable String kept) {
    int first = kept == null ? -1 : first(kept);
    if (kept == null || first < 0) {
      return kept;
    }
    char[] units = kept.toCharArray();
    for (int i = first; i < units.length; i++) {
      char unit = units[i];
      if (unit >= SURROGATES) {
        units[i] = (char) (unit >= SURROGATES + UP ? unit - UP : unit + DOWN);
      }
    }
    return new String(units);
  }

  private static int first(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= SURROGATES) {
        return i;
      }
    }
    return -1;
  }
}
