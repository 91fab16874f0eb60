package io.crmkit.calendar;

import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.CountedParts;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Business calendars with their shifts and holidays. */
public final class CalendarModule implements CrmModule {
  private record Place(String tenant, Ref<BusinessCalendar> calendar) {}

  /**
   * The hours of a calendar as they are in one version of it.
   *
   * @param version the version of the calendar, its shifts and holidays included
   * @param since when it came to be
   * @param hours the hours
   */
  public record Edition(long version, Instant since, BusinessHours hours) {}

  /** One for each calendar, and there are few. */
  private final Map<Place, Edition> known = new ConcurrentHashMap<>();

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
    CountedParts<BusinessCalendar> parts =
        new CountedParts<>(BusinessCalendar.DEF, BusinessCalendar.TYPE, BusinessCalendar.REVISION);
    parts.count(hooks, Shift.TYPE, Shift.CALENDAR);
    parts.count(hooks, Holiday.TYPE, Holiday.CALENDAR);
  }

  /**
   * The hours of a calendar for a feature that computes with them, whatever the actor may see.
   *
   * @throws NotFoundException where there is none, not even in the bin
   */
  public Edition edition(Workspace space, Ref<BusinessCalendar> ref) {
    Records<BusinessCalendar> calendars = space.own(BusinessCalendar.DEF, BusinessCalendar.TYPE);
    return edition(
        space,
        calendars
            .find(ref)
            .or(() -> calendars.findDeleted(ref))
            .orElseThrow(() -> NotFoundException.record(ref)));
  }

  Edition edition(Workspace space, BusinessCalendar calendar) {
    Place place = new Place(space.context().tenant(), calendar.ref());
    Edition its = known.get(place);
    if (its == null || its.version() != calendar.version()) {
      its =
          new Edition(
              calendar.version(),
              calendar.require(BusinessCalendar.TYPE.updatedAt()),
              compiled(space, calendar));
      if (its.since().isBefore(space.now())) {
        known.put(place, its); // not what this unit of work itself may yet take back
      }
    }
    return its;
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
      hours.openDuring(
          shift.get(Shift.SINCE),
          shift.get(Shift.UNTIL),
          shift.require(Shift.WEEKDAY),
          shift.opening());
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
