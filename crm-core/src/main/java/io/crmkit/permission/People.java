package io.crmkit.permission;

import io.crmkit.kernel.record.Ref;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.StandIn;
import io.crmkit.org.Structure;
import io.crmkit.org.Team;
import io.crmkit.org.Territory;
import io.crmkit.org.User;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The organisation of a day as levels ask it. What several people share is made once. */
final class People {
  private final Structure structure;
  private final Map<Ref<OrgUnit>, Set<Ref<User>>> membersAndBelow = new ConcurrentHashMap<>();

  People(Structure structure) {
    this.structure = structure;
  }

  Structure structure() {
    return structure;
  }

  /** True where that is everybody there is. */
  boolean everybody(Set<Ref<User>> users) {
    return users.size() == structure.managers().all().size();
  }

  /** The people whose records a level reaches, oneself among them. */
  Set<Ref<User>> within(Level level, Ref<User> me) {
    return switch (level) {
      case NONE -> Set.of();
      case OWN, TERRITORY -> Set.of(me);
      case TEAM -> team(me);
      case UNIT -> {
        Set<Ref<User>> all = new HashSet<>(Set.of(me));
        units(me).forEach(unit -> all.addAll(structure.membersOfUnit(unit)));
        yield all;
      }
      case UNIT_AND_BELOW -> {
        Set<Ref<OrgUnit>> units = units(me);
        if (units.size() == 1) {
          Set<Ref<User>> one = below(units.iterator().next());
          if (one.contains(me)) {
            yield one;
          }
        }
        Set<Ref<User>> all = new HashSet<>(Set.of(me));
        units.forEach(unit -> all.addAll(below(unit)));
        yield all;
      }
      case ALL -> Set.copyOf(structure.managers().all());
    };
  }

  private Set<Ref<User>> below(Ref<OrgUnit> unit) {
    return membersAndBelow.computeIfAbsent(unit, structure::membersOfUnitAndBelow);
  }

  /** The units that somebody belongs to or heads. */
  private Set<Ref<OrgUnit>> units(Ref<User> user) {
    Set<Ref<OrgUnit>> units = new LinkedHashSet<>(structure.unitsOf(user));
    units.addAll(structure.headedBy(user));
    return units;
  }

  private Set<Ref<User>> team(Ref<User> me) {
    Set<Ref<User>> team = new HashSet<>(Set.of(me));
    team.addAll(structure.reportsOf(me));
    structure.teamsOf(me).forEach(one -> team.addAll(structure.membersOfTeam(one)));
    return team;
  }

  /** The territories that somebody works in or answers for, and all below them. */
  Set<Ref<Territory>> territories(Ref<User> user) {
    Set<Ref<Territory>> all = new LinkedHashSet<>();
    structure.territoriesOf(user).forEach(one -> all.addAll(andBelow(one)));
    structure.territoriesManagedBy(user).forEach(one -> all.addAll(andBelow(one)));
    return all;
  }

  private List<Ref<Territory>> andBelow(Ref<Territory> territory) {
    return structure.territories().andBelow(territory);
  }

  /** The units that somebody belongs to, directly or through units below. */
  Set<Ref<OrgUnit>> unitsAndAbove(Ref<User> user) {
    Set<Ref<OrgUnit>> units = new LinkedHashSet<>();
    for (Ref<OrgUnit> unit : structure.unitsOf(user)) {
      units.addAll(structure.units().pathTo(unit));
    }
    return units;
  }

  Set<Ref<Team>> teams(Ref<User> user) {
    return Set.copyOf(structure.teamsOf(user));
  }

  /** How one user stands in for the other; empty where they do not. */
  Optional<StandIn> standIn(Ref<User> deputy, Ref<User> absent) {
    return structure.deputyOf(absent).filter(standIn -> standIn.deputy().equals(deputy));
  }
}
