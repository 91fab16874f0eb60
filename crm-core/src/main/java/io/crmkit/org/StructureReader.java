package io.crmkit.org;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Structure} is made of: what is in force on a day, and what will be next. */
final class StructureReader {
  final LocalDate day;
  LocalDate goodUntil = LocalDate.MAX;
  final Map<String, Ref<User>> usernames = new HashMap<>();
  final Set<Ref<User>> users = new HashSet<>();
  final Set<Ref<User>> active = new HashSet<>();
  final Map<Ref<User>, Ref<User>> managers = new HashMap<>();
  final Set<Ref<OrgUnit>> units = new HashSet<>();
  final Map<Ref<OrgUnit>, Ref<OrgUnit>> parents = new HashMap<>();
  final Map<Ref<OrgUnit>, Ref<User>> heads = new HashMap<>();
  final Map<Ref<User>, Ref<OrgUnit>> primary = new HashMap<>();
  final Set<Ref<Team>> teams = new HashSet<>();
  final Map<Ref<Team>, Ref<User>> leaders = new HashMap<>();
  final List<Grouped.Link<Team>> teamMembers = new ArrayList<>();
  final Set<Ref<Territory>> territories = new HashSet<>();
  final Map<Ref<Territory>, Ref<Territory>> territoryParents = new HashMap<>();
  final Map<Ref<Territory>, Ref<User>> territoryManagers = new HashMap<>();
  final List<Grouped.Link<Territory>> territoryMembers = new ArrayList<>();
  final Map<Ref<User>, StandIn> byAbsent = new HashMap<>();
  final Map<Ref<User>, List<StandIn>> byDeputy = new HashMap<>();

  private final Workspace space;
  private final List<Grouped.Link<OrgUnit>> firstUnits = new ArrayList<>();
  private final List<Grouped.Link<OrgUnit>> otherUnits = new ArrayList<>();

  StructureReader(Workspace space, LocalDate day) {
    this.space = space;
    this.day = day;
    readUsers();
    readUnits();
    readTeams();
    readTerritories();
    inForce(Deputy.DEF, Deputy.TYPE, Deputy.PERIOD, this::standsIn);
  }

  List<Grouped.Link<OrgUnit>> unitMembers() {
    List<Grouped.Link<OrgUnit>> all = new ArrayList<>(firstUnits);
    all.addAll(otherUnits);
    return all;
  }

  private void readUsers() {
    all(
        User.DEF,
        User.TYPE,
        user -> {
          users.add(user.ref());
          usernames.put(user.require(User.USERNAME), user.ref());
          LocalDate left = user.get(User.LEFT_ON);
          if (isActive(user, left)) {
            active.add(user.ref());
          }
          next(left);
          next(user.get(User.JOINED_ON));
        });
    inForce(
        ReportingLine.DEF,
        ReportingLine.TYPE,
        ReportingLine.PERIOD,
        line ->
            managers.put(line.require(ReportingLine.USER), line.require(ReportingLine.MANAGER)));
    inForce(Membership.DEF, Membership.TYPE, Membership.PERIOD, this::belongs);
  }

  /** Somebody who left was active before, somebody who was merely switched off never is. */
  private boolean isActive(User user, @Nullable LocalDate left) {
    LocalDate joined = user.get(User.JOINED_ON);
    boolean begun = joined == null || !joined.isAfter(day);
    return begun && (left == null ? user.require(User.ACTIVE) : left.isAfter(day));
  }

  private void belongs(Membership membership) {
    Ref<User> user = membership.require(Membership.USER);
    Ref<OrgUnit> unit = membership.require(Membership.UNIT);
    boolean first = membership.require(Membership.PRIMARY);
    if (!users.contains(user)) {
      return;
    }
    if (first) {
      primary.put(user, unit);
    }
    (first ? firstUnits : otherUnits).add(new Grouped.Link<>(unit, user));
  }

