package io.crmkit.permission;

import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.org.User;

/** A person has a role, for a time or for good. */
public final class RoleAssignment extends Entity<RoleAssignment> {
  private static final Definition<RoleAssignment> DEF =
      Definition.of("role_assignment", RoleAssignment::new);

  /** The person. */
  public static final RefField<RoleAssignment, User> USER =
      DEF.ref("user", () -> User.TYPE).required().immutable().add();

  /** The role. */
  public static final RefField<RoleAssignment, Role> ROLE =
      DEF.ref("role", () -> Role.TYPE).required().immutable().add();

  /** The first day; without one, the person always had it. */
  public static final DateField<RoleAssignment> SINCE = DEF.date("since").add();

  /** The last day; without one, it lasts. */
  public static final DateField<RoleAssignment> UNTIL = DEF.date("until").add();

  static final Period<RoleAssignment> PERIOD = DEF.period(SINCE, UNTIL);

  /** The type. */
  public static final EntityType<RoleAssignment> TYPE = DEF.seal();

  private RoleAssignment(Snapshot snapshot) {
    super(snapshot);
  }
}
