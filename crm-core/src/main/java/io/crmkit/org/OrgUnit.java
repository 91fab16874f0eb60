package io.crmkit.org;

import io.crmkit.kernel.record.ChoiceField;
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

  private static final Definition<OrgUnit> DEF = Definition.of("org_unit", OrgUnit::new);

  /** The name. */
  public static final TextField<OrgUnit> NAME =
      DEF.text("name").required().max(200).searchable().add();

  /** A code that the host knows it by. */
  public static final TextField<OrgUnit> CODE = DEF.text("code").max(50).unique().add();

  /** What it is. */
  public static final ChoiceField<OrgUnit, Kind> KIND =
      DEF.choice("kind", Kind.class).required().defaultTo(Kind.DEPARTMENT).add();

  /** The unit it is a part of. */
  public static final RefField<OrgUnit, OrgUnit> PARENT =
      DEF.ref("parent", () -> OrgUnit.TYPE).add();

  /** The type. */
  public static final EntityType<OrgUnit> TYPE = DEF.seal();

  private OrgUnit(Snapshot snapshot) {
    super(snapshot);
  }
}
