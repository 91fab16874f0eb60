package io.crmkit.analytics.chart;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Estimates how wide a text is, without a font: by a table of the greatest width that each letter
 * has in the common sans-serif faces, because the viewer chooses the real one.
 */
final class TextRuler {
  static final String ELLIPSIS = "…";

  /** Thousandths of an em for the characters from space to tilde. */
  private static final int[] ASCII = {
    320, 410, 460, 840, 640, 950, 780, 280, 390, 390, 500, 840, 320, 370, 320, 340, // space to /
    640, 640, 640, 640, 640, 640, 640, 640, 640, 640, 340, 340, 840, 840, 840, 560, // 0 to ?
    1020, 690, 690, 730, 770, 670, 620, 780, 760, 300, 500, 670, 560, 870, 750, 790, // @ to O
    670, 790, 730, 670, 620, 740, 690, 990, 690, 670, 690, 390, 340, 390, 840, 560, // P to _
    500, 620, 640, 550, 640, 620, 360, 640, 640, 280, 280, 580, 280, 980, 640, 620, // ` to o
    640, 640, 420, 530, 400, 640, 600, 820, 600, 600, 530, 640, 340, 640, 840 // p to ~
  };

  private static final double OTHER_LETTER = 0.7;

  private TextRuler() {}

  /** Returns the width of a text in the unit of the font size. */
  static double width(String text, double fontSize) {
    return text.codePoints().mapToDouble(TextRuler::em).sum() * fontSize;
  }

  /**
   * Returns the text, or as much of its beginning as fits with an ellipsis after it, or nothing
   * where there is no room for the ellipsis.
   */
  static String fit(String text, double fontSize, double room) {
    if (width(text, fontSize) <= room) {
      return text;
    }
    double left = room - width(ELLIPSIS, fontSize);
    if (left < 0) {
      return "";
    }
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int end = 0;
    for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
      if (width(text.substring(0, next), fontSize) > left) {
        break;
      }
      end = next;
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  private static double em(int c) {
    if (c >= ' ' && c <= '~') {
      return ASCII[c - ' '] / 1000.0;
    }
    if (isInvisible(c)) {
      return 0;
    }
    if (WideCharacters.contains(c) || c == '…' || c == '\uFFFD') {
      return 1;
    }
    return baseLetter(c);
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  /** An accented letter is as wide as the letter under the accent. */
  private static double baseLetter(int c) {
    if (Character.isSurrogate((char) c) && Character.isBmpCodePoint(c)) {
      return 1;
    }
    int base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
    return base >= ' ' && base <= '~' ? ASCII[base - ' '] / 1000.0 : OTHER_LETTER;
  }
}
