package io.crmkit.kernel.store;

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
import static io.crmkit.testing.Universe.star;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.util.List;
import org.junit.jupiter.api.Test;

/** References, and conditions that follow them. */
interface ReferenceContract extends StoreSuite {
  @Test
  default void a_reference_leads_to_a_row() {
    List<Violation> violations =
        refused(() -> commit(insert(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))))));
    assertEquals(
        List.of(
            Violation.of("planet", "star", "violation.ref_missing", ref(Star.TYPE, 1).toString())),
        violations);
    // In one transaction the order does not matter, nor do circles.
    commit(
        insert(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1)))),
        insert(star(1, s -> s.set(Star.CAPITAL, ref(Planet.TYPE, 1)))));
  }

  @Test
  default void a_reference_may_lead_to_a_deleted_row() {
    Row sun = stored(star(1));
    commit(update(sun, deleted(sun)));
    stored(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))));
  }

  @Test
  default void a_row_that_others_refer_to_is_not_purged() {
    Row sun = stored(star(1));
    Row one = stored(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))));
    assertEquals(
        List.of(Violation.of("star", null, "violation.referenced", "planet", "star")),
        refused(() -> commit(purge(sun))));
    Row bin = deleted(one);
    commit(update(one, bin));
    refused(() -> commit(purge(sun)));
    Row free = changed(bin, p -> p.clear(Planet.STAR));
    commit(update(bin, free), purge(sun));
    assertNull(reader().find(sun.ref()));
  }

  @Test
  default void rows_that_refer_to_each_other_are_purged_together() {
    Row sun = star(1, s -> s.set(Star.CAPITAL, ref(Planet.TYPE, 1)));
    Row one =
        planet(
            1,
            p -> p.set(Planet.STAR, ref(Star.TYPE, 1)),
            p -> p.set(Planet.TWIN, ref(Planet.TYPE, 1)));
    commit(insert(sun), insert(one));
    refused(() -> commit(purge(sun)));
    refused(() -> commit(purge(one)));
    commit(purge(sun), purge(one));
    assertEquals(0, reader().count(Star.TYPE, Condition.always()));
  }

  @Test
  default void a_reference_and_the_purge_of_its_target_cannot_both_succeed() {
    Row sun = stored(star(1));
    boolean purged;
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(1, p -> p.set(Planet.STAR, ref(Star.TYPE, 1))))));
      purged = succeedsBeside(() -> commit(purge(sun)));
      if (purged) {
        assertThrows(
            ValidationException.class, () -> tx.commit(List.of()), "the star was purged before");
      } else {
        tx.commit(List.of());
      }
    }
    assertEquals(purged ? 0 : 1, reader().count(Planet.TYPE, Condition.always()));
    assertEquals(purged ? 0 : 1, reader().count(Star.TYPE, Condition.always()));
  }

  @Test
  default void conditions_follow_references() {
    fivePlanets();
    StoreReader reader = reader();
    assertEquals(List.of(4L), numbers(select(reader, Planet.STAR.matches(Star.BRIGHTNESS.is(9L)))));
    assertEquals(
        List.of(4L), numbers(select(reader, Planet.STAR.get(Star.BRIGHTNESS).atLeast(1L))));
    assertEquals(List.of(5L), numbers(select(reader, Planet.STAR.is(ref(Star.TYPE, 2)))));
    Row sun = reader.find(ref(Star.TYPE, 1));
    commit(update(sun, deleted(sun)));
    assertEquals(List.of(), numbers(select(reader, Planet.STAR.matches(Star.BRIGHTNESS.is(9L)))));
    assertEquals(List.of(4L), numbers(select(reader, Planet.STAR.is(ref(Star.TYPE, 1)))));
  }

  @Test
  default void conditions_on_written_rows_of_another_type_are_seen() {
    fivePlanets();
    try (StoreTransaction tx = begin()) {
      Row dim = tx.find(ref(Star.TYPE, 2));
      tx.write(
          List.of(
              update(
                  dim,
                  Universe.changed(Star.TYPE, dim, List.of(s -> s.set(Star.BRIGHTNESS, 9L))))));
      assertEquals(
          List.of(4L, 5L), numbers(select(tx, Planet.STAR.matches(Star.BRIGHTNESS.is(9L)))));
    }
  }
}
