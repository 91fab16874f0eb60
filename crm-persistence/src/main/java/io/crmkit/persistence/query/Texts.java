package io.crmkit.persistence.query;

import org.jspecify.annotations.Nullable;

/** Texts to compare with, which unlike stored ones may hold what no store keeps. */
final class Texts {
  private static final char FIRST = '\u0001';
  private static final char BEHIND_SURROGATES = '\uE000';

  private Texts() {}

  /** True where a store may hold the text: no NUL, no surrogate without its other half. */
  static boolean storable(String text) {
    return flaw(text) == text.length();
  }

  /** Where the first character stands that no store keeps; the length where there is none. */
  private static int flaw(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  /**
   * The least text that a store may hold and that is greater than {@code text}, which none may
   * hold.
   */
  static String next(String text) {
    int flaw = flaw(text);
    return text.substring(0, flaw) + (text.charAt(flaw) == 0 ? FIRST : BEHIND_SURROGATES);
  }

  /** The least text behind all that begin with {@code prefix}; null where there is none. */
  static @Nullable String behind(String prefix) {
    int end = prefix.length();
    while (end > 0) {
      int last = prefix.codePointBefore(end);
      end -= Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        int next = last + 1 == Character.MIN_SURROGATE ? BEHIND_SURROGATES : last + 1;
        return prefix.substring(0, end) + Character.toString(next);
      }
    }
    return null;
  }
}
