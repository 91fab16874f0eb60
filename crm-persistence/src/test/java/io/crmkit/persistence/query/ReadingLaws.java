package io.crmkit.persistence.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Reference;
import io.crmkit.kernel.store.Samples;
import io.crmkit.kernel.store.Selection;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.testing.On;
import io.crmkit.persistence.testing.SqlLaws;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** What is read of tables is what a plain list in memory has. */
@AddLifecycleHook(On.Wanted.class)
@AddLifecycleHook(SqlLaws.Fewer.class)
abstract class ReadingLaws {
  private static Ground ground;
  private static int tenants;

  @AfterContainer
  static void close() throws SQLException {
    ground.close();
    ground = null;
  }

  @Provide
  Arbitrary<List<Samples.Values>> values() {
    return Samples.values().list().ofMinSize(5).ofMaxSize(30);
  }

  @Provide
  Arbitrary<Condition<Planet>> conditions() {
    return Samples.conditions();
  }

  @Provide
  Arbitrary<Condition<Planet>> scopes() {
    return Samples.scopes();
  }

  @Provide
  Arbitrary<List<Order<Planet>>> orders() {
    return Samples.orders();
  }

  @Provide
  Arbitrary<List<Expr<Planet, ?>>> groups() {
    return Samples.groups();
  }

  @Provide
  Arbitrary<List<Measure<Planet, ?>>> measures() {
    return Samples.measures();
  }

  /** One tenant's rows, in tables and in a list. */
  record Sight(Connection connection, Reading reading, Reference reference) {}

  private Sight sight(List<Samples.Values> values, boolean rings, boolean sponsor)
      throws SQLException {
    if (ground == null) {
      ground = new Ground(getClass().getAnnotation(On.class).value().connect("reading"), "laws_");
    }
    List<Row> rows = new ArrayList<>(Samples.stars());
    for (int i = 0; i < values.size(); i++) {
      Samples.Values each = values.get(i);
      Row planet = Universe.planet((i + 1) * 7919L % 10007, draft -> each.into(draft));
      rows.add(i % 7 == 6 ? Universe.deleted(planet) : planet);
    }
    String tenant = "tenant" + tenants++;
    Slots slots = Ground.slots(ground.tables, rings, sponsor);
    ground.insert(tenant, rows, Universe.EXTENDED, slots);
    Reference reference = new Reference();
    rows.forEach(row -> reference.apply(new Change.Insert(row)));
    return new Sight(
        ground.connection, ground.queries.reading(tenant, Universe.EXTENDED, slots), reference);
  }

