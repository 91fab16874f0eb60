package io.crmkit.kernel.value;

import com.google.common.base.Splitter;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The form in which text is searched: what a reader takes to be the same becomes the same.
 *
 * <p>Store the normalised text beside the text, normalise the query alike, and “contains all words”
 * becomes a plain comparison of strings.
 */
public final class SearchText {
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private SearchText() {}

  /**
   * Returns {@code text} in search form.
   *
   * <ul>
   *   <li>compatibility forms become plain (full width “Ａ”, ligature “ﬁ”, “㈱”);
   *   <li>case is folded without regard to locale (“ß” is “ss”, “İ” is “i”, “ς” is “σ”);
   *   <li>marks on Latin and Greek letters fall away (“Müller” is “muller”); marks of other scripts
   *       make another letter and stay (“й”, “が”);
   *   <li>invisible format characters fall away, and every run of white space is one space, none at
   *       the ends;
   *   <li>Chinese, Japanese and Korean characters stay as they are.
   * </ul>
   *
   * Normalising twice changes nothing more. The result may be longer or shorter than the text, and
   * is empty for blank text. An unpaired surrogate stays as it is.
   *
   * @throws NullPointerException if {@code text} is null
   */
  public static String normalise(String text) {
    String ascii = normaliseAscii(text);
    return ascii != null ? ascii : normaliseUnicode(text);
  }

  /** Returns the words of {@code text} in search form; none where it is blank. */
  public static List<String> words(String text) {
    return WORDS.splitToList(normalise(text));
  }

  /** Returns the search form of pure ASCII text, or null where there is anything else. */
  private static @Nullable String normaliseAscii(String text) {
    int length = text.length();
    boolean unchanged = true;
    char previous = ' ';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 126) {
        return null;
      }
      if (c < ' ' || (c >= 'A' && c <= 'Z') || (c == ' ' && previous == ' ')) {
        unchanged = false;
      }
      previous = c;
    }
    return unchanged && previous != ' ' ? text : collapse(text.toLowerCase(Locale.ROOT));
  }

  private static String normaliseUnicode(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String again = Normalizer.normalize(foldCase(decomposed), Normalizer.Form.NFKD);
    return collapse(Normalizer.normalize(withoutMarks(again), Normalizer.Form.NFC));
  }

  private static String foldCase(String text) {
    // Lower case alone keeps ß, ſ and ı apart from what they match; ẞ has no upper case but itself.
    return text.toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replace('ς', 'σ');
  }

  private static String withoutMarks(String decomposed) {
    StringBuilder out = new StringBuilder(decomposed.length());
    boolean dropMarks = false;
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      switch (Character.getType(c)) {
        case Character.FORMAT -> {
          // dropped, and the base letter before it still owns the marks that follow
        }
        case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
          if (!dropMarks) {
            out.appendCodePoint(c);
          }
        }
        default -> {
          out.appendCodePoint(c);
          dropMarks = losesMarks(c);
        }
      }
    }
    return out.toString();
  }

  private static boolean losesMarks(int base) {
    if (base < 128) {
      return Character.isLetter(base);
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(base);
    return script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK;
  }

  private static String collapse(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i); // no white space lies beyond U+FFFF
      if (isSpace(c)) {
        gap = true;
        continue;
      }
      if (gap && out.length() > 0) {
        out.append(' ');
      }
      gap = false;
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == 0x7F || c == 0x85 || (c > 0x85 && isUnicodeSpace(c));
  }

  private static boolean isUnicodeSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
