package io.crmkit.permission;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who belongs where, as levels ask it. Immutable; sets that several people share are made once. */
final class People {
  private final Map<Ref<User>, Ref<OrgUnit>> unitOf = new HashMap<>();
  private final Map<Ref<OrgUnit>, Ref<OrgUnit>> parents = new HashMap<>();
  private final Map<Ref<OrgUnit>, List<Ref<OrgUnit>>> below = new HashMap<>();
  private final Map<Ref<OrgUnit>, Set<Ref<User>>> members = new HashMap<>();
  private final Map<Ref<User>, List<Ref<User>>> reports = new HashMap<>();
  private final Map<Ref<OrgUnit>, Set<Ref<User>>> membersAndBelow = new ConcurrentHashMap<>();
  private final Set<Ref<User>> all = new HashSet<>();

  People(Workspace space) {
    for (OrgUnit unit : space.records(OrgUnit.TYPE).query().withDeleted().list()) {
      Ref<OrgUnit> parent = unit.get(OrgUnit.PARENT);
      if (parent != null) {
        parents.put(unit.ref(), parent);
        below.computeIfAbsent(parent, p -> new ArrayList<>()).add(unit.ref());
      }
    }
    for (User user : space.records(User.TYPE).query().withDeleted().list()) {
      all.add(user.ref());
      Ref<OrgUnit> unit = user.get(User.UNIT);
      if (unit != null) {
        unitOf.put(user.ref(), unit);
        members.computeIfAbsent(unit, u -> new HashSet<>()).add(user.ref());
      }
      Ref<User> manager = user.get(User.MANAGER);
      if (manager != null) {
        reports.computeIfAbsent(manager, m -> new ArrayList<>()).add(user.ref());
      }
    }
  }

  /** True where that is everybody there is. */
  boolean everybody(Set<Ref<User>> users) {
    return users.size() == all.size();
  }

  /** The people whose records a level reaches, oneself among them. */
  Set<Ref<User>> within(Level level, Ref<User> me) {
    return switch (level) {
      case NONE, TERRITORY, OWN -> Set.of(me);
      case TEAM -> team(me);
      case UNIT -> and(me, members.getOrDefault(unit(me), Set.of()));
      case UNIT_AND_BELOW -> and(me, unitAndBelow(unit(me)));
      case ALL -> all;
    };
  }

  private @Nullable Ref<OrgUnit> unit(Ref<User> user) {
    return unitOf.get(user);
  }

  private static Set<Ref<User>> and(Ref<User> me, Set<Ref<User>> others) {
    if (others.contains(me)) {
      return others;
    }
    Set<Ref<User>> both = new HashSet<>(others);
    both.add(me);
    return both;
  }

  private Set<Ref<User>> team(Ref<User> me) {
    Set<Ref<User>> team = new LinkedHashSet<>(Set.of(me));
    List<Ref<User>> level = List.of(me);
    while (!level.isEmpty()) {
      List<Ref<User>> next = new ArrayList<>();
      for (Ref<User> manager : level) {
        for (Ref<User> report : reports.getOrDefault(manager, List.of())) {
          if (team.add(report)) {
            next.add(report);
          }
        }
      }
      level = next;
    }
    return team;
  }

  private Set<Ref<User>> unitAndBelow(@Nullable Ref<OrgUnit> unit) {
    return unit == null ? Set.of() : membersAndBelow.computeIfAbsent(unit, this::collect);
  }

  private Set<Ref<User>> collect(Ref<OrgUnit> top) {
    Set<Ref<User>> found = new HashSet<>();
    Set<Ref<OrgUnit>> units = new LinkedHashSet<>(Set.of(top));
    List<Ref<OrgUnit>> level = List.of(top);
    while (!level.isEmpty()) {
      List<Ref<OrgUnit>> next = new ArrayList<>();
      for (Ref<OrgUnit> unit : level) {
        found.addAll(members.getOrDefault(unit, Set.of()));
        below.getOrDefault(unit, List.of()).stream().filter(units::add).forEach(next::add);
      }
      level = next;
    }
    return found;
  }

  /** The units that somebody belongs to, directly or through units below. */
  Set<Ref<OrgUnit>> unitsAndAbove(Ref<User> user) {
    Set<Ref<OrgUnit>> units = new LinkedHashSet<>();
    Ref<OrgUnit> unit = unit(user);
    while (unit != null && units.add(unit)) {
      unit = parents.get(unit);
    }
    return units;
  }
}
