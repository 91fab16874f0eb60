package io.crmkit.kernel.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Universe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of the rows that have one of many values, wherever in the order these stand. */
class ManyValuesTest {
  private static final String TENANT = "main";
  private static final int ROWS = 400;
  private static final int PAGE = 7;
  private static final List<Order<Planet>> BY_ORBIT = List.of(Planet.ORBIT.asc());
  private static final List<Order<Planet>> BY_ORBIT_BACKWARDS = List.of(Planet.ORBIT.desc());
  private static final List<Order<Planet>> BY_ORBIT_AND_MOONS =
      List.of(Planet.ORBIT.asc(), Planet.MOONS.asc());

  private final MemoryStore store = new MemoryStore(new Tuning(0, 16, 4, 16, 8));
  private final List<Row> rows = new ArrayList<>();

  ManyValuesTest() {
    store.open(Universe.TYPES);
    List<Change> changes = new ArrayList<>();
    for (int n = 0; n < ROWS; n++) {
      long orbit = n / 3;
      long moons = n / 2;
      Row row =
          Universe.planet(n, d -> d.set(Planet.ORBIT, orbit), d -> d.set(Planet.MOONS, moons));
      rows.add(row);
      changes.add(new Change.Insert(row));
    }
    try (StoreTransaction transaction = store.begin(TENANT, Universe.PLAIN)) {
      transaction.commit(changes);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void come_in_order_where_they_stand_first() {
    for (List<Order<Planet>> orders : List.of(BY_ORBIT, BY_ORBIT_AND_MOONS)) {
      assertEquals(rows.subList(0, 60), allPages(moons(0, 30), orders));
    }
  }

  @Test
  void come_in_order_where_they_stand_last() {
    for (List<Order<Planet>> orders : List.of(BY_ORBIT, BY_ORBIT_AND_MOONS)) {
      assertEquals(rows.subList(ROWS - 60, ROWS), allPages(moons(170, 200), orders));
    }
  }

  @Test
  void come_in_order_backwards() {
    List<Row> wanted = new ArrayList<>(rows.subList(0, 60));
    wanted.sort(
        Comparator.<Row, Long>comparing(row -> Objects.requireNonNull(Planet.ORBIT.of(row)))
            .thenComparing(Row::ref)
            .reversed());
    assertEquals(wanted, allPages(moons(0, 30), BY_ORBIT_BACKWARDS));
  }

  @Test
  void are_none_where_no_row_has_any() {
    assertEquals(List.of(), allPages(moons(1000, 1030), BY_ORBIT));
  }

  private static Condition<Planet> moons(long from, long to) {
    return Planet.MOONS.in(LongStream.range(from, to).boxed().toList());
  }

  private List<Row> allPages(Condition<Planet> condition, List<Order<Planet>> orders) {
    List<Row> all = new ArrayList<>();
    Keyset after = null;
    while (true) {
      List<Row> page =
          store
              .reader(TENANT, Universe.PLAIN)
              .select(new Selection<>(Planet.TYPE, condition, orders, after, PAGE));
      all.addAll(page);
      if (page.size() < PAGE) {
        return all;
      }
      after = behind(page.get(PAGE - 1), orders);
    }
  }

  private static Keyset behind(Row row, List<Order<Planet>> orders) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Order<Planet> order : orders) {
      values.add(order.expr().reader(ref -> null).apply(row));
    }
    return new Keyset(values, row.ref());
  }
}
