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

/**
 * A fact: from one day to another a unit was a part of another, or stood at the top. A unit has at
 * most one place on a day; on days without one it does not exist.
 */
public final class Placement extends Entity<Placement> {
  static final Definition<Placement> DEF = Definition.of("placement", Placement::new);

  /** Which unit. */
  public static final RefField<Placement, OrgUnit> UNIT =
      DEF.ref("unit", () -> OrgUnit.TYPE).required().immutable().managed().add();

  /** The unit it was a part of; missing at the top. */
  public static final RefField<Placement, OrgUnit> PARENT =
      DEF.ref("parent", () -> OrgUnit.TYPE).managed().add();

  /** The first day; missing where it has been there for as long as anybody asks. */
  public static final DateField<Placement> SINCE = DEF.date("since").managed().add();

  /** The last day; missing while it lasts. */
  public static final DateField<Placement> UNTIL = DEF.date("until").managed().add();

  /** Why, in the actor's words. */
  public static final TextField<Placement> REASON = DEF.text("reason").max(1000).managed().add();

  /** The day on which {@link OrgUnit#PARENT} has to follow; missing where it has. */
  static final DateField<Placement> DUE_ON = DEF.date("due_on").indexed().managed().add();

  static final Period<Placement> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<Placement> TYPE = DEF.partOf(UNIT).independent().seal();

  private Placement(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches the places on {@code day}. */
  public static Condition<Placement> on(LocalDate day) {
    return PERIOD.on(day);
  }
}
