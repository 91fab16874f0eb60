package io.crmkit.org;

import static io.crmkit.testing.Fixtures.aUnit;
import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.testing.CrmTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Units and people move from one day to another, and every day keeps the tree it had. */
class DatedMovesTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final LocalDate LAST_YEAR = LocalDate.of(2026, 6, 1);
  private static final LocalDate NEXT_MONTH = LocalDate.of(2027, 4, 1);

  private final List<CrmEvent> heard = new ArrayList<>();
  private OrgUnit company;
  private OrgUnit sales;
  private OrgUnit service;
  private OrgUnit north;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.listen((event, context) -> heard.add(event));
  }

  @BeforeEach
  void aCompany() {
    company = unit("Company", null);
    sales = unit("Sales", company);
    service = unit("Service", company);
    north = unit("North", sales);
  }

  private Organization org() {
    return ada.organization();
  }

  private OrgUnit unit(String name, @Nullable OrgUnit parent) {
    return org()
        .units()
        .create(
            aUnit(name)
                .andThen(d -> d.setOrClear(OrgUnit.PARENT, parent == null ? null : parent.ref())));
  }

  private User user(String name, @Nullable OrgUnit unit) {
    return org()
        .create(
            aUser(name).andThen(d -> d.setOrClear(User.UNIT, unit == null ? null : unit.ref())));
  }

  private OrgUnit now(OrgUnit unit) {
    return org().units().get(unit.ref());
  }

  private User now(User user) {
    return org().get(user.ref());
  }

  private List<OrgUnit> unitsOn(User user, LocalDate day) {
    return org().unitsOf(user.ref(), day).stream().map(this::now).toList();
  }

  private static void assertRefused(String code, Executable verb) {
    ValidationException refused = assertThrows(ValidationException.class, verb);
    assertEquals(code, refused.violations().get(0).code());
  }

  private void tomorrowIs(LocalDate day) {
    clock.advance(Duration.ofDays(TODAY.until(day).getDays() + 31L * TODAY.until(day).getMonths()));
    assertEquals(day, ada.workspace().today());
  }

  @Test
  void a_move_leaves_the_past_tree_as_it_was() {
    OrgUnit moved = org().move(north, service, TODAY, "fewer layers");
    assertEquals(service.ref(), moved.get(OrgUnit.PARENT));
    assertEquals(moved, now(north));
    assertEquals(Optional.of(sales.ref()), org().treeOn(LAST_YEAR).parentOf(north.ref()));
    assertEquals(Optional.of(sales.ref()), org().treeOn(TODAY.minusDays(1)).parentOf(north.ref()));
    assertEquals(Optional.of(service.ref()), org().treeOn(TODAY).parentOf(north.ref()));
    assertEquals(Set.of(sales.ref(), north.ref()), org().unitAndBelow(sales.ref(), LAST_YEAR));
    assertEquals(Set.of(sales.ref()), org().unitAndBelow(sales.ref()));
    assertEquals(
        "fewer layers",
        org()
            .placements()
            .where(Placement.UNIT.is(north), Placement.on(TODAY))
            .first()
            .orElseThrow()
            .get(Placement.REASON));
    assertTrue(
        heard.contains(new OrgEvent.UnitMoved(north.ref(), service.ref(), TODAY)), heard::toString);
  }

  @Test
  void a_parent_written_into_a_unit_is_a_move_from_today_on() {
    org().units().update(north, d -> d.set(OrgUnit.PARENT, service));
    assertEquals(Optional.of(sales.ref()), org().treeOn(TODAY.minusDays(1)).parentOf(north.ref()));
    assertEquals(Optional.of(service.ref()), org().treeOn(TODAY).parentOf(north.ref()));
    org().units().update(now(north), d -> d.clear(OrgUnit.PARENT));
    assertEquals(List.of(company.ref(), north.ref()), org().treeOn(TODAY).roots());
  }

  @Test
  void a_move_planned_for_a_day_comes_by_itself() {
    OrgUnit planned = org().move(north, service, NEXT_MONTH, null);
    assertEquals(sales.ref(), planned.get(OrgUnit.PARENT));
    assertEquals(Optional.of(sales.ref()), org().treeOn(TODAY).parentOf(north.ref()));
    assertEquals(Optional.of(service.ref()), org().treeOn(NEXT_MONTH).parentOf(north.ref()));
    tomorrowIs(NEXT_MONTH);
    assertEquals(Set.of(service.ref(), north.ref()), org().unitAndBelow(service.ref()));
    assertTrue(crm.jobs().runDue().stream().mapToInt(run -> run.done()).sum() > 0);
    assertEquals(service.ref(), now(north).get(OrgUnit.PARENT));
    assertEquals(0, crm.jobs().runDue().stream().mapToInt(run -> run.done()).sum());
  }

  @Test
  void a_unit_can_come_to_stand_at_the_top() {
    org().move(north, null, TODAY, null);
    assertEquals(List.of(company.ref(), north.ref()), org().treeOn(TODAY).roots());
    assertEquals(List.of(company.ref()), org().treeOn(LAST_YEAR).roots());
  }

  @Test
  void no_unit_stands_above_itself_on_any_day() {
    org().move(sales, service, NEXT_MONTH, null);
    assertRefused(
        "violation.cycle", () -> org().move(service, north, NEXT_MONTH.plusDays(5), null));
    assertRefused("violation.cycle", () -> org().move(service, north, TODAY, null));
    org().move(sales, company, NEXT_MONTH.plusDays(10), null);
    org().move(service, north, NEXT_MONTH.plusDays(10), null);
  }

  @Test
  void a_move_of_the_past_corrects_what_is_known_until_the_next() {
    org().move(north, service, TODAY, null);
    org().move(now(north), company, LAST_YEAR, "it was so");
    assertEquals(Optional.of(company.ref()), org().treeOn(LAST_YEAR).parentOf(north.ref()));
    assertEquals(Optional.of(service.ref()), org().treeOn(TODAY).parentOf(north.ref()));
    assertEquals(
        Optional.of(sales.ref()), org().treeOn(LAST_YEAR.minusDays(1)).parentOf(north.ref()));
  }

  @Test
  void people_belong_to_several_units_and_to_one_of_them_in_the_first_place() {
    User eve = user("eve", north);
    org().join(eve, service, TODAY);
    assertEquals(List.of(north, service), unitsOn(eve, TODAY));
    assertEquals(List.of(north), unitsOn(eve, LAST_YEAR));
    assertEquals(List.of(eve), org().membersOn(service.ref(), TODAY));
    assertEquals(List.of(), org().membersOn(service.ref(), LAST_YEAR));
    assertEquals(north.ref(), now(eve).get(User.UNIT));
    assertRefused("violation.overlap", () -> org().join(eve, service, NEXT_MONTH));
    assertRefused(
        "violation.overlap",
        () ->
            org()
                .memberships()
                .create(
                    d ->
                        d.set(Membership.USER, eve)
                            .set(Membership.UNIT, company)
                            .set(Membership.PRIMARY, true)));
    User dan = user("dan", null);
    assertRefused("org.no_primary", () -> org().join(dan, service, TODAY));
  }

  @Test
  void a_transfer_keeps_where_somebody_was_before() {
    User eve = user("eve", north);
    org().join(eve, service, TODAY);
    User moved = org().transfer(eve, service, NEXT_MONTH, "promoted");
    assertEquals(north.ref(), moved.get(User.UNIT));
    assertEquals(List.of(north), unitsOn(eve, LAST_YEAR));
    assertEquals(List.of(north, service), unitsOn(eve, TODAY));
    assertEquals(List.of(service), unitsOn(eve, NEXT_MONTH));
    tomorrowIs(NEXT_MONTH);
    crm.jobs().runDue();
    assertEquals(service.ref(), now(eve).get(User.UNIT));
  }

  @Test
  void a_unit_written_into_a_user_is_a_transfer_from_today_on() {
    User eve = user("eve", north);
    org().update(eve, d -> d.set(User.UNIT, service));
    assertEquals(List.of(north), unitsOn(eve, TODAY.minusDays(1)));
    assertEquals(List.of(service), unitsOn(eve, TODAY));
    org().update(now(eve), d -> d.clear(User.UNIT));
    assertEquals(List.of(), unitsOn(eve, TODAY));
    assertEquals(List.of(north), unitsOn(eve, TODAY.minusDays(1)));
  }

  @Test
  void a_membership_made_as_a_record_is_seen_in_the_user() {
    User eve = user("eve", null);
    org()
        .memberships()
        .create(
            d ->
                d.set(Membership.USER, eve)
                    .set(Membership.UNIT, north)
                    .set(Membership.PRIMARY, true)
                    .set(Membership.JOB_TITLE, "Key account manager")
                    .set(Membership.SINCE, LAST_YEAR));
    assertEquals(north.ref(), now(eve).get(User.UNIT));
  }

  @Test
  void who_joins_next_month_belongs_nowhere_before() {
    User eve = org().create(aUser("eve").andThen(d -> d.set(User.JOINED_ON, NEXT_MONTH)));
    User placed = org().transfer(eve, north, NEXT_MONTH, "hired");
    assertEquals(List.of(), unitsOn(eve, TODAY));
    assertEquals(List.of(north), unitsOn(eve, NEXT_MONTH));
    assertNull(placed.get(User.UNIT));
    assertRefused(
        "org.not_yet",
        () ->
            org()
                .create(
                    aUser("dan")
                        .andThen(d -> d.set(User.UNIT, north).set(User.JOINED_ON, NEXT_MONTH))));
    tomorrowIs(NEXT_MONTH);
    crm.jobs().runDue();
    assertEquals(north.ref(), now(eve).get(User.UNIT));
  }

  @Test
  void who_joined_last_year_belongs_to_the_unit_from_that_day_on() {
    User eve =
        org()
            .create(
                aUser("eve").andThen(d -> d.set(User.UNIT, north).set(User.JOINED_ON, LAST_YEAR)));
    assertEquals(List.of(), unitsOn(eve, LAST_YEAR.minusDays(1)));
    assertEquals(List.of(north), unitsOn(eve, LAST_YEAR));
    assertEquals(eve, now(eve));
  }

  @Test
  void a_unit_opened_next_month_does_not_exist_before() {
    OrgUnit west =
        org().units().create(aUnit("West").andThen(d -> d.set(OrgUnit.OPENED_ON, NEXT_MONTH)));
    org().move(west, sales, NEXT_MONTH, null);
    assertEquals(false, org().treeOn(TODAY).contains(west.ref()));
    assertEquals(Optional.of(sales.ref()), org().treeOn(NEXT_MONTH).parentOf(west.ref()));
    tomorrowIs(NEXT_MONTH);
    crm.jobs().runDue();
    assertEquals(sales.ref(), now(west).get(OrgUnit.PARENT));
  }

  @Test
  void reports_of_a_manager_are_those_of_the_day() {
    User boss = user("boss", null);
    User lead = user("lead", null);
    User rep = user("rep", null);
    org().report(lead, boss, LAST_YEAR, null);
    User placed = org().report(rep, lead, LAST_YEAR, null);
    assertEquals(lead.ref(), placed.get(User.MANAGER));
    org().report(placed, boss, TODAY, "lead is away");
    assertEquals(Set.of(lead.ref(), rep.ref()), org().teamOf(lead.ref(), LAST_YEAR));
    assertEquals(Set.of(lead.ref()), org().teamOf(lead.ref()));
    assertEquals(Set.of(boss.ref(), lead.ref(), rep.ref()), org().teamOf(boss.ref()));
    assertRefused("violation.cycle", () -> org().report(boss, rep, LAST_YEAR, null));
    assertRefused("violation.cycle", () -> org().report(boss, rep, NEXT_MONTH, null));
  }

  @Test
  void a_unit_in_use_is_not_deleted_and_says_who_is_in_the_way() {
    user("eve", sales);
    InvalidRequestException refused =
        assertThrows(InvalidRequestException.class, () -> org().units().delete(sales));
    assertEquals("org.unit_used", refused.code());
    assertTrue(refused.getMessage().contains("1 members: [eve]"), refused::getMessage);
    assertTrue(refused.getMessage().contains("1 units below it: [North]"), refused::getMessage);
  }

  @Test
  void a_unit_is_closed_once_nobody_is_in_it_and_keeps_its_past() {
    User eve = user("eve", north);
    assertEquals(
        "org.unit_used",
        assertThrows(InvalidRequestException.class, () -> org().close(north, NEXT_MONTH)).code());
    org().transfer(eve, sales, NEXT_MONTH, null);
    org().close(north, NEXT_MONTH.minusDays(1));
    assertTrue(org().treeOn(TODAY).contains(north.ref()));
    assertTrue(org().treeOn(NEXT_MONTH.minusDays(1)).contains(north.ref()));
    assertEquals(Set.of(), org().unitAndBelow(north.ref(), NEXT_MONTH));
    assertEquals(List.of(eve.ref()), refs(org().membersOn(north.ref(), TODAY)));
    assertRefused("org.closed", () -> user("dan", north));
    assertRefused("org.closed", () -> org().move(service, north, TODAY, null));
    assertEquals(
        "org.not_there",
        assertThrows(
                InvalidRequestException.class, () -> org().move(north, company, NEXT_MONTH, null))
            .code());
  }

  private static List<io.crmkit.kernel.record.Ref<User>> refs(List<User> users) {
    return users.stream().map(User::ref).toList();
  }

  @Test
  void a_unit_that_nobody_was_ever_in_can_be_deleted_restored_and_purged() {
    OrgUnit gone = org().units().delete(north);
    assertEquals(Set.of(sales.ref()), org().unitAndBelow(sales.ref()));
    OrgUnit back = org().units().restore(gone);
    assertEquals(Set.of(sales.ref(), north.ref()), org().unitAndBelow(sales.ref()));
    OrgUnit again = org().units().delete(back);
    org().placements().where(Placement.UNIT.is(north)).list().forEach(org().placements()::purge);
    org().units().purge(again);
    assertEquals(Optional.empty(), org().units().findDeleted(north.ref()));
  }

  @Test
  void the_place_of_a_unit_is_not_removed_behind_its_back() {
    Placement place = org().placements().where(Placement.UNIT.is(north)).first().orElseThrow();
    assertRefused("org.gap", () -> org().placements().delete(place));
    assertRefused(
        "violation.managed",
        () -> org().placements().update(place, d -> d.set(Placement.UNTIL, TODAY)));
  }

  @Test
  void who_leaves_is_in_nothing_any_more_and_a_successor_takes_over() {
    User boss = user("boss", company);
    User lead = org().report(user("lead", north), boss, LAST_YEAR, null);
    User heir = org().report(user("heir", north), lead, LAST_YEAR, null);
    User rep = org().report(user("rep", north), lead, LAST_YEAR, null);
    OrgUnit headed = org().units().update(now(north), d -> d.set(OrgUnit.MANAGER, lead));
    Team team = org().teams().create(d -> d.set(Team.NAME, "Hunters").set(Team.LEADER, lead));
    org().teamMembers().create(d -> d.set(TeamMember.TEAM, team).set(TeamMember.USER, lead));
    User leaving = org().deactivate(lead, NEXT_MONTH, heir);
    assertEquals(true, leaving.get(User.ACTIVE));
    assertEquals(leaving, now(lead));
    assertEquals(lead.ref(), now(rep).get(User.MANAGER));
    assertEquals(Set.of(lead.ref()), org().teamOf(lead.ref(), NEXT_MONTH));
    assertEquals(Set.of(heir.ref(), rep.ref()), org().teamOf(heir.ref(), NEXT_MONTH));
    assertEquals(Set.of(boss.ref(), heir.ref(), rep.ref()), org().teamOf(boss.ref(), NEXT_MONTH));
    tomorrowIs(NEXT_MONTH);
    crm.jobs().runDue();
    assertEquals(false, now(lead).get(User.ACTIVE));
    assertNull(now(lead).get(User.UNIT));
    assertEquals(heir.ref(), now(rep).get(User.MANAGER));
    assertEquals(boss.ref(), now(heir).get(User.MANAGER));
    assertEquals(heir.ref(), now(headed).get(OrgUnit.MANAGER));
    assertEquals(heir.ref(), org().teams().get(team.ref()).get(Team.LEADER));
    assertEquals(List.of(), unitsOn(lead, NEXT_MONTH));
    assertEquals(List.of(headed.ref()), unitsOn(lead, TODAY).stream().map(OrgUnit::ref).toList());
    assertEquals("lead", now(lead).get(User.FULL_NAME));
    assertEquals(
        0, org().teamMembers().where(TeamMember.USER.is(lead), TeamMember.on(NEXT_MONTH)).count());
    assertTrue(
        heard.contains(new OrgEvent.UserLeft(lead.ref(), heir.ref(), NEXT_MONTH)), heard::toString);
  }

  @Test
  void a_deputy_acts_for_who_is_away_and_nobody_for_themselves() {
    User eve = user("eve", null);
    User dan = user("dan", null);
    User joe = user("joe", null);
    org().deputise(eve, dan, TODAY, NEXT_MONTH);
    assertEquals(Optional.of(dan), org().deputyFor(eve.ref(), TODAY));
    assertEquals(Optional.of(dan), org().deputyFor(eve.ref(), NEXT_MONTH));
    assertEquals(Optional.empty(), org().deputyFor(eve.ref(), NEXT_MONTH.plusDays(1)));
    assertRefused("violation.rule", () -> org().deputise(joe, joe, TODAY, null));
    assertRefused("violation.overlap", () -> org().deputise(eve, joe, NEXT_MONTH, null));
    org().deputise(dan, joe, TODAY, null);
    assertRefused("violation.cycle", () -> org().deputise(joe, eve, NEXT_MONTH, null));
    org().deputise(joe, eve, NEXT_MONTH.plusDays(1), null);
  }
}
