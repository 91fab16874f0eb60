package io.crmkit.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is open on which day: the week, and the days that are different. Days count from 1970. */
final class Week {
  private final ZoneRules rules;
  private final Weeks weeks;
  private final Map<Long, List<Opening>> different;
  private final long first;
  private final long last;

  Week(ZoneId zone, Weeks weeks, Map<Long, List<Opening>> different, long first, long last) {
    this.rules = zone.getRules();
    this.weeks = weeks;
    this.different = different;
    this.first = first;
    this.last = last;
  }

  static DayOfWeek dayOfWeek(long day) {
    return DayOfWeek.of(Math.floorMod(day + 3, 7) + 1);
  }

  /** What begins on a day, in order. */
  List<Opening> openings(long day) {
    if (day < first || day > last) {
      return List.of();
    }
    List<Opening> its = different.get(day);
    return its == null ? weeks.openings(day) : its;
  }

  /** The open time that begins on a day: in order, apart, and behind that of the day before. */
  List<Span> spans(long day) {
    List<Opening> its = openings(day);
    if (its.isEmpty()) {
      return List.of();
    }
    List<Opening> yesterday = openings(day - 1);
    long free = Long.MIN_VALUE;
    for (Opening opening : yesterday) {
      if (opening.overMidnight()) {
        free = Math.max(free, end(day - 1, opening));
      }
    }
    List<Span> spans = new ArrayList<>(its.size());
    for (Opening opening : its) {
      long from = Math.max(free, moment(day, opening.from()));
      long until = end(day, opening);
      if (from < until) {
        free = until;
        spans.add(new Span(from, until));
      }
    }
    return spans;
  }

  private long end(long day, Opening opening) {
    return moment(opening.overMidnight() ? day + 1 : day, opening.until());
  }

  /**
   * The first moment at which the clock on the wall shows this time of this day, or a later one: of
   * a time that comes twice the first, of a time that is left out the moment of the leap.
   */
  long moment(long day, LocalTime time) {
    return Span.nanos(moment(LocalDateTime.of(LocalDate.ofEpochDay(day), time)));
  }

  Instant moment(LocalDateTime local) {
    ZoneOffsetTransition leap = rules.getTransition(local);
    return leap != null && leap.isGap()
        ? leap.getInstant()
        : local.toInstant(leap == null ? rules.getOffset(local) : leap.getOffsetBefore());
  }

  LocalDateTime local(Instant at) {
    return LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), rules.getOffset(at));
  }

  /** The days around which the clocks are changed. */
  List<Long> changes(Instant from, Instant until) {
    List<Long> days = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(until)) {
      long day = next.getDateTimeBefore().toLocalDate().toEpochDay();
      for (long each = day - 2; each <= day + 2; each++) {
        days.add(each);
      }
      next = rules.nextTransition(next.getInstant());
    }
    return days;
  }
}
