package io.crmkit.document;

import io.crmkit.kernel.error.Messages;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a reader wants numbers, dates and words to be written on printed documents. Not thread-safe.
 */
public final class PrintFormat {
  private final Locale language;
  private final NumberFormat amounts;
  private final NumberFormat finer;
  private final NumberFormat numbers;
  private final DateTimeFormatter dates;

  /**
   * The format of a language.
   *
   * @param language of the reader; labels are English where it is not spoken
   * @param decimals of the amounts
   */
  public PrintFormat(Locale language, int decimals) {
    this.language = language;
    this.amounts = format(language, decimals, decimals);
    this.finer = format(language, decimals, Money.MAX_DECIMALS);
    this.numbers = format(language, 0, Money.MAX_DECIMALS);
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
  }

  private static NumberFormat format(Locale language, int least, int most) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  /** An amount, without its currency. */
  public String amount(Money money) {
    return amounts.format(money.amount());
  }

  /** A price, with more decimals where there is something behind them, without its currency. */
  public String price(Money money) {
    return finer.format(money.amount());
  }

  /** A number, without decimals that mean nothing. */
  public String number(BigDecimal number) {
    return numbers.format(number);
  }

  /** A number of percent. */
  public String percent(BigDecimal percent) {
    return numbers.format(percent) + " %";
  }

  /** A date; nothing for none. */
  public String date(@Nullable LocalDate date) {
    return date == null ? "" : dates.format(date);
  }

  /** A word or sentence of documents; the key itself where there is none. */
  public String label(String key, Object... arguments) {
    return label(language, key, arguments);
  }

  static String label(Locale language, String key, Object... arguments) {
    String text =
        Messages.find(
            PrintFormat.class.getPackageName() + ".labels",
            PrintFormat.class.getClassLoader(),
            language,
            "print." + key);
    if (text == null) {
      return key;
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** What a unit is called; the code itself where nobody says. */
  public String unit(@Nullable String code) {
    if (code == null) {
      return "";
    }
    String label = label("unit." + code);
    return label.startsWith("unit.") ? code : label;
  }
}
