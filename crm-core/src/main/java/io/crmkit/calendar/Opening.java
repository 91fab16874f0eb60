package io.crmkit.calendar;

import io.crmkit.kernel.error.InvalidRequestException;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Working hours that begin on a day, by the clock on the wall. An end that is not after the start
 * is on the next day, so {@code 22:00-06:00} is a night and {@code 00:00-00:00} a whole day.
 *
 * @param from when work begins
 * @param until when it ends
 */
public record Opening(LocalTime from, LocalTime until) {
  /** From one time to another, for example {@code Opening.of("09:00", "12:30")}. */
  public static Opening of(String from, String until) {
    return new Opening(time(from), time(until));
  }

  /**
   * Reads openings in order, for example {@code "09:00-12:00, 13:00-18:00"}; blank is none.
   *
   * @throws InvalidRequestException where the text is anything else
   */
  public static List<Opening> list(String text) {
    List<Opening> all = new ArrayList<>();
    if (text.isBlank()) {
      return all;
    }
    for (String each : text.split(",", -1)) {
      String[] ends = each.strip().split("-", -1);
      if (ends.length != 2) {
        throw new InvalidRequestException("calendar.opening", each.strip());
      }
      all.add(of(ends[0].strip(), ends[1].strip()));
    }
    return all;
  }

  /** The text that {@link #list} reads. */
  public static String text(List<Opening> openings) {
    StringJoiner text = new StringJoiner(", ");
    openings.forEach(opening -> text.add(opening.toString()));
    return text.toString();
  }

  /** True where it ends on the day after. */
  public boolean overMidnight() {
    return !until.isAfter(from);
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    } catch (DateTimeParseException bad) {
      throw new InvalidRequestException("calendar.opening", text);
    }
  }

  /** {@code 09:00-12:30}. */
  @Override
  public String toString() {
    return from + "-" + until;
  }
}
