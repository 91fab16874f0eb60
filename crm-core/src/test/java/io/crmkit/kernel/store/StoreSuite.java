package io.crmkit.kernel.store;

import static io.crmkit.testing.Universe.planet;
import static io.crmkit.testing.Universe.ref;
import static io.crmkit.testing.Universe.star;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** What the parts of the {@link StoreContract} work with: a store, and short words for its use. */
interface StoreSuite {
  String HERE = "here";
  String THERE = "there";

  /** The store under test, open for {@link Universe#TYPES}. */
  Store store();

  /** See {@link StoreContract#writersWait}. */
  boolean writersWait();

  /** See {@link StoreContract#seesOnlyItsSnapshot}. */
  boolean seesOnlyItsSnapshot();

  default StoreTransaction begin() {
    return store().begin(HERE, Universe.PLAIN);
  }

  default StoreReader reader() {
    return store().reader(HERE, Universe.PLAIN);
  }

  default void commit(Change... changes) {
    commit(HERE, Universe.PLAIN, changes);
  }

  default void commit(String tenant, Layout layout, Change... changes) {
    try (StoreTransaction tx = store().begin(tenant, layout)) {
      tx.commit(List.of(changes));
    }
  }

  default Row stored(Row row) {
    commit(insert(row));
    return row;
  }

  /** Whether a commit succeeds while another transaction has written what it writes. */
  default boolean succeedsBeside(Runnable commit) {
    if (!writersWait()) {
      commit.run();
      return true;
    }
    try {
      commit.run();
      return true;
    } catch (ConflictException refused) {
      return false;
    } catch (StoreException refused) {
      assertTrue(refused.isTransient(), refused::toString);
      return false;
    }
  }

  static Change insert(Row row) {
    return new Change.Insert(row);
  }

  static Change update(Row before, Row after) {
    return new Change.Update(before, after);
  }

  static Change purge(Row before) {
    return new Change.Purge(before);
  }

  static Change expect(Row row) {
    return new Change.Expect(row);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static List<Row> select(
      StoreReader reader, Condition<Planet> condition, Order<Planet>... orders) {
    return reader.select(
        new Selection<>(Planet.TYPE, condition, List.of(orders), null, Integer.MAX_VALUE));
  }

  static List<Long> numbers(List<Row> rows) {
    return rows.stream().map(row -> row.ref().low() & 0xffff_ffffL).toList();
  }

  static List<Violation> refused(Executable call) {
    return assertThrows(ValidationException.class, call).violations();
  }

  static List<List<Object>> lists(List<Object[]> figures) {
    return figures.stream().map(Arrays::asList).toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static List<List<Object>> figures(
      StoreReader reader, List<Expr<Planet, ?>> groups, Measure<Planet, ?>... measures) {
    return lists(
        reader.aggregate(
            new Aggregation<>(Planet.TYPE, Condition.always(), groups, List.of(measures))));
  }

  /** Refused because of what others have committed since the transaction first read. */
  default <T extends RuntimeException> @Nullable T late(Class<T> type, Executable call) {
    RuntimeException refused = assertThrows(RuntimeException.class, call);
    if (seesOnlyItsSnapshot()
        && refused instanceof StoreException passing
        && passing.isTransient()) {
      return null;
    }
    return assertInstanceOf(type, refused);
  }

  /** Everything that reads must say the same of a row. */
  static void assertStored(StoreReader reader, Row row) {
    Row found = reader.find(row.ref());
    assertNotNull(found, () -> row.ref() + " is there");
    assertSame(row, found);
  }

  static void assertSame(Row expected, Row found) {
    assertEquals(expected.ref(), found.ref());
    assertEquals(expected.version(), found.version());
    for (int slot = 0; slot < expected.type().slots().size(); slot++) {
      assertEquals(expected.slot(slot), found.slot(slot), expected.type().slots().get(slot).name());
    }
    assertEquals(expected.extra(), found.extra());
  }

  /** Two stars, one of them bright, and planets with and without values. */
  default void fivePlanets() {
    commit(insert(star(1, s -> s.set(Star.BRIGHTNESS, 9L))), insert(star(2)));
    commit(
        insert(planet(1, p -> p.set(Planet.REGION, "b"), p -> p.set(Planet.MOONS, 2L))),
        insert(planet(2, p -> p.set(Planet.REGION, "a"))),
        insert(planet(3, p -> p.set(Planet.MOONS, 1L))),
        insert(
            planet(
                4,
                p -> p.set(Planet.REGION, "a"),
                p -> p.set(Planet.MOONS, 2L),
                p -> p.set(Planet.STAR, ref(Star.TYPE, 1)))),
        insert(planet(5, p -> p.set(Planet.STAR, ref(Star.TYPE, 2)))));
  }
}
