package io.crmkit.org;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people and units of the organisation, on any day; itself the records of its users.
 *
 * <p>Moves are dated: they write facts ({@link Placement}, {@link Membership}, {@link
 * ReportingLine}), and questions are about a day, so the tree of last year stays what it was and
 * one planned for next month comes by itself. A move holds from its day until what is planned next;
 * one with a day in the past corrects what is known of it. Days are those of {@link
 * Workspace#today}, in the zone of the installation, UTC unless the host gave another.
 *
 * <p>Questions are answered with what the actor may see. Who may write facts may move.
 */
public final class Organization extends Records<User> {
  /** The organisation as {@code space} sees it. */
  public Organization(Workspace space) {
    super(space, User.TYPE);
  }

  /** The units. */
  public Records<OrgUnit> units() {
    return space().records(OrgUnit.TYPE);
  }

  /** The facts about where units stand. */
  public Records<Placement> placements() {
    return space().records(Placement.TYPE);
  }

  /** The facts about which units people belong to; those that are not primary are made here. */
  public Records<Membership> memberships() {
    return space().records(Membership.TYPE);
  }

  /** The facts about who reports to whom. */
  public Records<ReportingLine> reportingLines() {
    return space().records(ReportingLine.TYPE);
  }

  /** The teams. */
  public Records<Team> teams() {
    return space().records(Team.TYPE);
  }

  /** Who belongs to which team. */
  public Records<TeamMember> teamMembers() {
    return space().records(TeamMember.TYPE);
  }

  /** The territories. */
  public Records<Territory> territories() {
    return space().records(Territory.TYPE);
  }

  /** Who works in which territory. */
  public Records<TerritoryMember> territoryMembers() {
    return space().records(TerritoryMember.TYPE);
  }

  /** Who acts for whom. */
  public Records<Deputy> deputies() {
    return space().records(Deputy.TYPE);
  }

  /** The user in whose name this is; empty where the actor has no user record. */
  public Optional<Ref<User>> me() {
    return where(User.USERNAME.is(space().context().actor())).first().map(User::ref);
  }

  /** The units of a day as trees. */
  public Forest<OrgUnit> treeOn(LocalDate day) {
    Set<Ref<OrgUnit>> there = new LinkedHashSet<>();
    Map<Ref<OrgUnit>, Ref<OrgUnit>> parents = new HashMap<>();
    for (Placement place : placements().where(Placement.on(day)).list()) {
      Ref<OrgUnit> parent = place.get(Placement.PARENT);
      there.add(place.require(Placement.UNIT));
      if (parent != null) {
        parents.put(place.require(Placement.UNIT), parent);
      }
    }
    there.retainAll(units().find(there).keySet());
    return Forest.of(there, parents);
  }

  /** A unit and everything below it today. */
  public Set<Ref<OrgUnit>> unitAndBelow(Ref<OrgUnit> top) {
    return unitAndBelow(top, space().today());
  }

  /** A unit and everything below it on a day, itself first; nothing where it did not exist. */
  public Set<Ref<OrgUnit>> unitAndBelow(Ref<OrgUnit> top, LocalDate day) {
    return new LinkedHashSet<>(treeOn(day).andBelow(top));
  }

  /** Who belonged to the unit itself on a day, by identity. */
  public List<User> membersOn(Ref<OrgUnit> unit, LocalDate day) {
    List<Ref<User>> users =
        memberships().where(Membership.UNIT.is(unit), Membership.on(day)).list().stream()
            .map(membership -> membership.require(Membership.USER))
            .toList();
    return find(users).values().stream().sorted(Comparator.comparing(User::ref)).toList();
  }

  /** The units that a user belonged to on a day, the primary one first. */
  public List<OrgUnit> unitsOf(Ref<User> user, LocalDate day) {
    List<Membership> its =
        new ArrayList<>(memberships().where(Membership.USER.is(user), Membership.on(day)).list());
    its.sort(Comparator.comparing(one -> !one.require(Membership.PRIMARY)));
    List<Ref<OrgUnit>> refs = its.stream().map(one -> one.require(Membership.UNIT)).toList();
    Map<Ref<OrgUnit>, OrgUnit> found = units().find(refs);
    return refs.stream().filter(found::containsKey).map(found::get).toList();
  }

  /** A manager and everybody who reports to them today, directly or through others. */
  public Set<Ref<User>> teamOf(Ref<User> manager) {
    return teamOf(manager, space().today());
  }

  /** A manager and everybody who reported to them on a day, directly or through others. */
  public Set<Ref<User>> teamOf(Ref<User> manager, LocalDate day) {
    Map<Ref<User>, List<Ref<User>>> reports = new HashMap<>();
    for (ReportingLine line : reportingLines().where(ReportingLine.on(day)).list()) {
      reports
          .computeIfAbsent(line.require(ReportingLine.MANAGER), m -> new ArrayList<>())
          .add(line.require(ReportingLine.USER));
    }
    List<Ref<User>> all = new ArrayList<>(List.of(manager));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(reports.getOrDefault(all.get(i), List.of()));
    }
    Set<Ref<User>> seen = new LinkedHashSet<>(all);
    seen.retainAll(find(all).keySet());
    return seen;
  }

  /** Who acts for a user on a day. */
  public Optional<User> deputyFor(Ref<User> user, LocalDate day) {
    return deputies()
        .where(Deputy.USER.is(user), Deputy.on(day))
        .first()
        .flatMap(deputy -> find(deputy.require(Deputy.DEPUTY)));
  }

  /**
   * From a day on a unit is a part of another, with everything below it.
   *
   * @param parent null where it comes to stand at the top
   * @param reason why, or null
   * @return the unit, whose {@link OrgUnit#PARENT} has changed where the day has come
   * @throws io.crmkit.kernel.error.ValidationException where it would stand above itself, on
   *     whatever day
   * @throws InvalidRequestException where it does not exist on that day
   */
  public OrgUnit move(
      OrgUnit unit, @Nullable OrgUnit parent, LocalDate day, @Nullable String reason) {
    return space()
        .call(
            work -> {
              requireThere(work, unit.ref(), day);
              Ref<OrgUnit> to = parent == null ? null : parent.ref();
              Records<Placement> facts = work.records(Placement.TYPE);
              Timelines.PLACES.put(work, facts, unit.ref(), to, day, true, reason);
              return Timelines.PLACES.follow(work, unit);
            });
  }

  private static void requireThere(Workspace work, Ref<OrgUnit> unit, LocalDate day) {
    if (Timelines.PLACES.on(work, unit, day).isEmpty()) {
      throw new InvalidRequestException("org.not_there", unit, day.toString());
    }
  }

  /**
   * A unit exists no longer than to a day; moves planned for later are taken back.
   *
   * @param last its last day
   * @return the unit with its {@link OrgUnit#CLOSED_ON}
   * @throws InvalidRequestException where somebody or something is in it later, with a list
   */
  public OrgUnit close(OrgUnit unit, LocalDate last) {
    return space()
        .call(
            work -> {
              requireThere(work, unit.ref(), last);
              Records<Placement> facts = work.records(Placement.TYPE);
              Timelines.PLACES.end(facts, Timelines.PLACES.of(work, unit.ref()), last);
              work.publish(new OrgEvent.UnitClosed(unit.ref(), last.plusDays(1)));
              return Units.followEnd(work, Timelines.PLACES.follow(work, unit), last);
            });
  }

  /**
   * From a day on a unit is the one that a user belongs to in the first place. Other memberships
   * stay, save one in that same unit, which this takes the place of.
   *
   * @param reason why, or null
   * @return the user, whose {@link User#UNIT} has changed where the day has come
   */
  public User transfer(User user, OrgUnit unit, LocalDate day, @Nullable String reason) {
    return space()
        .call(
            work -> {
              Records<Membership> facts = work.records(Membership.TYPE);
              Timelines.UNITS.end(facts, besides(work, user, unit, day), day.minusDays(1));
              Timelines.UNITS.put(work, facts, user.ref(), unit.ref(), day, false, reason);
              return Timelines.UNITS.follow(work, user);
            });
  }

  private static List<Membership> besides(Workspace work, User user, OrgUnit unit, LocalDate day) {
    return Timelines.UNITS
        .own(work)
        .where(
            Membership.USER.is(user),
            Membership.UNIT.is(unit),
            Membership.PRIMARY.is(false),
            Membership.PERIOD.notOver(day))
        .list();
  }

  /**
   * From a day on a user belongs to a unit besides the primary one.
   *
   * @throws io.crmkit.kernel.error.ValidationException where they have no primary one then, or
   *     belong to this one already
   */
  public Membership join(User user, OrgUnit unit, LocalDate day) {
    return memberships()
        .create(
            d ->
                d.set(Membership.USER, user).set(Membership.UNIT, unit).set(Membership.SINCE, day));
  }

  /** Ends a membership; {@code last} is its last day. */
  public Membership leave(Membership membership, LocalDate last) {
    return memberships().update(membership, d -> d.set(Membership.UNTIL, last));
  }

  /**
   * From a day on a user reports to a manager.
   *
   * @param manager null for nobody
   * @param reason why, or null
   * @return the user, whose {@link User#MANAGER} has changed where the day has come
   * @throws io.crmkit.kernel.error.ValidationException where somebody would report to themselves,
   *     on whatever day
   */
  public User report(User user, @Nullable User manager, LocalDate day, @Nullable String reason) {
    return space()
        .call(
            work -> {
              Ref<User> to = manager == null ? null : manager.ref();
              Records<ReportingLine> facts = work.records(ReportingLine.TYPE);
              Timelines.MANAGERS.put(work, facts, user.ref(), to, day, false, reason);
              return Timelines.MANAGERS.follow(work, user);
            });
  }

  /**
   * Somebody acts for a user who is away.
   *
   * @param last the last day; null where it is not known yet
   * @throws io.crmkit.kernel.error.ValidationException where the user has another deputy then, or
   *     somebody would stand in for themselves
   */
  public Deputy deputise(User user, User deputy, LocalDate first, @Nullable LocalDate last) {
    return deputies()
        .create(
            d ->
                d.set(Deputy.USER, user)
                    .set(Deputy.DEPUTY, deputy)
                    .set(Deputy.SINCE, first)
                    .setOrClear(Deputy.UNTIL, last));
  }

  /**
   * A user leaves. From the day on they belong to no unit, team and territory and nobody stands in
   * for them or they for others; who reported to them reports to the successor, who also heads and
   * leads what they did, or to nobody. What was before the day stays, and so does their name.
   * Records that they own are not touched: listen for {@link OrgEvent.UserLeft}.
   *
   * @param day the first day on which they are not there any more
   * @param successor who takes over, or null
   * @return the user, not {@link User#ACTIVE} any more where the day has come
   */
  public User deactivate(User user, LocalDate day, @Nullable User successor) {
    return space()
        .call(
            work ->
                Leaving.plan(
                    work,
                    work.records(User.TYPE),
                    user,
                    day,
                    successor == null ? null : successor.ref()));
  }
}