  @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
  void rows_come_back_as_they_were(@ForAll("values") List<Samples.Values> values)
      throws SQLException {
    Sight sight = sight(values, true, true);
    List<Row> planets = sight.reference().planets();
    assertEquals(
        marks(planets),
        marks(
            sight
                .reading()
                .find(sight.connection(), planets.stream().map(Row::ref).toList())
                .stream()
                .sorted((a, b) -> a.ref().toString().compareTo(b.ref().toString()))
                .toList()));
    for (Row planet : planets) {
      assertEquals(mark(planet), mark(sight.reading().find(sight.connection(), planet.ref())));
    }
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void a_selection_is_the_list_filtered_and_sorted(
      @ForAll("values") List<Samples.Values> values,
      @ForAll @Size(min = 1, max = 8) List<@From("conditions") Condition<Planet>> conditions,
      @ForAll("orders") List<Order<Planet>> orders,
      @ForAll @IntRange(min = 1, max = 30) int limit,
      @ForAll boolean rings,
      @ForAll boolean sponsor)
      throws SQLException {
    Sight sight = sight(values, rings, sponsor);
    for (Condition<Planet> condition : conditions) {
      List<Row> expected = sight.reference().select(condition, orders);
      assertSame(expected, paged(sight, condition, orders, limit), condition);
      Selection<Planet> all =
          new Selection<>(Planet.TYPE, condition, orders, null, Integer.MAX_VALUE);
      assertSame(expected, sight.reading().select(sight.connection(), all), condition);
      assertSame(expected, streamed(sight, all), condition);
      assertEquals(
          expected.size(),
          sight.reading().count(sight.connection(), Planet.TYPE, condition),
          condition::toString);
      assertEquals(
          !expected.isEmpty(),
          sight.reading().exists(sight.connection(), Planet.TYPE, condition),
          condition::toString);
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void what_somebody_may_see_is_the_list_filtered_and_sorted(
      @ForAll("values") List<Samples.Values> values,
      @ForAll @Size(min = 1, max = 8) List<@From("scopes") Condition<Planet>> scopes,
      @ForAll("orders") List<Order<Planet>> orders,
      @ForAll @IntRange(min = 1, max = 10) int limit)
      throws SQLException {
    Sight sight = sight(values, true, true);
    List<Order<Planet>> first = orders.subList(0, Math.min(1, orders.size()));
    for (Condition<Planet> scope : scopes) {
      assertSame(sight.reference().select(scope, first), paged(sight, scope, first, limit), scope);
    }
  }

  /** However many owners there are, and however many of them have anything. */
  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void what_many_owners_have_is_the_list_filtered_and_sorted(
      @ForAll("values") List<Samples.Values> values,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 3) Integer> owners,
      @ForAll boolean shared,
      @ForAll boolean descending,
      @ForAll @IntRange(min = 1, max = 10) int limit)
      throws SQLException {
    Sight sight = sight(values, true, true);
    Order<Planet> by = descending ? Planet.MOONS.desc() : Planet.MOONS.asc();
    for (int others : List.of(0, 20, 50, 200)) {
      Set<Ref<Star>> stars = new LinkedHashSet<>();
      owners.forEach(number -> stars.add(Universe.ref(Star.TYPE, number)));
      for (int i = 0; i < others; i++) {
        stars.add(Universe.ref(Star.TYPE, 1_000_000 + i));
      }
      Condition<Planet> seen = Planet.STAR.in(stars);
      if (shared) {
        Row first = sight.reference().planets().get(0);
        seen = seen.or(Planet.TYPE.id().expr().is(Planet.TYPE.ref(first.ref().id())));
      }
      Condition<Planet> live = seen.and(Planet.TYPE.deletedAt().isMissing());
      for (List<Order<Planet>> orders : List.of(List.of(by), List.<Order<Planet>>of())) {
        assertSame(sight.reference().select(live, orders), paged(sight, live, orders, limit), live);
      }
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void a_page_begins_behind_any_place(
      @ForAll("values") List<Samples.Values> values,
      @ForAll("conditions") Condition<Planet> condition,
      @ForAll("orders") List<Order<Planet>> orders,
      @ForAll @IntRange(min = 1, max = 50) int limit)
      throws SQLException {
    Sight sight = sight(values, true, false);
    for (Row anywhere : sight.reference().planets()) {
      Keyset after = sight.reference().place(orders, anywhere);
      List<Row> expected = sight.reference().select(condition, orders, after);
      assertSame(
          expected.subList(0, Math.min(limit, expected.size())),
          sight
              .reading()
              .select(
                  sight.connection(),
                  new Selection<>(Planet.TYPE, condition, orders, after, limit)),
          condition);
    }
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void figures_are_those_of_the_list(
      @ForAll("values") List<Samples.Values> values,
      @ForAll("conditions") Condition<Planet> condition,
      @ForAll("groups") List<Expr<Planet, ?>> groups,
      @ForAll("measures") List<Measure<Planet, ?>> measures,
      @ForAll boolean rings)
      throws SQLException {
    Sight sight = sight(values, rings, true);
    for (Condition<Planet> each : List.of(condition, Condition.<Planet>always())) {
      Aggregation<Planet> aggregation = new Aggregation<>(Planet.TYPE, each, groups, measures);
      List<List<Object>> expected;
      try {
        expected = sight.reference().figures(each, groups, measures);
      } catch (RuntimeException refusal) {
        assertTrue(Reference.isRefusal(refusal), refusal::toString);
        RuntimeException refused =
            assertThrows(
                RuntimeException.class,
                () -> sight.reading().aggregate(sight.connection(), aggregation));
        assertTrue(Reference.isRefusal(refused), refused::toString);
        continue;
      }
      List<List<Object>> found =
          sight.reading().aggregate(sight.connection(), aggregation).stream()
              .map(Arrays::asList)
              .toList();
      assertEquals(expected, found, aggregation::toString);
    }
  }

  private static List<Row> paged(
      Sight sight, Condition<Planet> condition, List<Order<Planet>> orders, int limit)
      throws SQLException {
    List<Row> all = new ArrayList<>();
    Keyset after = null;
    while (true) {
      List<Row> page =
          sight
              .reading()
              .select(
                  sight.connection(),
                  new Selection<>(Planet.TYPE, condition, orders, after, limit));
      all.addAll(page);
      if (page.size() < limit) {
        return all;
      }
      after = sight.reference().place(orders, page.get(limit - 1));
    }
  }

  private static List<Row> streamed(Sight sight, Selection<Planet> selection) throws SQLException {
    List<Row> all = new ArrayList<>();
    try (RowCursor rows = sight.reading().stream(sight.connection(), selection)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
    }
    return all;
  }

  private static void assertSame(List<Row> expected, List<Row> found, Condition<Planet> condition) {
    assertEquals(marks(expected), marks(found), condition::toString);
  }

  private static List<String> marks(List<Row> rows) {
    return rows.stream().map(ReadingLaws::mark).toList();
  }

  private static String mark(Row row) {
    StringBuilder mark = new StringBuilder(row.ref() + " v" + row.version());
    for (var field : Planet.TYPE.slots()) {
      Object value = field.of(row);
      if (value != null) {
        mark.append(' ').append(field.name()).append('=').append(plain(value));
      }
    }
    return mark.append(row.extra()).toString();
  }

  private static Object plain(Object value) {
    return value instanceof io.crmkit.kernel.value.Money money
        ? money.currency() + money.amount().stripTrailingZeros().toPlainString()
        : value;
  }
}
