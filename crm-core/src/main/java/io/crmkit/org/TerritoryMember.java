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
import io.crmkit.kernel.record.Turns;
import java.time.LocalDate;

/** From one day to another a user worked in a territory. */
public final class TerritoryMember extends Entity<TerritoryMember> {
  static final Definition<TerritoryMember> DEF =
      Definition.of("territory_member", TerritoryMember::new);

  /** Which territory. */
  public static final RefField<TerritoryMember, Territory> TERRITORY =
      DEF.ref("territory", () -> Territory.TYPE).required().immutable().add();

  /** Who. */
  public static final RefField<TerritoryMember, User> USER =
      DEF.ref("user", () -> User.TYPE).required().immutable().add();

  /** What they do there: a code of {@code territory_role}. */
  public static final TextField<TerritoryMember> ROLE =
      DEF.code("role", "territory_role").required().defaultTo("seller").add();

  /** The first day; missing where it has been so for as long as anybody asks. */
  public static final DateField<TerritoryMember> SINCE = DEF.date("since").add();

  /** The last day; missing while it lasts. */
  public static final DateField<TerritoryMember> UNTIL = DEF.date("until").add();

  static final Period<TerritoryMember> PERIOD = DEF.period(SINCE, UNTIL);

  static final Turns<TerritoryMember> TURNS = DEF.turns(USER, TERRITORY);

  /** The type. */
  public static final EntityType<TerritoryMember> TYPE = DEF.partOf(TERRITORY).seal();

  private TerritoryMember(Snapshot snapshot) {
    super(snapshot);
  }

  /** Matches those who work in a territory on {@code day}. */
  public static Condition<TerritoryMember> on(LocalDate day) {
    return PERIOD.on(day);
  }
}
