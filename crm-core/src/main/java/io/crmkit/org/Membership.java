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
import io.crmkit.kernel.record.ValueField;
import java.time.LocalDate;

/**
 * A fact: from one day to another a user belonged to a unit. People may belong to several; on every
 * day on which they belong to any, exactly one of them is the primary one.
 */
public final class Membership extends Entity<Membership> {
  static final Definition<Membership> DEF = Definition.of("membership", Membership::new);

  /** Who. */
  public static final RefField<Membership, User> USER =
      DEF.ref("user", () -> User.TYPE).required().immutable().add();

  /** To which unit. */
  public static final RefField<Membership, OrgUnit> UNIT =
      DEF.ref("unit", () -> OrgUnit.TYPE).required().add();

  /** It is the one that they are counted in. */
  public static final ValueField<Membership, Boolean> PRIMARY =
      DEF.yesNo("primary").required().defaultTo(false).immutable().add();

  /** What they are there. */
  public static final TextField<Membership> JOB_TITLE =
      DEF.text("job_title").max(200).personal().add();

  /** The first day; missing where it has been so for as long as anybody asks. */
  public static final DateField<Membership> SINCE = DEF.date("since").add();

  /** The last day; missing while it lasts. */
  public static final DateField<Membership> UNTIL = DEF.date("until").add();

  /** Why, in the actor's words. */
  public static final TextField<Membership> REASON = DEF.text("reason").max(1000).personal().add();

  /** The day on which {@link User#UNIT} has to follow; missing where it has. */
  static final DateField<Membership> DUE_ON = DEF.date("due_on").indexed().managed().add();

  static final Period<Membership> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<Membership> TYPE = DEF.partOf(USER, UNIT).independent().seal();

  private Membership(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches the memberships on {@code day}. */
  public static Condition<Membership> on(LocalDate day) {
    return PERIOD.on(day);
  }
}
