package io.crmkit.kernel.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Universe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Indexes, that by identity among them, are made while others write. */
class IndexBuildTest {
  private static final String TENANT = "main";
  private static final int ROWS = 2_000;
  private static final int ROUNDS = 10;

  @Test
  void an_index_made_while_others_write_leads_to_every_row() {
    for (int round = 0; round < ROUNDS; round++) {
      try (MemoryStore store = new MemoryStore(new Tuning(0, 0, 1, 0, 8))) {
        store.open(Universe.TYPES);
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < ROWS; n++) {
          rows.add(planet(n, n));
        }
        commit(store, rows.stream().<Change>map(Change.Insert::new).toList());
        AtomicBoolean done = new AtomicBoolean();
        Writer writer = new Writer(store, rows, new Random(round), done);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(writer);
        byMoons(store);
        done.set(true);
        writing.join();
        List<Row> wanted = new ArrayList<>(writer.rows);
        wanted.sort(Comparator.<Row, Long>comparing(Planet.MOONS::of).thenComparing(Row::ref));
        assertEquals(wanted, byMoons(store));
      }
    }
  }

  @Test
  void rows_that_are_first_looked_for_by_identity_while_others_write_are_found() {
    for (int round = 0; round < ROUNDS; round++) {
      try (MemoryStore store = new MemoryStore()) {
        store.open(Universe.TYPES);
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < 2 * ROWS; n++) {
          rows.add(planet(n, n));
        }
        List<Change> inserts = rows.stream().<Change>map(Change.Insert::new).toList();
        commit(store, inserts.subList(0, ROWS));
        CompletableFuture<Void> writing =
            CompletableFuture.runAsync(
                () ->
                    inserts.subList(ROWS, 2 * ROWS).forEach(each -> commit(store, List.of(each))));
        assertEquals(rows.get(0), store.reader(TENANT, Universe.PLAIN).find(rows.get(0).ref()));
        writing.join();
        for (Row row : rows) {
          assertEquals(row, store.reader(TENANT, Universe.PLAIN).find(row.ref()));
        }
      }
    }
  }

  private static Row planet(int n, long moons) {
    return Universe.planet(
        n, d -> d.set(Planet.NAME, "planet " + n), d -> d.set(Planet.MOONS, moons));
  }

  private static List<Row> byMoons(MemoryStore store) {
    return store
        .reader(TENANT, Universe.PLAIN)
        .select(
            new Selection<>(
                Planet.TYPE,
                Condition.always(),
                List.<Order<Planet>>of(Planet.MOONS.asc()),
                null,
                Integer.MAX_VALUE));
  }

  private static void commit(MemoryStore store, List<Change> changes) {
    try (StoreTransaction transaction = store.begin(TENANT, Universe.PLAIN)) {
      transaction.commit(changes);
    }
  }

  /** Makes, changes and purges rows, one after the other, until told to stop. */
  private static final class Writer implements Runnable {
    private final MemoryStore store;
    private final List<Row> rows;
    private final Random random;
    private final AtomicBoolean done;

    Writer(MemoryStore store, List<Row> rows, Random random, AtomicBoolean done) {
      this.store = store;
      this.rows = rows;
      this.random = random;
      this.done = done;
    }

    @Override
    public void run() {
      for (int n = ROWS; !done.get() || n < ROWS + 100; n++) {
        int at = random.nextInt(rows.size());
        Row row = rows.get(at);
        switch (random.nextInt(3)) {
          case 0 -> {
            Row made = planet(n, random.nextInt(ROWS));
            commit(store, List.of(new Change.Insert(made)));
            rows.add(made);
          }
          case 1 -> {
            long moons = random.nextInt(ROWS);
            Row changed = Universe.changed(row, d -> d.set(Planet.MOONS, moons));
            if (changed != row) {
              commit(store, List.of(new Change.Update(row, changed)));
              rows.set(at, changed);
            }
          }
          default -> {
            commit(store, List.of(new Change.Purge(row)));
            rows.remove(at);
          }
        }
      }
    }
  }
}
