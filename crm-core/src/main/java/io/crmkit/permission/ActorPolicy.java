package io.crmkit.permission;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Veil;
import org.jspecify.annotations.Nullable;

/** The policy of the roles for one actor: keeps what they may do as long as that is good. */
final class ActorPolicy implements AccessPolicy {
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
      known = authority.held(who);
      held = known;
    }
    return known.rights();
  }

  @Override
  public void enter(CallContext same) {
    if (authority != null) {
      authority.enter();
      Rights ready = rights(); // while no connection is held
      if (who.onBehalfOf() != null) {
        authority.requireStandIn(ready, who);
      }
    }
  }

  @Override
  public boolean allows(CallContext same, Operation operation, EntityType<?> type) {
    return rights().of(type).allows(operation);
  }

  @Override
  public <E extends Entity<E>> Condition<E> rows(
      CallContext same, Operation operation, EntityType<E> type) {
    return rights().of(type).rows(operation);
  }

  @Override
  public FieldRight field(CallContext same, Field<?, ?> field) {
    return rights().of(field.type()).field(field);
  }

  @Override
  public Veil veil(CallContext same, EntityType<?> type) {
    return rights().of(type).veil();
  }

  @Override
  public boolean permits(CallContext same, String permission) {
    return rights().permits(permission);
  }
}
