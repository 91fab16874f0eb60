package io.crmkit.persistence.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Reference;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.value.Money;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.testing.On;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pages of rows of many owners, long enough that they are not all found in one way: planets of the
 * stars 1 to 30 lie all over the list, those of 31 to 36 at its beginning, of 101 to 160 at its end
 * with one planet each; and those without moons come last.
 */
@ExtendWith(On.Wanted.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ManyOwnersLaws {
  private static final String TENANT = "many";
  private static final int LIMIT = 10;
  private static final int EVERYWHERE = 1_200;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private Ground ground;
  private Reading reading;
  private final Reference reference = new Reference();

  @BeforeAll
  void fill() throws SQLException {
    ground = new Ground(getClass().getAnnotation(On.class).value().connect("owners"), "many_");
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= 160; i++) {
      long brightness = i;
      rows.add(Universe.star(i, star -> star.set(Star.BRIGHTNESS, brightness)));
    }
    for (int i = 0; i < EVERYWHERE; i++) {
      Long moons = i % 25 == 24 ? null : Long.valueOf(10 + i * 7919L % 40);
      rows.add(planet(i, 1 + i % 30, moons));
    }
    for (int i = 0; i < 12; i++) {
      rows.add(planet(EVERYWHERE + i, 31 + i % 6, Long.valueOf(i % 4)));
    }
    for (int i = 0; i < 60; i++) {
      Long moons = i % 6 == 5 ? null : Long.valueOf(90 + i % 3);
      rows.add(planet(EVERYWHERE + 12 + i, 101 + i, moons));
    }
    ground.connection.setAutoCommit(false);
    ground.insert(TENANT, rows, Universe.EXTENDED, Ground.slots(ground.tables, false, false));
    ground.connection.commit();
    ground.connection.setAutoCommit(true);
    rows.forEach(row -> reference.apply(new Change.Insert(row)));
    reading =
        ground.queries.reading(
            TENANT, Universe.EXTENDED, Ground.slots(ground.tables, false, false));
  }

  @AfterAll
  void close() throws SQLException {
    if (ground != null) {
      ground.close();
    }
  }

  private static Row planet(int number, int star, Long moons) {
    Row row =
        Universe.planet(
            number * 7919L % 10_007,
            p -> {
              p.set(Planet.STAR, Universe.ref(Star.TYPE, star));
              if (number % 3 == 0 && number > 0) {
                p.set(Planet.TWIN, Universe.ref(Planet.TYPE, (number - 1) * 7919L % 10_007));
              }
              if (moons != null) {
                p.set(Planet.MOONS, moons).set(Planet.SEEN_AT, FIRST.plusSeconds(moons * moons));
              }
            });
    return number % 11 == 10 ? Universe.deleted(row) : row;
  }

  private static Condition<Planet> seen(IntStream... stars) {
    List<Ref<Star>> all =
        Stream.of(stars)
            .flatMap(IntStream::boxed)
            .map(number -> Universe.ref(Star.TYPE, number))
            .toList();
    return Planet.STAR.in(all).and(Planet.TYPE.deletedAt().isMissing());
  }

  /** Pages in both directions, from the beginning to the end, are the list that is expected. */
  private void assertPages(Condition<Planet> seen) throws SQLException {
    for (Order<Planet> order :
        List.of(
            Planet.MOONS.asc(), Planet.MOONS.desc(), Planet.SEEN_AT.asc(), Planet.SEEN_AT.desc())) {
      List<Order<Planet>> orders = List.of(order);
      List<Ref<?>> expected = refs(reference.select(seen, orders));
      for (int time = 0; time < 3; time++) {
        assertEquals(expected, paged(seen, orders), seen::toString);
        assertEquals(
            expected.size(), reading.count(ground.connection, Planet.TYPE, seen), seen::toString);
      }
    }
  }

  private static List<Ref<?>> refs(List<Row> rows) {
    List<Ref<?>> refs = new ArrayList<>();
    rows.forEach(row -> refs.add(row.ref()));
    return refs;
  }

  private List<Ref<?>> paged(Condition<Planet> seen, List<Order<Planet>> orders)
      throws SQLException {
    return paged(reading, reference, seen, orders);
  }

  private List<Ref<?>> paged(
      Reading from, Reference places, Condition<Planet> seen, List<Order<Planet>> orders)
      throws SQLException {
    List<Ref<?>> all = new ArrayList<>();
    Keyset after = null;
    while (true) {
      List<Row> page =
          from.select(ground.connection, new Selection<>(Planet.TYPE, seen, orders, after, LIMIT));
      all.addAll(refs(page));
      if (page.size() < LIMIT) {
        return all;
      }
      after = places.place(orders, page.get(LIMIT - 1));
    }
  }

  @Test
  void rows_that_are_not_rare_lie_near() throws SQLException {
    assertPages(seen(IntStream.of(3, 17)));
    assertPages(seen(IntStream.rangeClosed(1, 12)));
    assertPages(seen(IntStream.rangeClosed(1, 30)));
  }

  @Test
  void rare_rows_are_gathered_owner_by_owner() throws SQLException {
    assertPages(seen(IntStream.rangeClosed(101, 160)));
    assertPages(seen(IntStream.rangeClosed(101, 104)));
    assertPages(seen(IntStream.rangeClosed(101, 160), IntStream.range(10_000, 10_300)));
  }

  @Test
  void a_page_may_begin_near_and_end_far() throws SQLException {
    assertPages(seen(IntStream.rangeClosed(31, 34), IntStream.rangeClosed(101, 160)));
    assertPages(seen(IntStream.of(31, 32, 101, 106)));
  }

  @Test
  void so_many_owners_that_rows_are_picked_here() throws SQLException {
    assertPages(seen(IntStream.rangeClosed(1, 400)));
    assertPages(seen(IntStream.rangeClosed(1, 6), IntStream.range(10_000, 10_400)));
    assertPages(seen(IntStream.rangeClosed(31, 36), IntStream.range(10_000, 10_400)));
  }

  @Test
  void owners_who_have_fewer_rows_than_a_page_or_none() throws SQLException {
    assertPages(seen(IntStream.of(33, 34)));
    assertPages(seen(IntStream.range(10_000, 10_003)));
    assertPages(seen(IntStream.range(10_000, 10_400)));
  }

  @Test
  void some_rows_are_seen_besides_by_their_identity() throws SQLException {
    List<Row> planets = reference.planets();
    Condition<Planet> shared =
        Planet.TYPE
            .id()
            .expr()
            .in(
                Stream.of(1, 500, 1_000, 1_240)
                    .map(at -> Planet.TYPE.ref(planets.get(at).ref().id()))
                    .toList());
    for (int owners : List.of(1, 3, 60, 400)) {
      Condition<Planet> own =
          Planet.STAR.in(
              IntStream.range(101, 101 + owners)
                  .mapToObj(number -> Universe.ref(Star.TYPE, number))
                  .toList());
      assertPages(own.or(shared).and(Planet.TYPE.deletedAt().isMissing()));
    }
  }

  private static Condition<Planet> bright(IntStream brightness) {
    return Planet.STAR.matches(Star.BRIGHTNESS.in(brightness.mapToObj(Long::valueOf).toList()));
  }

  @Test
  void rows_are_seen_by_what_they_refer_to_few_or_many() throws SQLException {
    Condition<Planet> live = Planet.TYPE.deletedAt().isMissing();
    Condition<Planet> own = Planet.MOONS.is(12L);
    for (IntStream stars :
        List.of(
            IntStream.of(3),
            IntStream.rangeClosed(1, 5),
            IntStream.rangeClosed(1, 12),
            IntStream.rangeClosed(101, 160),
            IntStream.range(10_000, 10_003))) {
      Condition<Planet> bright = bright(stars);
      assertPages(bright.and(live));
      assertPages(own.or(bright).and(live));
      assertPages(bright.or(Planet.STAR.is(Universe.ref(Star.TYPE, 31))).and(live));
    }
  }

  @Test
  void rows_found_by_what_they_refer_to_are_sorted_by_whatever_a_database_can_sort_by()
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      long brightness = i;
      rows.add(Universe.star(i, star -> star.set(Star.BRIGHTNESS, brightness)));
    }
    for (int i = 0; i < 60; i++) {
      int number = i;
      rows.add(
          Universe.planet(
              i,
              p -> {
                p.set(Planet.STAR, Universe.ref(Star.TYPE, 1 + number % 4));
                if (number % 5 != 0) {
                  p.set(Universe.SPONSOR, Universe.ref(Star.TYPE, 1 + number * 7 % 9))
                      .set(Universe.RINGS, (long) (number * 11 % 17))
                      .set(Planet.NAME, "planet " + number * 13 % 19)
                      .set(
                          Planet.BUDGET,
                          Money.of((long) (number % 7), number % 2 == 0 ? "EUR" : "USD"));
                }
              }));
    }
    Reference all = new Reference();
    rows.forEach(row -> all.apply(new Change.Insert(row)));
    Slots slots = Ground.slots(ground.tables, true, true);
    ground.connection.setAutoCommit(false);
    ground.insert("sorted", rows, Universe.EXTENDED, slots);
    Reading sorted = ground.queries.reading("sorted", Universe.EXTENDED, slots);
    Condition<Planet> bright = bright(IntStream.of(2, 3)).or(Planet.MOONS.is(1L));
    for (Order<Planet> order :
        List.of(
            Universe.SPONSOR.asc(),
            Universe.RINGS.desc(),
            Planet.NAME.asc(),
            Planet.BUDGET.desc(),
            Planet.STAR.get(Star.BRIGHTNESS).desc())) {
      List<Ref<?>> expected = refs(all.select(bright, List.of(order)));
      assertEquals(expected, paged(sorted, all, bright, List.of(order)), order::toString);
    }
    ground.connection.rollback();
    ground.connection.setAutoCommit(true);
  }

  @Test
  void what_is_more_than_few_hides_nothing() throws SQLException {
    List<Row> rows = new ArrayList<>();
    rows.add(Universe.star(1, star -> star.set(Star.BRIGHTNESS, 1L)));
    for (int i = 0; i < 2_050; i++) {
      rows.add(Universe.planet(i, p -> p.set(Planet.STAR, Universe.ref(Star.TYPE, 1))));
    }
    Reference all = new Reference();
    for (int i = 0; i < 30; i++) {
      Ref<Planet> twin = Universe.ref(Planet.TYPE, i * 68L);
      rows.add(Universe.planet(5_000 + i, p -> p.set(Planet.TWIN, twin).set(Planet.MOONS, 3L)));
    }
    rows.forEach(row -> all.apply(new Change.Insert(row)));
    ground.connection.setAutoCommit(false);
    ground.insert("crowd", rows, Universe.PLAIN, Ground.slots(ground.tables, false, false));
    Reading crowd =
        ground.queries.reading("crowd", Universe.PLAIN, Ground.slots(ground.tables, false, false));
    Condition<Planet> bright = bright(IntStream.of(1)).or(Planet.MOONS.is(1L));
    for (int time = 0; time < 3; time++) {
      assertEquals(2_050, crowd.count(ground.connection, Planet.TYPE, bright));
    }
    Condition<Planet> twins = Planet.TWIN.matches(bright(IntStream.of(1)));
    List<Order<Planet>> orders = List.of(Planet.MOONS.asc());
    assertEquals(refs(all.select(twins, orders)), paged(crowd, all, twins, orders));
    assertEquals(30, crowd.count(ground.connection, Planet.TYPE, twins));
    ground.connection.rollback();
    ground.connection.setAutoCommit(true);
  }

  @Test
  void rows_are_seen_over_two_references_and_in_overlapping_ways() throws SQLException {
    Condition<Planet> live = Planet.TYPE.deletedAt().isMissing();
    Condition<Planet> twins =
        Planet.TWIN.matches(Planet.MOONS.is(30L).or(bright(IntStream.of(3, 4))));
    assertPages(twins.and(live));
    assertPages(
        twins.or(bright(IntStream.rangeClosed(2, 5))).or(Planet.MOONS.in(11L, 30L)).and(live));
    assertPages(bright(IntStream.of(7)).and(Planet.MOONS.atLeast(20L)).or(twins).and(live));
    assertPages(bright(IntStream.of(7)).or(bright(IntStream.of(8)).not()).and(live));
  }

  @Test
  void what_was_far_may_be_near_the_next_time() throws SQLException {
    Condition<Planet> seen = seen(IntStream.range(101, 140));
    assertPages(seen);
    String moons = ground.dialect.quoted("moons");
    String table = ground.dialect.quoted("many_planet");
    ground.connection.setAutoCommit(false);
    ground.execute(
        "update " + table + " set " + moons + " = 100 - " + moons + " where " + moons + " >= 90");
    List<Order<Planet>> orders = List.of(Planet.MOONS.asc());
    Selection<Planet> first = new Selection<>(Planet.TYPE, seen, orders, null, LIMIT);
    List<Ref<?>> page = refs(reading.select(ground.connection, first));
    List<Ref<?>> again = refs(reading.select(ground.connection, first));
    ground.connection.rollback();
    ground.connection.setAutoCommit(true);
    List<Ref<?>> expected = refs(reference.select(seen.and(Planet.MOONS.is(92L)), orders));
    expected.addAll(refs(reference.select(seen.and(Planet.MOONS.is(91L)), orders)));
    assertEquals(expected.subList(0, LIMIT), page);
    assertEquals(page, again);
  }

  @Test
  void what_was_near_may_be_far_the_next_time() throws SQLException {
    Condition<Planet> seen = seen(IntStream.rangeClosed(1, 4), IntStream.range(101, 140));
    assertPages(seen);
    Condition<Planet> none = seen.and(Planet.MOONS.atLeast(91L));
    assertPages(none);
    String moons = ground.dialect.quoted("moons");
    String table = ground.dialect.quoted("many_planet");
    ground.connection.setAutoCommit(false);
    ground.execute(
        "update " + table + " set " + moons + " = " + moons + " + 1000 where " + moons + " < 90");
    List<Order<Planet>> orders = List.of(Planet.MOONS.asc());
    List<Row> page =
        reading.select(ground.connection, new Selection<>(Planet.TYPE, seen, orders, null, LIMIT));
    ground.connection.rollback();
    ground.connection.setAutoCommit(true);
    assertEquals(
        refs(reference.select(none.or(seen.and(Planet.MOONS.is(90L))), orders)).subList(0, LIMIT),
        refs(page));
  }
}
