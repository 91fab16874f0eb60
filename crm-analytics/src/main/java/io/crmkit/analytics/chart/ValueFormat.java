package io.crmkit.analytics.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;

/**
 * How a number is written in a chart. Always in {@link Locale#ROOT}, halves rounded away from zero.
 * Immutable.
 */
public final class ValueFormat {

  /** Amounts, to three digits: {@code 950}, {@code 12.3K}, {@code 1.25M}, {@code 10.0M}. */
  public static final ValueFormat AMOUNT = new ValueFormat(Kind.AMOUNT, "");

  /** Whole numbers in groups of three: {@code 8,800}. */
  public static final ValueFormat INTEGER = new ValueFormat(Kind.INTEGER, "");

  /** A share of one as a percentage: {@code 0.632} is {@code 63.2%}. */
  public static final ValueFormat PERCENT = new ValueFormat(Kind.PERCENT, "%");

  /** A length of time in days: {@code 51.8 d}. */
  public static final ValueFormat DAYS = new ValueFormat(Kind.DAYS, " d");

  private enum Kind {
    AMOUNT,
    INTEGER,
    PERCENT,
    DAYS
  }

  private static final String[] MAGNITUDES = {"", "K", "M", "B", "T"};
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final String MINUS = "−";
  private static final double LARGEST_PLAIN = 1e15;

  private final Kind kind;
  private final String unit;

  private ValueFormat(Kind kind, String unit) {
    this.kind = kind;
    this.unit = unit;
  }

  /**
   * Returns this format with another text straight after each number, such as {@code " €"} or
   * {@code " 天"}; the empty text for none.
   */
  public ValueFormat unit(String text) {
    return new ValueFormat(kind, Objects.requireNonNull(text, "text"));
  }

  /**
   * Writes a number in the short form that stands in the drawing.
   *
   * @throws IllegalArgumentException if the number is infinite or not a number
   */
  public String format(double value) {
    return text(value, true);
  }

  /** Writes a number as the mark of an axis: without zeros at its end. */
  String tick(double value) {
    return text(value, false);
  }

  private String text(double value, boolean padded) {
    Checks.finite(value, "format");
    if (Math.abs(value) >= LARGEST_PLAIN) {
      return signed(new DecimalFormat("0.##E0", symbols()).format(value)) + unit;
    }
    BigDecimal number = BigDecimal.valueOf(value);
    int least = padded ? 1 : 0;
    return switch (kind) {
      case AMOUNT -> compact(number, padded) + unit;
      case INTEGER -> grouped(number, 0, 0) + unit;
      case PERCENT -> grouped(number.movePointRight(2), least, 1) + unit;
      case DAYS -> grouped(number, least, 1) + unit;
    };
  }

  /** Writes a number with up to two decimals, for tool tips and descriptions. */
  String exact(double value) {
    if (kind != Kind.AMOUNT || Math.abs(value) >= LARGEST_PLAIN) {
      return format(value);
    }
    return grouped(BigDecimal.valueOf(value), 0, 2) + unit;
  }

  /** The smallest distance between two axis ticks that this format still tells apart. */
  double finestStep() {
    return switch (kind) {
      case INTEGER -> 1;
      case PERCENT -> 0.001;
      case DAYS -> 0.1;
      case AMOUNT -> 0.01;
    };
  }

  private static String compact(BigDecimal value, boolean padded) {
    BigDecimal rest = value.abs();
    int magnitude = 0;
    while (magnitude < MAGNITUDES.length - 1 && threeDigits(rest).compareTo(THOUSAND) >= 0) {
      rest = rest.movePointLeft(3);
      magnitude++;
    }
    BigDecimal shown = threeDigits(rest);
    int least = padded && magnitude > 0 ? shown.scale() : 0;
    String text = grouped(shown, least, 2) + MAGNITUDES[magnitude];
    return value.signum() < 0 && shown.signum() != 0 ? MINUS + text : text;
  }

  /** Three significant digits, and never more than two decimals. */
  private static BigDecimal threeDigits(BigDecimal value) {
    int wholeDigits = Math.max(1, value.precision() - value.scale());
    return value.setScale(Math.max(0, 3 - wholeDigits), RoundingMode.HALF_UP);
  }

  private static String grouped(BigDecimal value, int leastDecimals, int mostDecimals) {
    DecimalFormat format = new DecimalFormat("#,##0", symbols());
    format.setMinimumFractionDigits(leastDecimals);
    format.setMaximumFractionDigits(mostDecimals);
    return signed(format.format(value.setScale(mostDecimals, RoundingMode.HALF_UP)));
  }

  private static String signed(String text) {
    return text.startsWith("-") ? MINUS + text.substring(1) : text;
  }

  private static DecimalFormatSymbols symbols() {
    return DecimalFormatSymbols.getInstance(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueFormat that && kind == that.kind && unit.equals(that.unit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, unit);
  }

  @Override
  public String toString() {
    return kind + (unit.isEmpty() ? "" : "[" + unit + "]");
  }
}
