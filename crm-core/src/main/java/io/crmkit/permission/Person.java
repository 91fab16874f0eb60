package io.crmkit.permission;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.Team;
import io.crmkit.org.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user with the roles and shares that they have at a moment. Immutable.
 *
 * @param user who
 * @param roles the roles in force
 * @param shares what is shared with them
 * @param until the first moment at which a role or a share begins or ends; null where none does
 */
record Person(User user, List<Model.Whole> roles, List<Share> shares, @Nullable Instant until) {
  /** The user of that name; empty where there is none, or they do not work here any more. */
  static Optional<Person> of(Workspace space, Model model, String username, Moment now) {
    return model
        .people()
        .structure()
        .user(username)
        .filter(model.people().structure()::isActive)
        .flatMap(user -> space.records(User.TYPE).find(user))
        .map(user -> of(space, model, user, now));
  }

  private static Person of(Workspace space, Model model, User user, Moment now) {
    return of(
        user,
        model,
        space.records(RoleAssignment.TYPE).where(RoleAssignment.USER.is(user)).list(),
        space
            .records(Share.TYPE)
            .where(
                Condition.any(
                    List.of(
                        Share.WITH_USER.is(user.ref()),
                        Share.WITH_UNIT.in(model.people().unitsAndAbove(user.ref())),
                        Share.WITH_TEAM.in(model.people().teams(user.ref())))),
                alive(now.instant()))
            .list(),
        now);
  }

  /** Everybody who works here. */
  static List<Person> all(Workspace space, Model model, Moment now) {
    Map<Ref<User>, List<RoleAssignment>> assignments = new HashMap<>();
    for (RoleAssignment one : space.records(RoleAssignment.TYPE).query().list()) {
      assignments
          .computeIfAbsent(one.require(RoleAssignment.USER), user -> new ArrayList<>())
          .add(one);
    }
    List<Share> shares = space.records(Share.TYPE).where(alive(now.instant())).list();
    List<Person> persons = new ArrayList<>();
    for (User user : space.records(User.TYPE).query().list()) {
      if (!model.people().structure().isActive(user.ref())) {
        continue;
      }
      Set<Ref<OrgUnit>> units = model.people().unitsAndAbove(user.ref());
      Set<Ref<Team>> teams = model.people().teams(user.ref());
      List<Share> withUser =
          shares.stream()
              .filter(
                  share ->
                      user.ref().equals(share.get(Share.WITH_USER))
                          || isIn(units, share.get(Share.WITH_UNIT))
                          || isIn(teams, share.get(Share.WITH_TEAM)))
              .toList();
      persons.add(of(user, model, assignments.getOrDefault(user.ref(), List.of()), withUser, now));
    }
    return persons;
  }

  private static <T> boolean isIn(Set<T> set, @Nullable T one) {
    return one != null && set.contains(one);
  }

  private static Condition<Share> alive(Instant now) {
    return Share.EXPIRES_AT.isMissing().or(Share.EXPIRES_AT.moreThan(now));
  }

  private static Person of(
      User user, Model model, List<RoleAssignment> assignments, List<Share> shares, Moment now) {
    LocalDate today = now.day();
    @Nullable Instant until = null;
    List<Model.Whole> roles = new ArrayList<>();
    for (RoleAssignment assignment : assignments) {
      Model.Whole role = model.roles().get(assignment.require(RoleAssignment.ROLE));
      if (role != null && RoleAssignment.PERIOD.includes(assignment, today)) {
        roles.add(role);
      }
      LocalDate since = assignment.get(RoleAssignment.SINCE);
      LocalDate last = assignment.get(RoleAssignment.UNTIL);
      if (since != null && since.isAfter(today)) {
        until = sooner(until, now.startOf(since));
      }
      if (last != null && !last.isBefore(today)) {
        until = sooner(until, now.startOf(last.plusDays(1)));
      }
    }
    for (Share share : shares) {
      until = sooner(until, share.get(Share.EXPIRES_AT));
    }
    return new Person(user, List.copyOf(roles), List.copyOf(shares), until);
  }

  static @Nullable Instant sooner(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
