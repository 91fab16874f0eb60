package io.crmkit.persistence.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.store.Selection;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Tables;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListPlanTest {
  private final Tables tables = new Tables(List.of(Star.TYPE, Planet.TYPE));
  private final Identities.Named named = new Identities.Named();

  private ListPlan<Planet> plan(
      Dialect.Engine engine, Condition<Planet> condition, Order<Planet> order) {
    Operands operands =
        new Operands(engine, tables, Ground.slots(tables, false, false), "acme", named);
    return new ListPlan<>(
        engine, operands, new Selection<>(Planet.TYPE, condition, List.of(order), null, 50), true);
  }

  private static Condition<Planet> of(int stars) {
    return Planet.STAR.in(stars(stars));
  }

  private static Set<Ref<Star>> stars(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> Universe.ref(Star.TYPE, i))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Nearby nearby(ListPlan<Planet> plan) {
    return plan.nearby(plan.parts().get(0), new Hints().of(plan.list()));
  }

  @ParameterizedTest
  @EnumSource
  void everybodys_rows_are_gone_through_only_where_an_index_has_their_order(Dialect.Engine engine) {
    assertNotNull(nearby(plan(engine, of(20), Planet.MOONS.asc())).walk());

    Nearby lists = nearby(plan(engine, of(20), Planet.SEEN_AT.asc()));
    assertNull(lists == null ? null : lists.walk());
  }

  @ParameterizedTest
  @EnumSource
  void one_owners_rows_are_one_list(Dialect.Engine engine) {
    assertNull(nearby(plan(engine, of(1), Planet.MOONS.asc())));
  }

  @Test
  void h2_is_told_the_index_of_one_owners_list_where_nothing_else_narrows_it() {
    Condition<Planet> one = Planet.STAR.is(Universe.ref(Star.TYPE, 1));
    assertEquals("planet_star_seen_at_ix", index(one, Planet.SEEN_AT.asc()));
    assertEquals(
        "planet_star_seen_at_ix", index(one.and(Planet.MOONS.atLeast(2L)), Planet.SEEN_AT.asc()));
    assertNull(index(one.and(Planet.MOONS.is(2L)), Planet.SEEN_AT.asc()));
    assertNull(index(one.and(Planet.MOONS.in(2L, 3L)), Planet.SEEN_AT.asc()));
    assertNull(index(one, Planet.MASS.asc()), "no index has their order");
  }

  private @Nullable String index(Condition<Planet> condition, Order<Planet> order) {
    return plan(Dialect.Engine.H2, condition, order).parts().get(0).index();
  }

  @ParameterizedTest
  @EnumSource
  void rows_are_gathered_by_what_they_refer_to_where_indexes_lead_to_them(Dialect.Engine engine) {
    Condition<Planet> bright = Planet.STAR.matches(Star.BRIGHTNESS.is(3L));
    Condition<Planet> own = Planet.MOONS.is(2L);
    assertEquals(1, ways(engine, bright));
    assertEquals(2, ways(engine, own.or(bright)));
    assertEquals(
        3, ways(engine, own.or(Planet.TWIN.matches(bright.or(Planet.REGION.is("north"))))));
    assertEquals(0, ways(engine, own), "nothing is referred to");
    assertEquals(0, ways(engine, own.and(bright)), "few have that already");
    assertEquals(0, ways(engine, Planet.INHABITED.is(true).or(bright)), "no index");
    assertEquals(0, ways(engine, own.or(Planet.STAR.matches(Star.BRIGHTNESS.atLeast(3L)))));
    assertEquals(0, ways(engine, own.or(bright.not())));
  }

  private int ways(Dialect.Engine engine, Condition<Planet> condition) {
    Few few = plan(engine, condition, Planet.MOONS.asc()).few();
    return few == null ? 0 : few.passing().ways().size();
  }

  @ParameterizedTest
  @EnumSource
  void of_lists_asked_for_in_the_same_way_one_owners_are_remembered_together(
      Dialect.Engine engine) {
    Condition<Planet> one = Planet.STAR.is(Universe.ref(Star.TYPE, 1));
    Condition<Planet> another = Planet.STAR.is(Universe.ref(Star.TYPE, 2));
    String list = plan(engine, one, Planet.MOONS.asc()).list();
    assertEquals(list, plan(engine, another, Planet.MOONS.asc()).list());
    assertNotEquals(list, plan(engine, one, Planet.MOONS.desc()).list());

    String several = plan(engine, of(3), Planet.MOONS.asc()).list();
    assertEquals(several, plan(engine, of(3), Planet.MOONS.asc()).list());
    assertNotEquals(several, plan(engine, of(4), Planet.MOONS.asc()).list());
  }

  @Test
  void many_identities_are_written_out_once_for_all_pages_of_a_condition() {
    Set<Ref<Star>> many = stars(1_000);
    assertSame(named.of(many), named.of(many));
    assertEquals(many.stream().map(Ref::id).toList(), named.of(many));
    assertNotSame(named.of(many), named.of(Set.copyOf(many)));
    assertNull(named.of(stars(3)), "few are not kept");
  }
}
