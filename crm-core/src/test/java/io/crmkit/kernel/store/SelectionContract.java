package io.crmkit.kernel.store;

import static io.crmkit.kernel.store.StoreSuite.insert;
import static io.crmkit.kernel.store.StoreSuite.numbers;
import static io.crmkit.kernel.store.StoreSuite.purge;
import static io.crmkit.kernel.store.StoreSuite.select;
import static io.crmkit.testing.Universe.planet;
import static io.crmkit.testing.Universe.ref;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists: their order, their pages, their streams. */
interface SelectionContract extends StoreSuite {
  @Test
  default void missing_values_come_last_in_both_directions_and_ties_follow_the_last_key() {
    fivePlanets();
    Condition<Planet> all = Condition.always();
    StoreReader reader = reader();
    assertAll(
        () -> assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers(select(reader, all))),
        () ->
            assertEquals(
                List.of(5L, 4L, 3L, 2L, 1L), numbers(select(reader, all, Planet.TYPE.id().desc()))),
        () ->
            assertEquals(
                List.of(2L, 4L, 1L, 3L, 5L), numbers(select(reader, all, Planet.REGION.asc()))),
        () ->
            assertEquals(
                List.of(1L, 4L, 2L, 5L, 3L), numbers(select(reader, all, Planet.REGION.desc()))),
        () ->
            assertEquals(
                List.of(4L, 2L, 1L, 3L, 5L),
                numbers(select(reader, all, Planet.REGION.asc(), Planet.MOONS.asc()))),
        () ->
            assertEquals(
                List.of(1L, 4L, 2L, 3L, 5L),
                numbers(select(reader, all, Planet.REGION.desc(), Planet.MOONS.asc()))),
        () ->
            assertEquals(
                List.of(4L, 2L, 1L, 3L, 5L),
                numbers(select(reader, all, Planet.REGION.asc(), Planet.MOONS.desc()))),
        () ->
            assertEquals(
                List.of(4L, 1L, 2L, 3L, 5L),
                numbers(select(reader, all, Planet.STAR.get(Star.BRIGHTNESS).asc()))));
  }

  @Test
  default void text_is_ordered_by_code_point() {
    List<String> inOrder =
        List.of("", " ", "A", "Z", "a", "a ", "aa", "é", "ﬀ", "\uFFFD", "\uD83D\uDE80");
    List<String> texts = new ArrayList<>(inOrder.subList(1, inOrder.size()));
    Collections.shuffle(texts, new Random(1));
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      stored(planet(i, p -> p.set(Planet.REGION, text)));
    }
    List<String> found =
        select(reader(), Condition.always(), Planet.REGION.asc()).stream()
            .map(row -> row.get(Planet.REGION))
            .toList();
    assertEquals(inOrder.subList(1, inOrder.size()), found);
    assertEquals(
        inOrder.subList(5, inOrder.size()),
        select(reader(), Planet.REGION.moreThan("a"), Planet.REGION.asc()).stream()
            .map(row -> row.get(Planet.REGION))
            .toList());
  }

  @Test
  default void a_selection_gives_no_more_than_it_asks_for() {
    fivePlanets();
    for (int limit = 1; limit <= 6; limit++) {
      Selection<Planet> some =
          new Selection<>(
              Planet.TYPE, Condition.always(), List.of(Planet.REGION.desc()), null, limit);
      assertEquals(Math.min(5, limit), reader().select(some).size());
    }
  }

  @Test
  default void pages_follow_one_another_while_rows_come_and_go() {
    for (long i = 0; i < 40; i++) {
      long n = i * 10;
      stored(planet(n, p -> p.set(Planet.MOONS, n % 70)));
    }
    List<Long> expected = numbers(select(reader(), Condition.always(), Planet.MOONS.desc()));
    List<Long> paged = new ArrayList<>();
    Keyset after = null;
    long fresh = 1;
    while (true) {
      List<Row> page =
          reader()
              .select(
                  new Selection<>(
                      Planet.TYPE, Condition.always(), List.of(Planet.MOONS.desc()), after, 7));
      if (page.isEmpty()) {
        break;
      }
      numbers(page).stream().filter(n -> n % 10 == 0).forEach(paged::add);
      Row last = page.get(page.size() - 1);
      after = new Keyset(Collections.singletonList(last.get(Planet.MOONS)), last.ref());
      // One before and one behind the place; the row at the place itself vanishes.
      stored(planet(fresh++ * 10 - 3, p -> p.set(Planet.MOONS, 1_000L)));
      stored(planet(fresh++ * 10 - 3));
      commit(purge(last));
      if (paged.size() > 100) {
        break;
      }
    }
    assertEquals(expected, paged);
  }

  @Test
  default void a_place_among_the_missing_values_is_a_place() {
    fivePlanets();
    Keyset third = new Keyset(Collections.singletonList(null), ref(Planet.TYPE, 3));
    Selection<Planet> up =
        new Selection<>(Planet.TYPE, Condition.always(), List.of(Planet.REGION.asc()), third, 10);
    Selection<Planet> down =
        new Selection<>(Planet.TYPE, Condition.always(), List.of(Planet.REGION.desc()), third, 10);
    assertEquals(List.of(5L), numbers(reader().select(up)));
    assertEquals(List.of(), numbers(reader().select(down)));
  }

  @Test
  default void a_stream_gives_the_selection_row_by_row() {
    fivePlanets();
    Selection<Planet> selection =
        new Selection<>(Planet.TYPE, Condition.always(), List.of(Planet.REGION.desc()), null, 4);
    try (Stream<Row> rows = reader().stream(selection)) {
      assertEquals(numbers(reader().select(selection)), numbers(rows.toList()));
    }
    try (StoreTransaction tx = begin()) {
      tx.write(List.of(insert(planet(6, p -> p.set(Planet.REGION, "aa")))));
      try (Stream<Row> rows = tx.stream(selection)) {
        assertEquals(List.of(1L, 6L, 4L, 2L), numbers(rows.toList()));
      }
    }
  }

  @Test
  default void a_stream_may_be_left_before_its_end() {
    fivePlanets();
    Selection<Planet> all =
        new Selection<>(Planet.TYPE, Condition.always(), List.of(), null, Integer.MAX_VALUE);
    try (Stream<Row> rows = reader().stream(all)) {
      assertEquals(1L, numbers(rows.limit(1).toList()).get(0));
    }
    commit(purge(reader().find(ref(Planet.TYPE, 1))));
    assertEquals(4, reader().count(Planet.TYPE, Condition.always()));
  }
}
