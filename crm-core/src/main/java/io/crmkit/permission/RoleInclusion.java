package io.crmkit.permission;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;

/** A role has all the rights of another one as well. */
public final class RoleInclusion extends Entity<RoleInclusion> {
  private static final Definition<RoleInclusion> DEF =
      Definition.of("role_inclusion", RoleInclusion::new);

  /** The role that has more. */
  public static final RefField<RoleInclusion, Role> ROLE =
      DEF.ref("role", () -> Role.TYPE).required().immutable().add();

  /** The role whose rights it has as well. */
  public static final RefField<RoleInclusion, Role> INCLUDES =
      DEF.ref("includes", () -> Role.TYPE).required().immutable().add();

  /** The type. */
  public static final EntityType<RoleInclusion> TYPE = DEF.unique("pair", ROLE, INCLUDES).seal();

  private RoleInclusion(Snapshot snapshot) {
    super(snapshot);
  }
}
