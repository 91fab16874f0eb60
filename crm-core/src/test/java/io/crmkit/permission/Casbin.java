package io.crmkit.permission;

import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/** The same policy in the words of jCasbin: roles in tenants, and a denial overrides. */
final class Casbin {
  private static final String MODEL =
      """
      [request_definition]
      r = sub, dom, kind, owner, unit, act

      [policy_definition]
      p = sub, dom, kind, act, lvl, eft

      [role_definition]
      g = _, _, _
      g2 = _, _, _

      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

      [matchers]
      m = r.dom == p.dom && r.act == p.act && (p.kind == "*" || p.kind == r.kind) \
      && g(r.sub, p.sub, r.dom) \
      && (p.lvl == "all" || r.sub == r.owner \
      || (p.lvl == "unit_and_below" && g2(r.owner, r.unit, r.dom)))
      """;

  private final Enforcer enforcer;

  Casbin() {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    enforcer = new Enforcer(model);
    enforcer.enableLog(false);
  }

  void grant(
      String role, String tenant, String type, String operation, String level, boolean denies) {
    enforcer.addPolicy(role, tenant, type, operation, level, denies ? "deny" : "allow");
  }

  /** A user has a role, or a role includes another. */
  void has(String who, String role, String tenant) {
    enforcer.addGroupingPolicy(who, role, tenant);
  }

  /** A user belongs to a unit, or a unit to the one above. */
  void belongs(String what, String unit, String tenant) {
    enforcer.addNamedGroupingPolicy("g2", what, unit, tenant);
  }

  boolean allows(
      String user, String tenant, String type, String owner, String unit, String operation) {
    return enforcer.enforce(user, tenant, type, owner, unit, operation);
  }
}
