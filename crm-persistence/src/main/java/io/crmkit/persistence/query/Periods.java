package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Condition.Op;
import io.crmkit.kernel.record.DatePart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Comparator;

/** Comparisons of the period that a date or a moment lies in, as ranges of dates or moments. */
final class Periods {
  private static final LocalDate ORIGIN = LocalDate.of(1, 1, 1);

  /** One more than a year at the ends of time: clocks may be a day ahead or behind. */
  private static final LocalDate BEFORE_TIME = LocalDate.of(-1, 1, 1);

  private static final LocalDate AFTER_TIME = LocalDate.of(10001, 12, 31);

  private Periods() {}

  /** The number that {@link Term.Period} gives a date. */
  static long number(DatePart part, LocalDate date) {
    return switch (part) {
      case DAY -> ChronoUnit.DAYS.between(ORIGIN, date);
      case WEEK -> Math.floorDiv(ChronoUnit.DAYS.between(ORIGIN, date), 7);
      case MONTH -> date.getYear() * 12L + date.getMonthValue() - 1;
      case QUARTER -> date.getYear() * 4L + (date.getMonthValue() - 1) / 3;
      case YEAR -> date.getYear();
    };
  }

  /** The first day of the period that has a number. */
  static LocalDate start(DatePart part, long number) {
    return switch (part) {
      case DAY -> ORIGIN.plusDays(number);
      case WEEK -> ORIGIN.plusWeeks(number);
      case MONTH -> month(number);
      case QUARTER -> month(number * 3);
      case YEAR -> month(number * 12);
    };
  }

  private static LocalDate month(long number) {
    return LocalDate.of(
        Math.toIntExact(Math.floorDiv(number, 12)), Math.floorMod(number, 12) + 1, 1);
  }

  /** The start of the period compares so with a day. */
  static Filter compare(Operand operand, DatePart part, Op op, LocalDate day) {
    LocalDate within = day.isBefore(BEFORE_TIME) ? BEFORE_TIME : day;
    within = within.isAfter(AFTER_TIME) ? AFTER_TIME : within;
    boolean starts = part.startOf(within).equals(within);
    LocalDate next = part.next(within);
    LocalDate least = starts ? within : next;
    return switch (op) {
      case EQ -> starts ? Filter.all(from(operand, within), before(operand, next)) : Filter.FALSE;
      case GE -> from(operand, least);
      case GT -> from(operand, next);
      case LT -> before(operand, least);
      case LE -> before(operand, next);
    };
  }

  private static Filter from(Operand operand, LocalDate day) {
    if (operand.zone() == null) {
      return Bounds.date(operand, Comparator.GREATER_OR_EQUAL, day);
    }
    List<Instant> turns = Clocks.from(day, operand.zone());
    List<Filter> times = new ArrayList<>();
    for (int i = 0; i < turns.size(); i += 2) {
      Filter begun = Bounds.instant(operand, Comparator.GREATER_OR_EQUAL, turns.get(i));
      times.add(
          i + 1 == turns.size()
              ? begun
              : Filter.all(begun, Bounds.instant(operand, Comparator.LESS, turns.get(i + 1))));
    }
    return Filter.any(times);
  }

  private static Filter before(Operand operand, LocalDate day) {
    ZoneId zone = operand.zone();
    if (zone == null) {
      return Bounds.date(operand, Comparator.LESS, day);
    }
    List<Instant> turns = Clocks.from(day, zone);
    List<Filter> times = new ArrayList<>();
    times.add(Bounds.instant(operand, Comparator.LESS, turns.get(0)));
    for (int i = 1; i < turns.size(); i += 2) {
      times.add(
          Filter.all(
              Bounds.instant(operand, Comparator.GREATER_OR_EQUAL, turns.get(i)),
              Bounds.instant(operand, Comparator.LESS, turns.get(i + 1))));
    }
    return Filter.any(times);
  }
}
