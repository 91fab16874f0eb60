package io.crmkit.examples.bench.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.SimplePrincipalCollection;

/**
 * Apache Shiro, with everything parsed and at hand before it is asked; as it comes it copies the
 * set of permissions for every question, tuned it does not.
 */
final class ShiroSide implements Side {
  private static final class Held extends AuthorizingRealm {
    private final Map<Object, AuthorizationInfo> held = new HashMap<>();

    private final boolean tuned;

    Held(boolean tuned) {
      this.tuned = tuned;
      setName("held");
      setAuthorizationCachingEnabled(false);
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection who) {
      return held.get(who.getPrimaryPrincipal());
    }

    @Override
    protected Collection<Permission> getPermissions(AuthorizationInfo info) {
      return tuned ? info.getObjectPermissions() : super.getPermissions(info);
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
      throw new UnsupportedOperationException("nobody logs in");
    }
  }

  private final Held realm;
  private final PrincipalCollection me;
  private final Permission mine;
  private final Permission theirs;

  ShiroSide(Plan plan, boolean tuned) {
    realm = new Held(tuned);
    for (int i = 0; i < plan.actors(); i++) {
      SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
      for (int role = 0; role < plan.held(); role++) {
        for (Plan.Granted granted : plan.granted(role)) {
          info.addObjectPermission(permission(granted, i));
        }
      }
      realm.held.put(Plan.actor(i), info);
    }
    me = new SimplePrincipalCollection(Plan.actor(plan.me()), "held");
    mine = permission(Plan.asked(), plan.me());
    theirs = permission(Plan.asked(), plan.other());
  }

  private static Permission permission(Plan.Granted granted, int unit) {
    return new WildcardPermission(
        granted.type() + ':' + granted.operation() + ':' + Plan.unit(unit));
  }

  @Override
  public boolean decide(boolean own) {
    return realm.isPermitted(me, own ? mine : theirs);
  }
}
