package io.crmkit.calendar;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Business calendars with their shifts and holidays. */
public final class CalendarModule implements CrmModule {
  private record Place(String tenant, Ref<BusinessCalendar> calendar) {}

  private record Known(long version, BusinessHours hours) {}

  /** One for each calendar, and there are few. */
  private final Map<Place, Known> known = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(BusinessCalendar.TYPE, Shift.TYPE, Holiday.TYPE);
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(Shift.TYPE, (space, draft) -> changed(space, draft.get(Shift.CALENDAR)))
        .prepare(Holiday.TYPE, (space, draft) -> changed(space, draft.get(Holiday.CALENDAR)))
        .beforeCommit(Shift.TYPE, CalendarModule::shiftGone)
        .beforeCommit(Holiday.TYPE, CalendarModule::holidayGone);
  }

  private static void shiftGone(Workspace space, @Nullable Shift before, @Nullable Shift after) {
    if (before != null && (after == null || after.deleted() || before.deleted())) {
      changed(space, before.get(Shift.CALENDAR));
    }
  }

  private static void holidayGone(
      Workspace space, @Nullable Holiday before, @Nullable Holiday after) {
    if (before != null && (after == null || after.deleted() || before.deleted())) {
      changed(space, before.get(Holiday.CALENDAR));
    }
  }

  /** Shifts and holidays are as good as values of their calendar: its version stands for all. */
  private static void changed(Workspace space, @Nullable Ref<BusinessCalendar> ref) {
    if (ref != null) {
      Records<BusinessCalendar> calendars = space.own(BusinessCalendar.DEF, BusinessCalendar.TYPE);
      calendars
          .find(ref)
          .ifPresent(
              calendar ->
                  calendars.update(
                      calendar,
                      draft ->
                          draft
                              .unlock(BusinessCalendar.DEF)
                              .set(
                                  BusinessCalendar.REVISION,
                                  calendar.require(BusinessCalendar.REVISION) + 1)));
    }
  }

  BusinessHours hours(Workspace space, BusinessCalendar calendar) {
    Place place = new Place(space.context().tenant(), calendar.ref());
    Known its = known.get(place);
    if (its == null || its.version() != calendar.version()) {
      its = new Known(calendar.version(), compiled(space, calendar));
      if (calendar.require(BusinessCalendar.TYPE.updatedAt()).isBefore(space.now())) {
        known.put(place, its); // not what this unit of work itself may yet take back
      }
    }
    return its.hours();
  }

  private static BusinessHours compiled(Workspace space, BusinessCalendar calendar) {
    BusinessHours.Builder hours =
        BusinessHours.in(ZoneId.of(calendar.require(BusinessCalendar.ZONE)));
    LocalDate since = calendar.get(BusinessCalendar.SINCE);
    LocalDate until = calendar.get(BusinessCalendar.UNTIL);
    if (since != null) {
      hours.since(since);
    }
    if (until != null) {
      hours.until(until);
    }
    for (Shift shift : space.own(Shift.DEF, Shift.TYPE).where(Shift.CALENDAR.is(calendar)).list()) {
      hours.open(shift.require(Shift.WEEKDAY), shift.opening());
    }
    for (Holiday holiday :
        space.own(Holiday.DEF, Holiday.TYPE).where(Holiday.CALENDAR.is(calendar)).list()) {
      LocalDate day = holiday.require(Holiday.DAY);
      DayOfWeek workedAs = holiday.get(Holiday.WORKED_AS);
      if (workedAs != null) {
        hours.likeA(workedAs, day);
      } else {
        hours.on(day, holiday.openings().toArray(new Opening[0]));
      }
    }
    return hours.build();
  }
}
