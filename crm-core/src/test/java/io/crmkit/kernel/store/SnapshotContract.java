package io.crmkit.kernel.store;

import static io.crmkit.kernel.store.StoreSuite.assertStored;
import static io.crmkit.kernel.store.StoreSuite.insert;
import static io.crmkit.kernel.store.StoreSuite.numbers;
import static io.crmkit.kernel.store.StoreSuite.purge;
import static io.crmkit.kernel.store.StoreSuite.select;
import static io.crmkit.kernel.store.StoreSuite.update;
import static io.crmkit.testing.Universe.changed;
import static io.crmkit.testing.Universe.planet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody goes on seeing while others change it, purge it and bring it back. */
interface SnapshotContract extends StoreSuite {
  @Test
  default void a_snapshot_stays_as_it_was_when_the_transaction_first_read() {
    Row one = stored(planet(1, p -> p.set(Planet.MOONS, 1L)));
    Row two = stored(planet(2, p -> p.set(Planet.MOONS, 2L)));
    try (StoreTransaction tx = begin()) {
      assertEquals(2, tx.count(Planet.TYPE, Condition.always()));
      Row next = changed(one, p -> p.set(Planet.MOONS, 5L));
      commit(update(one, next));
      commit(update(next, changed(next, p -> p.set(Planet.MOONS, 1L))));
      commit(purge(two), insert(planet(3, p -> p.set(Planet.MOONS, 3L))));
      assertStored(tx, one);
      assertStored(tx, two);
      assertEquals(List.of(1L, 2L), numbers(select(tx, Condition.always())));
      assertEquals(List.of(2L, 1L), numbers(select(tx, Condition.always(), Planet.MOONS.desc())));
      assertEquals(List.of(2L), numbers(select(tx, Planet.MOONS.atLeast(2L))));
      assertEquals(2, tx.count(Planet.TYPE, Condition.always()));
    }
    assertEquals(List.of(1L, 3L), numbers(select(reader(), Condition.always())));
  }

  @Test
  default void a_purged_row_may_come_back() {
    Row one = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    commit(purge(one));
    assertEquals(0, reader().count(Planet.TYPE, Planet.CODE.is("a")));
    Row again = planet(1, p -> p.set(Planet.CODE, "b"));
    commit(insert(again));
    assertStored(reader(), again);
  }

  @Test
  default void a_row_may_be_purged_and_come_back_while_somebody_still_sees_the_old_one() {
    Row one = stored(planet(1, p -> p.set(Planet.REGION, "a"), p -> p.set(Planet.MOONS, 1L)));
    Row again = planet(1, p -> p.set(Planet.REGION, "a"), p -> p.set(Planet.MOONS, 2L));
    try (StoreTransaction old = begin()) {
      assertEquals(1, select(old, Planet.REGION.is("a"), Planet.MOONS.asc()).size());
      commit(purge(one));
      try (StoreTransaction between = begin()) {
        assertNull(between.find(one.ref()));
        commit(insert(again));
        assertEquals(
            List.of(1L), numbers(select(reader(), Planet.MOONS.is(2L), Planet.MOONS.asc())));
        Row later = changed(again, p -> p.set(Planet.MOONS, 1L));
        commit(update(again, later));
        assertEquals(List.of(), select(between, Planet.REGION.is("a"), Planet.MOONS.asc()));
        assertNull(between.find(one.ref()));
        assertStored(old, one);
        assertEquals(
            List.of(1L),
            select(old, Planet.REGION.is("a"), Planet.MOONS.desc()).stream()
                .map(Row::version)
                .toList());
        assertStored(reader(), later);
      }
      assertEquals(
          List.of(2L),
          select(reader(), Planet.REGION.is("a"), Planet.MOONS.desc()).stream()
              .map(Row::version)
              .toList());
      assertStored(old, one);
    }
    stored(planet(2, p -> p.set(Planet.REGION, "a")));
    assertEquals(
        List.of(1L, 2L), numbers(select(reader(), Planet.REGION.is("a"), Planet.MOONS.asc())));
  }

  @Test
  default void a_value_may_go_and_come_back_while_somebody_still_sees_it() {
    Row one = stored(planet(1, p -> p.set(Planet.REGION, "a")));
    assertEquals(1, select(reader(), Planet.REGION.is("a"), Planet.REGION.asc()).size());
    try (StoreTransaction old = begin()) {
      assertStored(old, one);
      Row two = changed(one, p -> p.set(Planet.REGION, "b"));
      commit(update(one, two));
      Row three = changed(two, p -> p.set(Planet.REGION, "a"));
      commit(update(two, three));
      assertEquals(List.of(), numbers(select(reader(), Planet.REGION.is("b"))));
      assertEquals(List.of(1L), numbers(select(reader(), Planet.REGION.is("a"))));
      assertEquals(List.of(1L), numbers(select(old, Planet.REGION.is("a"))));
    }
    stored(planet(2, p -> p.set(Planet.REGION, "b")));
    assertEquals(
        List.of(1L, 2L), numbers(select(reader(), Condition.always(), Planet.REGION.asc())));
  }
}
