package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Several threads at once: each read and each transaction takes effect at one moment, so that what
 * all of them were answered could have come from a plain map used by one thread.
 */
@Tag("concurrency")
@Param(name = "key", gen = IntGen.class, conf = "1:3")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class MemoryStoreLinearizabilityTest {
  private final MemoryStore store = new MemoryStore(new Tuning(0, 0, 1, -1_000, 4));

  public MemoryStoreLinearizabilityTest() {
    store.open(Universe.TYPES);
  }

  @Test
  void answers_under_stress_are_those_of_a_map() {
    new StressOptions()
        .iterations(10)
        .invocationsPerIteration(300)
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .sequentialSpecification(PlainMap.class)
        .check(MemoryStoreLinearizabilityTest.class);
  }

  private StoreReader reader() {
    return store.reader("here", Universe.PLAIN);
  }

  private static Ref<Planet> ref(int key) {
    return Universe.ref(Planet.TYPE, key);
  }

  private static int value(@Nullable Row row) {
    return row == null ? 0 : Math.toIntExact(Objects.requireNonNull(row.get(Planet.MOONS)));
  }

  private static Change put(int key, @Nullable Row before, int value) {
    return before == null
        ? new Change.Insert(Universe.planet(key, p -> p.set(Planet.MOONS, (long) value)))
        : new Change.Update(
            before, Universe.changed(before, p -> p.set(Planet.MOONS, (long) value)));
  }

  /** Repeats the work until nobody else gets in its way. */
  private int repeat(Function<StoreTransaction, Integer> work) {
    while (true) {
      try (StoreTransaction tx = store.begin("here", Universe.PLAIN)) {
        return work.apply(tx);
      } catch (ConflictException again) {
        // somebody else has committed
      }
    }
  }

  @Operation
  public int find(@Param(name = "key") int key) {
    return value(reader().find(ref(key)));
  }

  @Operation
  public int add(@Param(name = "key") int key, @Param(name = "value") int value) {
    return repeat(
        tx -> {
          Row row = tx.find(ref(key));
          tx.commit(List.of(put(key, row, value(row) + value)));
          return value(row) + value;
        });
  }

  @Operation
  public int purge(@Param(name = "key") int key) {
    return repeat(
        tx -> {
          Row row = tx.find(ref(key));
          if (row != null) {
            tx.commit(List.of(new Change.Purge(row)));
          }
          return value(row);
        });
  }

  /** Writes two rows, of which nobody may see the one without the other. */
  @Operation
  public int move(@Param(name = "key") int from, @Param(name = "key") int to) {
    return repeat(
        tx -> {
          Row source = tx.find(ref(from));
          if (source == null || from == to) {
            return 0;
          }
          Row target = tx.find(ref(to));
          tx.commit(
              List.of(new Change.Purge(source), put(to, target, value(source) + value(target))));
          return value(source);
        });
  }

  /** Takes a unique code; 0 where another planet has it. */
  @Operation
  public int call(@Param(name = "key") int key, @Param(name = "value") int code) {
    return repeat(
        tx -> {
          Row row = tx.find(ref(key));
          if (row == null) {
            return -1;
          }
          Row called = Universe.changed(row, p -> p.set(Planet.CODE, "code " + code));
          try {
            tx.commit(List.of(new Change.Update(row, called)));
            return code;
          } catch (ValidationException taken) {
            return 0;
          }
        });
  }

  @Operation
  public String inOrder() {
    List<Row> rows =
        reader()
            .select(
                new Selection<>(
                    Planet.TYPE,
                    Condition.always(),
                    List.of(Planet.MOONS.desc()),
                    null,
                    Integer.MAX_VALUE));
    List<String> shown = new ArrayList<>();
    rows.forEach(row -> shown.add((row.ref().low() & 0xff) + "=" + value(row)));
    return shown.toString();
  }

  @Operation
  public String atLeastTwo() {
    return "" + reader().count(Planet.TYPE, Planet.MOONS.atLeast(2L));
  }

  @Operation
  public long sum() {
    Object[] figures =
        reader()
            .aggregate(
                new Aggregation<>(
                    Planet.TYPE, Condition.always(), List.of(), List.of(Planet.MOONS.sum())))
            .get(0);
    return figures[0] == null ? 0 : (Long) figures[0];
  }

  @Operation
  public String twoOneAfterTheOther(@Param(name = "key") int one, @Param(name = "key") int other) {
    try (StoreTransaction tx = store.begin("here", Universe.PLAIN)) {
      return value(tx.find(ref(one))) + " " + value(tx.find(ref(other)));
    }
  }

  /** What the store must look like, for one thread. */
  public static class PlainMap {
    private final Map<Integer, Integer> values = new TreeMap<>();
    private final Map<Integer, Integer> codes = new TreeMap<>();

    public int find(int key) {
      return values.getOrDefault(key, 0);
    }

    public int add(int key, int value) {
      return values.merge(key, value, Integer::sum);
    }

    public int purge(int key) {
      Integer gone = values.remove(key);
      codes.remove(key);
      return gone == null ? 0 : gone;
    }

    public int move(int from, int to) {
      if (from == to || !values.containsKey(from)) {
        return 0;
      }
      int moved = purge(from);
      add(to, moved);
      return moved;
    }

    public int call(int key, int code) {
      if (!values.containsKey(key)) {
        return -1;
      }
      for (Map.Entry<Integer, Integer> other : codes.entrySet()) {
        if (other.getValue() == code && other.getKey() != key) {
          return 0;
        }
      }
      codes.put(key, code);
      return code;
    }

    public String inOrder() {
      List<String> shown = new ArrayList<>();
      values.entrySet().stream()
          .sorted(
              Map.Entry.<Integer, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey())
                  .reversed())
          .forEach(entry -> shown.add(entry.getKey() + "=" + entry.getValue()));
      return shown.toString();
    }

    public String atLeastTwo() {
      return "" + values.values().stream().filter(value -> value >= 2).count();
    }

    public long sum() {
      return values.values().stream().mapToLong(Integer::longValue).sum();
    }

    public String twoOneAfterTheOther(int one, int other) {
      return find(one) + " " + find(other);
    }
  }
}
