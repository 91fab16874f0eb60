package io.crmkit.permission;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.org.OrgModule;
import io.crmkit.org.Structure;
import java.util.ArrayList;
import java.util.List;

/** Roles, grants and shares. */
public final class PermissionModule implements CrmModule {
  private final RolePolicy roles;
  private final boolean inForce;

  /**
   * @param roles what the roles say
   * @param policy the policy that the CRM is opened with; roles can be defined under any
   */
  public PermissionModule(RolePolicy roles, AccessPolicy policy) {
    this.roles = roles;
    this.inForce = policy == roles;
  }

  RolePolicy roles() {
    return roles;
  }

  /** True where the policy that is asked is that of the roles. */
  public boolean inForce() {
    return inForce;
  }

  @Override
  public String name() {
    return "permission";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        Role.TYPE,
        RoleInclusion.TYPE,
        Grant.TYPE,
        FieldRule.TYPE,
        RoleAssignment.TYPE,
        Share.TYPE,
        PermissionMark.TYPE);
  }

  @Override
  public void register(Hooks hooks) {
    GrantGuard guard = new GrantGuard(this);
    hooks
        .beforeCommit(Role.TYPE, guard::role)
        .beforeCommit(Share.TYPE, guard::share)
        .beforeCommit(RoleInclusion.TYPE, guard::inclusion)
        .beforeCommit(Grant.TYPE, guard::grant)
        .beforeCommit(FieldRule.TYPE, guard::fieldRule)
        .beforeCommit(RoleAssignment.TYPE, guard::assignment)
        .watch(ofTheModel(), new Marks(true, tenant -> roles.changed(tenant, true)))
        .watch(
            List.of(RoleAssignment.TYPE, Share.TYPE),
            new Marks(false, tenant -> roles.changed(tenant, false)));
  }

  private static List<EntityType<?>> ofTheModel() {
    List<EntityType<?>> types =
        new ArrayList<>(List.of(Role.TYPE, RoleInclusion.TYPE, Grant.TYPE, FieldRule.TYPE));
    new OrgModule().types().stream().filter(Structure::isMadeOf).forEach(types::add);
    return types;
  }
}
