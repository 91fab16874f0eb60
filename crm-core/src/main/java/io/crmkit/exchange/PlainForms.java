package io.crmkit.exchange;

import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Refused;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads values in the text form of their kind, and in a few others that mean the same in every
 * country: {@code yes} and {@code 1}, {@code 2027/03/01} and {@code 20270301}, {@code 12.50 EUR}, a
 * moment with an offset.
 */
final class PlainForms {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:/(\\d{1,2})/|\\.(\\d{1,2})\\.|年(\\d{1,2})月)(\\d{1,2})日?");
  private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern AMOUNT_FIRST =
      Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s+([A-Z]{3})");

  private PlainForms() {}

  /**
   * Reads a text as {@code kind}.
   *
   * @throws Refused where it is no value of this kind
   */
  static <T> T parse(Kind<T> kind, String text) {
    try {
      return kind.parse(text);
    } catch (Refused refused) {
      String other = standard(kind, text.strip());
      if (other == null) {
        throw refused;
      }
      return kind.parse(other);
    }
  }

  private static @Nullable String standard(Kind<?> kind, String text) {
    if (kind == Kinds.BOOLEAN) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "yes", "y", "1", "是" -> "true";
        case "false", "no", "n", "0", "否" -> "false";
        default -> null;
      };
    }
    if (kind == Kinds.DATE) {
      return date(text);
    }
    if (kind == Kinds.MONEY) {
      Matcher match = AMOUNT_FIRST.matcher(text);
      return match.matches() ? match.group(2) + ' ' + match.group(1) : null;
    }
    return kind == Kinds.INSTANT ? instant(text) : null;
  }

  private static @Nullable String date(String text) {
    Matcher digits = EIGHT_DIGITS.matcher(text);
    if (digits.matches()) {
      return digits.group(1) + '-' + digits.group(2) + '-' + digits.group(3);
    }
    Matcher match = YEAR_FIRST.matcher(text);
    if (!match.matches()) {
      return null;
    }
    String month = match.group(2);
    month = month == null ? match.group(3) : month;
    month = month == null ? match.group(4) : month;
    return String.format(
        Locale.ROOT,
        "%s-%02d-%02d",
        match.group(1),
        Integer.valueOf(month),
        Integer.valueOf(match.group(5)));
  }

  private static @Nullable String instant(String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toString();
    } catch (DateTimeException none) {
      return null;
    }
  }
}
