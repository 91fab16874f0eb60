package io.crmkit.kernel.store;

import static io.crmkit.kernel.store.StoreSuite.assertStored;
import static io.crmkit.kernel.store.StoreSuite.figures;
import static io.crmkit.kernel.store.StoreSuite.insert;
import static io.crmkit.kernel.store.StoreSuite.numbers;
import static io.crmkit.kernel.store.StoreSuite.purge;
import static io.crmkit.kernel.store.StoreSuite.refused;
import static io.crmkit.kernel.store.StoreSuite.select;
import static io.crmkit.kernel.store.StoreSuite.update;
import static io.crmkit.testing.Universe.changed;
import static io.crmkit.testing.Universe.planet;
import static io.crmkit.testing.Universe.ref;
import static io.crmkit.testing.Universe.star;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tenants, and the custom fields of each. */
interface TenantContract extends StoreSuite {
  @Test
  default void tenants_never_meet() {
    Row mine = planet(1, p -> p.set(Planet.CODE, "a"), p -> p.set(Planet.NAME, "mine"));
    Row theirs = planet(1, p -> p.set(Planet.CODE, "a"), p -> p.set(Planet.NAME, "theirs"));
    commit(insert(mine));
    commit(THERE, Universe.PLAIN, insert(theirs), insert(star(1)));
    StoreReader there = store().reader(THERE, Universe.PLAIN);
    assertEquals("mine", reader().find(mine.ref()).get(Planet.NAME));
    assertEquals("theirs", there.find(mine.ref()).get(Planet.NAME));
    assertEquals(1, select(reader(), Planet.CODE.is("a")).size());
    assertEquals(0, reader().count(Star.TYPE, Condition.always()));
    refused(() -> commit(insert(planet(2, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))))));
    commit(purge(mine));
    assertStored(there, theirs);
    assertEquals(
        0, store().reader("nobody", Universe.PLAIN).count(Planet.TYPE, Condition.always()));
  }

  @Test
  default void custom_fields_filter_sort_and_group() {
    commit(HERE, Universe.EXTENDED, insert(star(1)));
    commit(
        HERE,
        Universe.EXTENDED,
        insert(planet(1, p -> p.set(Universe.RINGS, 2L), p -> p.set(Universe.NICKNAME, "x"))),
        insert(planet(2, p -> p.set(Universe.RINGS, 1L))),
        insert(planet(3, p -> p.set(Universe.SPONSOR, ref(Star.TYPE, 1)))));
    StoreReader reader = store().reader(HERE, Universe.EXTENDED);
    assertEquals(List.of(1L), numbers(select(reader, Universe.NICKNAME.is("x"))));
    assertEquals(
        List.of(2L, 1L, 3L), numbers(select(reader, Condition.always(), Universe.RINGS.asc())));
    assertEquals(
        List.of(1L, 2L, 3L), numbers(select(reader, Condition.always(), Universe.RINGS.desc())));
    assertEquals(List.of(3L), numbers(select(reader, Universe.SPONSOR.is(ref(Star.TYPE, 1)))));
    assertEquals(
        List.of(List.of(3L, 2L)),
        figures(reader, List.of(), Universe.RINGS.sum(), Universe.RINGS.countDistinct()));
  }

  @Test
  default void custom_fields_are_unique_and_refer_to_rows() {
    commit(HERE, Universe.EXTENDED, insert(planet(1, p -> p.set(Universe.NICKNAME, "x"))));
    assertEquals(
        List.of(Violation.of("planet", "nickname", "violation.unique", "nickname")),
        refused(
            () ->
                commit(
                    HERE,
                    Universe.EXTENDED,
                    insert(planet(2, p -> p.set(Universe.NICKNAME, "x"))))));
    assertEquals(
        "violation.ref_missing",
        refused(
                () ->
                    commit(
                        HERE,
                        Universe.EXTENDED,
                        insert(planet(3, p -> p.set(Universe.SPONSOR, ref(Star.TYPE, 1))))))
            .get(0)
            .code());
    Row sun = star(1);
    commit(
        HERE,
        Universe.EXTENDED,
        insert(sun),
        insert(planet(3, p -> p.set(Universe.SPONSOR, ref(Star.TYPE, 1)))));
    assertEquals(
        List.of(Violation.of("star", null, "violation.referenced", "planet", "sponsor")),
        refused(() -> commit(HERE, Universe.EXTENDED, purge(sun))));
  }

  @Test
  default void a_custom_field_becomes_unique_while_rows_have_it() {
    commit(HERE, Universe.PLAIN, insert(planet(1, p -> p.set(Universe.NICKNAME, "x"))));
    refused(
        () ->
            commit(HERE, Universe.EXTENDED, insert(planet(2, p -> p.set(Universe.NICKNAME, "x")))));
    Row one = reader().find(ref(Planet.TYPE, 1));
    commit(HERE, Universe.PLAIN, update(one, changed(one, p -> p.set(Universe.NICKNAME, "y"))));
    commit(HERE, Universe.EXTENDED, insert(planet(2, p -> p.set(Universe.NICKNAME, "x"))));
  }
}
