package io.crmkit.kernel.record;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The periods that dates are grouped by; each stands for its first day. */
public enum DatePart {
  /** The day itself. */
  DAY,
  /** The week from Monday (ISO 8601). */
  WEEK,
  /** The month. */
  MONTH,
  /** The quarter of the calendar year. */
  QUARTER,
  /** The calendar year. */
  YEAR;

  /** The first day of the period that {@code date} lies in. */
  public LocalDate startOf(LocalDate date) {
    return switch (this) {
      case DAY -> date;
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> LocalDate.of(date.getYear(), 1, 1);
    };
  }

  /** The first day of the period after the one that {@code date} lies in. */
  public LocalDate next(LocalDate date) {
    LocalDate start = startOf(date);
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
    };
  }

  /** The period in ISO manner: 2027-03-01, 2027-W09, 2027-03, 2027-Q1 or 2027. */
  public String label(LocalDate date) {
    return switch (this) {
      case DAY -> date.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              date.get(IsoFields.WEEK_BASED_YEAR),
              date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
      case QUARTER ->
          String.format(
              Locale.ROOT, "%04d-Q%d", date.getYear(), (date.getMonthValue() - 1) / 3 + 1);
      case YEAR -> String.format(Locale.ROOT, "%04d", date.getYear());
    };
  }
}
