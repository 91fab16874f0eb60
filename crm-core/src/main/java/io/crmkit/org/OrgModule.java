package io.crmkit.org;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users and units. */
public final class OrgModule implements CrmModule {
  private record Actor(String tenant, String name) {}

  /** Usernames never change, so what is found stays right until a user is made or deleted. */
  private final Map<Actor, Optional<Ref<User>>> users = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "org";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(OrgUnit.TYPE, User.TYPE);
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .beforeCommit(OrgUnit.TYPE, Trees.withoutCycles(OrgUnit.PARENT))
        .beforeCommit(User.TYPE, Trees.withoutCycles(User.MANAGER))
        .listen(this::forget);
  }

  /** Makes the actor the owner of a new record that has none. */
  public static <E extends Entity<E>> Hooks.Preparation<E> ownedByActor(RefField<E, User> owner) {
    return (space, draft) -> fillOwner(space, draft, owner);
  }

  private static <E extends Entity<E>> void fillOwner(
      Workspace space, Draft<E> draft, RefField<E, User> owner) {
    if (draft.isNew() && draft.get(owner) == null && !draft.isTouched(owner)) {
      space.module(OrgModule.class).userOf(space).ifPresent(user -> draft.set(owner, user));
    }
  }

  Optional<Ref<User>> userOf(Workspace space) {
    Actor actor = new Actor(space.context().tenant(), space.context().actor());
    Optional<Ref<User>> known = users.get(actor);
    if (known == null) {
      known = space.records(User.TYPE).where(User.USERNAME.is(actor.name())).first().map(User::ref);
      users.put(actor, known);
    }
    return known;
  }

  private void forget(CrmEvent event, CallContext context) {
    if (event.record().type() == User.TYPE) {
      users.keySet().removeIf(actor -> actor.tenant().equals(context.tenant()));
    }
  }
}
