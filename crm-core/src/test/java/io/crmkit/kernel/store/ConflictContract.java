package io.crmkit.kernel.store;

import static io.crmkit.kernel.store.StoreSuite.assertStored;
import static io.crmkit.kernel.store.StoreSuite.expect;
import static io.crmkit.kernel.store.StoreSuite.insert;
import static io.crmkit.kernel.store.StoreSuite.numbers;
import static io.crmkit.kernel.store.StoreSuite.purge;
import static io.crmkit.kernel.store.StoreSuite.refused;
import static io.crmkit.kernel.store.StoreSuite.select;
import static io.crmkit.kernel.store.StoreSuite.update;
import static io.crmkit.testing.Universe.changed;
import static io.crmkit.testing.Universe.deleted;
import static io.crmkit.testing.Universe.planet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two who change the same, one is told. */
interface ConflictContract extends StoreSuite {
  @Test
  default void an_update_is_never_lost() {
    Row one = stored(planet(1, p -> p.set(Planet.MOONS, 1L)));
    try (StoreTransaction first = begin();
        StoreTransaction second = begin()) {
      first.write(List.of(update(one, changed(one, p -> p.set(Planet.MOONS, 2L)))));
      first.commit(List.of());
      ConflictException conflict =
          assertThrows(
              ConflictException.class,
              () ->
                  second.commit(List.of(update(one, changed(one, p -> p.set(Planet.MOONS, 3L))))));
      assertEquals("conflict.stale", conflict.code());
    }
    assertEquals(2L, reader().find(one.ref()).get(Planet.MOONS));
  }

  @Test
  default void an_update_of_a_row_purged_meanwhile_is_a_conflict() {
    Row one = stored(planet(1));
    try (StoreTransaction tx = begin()) {
      assertStored(tx, one);
      commit(purge(one));
      ConflictException conflict =
          late(
              ConflictException.class,
              () -> tx.commit(List.of(update(one, changed(one, p -> p.set(Planet.NAME, "x"))))));
      assertTrue(conflict == null || conflict.code().equals("conflict.gone"));
    }
    assertNull(reader().find(one.ref()));
  }

  @Test
  default void a_purge_of_a_row_changed_meanwhile_is_a_conflict() {
    Row one = stored(planet(1));
    commit(update(one, deleted(one)));
    assertThrows(ConflictException.class, () -> commit(purge(one)));
    assertTrue(reader().find(one.ref()).deleted());
  }

  @Test
  default void a_row_is_inserted_once() {
    stored(planet(1));
    assertThrows(ConflictException.class, () -> commit(insert(planet(1))));
    Row row = planet(2);
    Row same = planet(2, p -> p.set(Planet.NAME, "first"));
    boolean overtaken;
    try (StoreTransaction tx = begin();
        StoreTransaction other = begin()) {
      tx.write(List.of(insert(row)));
      overtaken = succeedsBeside(() -> other.commit(List.of(insert(same))));
      if (overtaken) {
        assertThrows(ConflictException.class, () -> tx.commit(List.of()));
      } else {
        tx.commit(List.of());
      }
    }
    assertStored(reader(), overtaken ? same : row);
  }

  @Test
  default void a_stale_version_is_told_with_the_stored_one() {
    Row one = stored(planet(1));
    Row two = changed(one, p -> p.set(Planet.NAME, "b"));
    commit(update(one, two));
    ConflictException conflict =
        assertThrows(ConflictException.class, () -> commit(update(one, two)));
    assertTrue(conflict.getMessage().contains(one.ref().toString()), conflict.getMessage());
    assertTrue(conflict.getMessage().contains("2"), conflict.getMessage());
  }

  @Test
  default void a_decision_on_rows_not_changed_is_guarded_by_expecting_them() {
    Row one = stored(planet(1, p -> p.set(Planet.INHABITED, true)));
    Row two = stored(planet(2, p -> p.set(Planet.INHABITED, true)));
    // Each leaves one planet empty, provided that the other stays inhabited.
    try (StoreTransaction first = begin();
        StoreTransaction second = begin()) {
      first.commit(
          List.of(expect(two), update(one, changed(one, p -> p.set(Planet.INHABITED, false)))));
      assertThrows(
          ConflictException.class,
          () ->
              second.commit(
                  List.of(
                      expect(one),
                      update(two, changed(two, p -> p.set(Planet.INHABITED, false))))));
    }
    assertEquals(1, reader().count(Planet.TYPE, Planet.INHABITED.is(true)));
  }

  @Test
  default void an_expected_row_may_be_written_by_the_transaction_itself() {
    Row one = stored(planet(1));
    Row two = changed(one, p -> p.set(Planet.NAME, "x"));
    commit(expect(one), update(one, two), expect(two));
    assertStored(reader(), two);
    assertThrows(ConflictException.class, () -> commit(expect(one)));
    Row absent = planet(9);
    assertThrows(ConflictException.class, () -> commit(expect(absent)));
  }

  @Test
  default void of_two_open_writers_of_a_row_exactly_one_succeeds() {
    Row one = stored(planet(1, p -> p.set(Planet.MOONS, 1L)));
    boolean overtaken;
    try (StoreTransaction tx = begin();
        StoreTransaction other = begin()) {
      assertStored(other, one);
      tx.write(List.of(update(one, changed(one, p -> p.set(Planet.MOONS, 2L)))));
      overtaken =
          succeedsBeside(
              () -> other.commit(List.of(update(one, changed(one, p -> p.set(Planet.MOONS, 3L))))));
      if (overtaken) {
        assertThrows(ConflictException.class, () -> tx.commit(List.of()));
      } else {
        tx.commit(List.of());
      }
    }
    assertEquals(overtaken ? 3L : 2L, reader().find(one.ref()).get(Planet.MOONS));
  }

  @Test
  default void of_two_open_takers_of_a_key_exactly_one_succeeds() {
    boolean overtaken;
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(1, p -> p.set(Planet.CODE, "a")))));
      overtaken = succeedsBeside(() -> commit(insert(planet(2, p -> p.set(Planet.CODE, "a")))));
      if (overtaken) {
        refused(() -> tx.commit(List.of()));
      } else {
        tx.commit(List.of());
      }
    }
    assertEquals(List.of(overtaken ? 2L : 1L), numbers(select(reader(), Planet.CODE.is("a"))));
  }

  @Test
  default void the_second_of_two_writers_fails_and_the_first_does_not_wait_for_it() {
    Row one = stored(planet(1));
    try (StoreTransaction idle = begin()) {
      assertStored(idle, one);
      commit(update(one, changed(one, p -> p.set(Planet.NAME, "x"))));
    }
  }
}
