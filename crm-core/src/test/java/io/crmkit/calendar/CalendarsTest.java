package io.crmkit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.testing.CrmTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarsTest extends CrmTest {
  private Ref<BusinessCalendar> shanghai() {
    Ref<BusinessCalendar> calendar =
        ada.calendars().create("shanghai", ZoneId.of("Asia/Shanghai")).ref();
    ada.calendars().open(calendar, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-12:00, 13:00-18:00");
    return calendar;
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  @Test
  void lunch_is_no_working_time() {
    BusinessHours hours = ada.calendars().hours(shanghai());
    assertEquals(
        Duration.ofHours(8), hours.between(at("2027-03-01T00:00"), at("2027-03-02T00:00")));
    assertFalse(hours.isOpen(at("2027-03-01T12:30")));
    assertEquals(
        at("2027-03-01T13:30"), hours.plus(at("2027-03-01T11:00"), Duration.ofMinutes(90)));
  }

  @Test
  void a_weekend_is_worked_to_make_up_for_a_long_holiday_as_in_china() {
    Ref<BusinessCalendar> calendar = shanghai();
    HolidaySource springFestival =
        (from, to) ->
            List.of(
                HolidaySource.Day.workedAs(LocalDate.parse("2027-02-07"), "补班", DayOfWeek.THURSDAY),
                HolidaySource.Day.closed(LocalDate.parse("2027-02-08"), "春节"),
                HolidaySource.Day.closed(LocalDate.parse("2027-02-09"), "春节"));
    LocalDate from = LocalDate.parse("2027-01-01");
    LocalDate to = LocalDate.parse("2027-12-31");
    assertEquals(3, ada.calendars().mount(calendar, springFestival, from, to).size());
    BusinessHours hours = ada.calendars().hours(calendar);
    assertTrue(hours.isOpen(at("2027-02-07T10:00")), "a Sunday");
    assertFalse(hours.isOpen(at("2027-02-08T10:00")));
    assertEquals(
        LocalDate.parse("2027-02-10"), hours.plusBusinessDays(LocalDate.parse("2027-02-05"), 2));
    long version = ada.calendars().get(calendar).version();
    ada.calendars().mount(calendar, springFestival, from, to);
    assertEquals(3, ada.calendars().holidays().query().count());
    ada.calendars().mount(calendar, (a, b) -> List.of(), from, to);
    assertEquals(0, ada.calendars().holidays().query().count());
    assertTrue(ada.calendars().get(calendar).version() > version);
    assertTrue(ada.calendars().hours(calendar).isOpen(at("2027-02-08T10:00")));
  }

  @Test
  void special_hours_take_the_place_of_the_usual_ones() {
    Ref<BusinessCalendar> calendar = shanghai();
    ada.calendars()
        .openSpecially(calendar, LocalDate.parse("2027-03-01"), "Stocktaking", "14:00-16:00");
    BusinessHours hours = ada.calendars().hours(calendar);
    assertEquals(
        Duration.ofHours(2), hours.between(at("2027-03-01T00:00"), at("2027-03-02T00:00")));
    ada.calendars().close(calendar, LocalDate.parse("2027-03-01"), "Closed after all");
    assertEquals(
        Duration.ZERO,
        ada.calendars().hours(calendar).between(at("2027-03-01T00:00"), at("2027-03-02T00:00")));
  }

  @Test
  void hours_are_computed_anew_only_where_something_has_changed() {
    Ref<BusinessCalendar> calendar = shanghai();
    clock.advance(Duration.ofMinutes(1));
    BusinessHours hours = ada.calendars().hours(calendar);
    assertSame(hours, ada.calendars().hours(calendar));
    Shift monday =
        ada.calendars().shifts().where(Shift.WEEKDAY.is(DayOfWeek.MONDAY)).first().orElseThrow();
    ada.calendars().shifts().delete(monday);
    clock.advance(Duration.ofMinutes(1));
    assertFalse(ada.calendars().hours(calendar).isOpen(at("2027-03-01T10:00")));
    ada.calendars()
        .update(
            ada.calendars().get(calendar),
            draft -> draft.set(BusinessCalendar.UNTIL, LocalDate.parse("2027-03-01")));
    assertFalse(ada.calendars().hours(calendar).isOpen(at("2027-03-02T10:00")));
  }

  @Test
  void hours_that_a_unit_of_work_takes_back_are_not_kept() {
    Ref<BusinessCalendar> calendar = shanghai();
    clock.advance(Duration.ofMinutes(1));
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  work.calendars().close(calendar, LocalDate.parse("2027-03-01"), "Closed");
                  assertFalse(work.calendars().hours(calendar).isOpen(at("2027-03-01T10:00")));
                  throw new IllegalStateException();
                }));
    assertTrue(ada.calendars().hours(calendar).isOpen(at("2027-03-01T10:00")));
  }

  @Test
  void summer_hours_count_instead_of_the_usual_ones_while_they_last() {
    Ref<BusinessCalendar> calendar = shanghai();
    ada.calendars()
        .openDuring(
            calendar,
            LocalDate.parse("2027-07-01"),
            LocalDate.parse("2027-08-31"),
            DayOfWeek.MONDAY,
            DayOfWeek.THURSDAY,
            "07:00-13:00");
    BusinessHours hours = ada.calendars().hours(calendar);
    assertEquals(
        Duration.ofHours(8), hours.between(at("2027-06-30T00:00"), at("2027-07-01T00:00")));
    assertEquals(
        Duration.ofHours(6), hours.between(at("2027-07-01T00:00"), at("2027-07-02T00:00")));
    assertFalse(hours.isWorkingDay(LocalDate.parse("2027-07-02")), "a Friday in summer");
    assertEquals(
        Duration.ofHours(8), hours.between(at("2027-09-01T00:00"), at("2027-09-02T00:00")));
    assertEquals(at("2027-07-01T10:00"), hours.plus(at("2027-06-30T17:00"), Duration.ofHours(4)));
  }

  @Test
  void from_a_day_on_the_week_is_another_and_a_weekend_is_worked_in_as_in_the_week_in_force() {
    Ref<BusinessCalendar> calendar = shanghai();
    LocalDate may = LocalDate.parse("2027-05-01");
    ada.calendars()
        .openDuring(calendar, may, null, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00");
    ada.calendars().workAs(calendar, LocalDate.parse("2027-04-25"), "补班", DayOfWeek.MONDAY);
    ada.calendars().workAs(calendar, LocalDate.parse("2027-05-09"), "补班", DayOfWeek.MONDAY);
    BusinessHours hours = ada.calendars().hours(calendar);
    assertEquals(
        Duration.ofHours(8), hours.between(at("2027-04-25T00:00"), at("2027-04-26T00:00")));
    assertEquals(
        Duration.ofHours(4), hours.between(at("2027-05-09T00:00"), at("2027-05-10T00:00")));
    assertEquals(
        Duration.ofHours(4), hours.between(at("2127-05-05T00:00"), at("2127-05-06T00:00")));
  }

  @Test
  void a_week_that_ends_before_it_begins_is_refused() {
    Ref<BusinessCalendar> calendar = shanghai();
    assertThrows(
        ValidationException.class,
        () ->
            ada.calendars()
                .openDuring(
                    calendar,
                    LocalDate.parse("2027-08-31"),
                    LocalDate.parse("2027-07-01"),
                    DayOfWeek.MONDAY,
                    DayOfWeek.MONDAY,
                    "07:00-13:00"));
  }

  @Test
  void two_changes_of_shifts_at_once_conflict_as_changes_of_the_calendar_do() {
    Ref<BusinessCalendar> calendar = shanghai();
    assertThrows(
        ConflictException.class,
        () ->
            ada.run(
                work -> {
                  work.calendars().close(calendar, LocalDate.parse("2027-03-01"), "A");
                  bob.calendars()
                      .open(calendar, DayOfWeek.SATURDAY, DayOfWeek.SATURDAY, "09:00-12:00");
                }));
  }

  @Test
  void zones_and_hours_that_do_not_exist_are_refused() {
    assertThrows(
        ValidationException.class,
        () ->
            ada.calendars()
                .create(
                    d ->
                        d.set(BusinessCalendar.CODE, "x")
                            .set(BusinessCalendar.NAME, "x")
                            .set(BusinessCalendar.ZONE, "Middle-earth/Shire")));
    Ref<BusinessCalendar> calendar = shanghai();
    assertThrows(
        ValidationException.class,
        () ->
            ada.calendars()
                .holidays()
                .create(
                    d ->
                        d.set(Holiday.CALENDAR, calendar)
                            .set(Holiday.DAY, LocalDate.parse("2027-03-01"))
                            .set(Holiday.NAME, "x")
                            .set(Holiday.HOURS, "25:00-26:00")));
  }
}
