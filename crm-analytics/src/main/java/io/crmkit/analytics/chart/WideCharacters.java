package io.crmkit.analytics.chart;

/**
 * The characters that are twice as wide as others: Han, kana, Hangul, full-width forms and
 * pictographs. In a drawing they fill a whole em, in a terminal two columns.
 */
public final class WideCharacters {
  private WideCharacters() {}

  /** True for the code point of a wide character. */
  public static boolean contains(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
