package io.crmkit.org;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.time.LocalDate;

/** A fact: from one day to another a user reported to a manager, one at a time. */
public final class ReportingLine extends Entity<ReportingLine> {
  static final Definition<ReportingLine> DEF = Definition.of("reporting_line", ReportingLine::new);

  /** Who. */
  public static final RefField<ReportingLine, User> USER =
      DEF.ref("user", () -> User.TYPE).required().immutable().managed().add();

  /** To whom. */
  public static final RefField<ReportingLine, User> MANAGER =
      DEF.ref("manager", () -> User.TYPE).required().managed().add();

  /** The first day; missing where it has been so for as long as anybody asks. */
  public static final DateField<ReportingLine> SINCE = DEF.date("since").managed().add();

  /** The last day; missing while it lasts. */
  public static final DateField<ReportingLine> UNTIL = DEF.date("until").managed().add();

  /** Why, in the actor's words. */
  public static final TextField<ReportingLine> REASON =
      DEF.text("reason").max(1000).managed().personal().add();

  /** The day on which {@link User#MANAGER} has to follow; missing where it has. */
  static final DateField<ReportingLine> DUE_ON = DEF.date("due_on").indexed().managed().add();

  static final Period<ReportingLine> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<ReportingLine> TYPE = DEF.partOf(USER).independent().seal();

  private ReportingLine(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches the lines on {@code day}. */
  public static Condition<ReportingLine> on(LocalDate day) {
    return PERIOD.on(day);
  }
}
