package io.crmkit.kernel.value;

import java.util.Comparator;

/**
 * The one order of text: by Unicode code point.
 *
 * <p>It is the order of the UTF-8 bytes, which is what a database with a binary collation sorts by.
 * {@link String#compareTo} differs: it puts the characters beyond U+FFFF (rare Han characters,
 * emoji) before U+E000..U+FFFF. An unpaired surrogate counts as the code point of its own number.
 *
 * <p>This is an order to page and to compare by, the same on every store and in every locale; it is
 * not an alphabet for readers.
 */
public final class TextOrder {
  /** Compares by code point. Stateless; refuses null with a {@link NullPointerException}. */
  public static final Comparator<String> BY_CODE_POINT = TextOrder::compare;

  private TextOrder() {}

  /**
   * The first three code points as one number: of two texts the one with the smaller number comes
   * first; where the numbers are equal, they do not say which.
   */
  public static long beginning(String text) {
    long packed = 0;
    int i = 0;
    for (int points = 0; points < 3; points++) {
      packed <<= 21;
      if (i < text.length()) {
        int point = text.codePointAt(i);
        packed |= point;
        i += Character.charCount(point);
      }
    }
    return packed;
  }

  private static int compare(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // Only among surrogates and what lies above them do chars and code points order apart.
        return x < Character.MIN_SURROGATE || y < Character.MIN_SURROGATE
            ? Character.compare(x, y)
            : compareCodePoints(a, b, i);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static int compareCodePoints(String a, String b, int i) {
    // The char before is equal in both; a pair may have begun there.
    if (i > 0
        && Character.isHighSurrogate(a.charAt(i - 1))
        && (Character.isLowSurrogate(a.charAt(i)) || Character.isLowSurrogate(b.charAt(i)))) {
      return Integer.compare(a.codePointAt(i - 1), b.codePointAt(i - 1));
    }
    return Integer.compare(a.codePointAt(i), b.codePointAt(i));
  }
}
