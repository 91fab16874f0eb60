package io.crmkit.org;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A company, branch or department; units form a tree. */
public final class OrgUnit extends Entity<OrgUnit> {
  /** What a unit is. */
  public enum Kind {
    /** A legal entity. */
    COMPANY,
    /** A branch or regional office. */
    BRANCH,
    /** A department or a part of one. */
    DEPARTMENT
  }

  static final Definition<OrgUnit> DEF = Definition.of("org_unit", OrgUnit::new);

  /** The name. */
  public static final TextField<OrgUnit> NAME =
      DEF.text("name").required().max(200).searchable().notPersonal().add();

  /** A code that the host knows it by. */
  public static final TextField<OrgUnit> CODE =
      DEF.text("code").max(50).unique().notPersonal().add();

  /** What it is. */
  public static final ChoiceField<OrgUnit, Kind> KIND =
      DEF.choice("kind", Kind.class).required().defaultTo(Kind.DEPARTMENT).add();

  /**
   * The unit it is a part of today. Set, it moves the unit from today on, a new one from the day it
   * is opened; {@link Placement} knows all other days.
   */
  public static final RefField<OrgUnit, OrgUnit> PARENT =
      DEF.ref("parent", () -> OrgUnit.TYPE).add();

  /** Who heads it. */
  public static final RefField<OrgUnit, User> MANAGER = DEF.ref("manager", () -> User.TYPE).add();

  /** The first day of its first place; missing where it has been there for as long as one asks. */
  public static final DateField<OrgUnit> OPENED_ON = DEF.date("opened_on").immutable().add();

  /** Its last day; missing while it lasts. */
  public static final DateField<OrgUnit> CLOSED_ON = DEF.date("closed_on").managed().add();

  /** The type. */
  public static final EntityType<OrgUnit> TYPE = DEF.seal();

  private OrgUnit(Snapshot snapshot) {
    super(snapshot);
  }
}
