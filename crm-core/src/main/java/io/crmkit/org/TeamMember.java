package io.crmkit.org;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.Turns;
import java.time.LocalDate;

/** From one day to another a user belonged to a team. */
public final class TeamMember extends Entity<TeamMember> {
  static final Definition<TeamMember> DEF = Definition.of("team_member", TeamMember::new);

  /** Which team. */
  public static final RefField<TeamMember, Team> TEAM =
      DEF.ref("team", () -> Team.TYPE).required().immutable().add();

  /** Who. */
  public static final RefField<TeamMember, User> USER =
      DEF.ref("user", () -> User.TYPE).required().immutable().add();

  /** The first day; missing where it has been so for as long as anybody asks. */
  public static final DateField<TeamMember> SINCE = DEF.date("since").add();

  /** The last day; missing while it lasts. */
  public static final DateField<TeamMember> UNTIL = DEF.date("until").add();

  static final Period<TeamMember> PERIOD = DEF.period(SINCE, UNTIL);

  static final Turns<TeamMember> TURNS = DEF.turns(USER, TEAM);

  /** The type. */
  public static final EntityType<TeamMember> TYPE = DEF.partOf(TEAM).seal();

  private TeamMember(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches those who belong to a team on {@code day}. */
  public static Condition<TeamMember> on(LocalDate day) {
    return PERIOD.on(day);
  }
}