  private void readUnits() {
    Set<Ref<OrgUnit>> live = new HashSet<>();
    all(
        OrgUnit.DEF,
        OrgUnit.TYPE,
        unit -> {
          live.add(unit.ref());
          responsible(unit, OrgUnit.MANAGER, heads);
        });
    inForce(
        Placement.DEF,
        Placement.TYPE,
        Placement.PERIOD,
        place -> {
          Ref<OrgUnit> unit = place.require(Placement.UNIT);
          Ref<OrgUnit> parent = place.get(Placement.PARENT);
          if (live.contains(unit)) {
            units.add(unit);
          }
          if (parent != null) {
            parents.put(unit, parent);
          }
        });
    heads.keySet().retainAll(units);
    primary.values().retainAll(units);
  }

  private void readTeams() {
    Map<Ref<Team>, Set<Ref<User>>> members = new HashMap<>();
    inForce(
        TeamMember.DEF,
        TeamMember.TYPE,
        TeamMember.PERIOD,
        member ->
            members
                .computeIfAbsent(member.require(TeamMember.TEAM), team -> new HashSet<>())
                .add(member.require(TeamMember.USER)));
    all(
        Team.DEF,
        Team.TYPE,
        team -> {
          teams.add(team.ref());
          responsible(team, Team.LEADER, leaders);
          Set<Ref<User>> its = members.getOrDefault(team.ref(), new HashSet<>());
          Ref<User> leader = leaders.get(team.ref());
          if (leader != null) {
            its.add(leader);
          }
          its.stream()
              .filter(users::contains)
              .sorted()
              .forEach(user -> teamMembers.add(new Grouped.Link<>(team.ref(), user)));
        });
  }

  private void readTerritories() {
    all(
        Territory.DEF,
        Territory.TYPE,
        territory -> {
          territories.add(territory.ref());
          responsible(territory, Territory.MANAGER, territoryManagers);
          Ref<Territory> parent = territory.get(Territory.PARENT);
          if (parent != null) {
            territoryParents.put(territory.ref(), parent);
          }
        });
    inForce(
        TerritoryMember.DEF,
        TerritoryMember.TYPE,
        TerritoryMember.PERIOD,
        member -> {
          Ref<User> user = member.require(TerritoryMember.USER);
          if (users.contains(user)) {
            territoryMembers.add(
                new Grouped.Link<>(member.require(TerritoryMember.TERRITORY), user));
          }
        });
  }

  private void standsIn(Deputy deputy) {
    StandIn standIn =
        new StandIn(
            deputy.require(Deputy.USER),
            deputy.require(Deputy.DEPUTY),
            deputy.get(Deputy.ONLY_FOR) == null ? Set.of() : deputy.require(Deputy.ONLY_FOR));
    if (users.contains(standIn.user()) && users.contains(standIn.deputy())) {
      byAbsent.put(standIn.user(), standIn);
      byDeputy.computeIfAbsent(standIn.deputy(), user -> new ArrayList<>(1)).add(standIn);
    }
  }

  private <G extends Entity<G>> void responsible(
      G group, Field<G, Ref<User>> field, Map<Ref<G>, Ref<User>> people) {
    Ref<User> user = group.get(field);
    if (user != null && users.contains(user)) {
      people.put(group.ref(), user);
    }
  }

  private <E extends Entity<E>> void all(
      Definition<E> definition, EntityType<E> type, Consumer<E> sink) {
    space.own(definition, type).query().list().forEach(sink);
  }

  private <E extends Entity<E>> void inForce(
      Definition<E> definition, EntityType<E> type, Period<E> period, Consumer<E> sink) {
    for (E fact : space.own(definition, type).where(period.notOver(day)).list()) {
      if (period.includes(fact, day)) {
        sink.accept(fact);
        next(Span.of(fact, period).behind());
      } else {
        next(fact.get(period.since()));
      }
    }
  }

  private void next(@Nullable LocalDate change) {
    if (change != null && change.isAfter(day) && change.isBefore(goodUntil)) {
      goodUntil = change;
    }
  }
}
