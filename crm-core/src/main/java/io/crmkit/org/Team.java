package io.crmkit.org;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** People who work together, whatever units they belong to. */
public final class Team extends Entity<Team> {
  static final Definition<Team> DEF = Definition.of("team", Team::new);

  /** The name. */
  public static final TextField<Team> NAME =
      DEF.text("name").required().max(200).unique().searchable().notPersonal().add();

  /** Who leads it, and so belongs to it. */
  public static final RefField<Team, User> LEADER = DEF.ref("leader", () -> User.TYPE).add();

  /** The unit that it is a team of. */
  public static final RefField<Team, OrgUnit> UNIT = DEF.ref("unit", () -> OrgUnit.TYPE).add();

  /** The type. */
  public static final EntityType<Team> TYPE = DEF.seal();

  private Team(Snapshot snapshot) {
    super(snapshot);
  }
}
