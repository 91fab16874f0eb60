package io.crmkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a host gets holidays from: a service, a file, a library of its own. */
@FunctionalInterface
public interface HolidaySource {
  /**
   * A day that is not as usual.
   *
   * @param day the date
   * @param name what it is called
   * @param openings when it is open; none where it is closed
   * @param workedAs the day of the week that it is worked as, or null
   */
  record Day(LocalDate day, String name, List<Opening> openings, @Nullable DayOfWeek workedAs) {
    /** Copies the openings. */
    public Day {
      openings = List.copyOf(openings);
    }

    /** A day on which it is closed. */
    public static Day closed(LocalDate day, String name) {
      return new Day(day, name, List.of(), null);
    }

    /** A day that is worked as another day of the week. */
    public static Day workedAs(LocalDate day, String name, DayOfWeek weekday) {
      return new Day(day, name, List.of(), weekday);
    }
  }

  /** The days that are not as usual from one date to another, both included, each once. */
  List<Day> days(LocalDate from, LocalDate to);
}
