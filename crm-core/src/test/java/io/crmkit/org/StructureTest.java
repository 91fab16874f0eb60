package io.crmkit.org;

import static io.crmkit.testing.Fixtures.aUnit;
import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.record.Ref;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The organisation of a day, as those see it who decide about rights. */
class StructureTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private OrgUnit company;
  private OrgUnit sales;
  private OrgUnit north;
  private User boss;
  private User eve;
  private User dan;

  @BeforeEach
  void aCompany() {
    Organization org = ada.organization();
    company = org.units().create(aUnit("Company"));
    sales = org.units().create(aUnit("Sales").andThen(d -> d.set(OrgUnit.PARENT, company)));
    north = org.units().create(aUnit("North").andThen(d -> d.set(OrgUnit.PARENT, sales)));
    boss = org.create(aUser("boss").andThen(d -> d.set(User.UNIT, company)));
    eve = org.create(aUser("eve").andThen(d -> d.set(User.UNIT, sales).set(User.MANAGER, boss)));
    dan = org.create(aUser("dan").andThen(d -> d.set(User.UNIT, north).set(User.MANAGER, eve)));
  }

  private Structure on(LocalDate day) {
    return Structure.of(ada.workspace(), day);
  }

  @Test
  void knows_who_an_actor_is() {
    assertEquals(Optional.of(eve.ref()), on(TODAY).user("eve"));
    assertEquals(Optional.empty(), on(TODAY).user("nobody"));
    assertTrue(on(TODAY).isActive(eve.ref()));
  }

  @Test
  void knows_units_and_who_is_in_them_and_below() {
    ada.organization().join(boss, north, TODAY);
    Structure structure = on(TODAY);
    assertEquals(Optional.of(company.ref()), structure.unitOf(boss.ref()));
    assertEquals(List.of(company.ref(), north.ref()), structure.unitsOf(boss.ref()));
    assertEquals(List.of(sales.ref(), north.ref()), structure.units().andBelow(sales.ref()));
    assertEquals(List.of(eve.ref()), structure.membersOfUnit(sales.ref()));
    assertEquals(
        Set.of(boss.ref(), eve.ref(), dan.ref()), structure.membersOfUnitAndBelow(sales.ref()));
    assertTrue(structure.units().isWithin(north.ref(), company.ref()));
    assertFalse(structure.units().isWithin(company.ref(), north.ref()));
    assertEquals(
        List.of(company.ref(), sales.ref(), north.ref()), structure.units().pathTo(north.ref()));
  }

  @Test
  void knows_who_reports_to_whom_to_any_depth() {
    Structure structure = on(TODAY);
    assertEquals(List.of(eve.ref(), dan.ref()), structure.reportsOf(boss.ref()));
    assertEquals(List.of(), structure.reportsOf(dan.ref()));
    assertEquals(Optional.of(eve.ref()), structure.managerOf(dan.ref()));
    assertEquals(Optional.empty(), structure.managerOf(boss.ref()));
  }

  @Test
  void knows_heads() {
    ada.organization().units().update(sales, d -> d.set(OrgUnit.MANAGER, eve));
    assertEquals(Optional.of(eve.ref()), on(TODAY).headOf(sales.ref()));
    assertEquals(List.of(sales.ref()), on(TODAY).headedBy(eve.ref()));
    assertEquals(List.of(), on(TODAY).headedBy(dan.ref()));
  }

  @Test
  void knows_teams_with_their_leaders_among_the_members() {
    Organization org = ada.organization();
    Team team = org.teams().create(d -> d.set(Team.NAME, "Hunters").set(Team.LEADER, eve));
    org.teamMembers()
        .create(
            d ->
                d.set(TeamMember.TEAM, team)
                    .set(TeamMember.USER, dan)
                    .set(TeamMember.SINCE, TODAY)
                    .set(TeamMember.UNTIL, TODAY.plusDays(9)));
    Structure structure = on(TODAY);
    assertEquals(List.of(eve.ref(), dan.ref()), structure.membersOfTeam(team.ref()));
    assertEquals(List.of(team.ref()), structure.teamsOf(dan.ref()));
    assertEquals(List.of(team.ref()), structure.ledBy(eve.ref()));
    assertEquals(Optional.of(eve.ref()), structure.leaderOf(team.ref()));
    assertEquals(TODAY.plusDays(10), structure.goodUntil());
    assertEquals(List.of(eve.ref()), on(TODAY.plusDays(10)).membersOfTeam(team.ref()));
  }

  @Test
  void knows_territories_and_who_works_in_them_and_below() {
    Organization org = ada.organization();
    Territory emea =
        org.territories()
            .create(
                d ->
                    d.set(Territory.CODE, "EMEA")
                        .set(Territory.NAME, "Europe")
                        .set(Territory.MANAGER, boss));
    Territory alps =
        org.territories()
            .create(
                d ->
                    d.set(Territory.CODE, "ALPS")
                        .set(Territory.NAME, "Alps")
                        .set(Territory.PARENT, emea));
    org.territoryMembers()
        .create(d -> d.set(TerritoryMember.TERRITORY, alps).set(TerritoryMember.USER, dan));
    Structure structure = on(TODAY);
    assertEquals(List.of(emea.ref(), alps.ref()), structure.territories().andBelow(emea.ref()));
    assertEquals(List.of(alps.ref()), structure.territoriesOf(dan.ref()));
    assertEquals(List.of(), structure.membersOfTerritory(emea.ref()));
    assertEquals(Set.of(dan.ref()), structure.membersOfTerritoryAndBelow(emea.ref()));
    assertEquals(List.of(emea.ref()), structure.territoriesManagedBy(boss.ref()));
  }

  @Test
  void knows_who_stands_in_for_whom_and_on_what() {
    ada.organization()
        .deputies()
        .create(
            d ->
                d.set(Deputy.USER, boss)
                    .set(Deputy.DEPUTY, eve)
                    .set(Deputy.SINCE, TODAY.plusDays(3))
                    .set(Deputy.ONLY_FOR, Set.of("opportunity")));
    assertEquals(List.of(), on(TODAY).standsInFor(eve.ref()));
    assertEquals(TODAY.plusDays(3), on(TODAY).goodUntil());
    StandIn standIn = on(TODAY.plusDays(3)).standsInFor(eve.ref()).get(0);
    assertEquals(boss.ref(), standIn.user());
    assertTrue(standIn.covers(Opportunity.TYPE));
    assertFalse(standIn.covers(User.TYPE));
    assertEquals(Optional.of(standIn), on(TODAY.plusDays(3)).deputyOf(boss.ref()));
  }

  @Test
  void a_day_in_the_past_has_its_own_structure() {
    ada.organization().transfer(dan, sales, TODAY, null);
    assertEquals(List.of(dan.ref()), on(TODAY.minusDays(1)).membersOfUnit(north.ref()));
    assertEquals(List.of(eve.ref(), dan.ref()), on(TODAY).membersOfUnit(sales.ref()));
    assertEquals(TODAY, on(TODAY.minusYears(1)).goodUntil());
    assertEquals(LocalDate.MAX, on(TODAY).goodUntil());
  }

  @Test
  void who_left_was_there_before() {
    ada.organization().deactivate(dan, TODAY, null);
    assertFalse(on(TODAY).isActive(dan.ref()));
    assertTrue(on(TODAY.minusDays(1)).isActive(dan.ref()));
    assertEquals(List.of(dan.ref()), on(TODAY.minusDays(1)).membersOfUnit(north.ref()));
    assertEquals(List.of(), on(TODAY).membersOfUnit(north.ref()));
  }

  @Test
  void what_is_not_there_has_an_empty_answer() {
    Structure structure = Structure.of(crm.as("other", "ada").workspace(), TODAY);
    Ref<OrgUnit> unit = sales.ref();
    assertEquals(List.of(), structure.units().andBelow(unit));
    assertEquals(List.of(), structure.units().childrenOf(unit));
    assertEquals(List.of(), structure.units().pathTo(unit));
    assertEquals(List.of(), structure.membersOfUnit(unit));
    assertEquals(Set.of(), structure.membersOfUnitAndBelow(unit));
    assertEquals(List.of(), structure.reportsOf(eve.ref()));
    assertEquals(Optional.empty(), structure.user("eve"));
  }

  @Test
  void types_that_it_is_made_of_are_known() {
    assertTrue(Structure.isMadeOf(Membership.TYPE));
    assertFalse(Structure.isMadeOf(Opportunity.TYPE));
  }
}
