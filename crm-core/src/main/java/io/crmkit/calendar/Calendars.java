package io.crmkit.calendar;

import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The business calendars. Changing a shift or a holiday changes the {@linkplain
 * BusinessCalendar#REVISION revision} of its calendar, so read a calendar anew before changing it
 * afterwards.
 */
public final class Calendars extends Records<BusinessCalendar> {
  /** The calendars as {@code space} sees them. */
  public Calendars(Workspace space) {
    super(space, BusinessCalendar.TYPE);
  }

  /** The weekly shifts. */
  public Records<Shift> shifts() {
    return space().records(Shift.TYPE);
  }

  /** The days that are not as usual. */
  public Records<Holiday> holidays() {
    return space().records(Holiday.TYPE);
  }

  /** Makes a calendar in a zone, without any shift yet. */
  public BusinessCalendar create(String code, ZoneId zone) {
    return create(
        draft ->
            draft
                .set(BusinessCalendar.CODE, code)
                .set(BusinessCalendar.NAME, code)
                .set(BusinessCalendar.ZONE, zone.getId()));
  }

  /** The calendar of that code; empty where there is none. */
  public Optional<BusinessCalendar> find(String code) {
    return where(BusinessCalendar.CODE.is(code)).first();
  }

  /**
   * Adds shifts of every week.
   *
   * @param first the first of the days
   * @param last the last of the days, over Sunday where it comes before the first
   * @param hours such as {@code "09:00-12:00, 13:00-18:00"}, see {@link Opening#list}
   */
  public List<Shift> open(
      Ref<BusinessCalendar> calendar, DayOfWeek first, DayOfWeek last, String hours) {
    return openDuring(calendar, null, null, first, last, hours);
  }

  /**
   * Adds shifts of a week of its own, which counts instead of the usual one from a date to another:
   * summer hours, or other hours from now on. On a day of the week on which it has no shift nobody
   * works then. Cases that are open are computed anew by {@code jobs().runDue()}.
   *
   * @param since the first date of that week; null for always
   * @param until its last date; null for ever
   * @param first the first of the days of the week
   * @param last the last of them, over Sunday where it comes before the first
   * @param hours such as {@code "08:00-14:00"}, see {@link Opening#list}
   */
  public List<Shift> openDuring(
      Ref<BusinessCalendar> calendar,
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      DayOfWeek first,
      DayOfWeek last,
      String hours) {
    List<Opening> openings = Opening.list(hours);
    return space()
        .call(
            work -> {
              Records<Shift> shifts = work.records(Shift.TYPE);
              List<Shift> made = new ArrayList<>();
              int days = Math.floorMod(last.getValue() - first.getValue(), 7);
              for (int i = 0; i <= days; i++) {
                DayOfWeek day = first.plus(i);
                for (Opening opening : openings) {
                  made.add(
                      shifts.create(
                          draft ->
                              fill(draft, calendar, opening, day)
                                  .setOrClear(Shift.SINCE, since)
                                  .setOrClear(Shift.UNTIL, until)));
                }
              }
              return made;
            });
  }

  private static Draft<Shift> fill(
      Draft<Shift> draft, Ref<BusinessCalendar> calendar, Opening opening, DayOfWeek day) {
    return draft
        .set(Shift.CALENDAR, calendar)
        .set(Shift.WEEKDAY, day)
        .set(Shift.BEGINS, opening.from().toString())
        .set(Shift.ENDS, opening.until().toString());
  }

  /** Closes a calendar on a date. */
  public Holiday close(Ref<BusinessCalendar> calendar, LocalDate day, String name) {
    return put(calendar, HolidaySource.Day.closed(day, name));
  }

  /**
   * Opens a calendar on a date at other hours than usual.
   *
   * @param hours see {@link Opening#list}
   */
  public Holiday openSpecially(
      Ref<BusinessCalendar> calendar, LocalDate day, String name, String hours) {
    return put(calendar, new HolidaySource.Day(day, name, Opening.list(hours), null));
  }

  /** Works on a date as on another day of the week. */
  public Holiday workAs(
      Ref<BusinessCalendar> calendar, LocalDate day, String name, DayOfWeek weekday) {
    return put(calendar, HolidaySource.Day.workedAs(day, name, weekday));
  }

  private Holiday put(Ref<BusinessCalendar> calendar, HolidaySource.Day day) {
    return space().call(work -> new Calendars(work).put(calendar, day, known(work, calendar, day)));
  }

  private static @Nullable Holiday known(
      Workspace work, Ref<BusinessCalendar> calendar, HolidaySource.Day day) {
    return work.records(Holiday.TYPE)
        .where(Holiday.CALENDAR.is(calendar), Holiday.DAY.is(day.day()))
        .first()
        .orElse(null);
  }

  private Holiday put(
      Ref<BusinessCalendar> calendar, HolidaySource.Day day, @Nullable Holiday known) {
    return known == null
        ? holidays()
            .create(
                draft -> {
                  draft.set(Holiday.CALENDAR, calendar).set(Holiday.DAY, day.day());
                  fill(draft, day);
                })
        : holidays().update(known, draft -> fill(draft, day));
  }

  private static void fill(Draft<Holiday> draft, HolidaySource.Day day) {
    String hours = Opening.text(day.openings());
    draft
        .set(Holiday.NAME, day.name())
        .setOrClear(Holiday.HOURS, hours.isEmpty() ? null : hours)
        .setOrClear(Holiday.WORKED_AS, day.workedAs());
  }

  /**
   * Takes the holidays of a span of time over from a source: those that it does not have any more
   * are deleted. Doing it again changes nothing.
   *
   * @param from the first date
   * @param to the last date
   * @return the holidays of that span, in order
   */
  public List<Holiday> mount(
      Ref<BusinessCalendar> calendar, HolidaySource source, LocalDate from, LocalDate to) {
    List<HolidaySource.Day> days = source.days(from, to);
    return space()
        .call(
            work -> {
              Calendars inside = new Calendars(work);
              Map<LocalDate, Holiday> old = new HashMap<>();
              for (Holiday holiday :
                  inside
                      .holidays()
                      .where(
                          Holiday.CALENDAR.is(calendar),
                          Holiday.DAY.atLeast(from),
                          Holiday.DAY.atMost(to))
                      .list()) {
                old.put(holiday.require(Holiday.DAY), holiday);
              }
              for (HolidaySource.Day day : days) {
                inside.put(calendar, day, old.remove(day.day()));
              }
              old.values().forEach(inside.holidays()::delete);
              return inside
                  .holidays()
                  .where(
                      Holiday.CALENDAR.is(calendar),
                      Holiday.DAY.atLeast(from),
                      Holiday.DAY.atMost(to))
                  .orderBy(Holiday.DAY.asc())
                  .list();
            });
  }

  /**
   * The hours of a calendar, to compute with. Computed anew only where the calendar, a shift or a
   * holiday has changed.
   *
   * @throws NotFoundException where there is none, or it cannot be seen
   */
  public BusinessHours hours(Ref<BusinessCalendar> calendar) {
    return space().module(CalendarModule.class).edition(space(), get(calendar)).hours();
  }
}
