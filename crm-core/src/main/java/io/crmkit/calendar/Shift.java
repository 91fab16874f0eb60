package io.crmkit.calendar;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.time.DayOfWeek;

/**
 * Working hours of every week: on this day from this time to that. Shifts of the same days, {@link
 * #SINCE} and {@link #UNTIL}, make a week of their own, such as summer hours, which counts instead
 * of the others while it is in force; of several the one that began last.
 */
public final class Shift extends Entity<Shift> {
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  static final Definition<Shift> DEF = Definition.of("shift", Shift::new);

  /** Of which calendar. */
  public static final RefField<Shift, BusinessCalendar> CALENDAR =
      DEF.ref("calendar", () -> BusinessCalendar.TYPE).required().immutable().add();

  /** The day on which it begins. */
  public static final ChoiceField<Shift, DayOfWeek> WEEKDAY =
      DEF.choice("weekday", DayOfWeek.class).required().add();

  /** When it begins, {@code HH:mm} by the calendar's clock. */
  public static final TextField<Shift> BEGINS =
      DEF.text("begins").required().max(5).pattern(TIME).add();

  /** When it ends, {@code HH:mm}; on the next day where that is not after the beginning. */
  public static final TextField<Shift> ENDS =
      DEF.text("ends").required().max(5).pattern(TIME).add();

  /** The first day of its week; missing where it has always been so. */
  public static final DateField<Shift> SINCE = DEF.date("since").add();

  /** The last day of its week; missing where it stays so. */
  public static final DateField<Shift> UNTIL = DEF.date("until").add();

  /** The type. */
  public static final EntityType<Shift> TYPE = seal();

  private static EntityType<Shift> seal() {
    DEF.period(SINCE, UNTIL);
    return DEF.partOf(CALENDAR).seal();
  }

  private Shift(Snapshot snapshot) {
    super(snapshot);
  }

  Opening opening() {
    return Opening.of(require(BEGINS), require(ENDS));
  }
}
