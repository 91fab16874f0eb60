package io.crmkit.examples.bench.access;

import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/** jCasbin without its cache of answers; tuned, the cheap comparisons of its matcher come first. */
final class CasbinSide implements Side {
  private static final String MODEL =
      """
      [request_definition]
      r = sub, kind, act, unit, reach

      [policy_definition]
      p = sub, kind, act

      [role_definition]
      g = _, _
      g2 = _, _

      [policy_effect]
      e = some(where (p.eft == allow))

      [matchers]
      m = %s && g2(r.unit, r.reach)
      """;
  private static final String DOCUMENTED = "g(r.sub, p.sub) && r.kind == p.kind && r.act == p.act";
  private static final String TUNED = "r.act == p.act && r.kind == p.kind && g(r.sub, p.sub)";

  private final Enforcer enforcer;
  private final String me;
  private final String mine;
  private final String theirs;

  CasbinSide(Plan plan, boolean tuned) {
    Model model = new Model();
    model.loadModelFromText(MODEL.formatted(tuned ? TUNED : DOCUMENTED));
    enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    enforcer.enableAutoBuildRoleLinks(false);
    for (int role = 0; role < Plan.ROLES; role++) {
      for (Plan.Granted granted : plan.granted(role)) {
        enforcer.addPolicy(Plan.role(role), granted.type(), granted.operation().toString());
      }
    }
    for (int i = 0; i < plan.actors(); i++) {
      for (int role = 0; role < plan.held(); role++) {
        enforcer.addGroupingPolicy(Plan.actor(i), Plan.role(role));
      }
      enforcer.addNamedGroupingPolicy("g2", Plan.unit(i), "top");
    }
    enforcer.buildRoleLinks();
    me = Plan.actor(plan.me());
    mine = Plan.unit(plan.me());
    theirs = Plan.unit(plan.other());
  }

  @Override
  public boolean decide(boolean own) {
    return enforcer.enforce(me, "customer", "update", own ? mine : theirs, mine);
  }
}
