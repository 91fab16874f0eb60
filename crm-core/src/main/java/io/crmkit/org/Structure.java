package io.crmkit.org;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The organisation of a tenant as it stands on a day: who belongs where, who reports to whom, who
 * stands in for whom. Immutable and thread-safe; made with one query per record type, and answers
 * take as long as they are, however large the organisation is.
 *
 * <p>It says what is, not what somebody may see: it is read in the name of the feature itself and
 * meant for those who decide about rights, such as the policy, and for figures. For answers in the
 * name of an actor ask {@link Organization}.
 *
 * <p>Days are those of {@link Workspace#today}, in the zone of the installation, which is UTC
 * unless the host gave another. Deleted records are not in it. Heads of units, leaders of teams,
 * and the tree of the territories have no dates: they are today's on every day.
 */
public final class Structure {
  private static final Set<EntityType<?>> TYPES =
      Set.of(
          OrgUnit.TYPE,
          Placement.TYPE,
          User.TYPE,
          Membership.TYPE,
          ReportingLine.TYPE,
          Team.TYPE,
          TeamMember.TYPE,
          Territory.TYPE,
          TerritoryMember.TYPE,
          Deputy.TYPE);

  private final LocalDate day;
  private final LocalDate goodUntil;
  private final Map<String, Ref<User>> usernames;
  private final Set<Ref<User>> active;
  private final Forest<User> managers;
  private final Forest<OrgUnit> units;
  private final Forest<Territory> territories;
  private final Grouped<OrgUnit> unitMembers;
  private final Grouped<Territory> territoryMembers;
  private final Map<Ref<User>, Ref<OrgUnit>> primary;
  private final Responsible<OrgUnit> heads;
  private final Responsible<Territory> territoryManagers;
  private final Responsible<Team> leaders;
  private final Grouped<Team> teamMembers;
  private final Map<Ref<User>, StandIn> byAbsent;
  private final Map<Ref<User>, List<StandIn>> byDeputy;

  Structure(StructureReader read) {
    this.day = read.day;
    this.goodUntil = read.goodUntil;
    this.usernames = Map.copyOf(read.usernames);
    this.active = Set.copyOf(read.active);
    this.managers = Forest.of(read.users, read.managers);
    this.units = Forest.of(read.units, read.parents);
    this.territories = Forest.of(read.territories, read.territoryParents);
    this.unitMembers = new Grouped<>(units, read.unitMembers());
    this.territoryMembers = new Grouped<>(territories, read.territoryMembers);
    this.teamMembers = new Grouped<>(Forest.of(read.teams, Map.of()), read.teamMembers);
    this.primary = Map.copyOf(read.primary);
    this.heads = new Responsible<>(read.heads);
    this.territoryManagers = new Responsible<>(read.territoryManagers);
    this.leaders = new Responsible<>(read.leaders);
    this.byAbsent = Map.copyOf(read.byAbsent);
    this.byDeputy = Map.copyOf(read.byDeputy);
  }

  /**
   * Reads the organisation of the tenant of {@code space}; within a unit of work as that sees it.
   *
   * @param day any day, also a past or a coming one
   */
  public static Structure of(Workspace space, LocalDate day) {
    return space.call(work -> new Structure(new StructureReader(work, day)));
  }

  /** True where a structure can become outdated by a change of a record of {@code type}. */
  public static boolean isMadeOf(EntityType<?> type) {
    return TYPES.contains(type);
  }

  /** The day it is about. */
  public LocalDate day() {
    return day;
  }

  /**
   * The first day behind {@link #day} on which something that is known already begins or ends;
   * until then the structure is right on every day unless somebody changes a record. {@link
   * LocalDate#MAX} where nothing does.
   */
  public LocalDate goodUntil() {
    return goodUntil;
  }

  /** The user in whose name an actor works; empty where the actor has no user record. */
  public Optional<Ref<User>> user(String username) {
    return Optional.ofNullable(usernames.get(username));
  }

  /** True where the user works here on the day. */
  public boolean isActive(Ref<User> user) {
    return active.contains(user);
  }

  /** The units of the day as trees. */
  public Forest<OrgUnit> units() {
    return units;
  }

  /** The unit of the user's primary membership. */
  public Optional<Ref<OrgUnit>> unitOf(Ref<User> user) {
    return Optional.ofNullable(primary.get(user));
  }

  /** The units that the user belongs to, the primary one first. */
  public List<Ref<OrgUnit>> unitsOf(Ref<User> user) {
    return unitMembers.of(user);
  }

  /** Who belongs to the unit itself. */
  public List<Ref<User>> membersOfUnit(Ref<OrgUnit> unit) {
    return unitMembers.members(unit);
  }

  /** Who belongs to the unit or to one below it, each once. */
  public Set<Ref<User>> membersOfUnitAndBelow(Ref<OrgUnit> unit) {
    return unitMembers.membersAndBelow(unit);
  }

  /** Who heads the unit. */
  public Optional<Ref<User>> headOf(Ref<OrgUnit> unit) {
    return heads.of(unit);
  }

  /** The units that the user heads. */
  public List<Ref<OrgUnit>> headedBy(Ref<User> user) {
    return heads.by(user);
  }

  /** The users as trees of who reports to whom. */
  public Forest<User> managers() {
    return managers;
  }

  /** Whom the user reports to. */
  public Optional<Ref<User>> managerOf(Ref<User> user) {
    return managers.parentOf(user);
  }

  /** Who reports to the manager, directly or through others, without the manager. */
  public List<Ref<User>> reportsOf(Ref<User> manager) {
    List<Ref<User>> all = managers.andBelow(manager);
    return all.isEmpty() ? all : all.subList(1, all.size());
  }

  /** The teams that the user belongs to or leads. */
  public List<Ref<Team>> teamsOf(Ref<User> user) {
    return teamMembers.of(user);
  }

  /** Who belongs to the team, its leader included. */
  public List<Ref<User>> membersOfTeam(Ref<Team> team) {
    return teamMembers.members(team);
  }

  /** Who leads the team. */
  public Optional<Ref<User>> leaderOf(Ref<Team> team) {
    return leaders.of(team);
  }

  /** The teams that the user leads. */
  public List<Ref<Team>> ledBy(Ref<User> user) {
    return leaders.by(user);
  }

  /** The territories as trees. */
  public Forest<Territory> territories() {
    return territories;
  }

  /** The territories that the user works in. */
  public List<Ref<Territory>> territoriesOf(Ref<User> user) {
    return territoryMembers.of(user);
  }

  /** Who works in the territory itself. */
  public List<Ref<User>> membersOfTerritory(Ref<Territory> territory) {
    return territoryMembers.members(territory);
  }

  /** Who works in the territory or in one below it, each once. */
  public Set<Ref<User>> membersOfTerritoryAndBelow(Ref<Territory> territory) {
    return territoryMembers.membersAndBelow(territory);
  }

  /** The territories that the user answers for. */
  public List<Ref<Territory>> territoriesManagedBy(Ref<User> user) {
    return territoryManagers.by(user);
  }

  /** Who acts for the user. */
  public Optional<StandIn> deputyOf(Ref<User> user) {
    return Optional.ofNullable(byAbsent.get(user));
  }

  /** For whom the user acts. */
  public List<StandIn> standsInFor(Ref<User> user) {
    return byDeputy.getOrDefault(user, List.of());
  }

  @Override
  public String toString() {
    return "Structure[" + day + ", " + managers.all().size() + " users]";
  }
}
