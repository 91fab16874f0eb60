package io.crmkit.kernel.record;

import org.jspecify.annotations.Nullable;

/** What is shown of a value that its reader may not see but recognise. */
final class Mask {
  /** What is shown of a value that has no letters to tell. */
  static final String DOTS = "•••";

  private static final String STARS = "***";
  private static final int LAST_DIGITS = 4;

  /** With fewer digits, the last ones would be the number. */
  private static final int FEW_DIGITS = 7;

  private Mask() {}

  /** The text in place of a value of a field of text. */
  static String of(Field<?, ?> field, String text) {
    if (field.encrypted() || field.kind().storage() == Kind.Storage.LONG_TEXT) {
      return STARS;
    }
    if (field.kind() == Kinds.PHONE) {
      return STARS
          + (text.length() < FEW_DIGITS ? "" : text.substring(text.length() - LAST_DIGITS));
    }
    String first = text.substring(0, text.offsetByCodePoints(0, 1));
    int at = field.kind() == Kinds.EMAIL ? text.lastIndexOf('@') : -1;
    return first + STARS + (at < 0 ? "" : text.substring(at));
  }

  /** True for a text that {@link #of} may have given: nobody means it as a value. */
  static boolean looksLike(Field<?, ?> field, String text) {
    int stars = text.indexOf(STARS);
    if (stars < 0) {
      return false;
    }
    if (field.kind() == Kinds.PHONE) {
      return stars == 0;
    }
    String rest = text.substring(stars + STARS.length());
    return text.codePointCount(0, stars) <= 1
        && (rest.isEmpty() || (field.kind() == Kinds.EMAIL && rest.startsWith("@")));
  }

  /** The value of a masked field that has a text for it; null for others. */
  @SuppressWarnings("unchecked") // a text is masked by a text
  static <T> @Nullable T value(Field<?, T> field, @Nullable T value) {
    return value instanceof String text && field.asText() != null ? (T) of(field, text) : null;
  }
}
