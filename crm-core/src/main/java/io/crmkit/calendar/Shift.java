package io.crmkit.calendar;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.time.DayOfWeek;

/** Working hours of every week: on this day from this time to that. */
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

  /** The type. */
  public static final EntityType<Shift> TYPE = DEF.partOf(CALENDAR).seal();

  private Shift(Snapshot snapshot) {
    super(snapshot);
  }

  Opening opening() {
    return Opening.of(require(BEGINS), require(ENDS));
  }
}
