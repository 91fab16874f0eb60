package io.crmkit.permission;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.access.Standing;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.Veil;
import org.jspecify.annotations.Nullable;

/** The policy of the roles for one actor: keeps what they may do as long as that is good. */
final class ActorPolicy implements AccessPolicy {
  private static final Standing EVERYTHING = Standing.always(Rights.EVERYTHING);

  private final CallContext who;
  private final @Nullable Authority authority;
  private volatile Authority.@Nullable Held held;

  ActorPolicy(RolePolicy policy, CallContext who) {
    this.who = who;
    Authority its = policy.authority(who.tenant());
    this.authority = policy.isAdministrator(who.actor()) || its.isSelf(who) ? null : its;
  }

  Rights rights() {
    if (authority == null) {
      return Rights.EVERYTHING;
    }
    Authority.Held known = held;
    if (known == null || !authority.isGood(known)) {
      known = authority.held(who, authority.space().layout());
      held = known;
    }
    return known.rights();
  }

  @Override
  public Standing enter(CallContext same, Layout layout) {
    if (authority == null) {
      return EVERYTHING;
    }
    authority.enter();
    Authority.Held ready = held;
    if (ready == null || ready.layout() != layout || !authority.isGood(ready)) {
      ready = authority.held(who, layout); // while no connection is held
      held = ready;
    }
    if (who.onBehalfOf() != null) {
      authority.requireStandIn(ready.rights(), who);
    }
    return authority.standing(ready);
  }

  @Override
  public boolean allows(CallContext same, Operation operation, EntityType<?> type) {
    return rights().allows(who, operation, type);
  }

  @Override
  public <E extends Entity<E>> Condition<E> rows(
      CallContext same, Operation operation, EntityType<E> type) {
    return rights().rows(who, operation, type);
  }

  @Override
  public <E extends Entity<E>> boolean may(
      CallContext same, Operation operation, EntityType<E> type, Row row, Lookup lookup) {
    return rights().may(who, operation, type, row, lookup);
  }

  @Override
  public FieldRight field(CallContext same, Field<?, ?> field) {
    return rights().field(who, field);
  }

  @Override
  public Veil veil(CallContext same, EntityType<?> type) {
    return rights().veil(who, type);
  }

  @Override
  public boolean permits(CallContext same, String permission) {
    return rights().permits(who, permission);
  }
}
