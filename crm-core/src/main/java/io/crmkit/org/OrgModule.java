package io.crmkit.org;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Links;
import io.crmkit.kernel.work.Overlaps;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, units, teams, territories and deputies. */
public final class OrgModule implements CrmModule {
  private static final int MANY_USERS = 100_000;

  /**
   * So long somebody may have been made a user, or none, by another node, and not be known here.
   */
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private record Actor(String tenant, String name) {}

  private record Known(Optional<Ref<User>> user, Instant until) {}

  /** A bulk of new records asks once; usernames never change. */
  private final Cache<Actor, Known> users =
      Caffeine.newBuilder().maximumSize(MANY_USERS).executor(Runnable::run).build();

  @Override
  public String name() {
    return "org";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        OrgUnit.TYPE,
        User.TYPE,
        Placement.TYPE,
        Membership.TYPE,
        ReportingLine.TYPE,
        Team.TYPE,
        TeamMember.TYPE,
        Territory.TYPE,
        TerritoryMember.TYPE,
        Deputy.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of("territory_role", List.of("seller", "manager", "service", "support"));
  }

  @Override
  public List<Job> jobs() {
    return List.of(new DayJob());
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(User.TYPE, Links.checked(User.ACTS_FOR))
        .prepare(Placement.TYPE, Timelines.PLACES.due())
        .prepare(Membership.TYPE, Timelines.UNITS.due())
        .prepare(ReportingLine.TYPE, Timelines.MANAGERS.due())
        .beforeCommit(OrgUnit.TYPE, Units::keepUsed)
        .beforeCommit(OrgUnit.TYPE, Timelines.PLACES.copied(true))
        .beforeCommit(User.TYPE, Timelines.UNITS.copied(false))
        .beforeCommit(User.TYPE, Timelines.MANAGERS.copied(false))
        .beforeCommit(Placement.TYPE, Timelines.PLACES.consistent())
        .beforeCommit(Placement.TYPE, Units::checkPlaces)
        .beforeCommit(Placement.TYPE, Timelines.unitsWithoutCircles())
        .beforeCommit(Membership.TYPE, Timelines.UNITS.consistent())
        .beforeCommit(Membership.TYPE, MembershipRules::check)
        .beforeCommit(ReportingLine.TYPE, Timelines.MANAGERS.consistent())
        .beforeCommit(ReportingLine.TYPE, Timelines.managersWithoutCircles())
        .beforeCommit(Territory.TYPE, Trees.withoutCycles(Territory.PARENT))
        .beforeCommit(
            Deputy.TYPE,
            Circles.refused(Deputy.DEF, Deputy.PERIOD, Deputy.USER, Deputy.DEPUTY, Deputy.DEPUTY))
        .listen(this::forget);
    Overlaps.refused(hooks, TeamMember.DEF, TeamMember.PERIOD, TeamMember.TURNS);
    Overlaps.refused(hooks, TerritoryMember.DEF, TerritoryMember.PERIOD, TerritoryMember.TURNS);
    Overlaps.refused(hooks, Deputy.DEF, Deputy.PERIOD, Deputy.TURNS);
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

  private Optional<Ref<User>> userOf(Workspace space) {
    Actor actor = new Actor(space.context().tenant(), space.context().actor());
    Known known = users.getIfPresent(actor);
    if (known == null || !space.now().isBefore(known.until())) {
      Optional<User> user =
          space.own(User.DEF, User.TYPE).where(User.USERNAME.is(actor.name())).first();
      known = new Known(user.map(User::ref), space.now().plus(GOOD_FOR));
      if (user.isEmpty() || user.get().require(User.TYPE.updatedAt()).isBefore(space.now())) {
        users.put(actor, known); // not one that this unit of work itself may yet take back
      }
    }
    return known.user();
  }

  private void forget(CrmEvent event, CallContext context) {
    if (event.record().type() == User.TYPE) {
      users.asMap().keySet().removeIf(actor -> actor.tenant().equals(context.tenant()));
    }
  }
}
