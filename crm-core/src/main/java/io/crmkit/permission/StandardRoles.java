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
  private static final String RESTRICTED = "privacy.restricted";

  /** What is the customer's for whom the actor acts. */
  private static final String THEIRS =
      "{\"field\":\"customer\",\"op\":\"is\",\"value\":{\"actor\":\"acts_for_id\"}}";

  /** What waits in a queue. */
  private static final String NOBODYS = "{\"field\":\"owner\",\"op\":\"missing\"}";

  private static final String APPROVE_DISCOUNT = "quote.approve_discount";

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
          if (permissions.knowsPermission(APPROVE_DISCOUNT)) {
            permissions.grantPermission(role, APPROVE_DISCOUNT);
          }
        });
    role(
        "service_agent",
        role -> {
          permissions.include(role, employee);
          permissions.grant(role, ALL_TYPES, OWN, READ, CREATE, UPDATE, ASSIGN, SHARE, SEE_AUDIT);
          permissions.grant(role, ALL_TYPES, TEAM, READ, UPDATE, ASSIGN);
          where(role, "service_case", ALL, NOBODYS, READ, UPDATE, ASSIGN);
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
          permissions.grantPermission(role, RESTRICTED);
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
    role("privacy_officer", this::privacyOfficer);
    role(
        "partner",
        role -> {
          permissions.grant(role, ALL_TYPES, OWN, READ, CREATE, UPDATE);
          everywhere(role, List.of("product", "pipeline", "stage"), READ);
          permissions.restrict(role, ALL_TYPES, FieldRule.PERSONAL, FieldRight.MASKED);
        });
    role("customer", this::customer);
    return List.copyOf(made);
  }

  /**
   * Somebody who answers for what is kept about people sees all of it, restricted or not, follows
   * requests of people and says how long what is kept; in business they change nothing. No other
   * role reaches the records of that, that of administrators included.
   */
  private void privacyOfficer(Role role) {
    permissions.grant(role, ALL_TYPES, ALL, READ, SEE_PERSONAL, SEE_AUDIT);
    everywhere(role, List.of("consent_entry", "erasure", "legal_hold"), READ, EXPORT);
    everywhere(role, List.of("retention_rule"), READ, CREATE, UPDATE, DELETE, RESTORE, EXPORT);
    for (String permission :
        List.of("erase", "report", "hold", "consent", "restrict", "restricted")) {
      permissions.grantPermission(role, "privacy." + permission);
    }
  }

  /**
   * Somebody who acts for a customer, see {@link User#ACTS_FOR}, follows the customer's orders,
   * what was offered, and the cases without what is for colleagues alone.
   */
  private void customer(Role role) {
    everywhere(role, List.of("product"), READ);
    where(
        role,
        "sales_order",
        ALL,
        all(THEIRS, not("{\"field\":\"state\",\"op\":\"is\",\"value\":\"draft\"}")),
        READ);
    where(role, "quote", ALL, all(THEIRS, not("{\"field\":\"sent_at\",\"op\":\"missing\"}")), READ);
    where(role, "service_case", ALL, THEIRS, READ);
    where(role, "case_step", OWN, "{\"field\":\"internal\",\"op\":\"is\",\"value\":false}", READ);
    for (String part :
        List.of(
            "order_line",
            "order_adjustment",
            "order_return",
            "shipment",
            "shipment_line",
            "quote_line",
            "quote_group",
            "quote_adjustment")) {
      if (permissions.knows(part)) {
        permissions.grant(role, part, OWN, READ);
        permissions.grant(role, part, ALL, SEE_PERSONAL);
      }
    }
    for (String type : List.of("sales_order", "quote", "service_case", "case_step")) {
      if (permissions.knows(type)) {
        permissions.grant(role, type, ALL, SEE_PERSONAL);
      }
    }
    hide(role, "sales_order", "opportunity", "moves");
    hide(role, "quote", "opportunity", "approved_discount", "approved_by");
    hide(role, "service_case", "opportunity", "severity", "skills", "tags", "queue");
    hide(role, "service_case", "service_level", "level_basis", "escalates_at", "paused_seconds");
  }

  private void hide(Role role, String type, String... fields) {
    if (permissions.knows(type)) {
      for (String field : fields) {
        permissions.restrict(role, type, field, FieldRight.HIDDEN);
      }
    }
  }

  private void where(Role role, String type, Level level, String rule, Operation... operations) {
    if (permissions.knows(type)) {
      for (Operation operation : operations) {
        permissions
            .grants()
            .create(
                draft ->
                    draft
                        .set(Grant.ROLE, role)
                        .set(Grant.RECORD_TYPE, type)
                        .set(Grant.OPERATION, operation)
                        .set(Grant.LEVEL, level)
                        .parse(Grant.RULE, rule));
      }
    }
  }

  private static String all(String... rules) {
    return "{\"all\":[" + String.join(",", rules) + "]}";
  }

  private static String not(String rule) {
    return "{\"not\":" + rule + '}';
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
