package io.crmkit.calendar;

import io.crmkit.kernel.error.InvalidRequestException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Working hours in a zone: a week of openings, several a day where there is a break, and days that
 * are different. Computes how much working time lies between moments and when so much of it has
 * passed.
 *
 * <p>An opening belongs to the day on which it begins: a holiday does not cut short the night shift
 * of the evening before. It begins and ends at the first moment at which the clock on the wall
 * shows its time, or a later one. So a night in which the clocks are put back has an hour more, and
 * an opening at a time that the clocks leave out begins when they leap. Where openings overlap, the
 * time counts once.
 *
 * <p>Everything is computed from sums over days, not by walking through them: a question about a
 * minute costs what a question about a century does. Moments lie from {@value #FIRST_YEAR} to
 * {@value #LAST_YEAR} by the clock of UTC, other ones are refused. Immutable, thread-safe.
 */
public final class BusinessHours {
  /** The first year that can be computed with. */
  public static final int FIRST_YEAR = 1950;

  /** The last year that can be computed with. */
  public static final int LAST_YEAR = 2199;

  private static final long FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
  private static final long END_DAY = LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay();
  private static final Instant BEGIN = start(FIRST_DAY);
  private static final Instant END = start(END_DAY);
  private static final Duration WHOLE = Duration.between(BEGIN, END);

  /** Days beside the range, for nights and zones: what begins there may reach into it. */
  private static final int MARGIN = 4;

  private static final long FROM = FIRST_DAY - MARGIN;
  private static final long UNTIL = END_DAY + MARGIN;

  private final ZoneId zone;
  private final Week week;
  private final OpenTime time;
  private final long firstDay;
  private final long endDay;
  private final long least;
  private final long most;

  private BusinessHours(Builder builder) {
    zone = builder.zone;
    Weeks weeks = new Weeks(builder.weeks);
    firstDay = Math.max(FROM, builder.since.toEpochDay());
    endDay = Math.max(firstDay, Math.min(UNTIL, builder.until.toEpochDay() + 1));
    Map<Long, List<Opening>> different = builder.different(weeks);
    week = new Week(zone, weeks, different, firstDay, endDay - 1);
    List<Long> changes = week.changes(start(FROM), start(UNTIL));
    time = new OpenTime(week, weeks, different.keySet(), changes, firstDay, endDay);
    least = opened(BEGIN);
    most = opened(END);
  }

  private static Instant start(long day) {
    return Instant.ofEpochSecond(day * 86_400);
  }

  /** Hours in a zone, without any opening yet. */
  public static Builder in(ZoneId zone) {
    return new Builder(zone);
  }

  /** The zone whose clock the openings follow. */
  public ZoneId zone() {
    return zone;
  }

  /** True from the moment of opening until before that of closing. */
  public boolean isOpen(Instant at) {
    return time.has(checked(at), day(at), false);
  }

  /** True where an opening begins on the day. */
  public boolean isWorkingDay(LocalDate day) {
    return time.works(checked(day));
  }

  /** The working time from {@code from} to {@code to}; negative where {@code to} is earlier. */
  public Duration between(Instant from, Instant to) {
    return Duration.ofNanos(opened(to) - opened(from));
  }

  /** How many working days begin in {@code [from, to)}; negative where {@code to} is earlier. */
  public long businessDaysBetween(LocalDate from, LocalDate to) {
    return time.worked(checked(to)) - time.worked(checked(from));
  }

  /**
   * The first moment by which so much working time has passed since {@code from}: the end of a full
   * day is its closing and not the next opening. Nothing added is the moment itself, or the next
   * opening where that moment is outside of working hours; a negative time is taken away.
   *
   * @throws InvalidRequestException where there is not so much working time until the end of
   *     {@value #LAST_YEAR}
   */
  public Instant plus(Instant from, Duration time) {
    if (time.isNegative()) {
      return minus(from, time.negated());
    }
    long opened = opened(from);
    if (time.isZero()) {
      return touches(from) ? from : nextAfter(opened);
    }
    return firstAt(opened + nanos(time));
  }

  /**
   * The last moment since which so much working time has passed until {@code from}. Nothing taken
   * away is the moment itself, or the last closing where that moment is outside of working hours; a
   * negative time is added.
   *
   * @throws InvalidRequestException where there is not so much working time since the beginning of
   *     {@value #FIRST_YEAR}
   */
  public Instant minus(Instant from, Duration time) {
    if (time.isNegative()) {
      return plus(from, time.negated());
    }
    long opened = opened(from);
    if (time.isZero()) {
      return touches(from) ? from : firstAt(opened);
    }
    return nextAfter(opened - nanos(time));
  }

  /**
   * The working day so many working days later; where {@code from} is none, counting begins with
   * the next one, so a Saturday and one day is a Tuesday. A negative number goes back, from the
   * last working day where {@code from} is none.
   *
   * @throws InvalidRequestException where there are not so many
   */
  public LocalDate plusBusinessDays(LocalDate from, long days) {
    return LocalDate.ofEpochDay(shifted(checked(from), days, days >= 0));
  }

  /**
   * So many working days later <b>at the same time of day</b>: Monday 11:20 and one day is Tuesday
   * 11:20, however much or little working time that is. A moment of a day on which nobody works
   * counts as the opening of the next working day. Where the time of day is outside of the working
   * hours of the day reached, it is the next opening. A negative number goes back, see {@link
   * #minusBusinessDays}.
   *
   * @throws InvalidRequestException where there are not so many
   */
  public Instant plusBusinessDays(Instant from, long days) {
    return moved(from, days, days >= 0);
  }

  /**
   * So many working days earlier <b>at the same time of day</b>. A moment of a day on which nobody
   * works counts as the opening of the last working day. Where the time of day is outside of the
   * working hours of the day reached, it is the opening of the last working day that has begun by
   * then. A negative number goes on, see {@link #plusBusinessDays(Instant, long)}.
   *
   * @throws InvalidRequestException where there are not so many
   */
  public Instant minusBusinessDays(Instant from, long days) {
    return moved(from, -bounded(days), days < 0);
  }

  private Instant moved(Instant from, long days, boolean forward) {
    checked(from);
    LocalDateTime local = week.local(from);
    long start = local.toLocalDate().toEpochDay();
    long day = shifted(start, days, forward);
    if (!time.works(start)) {
      return opening(day);
    }
    Instant moment = week.moment(LocalDate.ofEpochDay(day).atTime(local.toLocalTime()));
    if (touches(moment)) {
      return moment;
    }
    if (forward) {
      return nextAfter(opened(moment));
    }
    Instant closing = firstAt(opened(moment));
    long begun = shifted(Math.min(day, day(closing)), 0, false);
    return opening(opening(begun).isAfter(closing) ? shifted(begun - 1, 0, false) : begun);
  }

  private Instant opening(long day) {
    return Span.instant(week.moment(day, week.openings(day).get(0).from()));
  }

  private long shifted(long day, long days, boolean forward) {
    long index = (forward ? time.worked(day) : time.worked(day + 1) - 1) + bounded(days);
    if (index < time.worked(FIRST_DAY) || index >= time.worked(END_DAY)) {
      throw never();
    }
    return time.dayWorked(index);
  }

  /** The next moment after {@code at} at which it is opened; empty where there is none. */
  public Optional<Instant> nextOpening(Instant at) {
    Instant closed = at;
    if (isOpen(at)) {
      Optional<Instant> closing = nextClosing(at);
      if (closing.isEmpty()) {
        return closing;
      }
      closed = closing.get();
    }
    long opened = opened(closed);
    return opened >= most ? Optional.empty() : Optional.of(nextAfter(opened));
  }

  /** The next moment after {@code at} at which it is closed; empty where there is none. */
  public Optional<Instant> nextClosing(Instant at) {
    Instant from = at;
    if (!isOpen(at)) {
      Optional<Instant> opening = nextOpening(at);
      if (opening.isEmpty()) {
        return opening;
      }
      from = opening.get();
    }
    long end = time.closing(Span.nanos(from), day(from));
    return end >= Span.nanos(END) ? Optional.empty() : Optional.of(Span.instant(end));
  }

  private long opened(Instant at) {
    return time.before(checked(at), day(at));
  }

  /** The first moment by which {@code opened} has passed: when that ends. */
  private Instant firstAt(long opened) {
    if (opened <= least || opened > most) {
      throw never();
    }
    return time.after(opened, true);
  }

  /** The last moment by which no more than {@code opened} has passed: when more begins. */
  private Instant nextAfter(long opened) {
    if (opened < least || opened >= most) {
      throw never();
    }
    return time.after(opened, false);
  }

  /** True where it is open at the moment, or has just closed. */
  private boolean touches(Instant at) {
    return time.has(Span.nanos(at), day(at), true);
  }

  private long day(Instant at) {
    return week.local(at).toLocalDate().toEpochDay();
  }

  /** As long as can be computed with: nothing lies so far away. */
  private static long nanos(Duration time) {
    return time.compareTo(WHOLE) > 0 ? WHOLE.toNanos() : time.toNanos();
  }

  private static long bounded(long days) {
    return Math.max(FROM - UNTIL, Math.min(UNTIL - FROM, days));
  }

  private static long checked(Instant at) {
    if (at.isBefore(BEGIN) || at.isAfter(END)) {
      throw new InvalidRequestException("calendar.range", at, FIRST_YEAR, LAST_YEAR);
    }
    return Span.nanos(at);
  }

  private static long checked(LocalDate day) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new InvalidRequestException("calendar.range", day, FIRST_YEAR, LAST_YEAR);
    }
    return day.toEpochDay();
  }

  private static InvalidRequestException never() {
    return new InvalidRequestException("calendar.never", FIRST_YEAR, LAST_YEAR);
  }

  /** Hours in the making. Not thread-safe. */
  public static final class Builder {
    private final ZoneId zone;
    private final Map<Weeks.Days, Map<DayOfWeek, List<Opening>>> weeks = new HashMap<>();
    private final Map<LocalDate, List<Opening>> special = new HashMap<>();
    private final Map<LocalDate, DayOfWeek> like = new HashMap<>();
    private LocalDate since = LocalDate.ofEpochDay(FROM);
    private LocalDate until = LocalDate.ofEpochDay(UNTIL);

    private Builder(ZoneId zone) {
      this.zone = zone;
    }

    /** Opens every week on a day; several openings with a break in between are fine. */
    public Builder open(DayOfWeek day, Opening... openings) {
      return open(Weeks.Days.ALWAYS, day, openings);
    }

    /**
     * Opens every week on a day from one date to another. All that is opened in the same days makes
     * a week of its own, which counts instead of the others while it is in force; of several that
     * which began last, and of those that which ends first.
     *
     * @param first the first date of that week; null for always
     * @param last the last date; null for ever
     */
    public Builder openDuring(
        @Nullable LocalDate first, @Nullable LocalDate last, DayOfWeek day, Opening... openings) {
      Weeks.Days always = Weeks.Days.ALWAYS;
      return open(
          new Weeks.Days(
              first == null ? always.first() : first.toEpochDay(),
              last == null ? always.last() : last.toEpochDay()),
          day,
          openings);
    }

    private Builder open(Weeks.Days days, DayOfWeek day, Opening... openings) {
      weeks
          .computeIfAbsent(days, none -> new EnumMap<>(DayOfWeek.class))
          .computeIfAbsent(day, none -> new ArrayList<>())
          .addAll(List.of(openings));
      return this;
    }

    /** Opens every week from one day to another. */
    public Builder open(DayOfWeek first, DayOfWeek last, Opening... openings) {
      for (DayOfWeek day = first; ; day = day.plus(1)) {
        open(day, openings);
        if (day == last) {
          return this;
        }
      }
    }

    /** Opens on one date so and not as usual; without openings it is closed all day. */
    public Builder on(LocalDate day, Opening... openings) {
      like.remove(day);
      special.put(day, List.of(openings));
      return this;
    }

    /** Stays closed on a date. */
    public Builder closedOn(LocalDate day) {
      return on(day);
    }

    /** Works on a date as on another day of its week: a weekend worked in for a holiday. */
    public Builder likeA(DayOfWeek weekday, LocalDate day) {
      special.remove(day);
      like.put(day, weekday);
      return this;
    }

    /** Opens from that day on; it was always closed before. */
    public Builder since(LocalDate day) {
      since = day;
      return this;
    }

    /** Opens until that day, the last; it is always closed afterwards. */
    public Builder until(LocalDate day) {
      until = day;
      return this;
    }

    /** The hours. */
    public BusinessHours build() {
      return new BusinessHours(this);
    }

    private Map<Long, List<Opening>> different(Weeks inForce) {
      Map<Long, List<Opening>> all = new HashMap<>();
      special.forEach(
          (day, openings) ->
              all.put(
                  day.toEpochDay(),
                  openings.stream().sorted(Comparator.comparing(Opening::from)).toList()));
      like.forEach(
          (day, weekday) -> all.put(day.toEpochDay(), inForce.openings(day.toEpochDay(), weekday)));
      return all;
    }
  }
}
