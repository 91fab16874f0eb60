package io.crmkit.kernel.store;

import static io.crmkit.kernel.store.StoreSuite.assertStored;
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
import static io.crmkit.testing.Universe.restored;
import static io.crmkit.testing.Universe.star;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Unique keys. */
interface KeyContract extends StoreSuite {
  @Test
  default void a_key_is_held_by_one_row() {
    stored(planet(1, p -> p.set(Planet.CODE, "a")));
    List<Violation> violations =
        refused(() -> commit(insert(planet(2, p -> p.set(Planet.CODE, "a")))));
    assertEquals(List.of(Violation.of("planet", "code", "violation.unique", "code")), violations);
    stored(planet(3, p -> p.set(Planet.CODE, "A")));
    stored(planet(4, p -> p.set(Planet.CODE, "a ")));
    stored(planet(5));
    stored(planet(6));
  }

  @Test
  default void all_taken_keys_are_told_at_once() {
    stored(star(1));
    stored(
        planet(
            1,
            p -> p.set(Planet.CODE, "a"),
            p -> p.set(Planet.STAR, ref(Star.TYPE, 1)),
            p -> p.set(Planet.ORBIT, 3L)));
    List<Violation> violations =
        refused(
            () ->
                commit(
                    insert(
                        planet(
                            2,
                            p -> p.set(Planet.CODE, "a"),
                            p -> p.set(Planet.STAR, ref(Star.TYPE, 1)),
                            p -> p.set(Planet.ORBIT, 3L)))));
    assertEquals(
        Set.of(
            Violation.of("planet", "code", "violation.unique", "code"),
            Violation.of("planet", null, "violation.unique", "place")),
        Set.copyOf(violations));
    assertEquals(2, violations.size());
  }

  @Test
  default void a_key_of_several_fields_counts_where_all_have_values() {
    commit(insert(star(1)), insert(star(2)));
    Consumer<Draft<Planet>> sun = p -> p.set(Planet.STAR, ref(Star.TYPE, 1));
    stored(planet(1, sun, p -> p.set(Planet.ORBIT, 1L)));
    stored(planet(2, sun, p -> p.set(Planet.ORBIT, 2L)));
    stored(planet(3, p -> p.set(Planet.STAR, ref(Star.TYPE, 2)), p -> p.set(Planet.ORBIT, 1L)));
    commit(insert(planet(4, sun)), insert(planet(5, sun)));
    commit(
        insert(planet(6, p -> p.set(Planet.ORBIT, 1L))),
        insert(planet(7, p -> p.set(Planet.ORBIT, 1L))));
    refused(() -> commit(insert(planet(8, sun, p -> p.set(Planet.ORBIT, 2L)))));
  }

  @Test
  default void a_deleted_row_gives_its_key_back_and_may_not_find_it_again() {
    Row one = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    Row bin = deleted(one);
    commit(update(one, bin));
    Row heir = stored(planet(2, p -> p.set(Planet.CODE, "a")));
    Row back = restored(bin);
    refused(() -> commit(update(bin, back)));
    commit(update(heir, deleted(heir)));
    commit(update(bin, back));
    assertStored(reader(), back);
  }

  @Test
  default void rows_may_swap_their_keys() {
    Row one = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    Row two = stored(planet(2, p -> p.set(Planet.CODE, "b")));
    commit(
        update(one, changed(one, p -> p.set(Planet.CODE, "b"))),
        update(two, changed(two, p -> p.set(Planet.CODE, "a"))));
    assertEquals("b", reader().find(one.ref()).get(Planet.CODE));
    refused(() -> commit(insert(planet(3, p -> p.set(Planet.CODE, "a")))));
    refused(() -> commit(insert(planet(3, p -> p.set(Planet.CODE, "b")))));
  }

  @Test
  default void a_key_may_pass_from_a_row_to_its_heir() {
    Row one = stored(planet(1, p -> p.set(Planet.CODE, "a")));
    Row two = planet(2, p -> p.set(Planet.CODE, "a"));
    commit(update(one, deleted(one)), insert(two));
    commit(purge(two), insert(planet(3, p -> p.set(Planet.CODE, "a"))));
    refused(() -> commit(insert(planet(4, p -> p.set(Planet.CODE, "a")))));
  }

  @Test
  default void two_rows_of_one_transaction_cannot_share_a_key() {
    assertEquals(
        1,
        refused(
                () ->
                    commit(
                        insert(planet(1, p -> p.set(Planet.CODE, "a"))),
                        insert(planet(2, p -> p.set(Planet.CODE, "a")))))
            .size());
    assertEquals(0, reader().count(Planet.TYPE, Condition.always()));
  }

  @Test
  default void two_transactions_cannot_take_the_same_key() {
    try (StoreTransaction first = begin()) {
      assertFalse(first.exists(Planet.TYPE, Planet.CODE.is("a")));
      stored(planet(2, p -> p.set(Planet.CODE, "a")));
      late(
          ValidationException.class,
          () -> first.commit(List.of(insert(planet(1, p -> p.set(Planet.CODE, "a"))))));
    }
    assertEquals(List.of(2L), numbers(select(reader(), Condition.always())));
  }

  @Test
  default void a_taken_key_is_told_early() {
    stored(planet(1, p -> p.set(Planet.CODE, "a")));
    try (StoreTransaction tx = begin()) {
      refused(() -> tx.write(List.of(insert(planet(2, p -> p.set(Planet.CODE, "a"))))));
    }
    assertEquals(1, reader().count(Planet.TYPE, Condition.always()));
  }
}
