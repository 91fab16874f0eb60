package io.crmkit.calendar;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date that is not as its day of the week usually is: closed, open at special hours, or worked as
 * another day of the week, as weekends are in China to make up for a long holiday.
 */
public final class Holiday extends Entity<Holiday> {
  static final Definition<Holiday> DEF = Definition.of("holiday", Holiday::new);

  /** Of which calendar. */
  public static final RefField<Holiday, BusinessCalendar> CALENDAR =
      DEF.ref("calendar", () -> BusinessCalendar.TYPE).required().immutable().add();

  /** The date. */
  public static final DateField<Holiday> DAY = DEF.date("day").required().indexed().add();

  /** What it is called. */
  public static final TextField<Holiday> NAME = DEF.text("name").required().max(200).add();

  /** The hours, as {@link Opening#list} reads them; missing where it is closed. */
  public static final TextField<Holiday> HOURS = DEF.text("hours").max(200).add();

  /** The day of the week that it is worked as. */
  public static final ChoiceField<Holiday, DayOfWeek> WORKED_AS =
      DEF.choice("worked_as", DayOfWeek.class).add();

  /** The type. */
  public static final EntityType<Holiday> TYPE =
      DEF.partOf(CALENDAR)
          .unique("day", CALENDAR, DAY)
          .rule("hours", HOURS, holiday -> readable(holiday.get(HOURS)))
          .rule(
              "either",
              WORKED_AS,
              holiday -> holiday.get(HOURS) == null || holiday.get(WORKED_AS) == null)
          .seal();

  private Holiday(Snapshot snapshot) {
    super(snapshot);
  }

  List<Opening> openings() {
    String hours = get(HOURS);
    return hours == null ? List.of() : Opening.list(hours);
  }

  private static boolean readable(@Nullable String hours) {
    try {
      return hours == null || !Opening.list(hours).isEmpty();
    } catch (InvalidRequestException unreadable) {
      return false;
    }
  }
}
