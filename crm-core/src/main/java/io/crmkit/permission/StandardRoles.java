package io.crmkit.permission;

import static io.crmkit.kernel.access.Operation.ASSIGN;
import static io.crmkit.kernel.access.Operation.CREATE;
import static io.crmkit.kernel.access.Operation.DELETE;
import static io.crmkit.kernel.access.Operation.EXPORT;
import static io.crmkit.kernel.access.Operation.IMPORT;
import static io.crmkit.kernel.access.Operation.MASS_UPDATE;
import static io.crmkit.kernel.access.Operation.MERGE;
import static io.crmkit.kernel.access.Operation.READ;
import static io.crmkit.kernel.access.Operation.RESTORE;
import static io.crmkit.kernel.access.Operation.SEE_AUDIT;
import static io.crmkit.kernel.access.Operation.SEE_PERSONAL;
import static io.crmkit.kernel.access.Operation.SHARE;
import static io.crmkit.kernel.access.Operation.UPDATE;
import static io.crmkit.permission.Grant.ALL_TYPES;
import static io.crmkit.permission.Grant.REFERENCE_DATA;
import static io.crmkit.permission.Level.ALL;
import static io.crmkit.permission.Level.OWN;
import static io.crmkit.permission.Level.TEAM;
import static io.crmkit.permission.Level.TERRITORY;
import static io.crmkit.permission.Level.UNIT_AND_BELOW;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.Messages;
import io.crmkit.org.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The roles of a sales company. */
final class StandardRoles {
  private final Permissions permissions;
  private final List<Role> made = new ArrayList<>();

  StandardRoles(Permissions permissions) {
    this.permissions = permissions;
  }

  List<Role> install() {
    Role employee =
        role(
            "employee",
            role -> {
              permissions.grant(role, REFERENCE_DATA, ALL, READ);
              permissions.grant(role, User.TYPE, ALL, SEE_PERSONAL);
            });
    Role seller =
        role(
            "seller",
            role -> {
              permissions.include(role, employee);
              permissions.grant(
                  role, ALL_TYPES, OWN, READ, CREATE, UPDATE, DELETE, RESTORE, SHARE, SEE_AUDIT);
              permissions.grant(role, ALL_TYPES, TEAM, READ);
              permissions.grant(role, ALL_TYPES, TERRITORY, READ);
              permissions.grant(role, ALL_TYPES, ALL, SEE_PERSONAL);
            });
    role(
        "sales_manager",
        role -> {
          permissions.include(role, seller);
          permissions.grant(
              role,
              ALL_TYPES,
              UNIT_AND_BELOW,
              READ,
              CREATE,
              UPDATE,
              DELETE,
              RESTORE,
              ASSIGN,
              SHARE,
              EXPORT,
              MERGE,
              SEE_AUDIT);
          permissions.grant(role, ALL_TYPES, ALL, IMPORT, MASS_UPDATE);
        });
    role(
        "service_agent",
        role -> {
          permissions.include(role, employee);
          permissions.grant(role, ALL_TYPES, OWN, READ, CREATE, UPDATE, SHARE, SEE_AUDIT);
          permissions.grant(role, ALL_TYPES, TEAM, READ, UPDATE, ASSIGN);
          everywhere(role, List.of("customer", "contact"), READ);
          permissions.grant(role, ALL_TYPES, ALL, SEE_PERSONAL);
        });
    role(
        "marketing",
        role -> {
          permissions.include(role, employee);
          permissions.grant(role, ALL_TYPES, OWN, READ, CREATE, UPDATE, DELETE, RESTORE, SHARE);
          everywhere(role, List.of("customer", "contact", "lead"), READ, EXPORT);
          permissions.grant(role, ALL_TYPES, ALL, SEE_PERSONAL, IMPORT);
        });
    role(
        "administrator",
        role -> {
          permissions.grant(role, ALL_TYPES, ALL, Operation.values());
          permissions.grantPermission(role, ALL_TYPES);
        });
    role(
        "auditor",
        role -> {
          permissions.grant(role, ALL_TYPES, ALL, READ, SEE_AUDIT, SEE_PERSONAL);
          permissions.grant(role, AuditEntry.TYPE, ALL, READ);
          for (var type :
              List.of(
                  Role.TYPE,
                  RoleInclusion.TYPE,
                  Grant.TYPE,
                  FieldRule.TYPE,
                  RoleAssignment.TYPE,
                  Share.TYPE)) {
            permissions.grant(role, type, ALL, READ, SEE_AUDIT);
          }
        });
    role(
        "partner",
        role -> {
          permissions.grant(role, ALL_TYPES, OWN, READ, CREATE, UPDATE);
          everywhere(role, List.of("product", "pipeline", "stage"), READ);
          permissions.restrict(role, ALL_TYPES, FieldRule.PERSONAL, FieldRight.MASKED);
        });
    role("customer", role -> everywhere(role, List.of("product"), READ));
    return List.copyOf(made);
  }

  /** Types that this installation lacks are left out. */
  private void everywhere(Role role, List<String> types, Operation... operations) {
    for (String type : types) {
      if (permissions.knows(type)) {
        permissions.grant(role, type, ALL, operations);
      }
    }
  }

  private Role role(String code, Consumer<Role> granting) {
    Optional<Role> known = permissions.where(Role.CODE.is(code)).first();
    if (known.isPresent()) {
      return known.get();
    }
    String key = "permission.role." + code;
    Role role =
        permissions.define(
            code, Messages.text(Locale.ENGLISH, key), Messages.text(Locale.CHINESE, key));
    granting.accept(role);
    made.add(role);
    return role;
  }
}
