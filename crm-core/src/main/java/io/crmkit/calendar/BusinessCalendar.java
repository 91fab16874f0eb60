package io.crmkit.calendar;

import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a team, a branch or a partner works: a zone, with {@linkplain Shift shifts} for the week and
 * {@linkplain Holiday holidays}. Compute with the {@link BusinessHours} that {@link
 * Calendars#hours} gives.
 */
public final class BusinessCalendar extends Entity<BusinessCalendar> {
  static final Definition<BusinessCalendar> DEF =
      Definition.of("business_calendar", BusinessCalendar::new);

  /** The code, for example {@code "support-berlin"}. */
  public static final TextField<BusinessCalendar> CODE =
      DEF.text("code").required().max(50).unique().add();

  /** The name. */
  public static final TextField<BusinessCalendar> NAME =
      DEF.text("name").required().max(200).searchable().add();

  /** The zone whose clock the shifts follow, for example {@code "Europe/Berlin"}. */
  public static final TextField<BusinessCalendar> ZONE = DEF.text("zone").required().max(50).add();

  /** The first day on which anybody works; missing where they always have. */
  public static final DateField<BusinessCalendar> SINCE = DEF.date("since").add();

  /** The last day on which anybody works. */
  public static final DateField<BusinessCalendar> UNTIL = DEF.date("until").add();

  /** Goes up whenever a shift or a holiday changes. */
  public static final NumberField<BusinessCalendar, Long> REVISION =
      DEF.integer("revision").required().defaultTo(1L).managed().add();

  /** The type. */
  public static final EntityType<BusinessCalendar> TYPE = seal();

  private static EntityType<BusinessCalendar> seal() {
    DEF.period(SINCE, UNTIL);
    return DEF.rule("zone", ZONE, calendar -> isZone(calendar.get(ZONE))).seal();
  }

  private BusinessCalendar(Snapshot snapshot) {
    super(snapshot);
  }

  private static boolean isZone(@Nullable String name) {
    try {
      return name != null && ZoneId.of(name) != null;
    } catch (DateTimeException unknown) {
      return false;
    }
  }
}
