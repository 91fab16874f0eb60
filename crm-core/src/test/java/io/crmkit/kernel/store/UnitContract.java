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
import static io.crmkit.testing.Universe.deleted;
import static io.crmkit.testing.Universe.planet;
import static io.crmkit.testing.Universe.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What a unit of work sees, leaves behind and keeps from others; and what becomes of it at its end.
 */
interface UnitContract extends StoreSuite {
  @Test
  default void a_transaction_sees_its_own_writes_and_nobody_else_does() {
    Row old = stored(planet(1, p -> p.set(Planet.MOONS, 1L)));
    Row gone = stored(planet(2, p -> p.set(Planet.MOONS, 2L)));
    try (StoreTransaction tx = begin()) {
      Row fresh = planet(3, p -> p.set(Planet.MOONS, 3L));
      Row next = changed(old, p -> p.set(Planet.MOONS, 10L));
      tx.write(List.of(insert(fresh), update(old, next), purge(gone)));
      assertStored(tx, fresh);
      assertStored(tx, next);
      assertNull(tx.find(gone.ref()));
      assertEquals(List.of(1L, 3L), numbers(select(tx, Condition.always())));
      assertEquals(List.of(3L, 1L), numbers(select(tx, Condition.always(), Planet.MOONS.asc())));
      assertEquals(List.of(1L), numbers(select(tx, Planet.MOONS.is(10L))));
      assertEquals(List.of(), numbers(select(tx, Planet.MOONS.is(1L))));
      assertEquals(2, tx.count(Planet.TYPE, Condition.always()));
      assertFalse(tx.exists(Planet.TYPE, Planet.MOONS.is(2L)));
      assertTrue(tx.exists(Planet.TYPE, Planet.MOONS.is(3L)));
      assertEquals(
          List.of(List.of(13L, 2L)), figures(tx, List.of(), Planet.MOONS.sum(), Measure.count()));

      assertStored(reader(), old);
      assertEquals(List.of(1L, 2L), numbers(select(reader(), Condition.always())));
      tx.commit(List.of());
      assertStored(reader(), next);
      assertEquals(List.of(1L, 3L), numbers(select(reader(), Condition.always())));
    }
  }

  @Test
  default void a_row_may_be_written_several_times_in_one_transaction() {
    Row one = planet(1);
    Row two = changed(one, p -> p.set(Planet.NAME, "b"));
    Row three = changed(two, p -> p.set(Planet.NAME, "c"));
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(one), update(one, two)));
      tx.write(List.of(update(two, three)));
      assertStored(tx, three);
      tx.commit(List.of());
    }
    assertStored(reader(), three);
    commit(purge(three), insert(one), purge(one));
    assertNull(reader().find(one.ref()));
  }

  @Test
  default void without_commit_nothing_is_left() {
    Row old = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(2, p -> p.set(Planet.CODE, "b"))), purge(old)));
    }
    assertEquals(List.of(1L), numbers(select(reader(), Condition.always())));
    assertStored(reader(), old);
    stored(planet(3, p -> p.set(Planet.CODE, "b")));
  }

  @Test
  default void a_failed_commit_leaves_nothing() {
    Row old = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    assertThrows(
        ConflictException.class,
        () ->
            commit(
                insert(planet(2, p -> p.set(Planet.CODE, "b"))),
                update(changed(old, p -> p.set(Planet.NAME, "x")), deleted(old))));
    refused(
        () ->
            commit(
                insert(planet(3, p -> p.set(Planet.CODE, "c"))),
                insert(planet(4, p -> p.set(Planet.CODE, "a")))));
    assertEquals(List.of(1L), numbers(select(reader(), Condition.always())));
    commit(
        insert(planet(3, p -> p.set(Planet.CODE, "b"))),
        insert(planet(4, p -> p.set(Planet.CODE, "c"))));
  }

  @Test
  default void a_transaction_that_has_ended_is_of_no_use() {
    StoreTransaction done = begin();
    done.commit(List.of(insert(planet(1))));
    assertThrows(StoreException.class, () -> done.find(ref(Planet.TYPE, 1)));
    assertThrows(StoreException.class, () -> done.write(List.of(insert(planet(2)))));
    assertThrows(StoreException.class, () -> done.commit(List.of()));
    done.close();
    done.close();

    StoreTransaction left = begin();
    left.close();
    assertThrows(StoreException.class, () -> left.commit(List.of(insert(planet(2)))));
    assertEquals(1, reader().count(Planet.TYPE, Condition.always()));
  }

  @Test
  default void a_transaction_that_was_refused_something_is_over() {
    stored(planet(1, p -> p.set(Planet.CODE, "a")));
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(2))));
      refused(() -> tx.write(List.of(insert(planet(3, p -> p.set(Planet.CODE, "a"))))));
      assertThrows(StoreException.class, () -> tx.commit(List.of()));
    }
    assertEquals(1, reader().count(Planet.TYPE, Condition.always()));
  }

  @Test
  default void a_closed_store_says_so() {
    stored(planet(1));
    StoreReader reader = reader();
    StoreTransaction open = begin();
    store().close();
    store().close();
    for (Executable call :
        List.<Executable>of(
            () -> begin(),
            () -> reader(),
            () -> reader.find(ref(Planet.TYPE, 1)),
            () -> reader.count(Planet.TYPE, Condition.always()),
            () -> open.find(ref(Planet.TYPE, 1)),
            () -> open.commit(List.of(insert(planet(2)))))) {
      assertEquals("store.closed", assertThrows(StoreException.class, call).code());
    }
    open.close();
  }
}
