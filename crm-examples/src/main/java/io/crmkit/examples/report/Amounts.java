package io.crmkit.examples.report;

import io.crmkit.analytics.chart.ValueFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** How numbers are written in the reports: always the same, whatever the locale of the machine. */
final class Amounts {
  /** Stands where there is no number. */
  static final String NONE = "–";

  private static final Map<String, String> SIGNS =
      Map.of("USD", "$", "EUR", "€", "GBP", "£", "CNY", "¥", "JPY", "¥", "INR", "₹", "KRW", "₩");

  private Amounts() {}

  /** Without groups, exponent and trailing zeros: {@code 1054}. */
  static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  /** In groups and whole units: {@code 10,005,534}. */
  static String grouped(BigDecimal amount) {
    return format("#,##0", amount);
  }

  static String grouped(long count) {
    return format("#,##0", BigDecimal.valueOf(count));
  }

  /** With the sign of the currency, or its code: {@code $10,005,534}, {@code CHF 12}. */
  static String money(BigDecimal amount, String currency) {
    return sign(currency, grouped(amount));
  }

  /** Short: {@code $10M}. */
  static String brief(BigDecimal amount, String currency) {
    return sign(currency, ValueFormat.AMOUNT.format(amount.doubleValue()));
  }

  /** With one decimal, {@code 63.2%}, or a dash. */
  static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : NONE;
  }

  /** With one decimal: {@code 63.2%}. */
  static String percent(double share) {
    return format("0.0%", BigDecimal.valueOf(share));
  }

  /** {@code 51.8}, or a dash. */
  static String days(OptionalDouble days) {
    return days.isPresent() ? format("#,##0.0", BigDecimal.valueOf(days.getAsDouble())) : NONE;
  }

  private static String sign(String currency, String number) {
    String sign = SIGNS.get(currency);
    String unsigned = number.replaceFirst("^[-−]", "");
    String minus = unsigned.equals(number) ? "" : "−";
    return minus + (sign == null ? currency + "\u00a0" : sign) + unsigned;
  }

  private static String format(String pattern, BigDecimal number) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(number);
    return text.matches("-[0.,%]+") ? text.substring(1) : text;
  }
}
