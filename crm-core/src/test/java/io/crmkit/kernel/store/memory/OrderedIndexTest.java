package io.crmkit.kernel.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** An index under any sequence of changes holds what a sorted set would. */
class OrderedIndexTest {
  /**
   * An entry comes or goes.
   *
   * @param value 0 for a missing one
   */
  private record Step(boolean comes, int row, int value) {}

  private record Standing(Row row, Cell cell) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false)),
            Arbitraries.integers().between(1, 150),
            Arbitraries.integers().between(0, 6))
        .as(Step::new)
        .list()
        .ofMaxSize(400);
  }

  @Property(tries = 300)
  void by_values_that_are_numbers(@ForAll("steps") List<Step> steps) {
    assertHoldsAll(steps, Planet.FOUND_ON, 64);
    assertHoldsAll(steps, Planet.MOONS, 40);
  }

  @Property(tries = 300)
  void by_values_that_begin_alike(@ForAll("steps") List<Step> steps) {
    assertHoldsAll(steps, Planet.REGION, 32);
    assertHoldsAll(steps, Planet.REGION, 4);
  }

  private static Row row(Step step) {
    return Universe.planet(
        step.row,
        d -> d.set(Planet.NAME, "planet"),
        d -> {
          if (step.value > 0) {
            d.set(Planet.FOUND_ON, LocalDate.of(2027, 1, step.value))
                .set(Planet.MOONS, (long) step.value)
                .set(Planet.REGION, step.value < 4 ? "region " + step.value : "r" + step.value);
          }
        });
  }

  private static <T> void assertHoldsAll(List<Step> steps, Field<Planet, T> field, int max) {
    Comparator<@Nullable T> values = Comparator.nullsLast(field.kind());
    Comparator<Standing> order =
        Comparator.comparing((Standing its) -> field.of(its.row), values)
            .thenComparing(its -> its.cell.ref);
    TreeSet<Standing> wanted = new TreeSet<>(order);
    OrderedIndex index = OrderedIndex.by(field, max);
    List<Cell> cells = new ArrayList<>();
    for (int n = 0; n <= 150; n++) {
      Ref<Planet> ref = Universe.ref(Planet.TYPE, n);
      cells.add(new Cell(ref, new Version(null, 0, null)));
    }
    for (Step step : steps) {
      Row row = row(step);
      Cell cell = cells.get(step.row);
      if (step.comes) {
        index.enter(row, cell);
        wanted.add(new Standing(row, cell));
      } else {
        index.leave(row, cell);
        wanted.remove(new Standing(row, cell));
      }
      if (step.row % 8 == 0) { // some readers look between the changes
        assertEquals(refs(wanted), refs(index));
      }
    }
    assertEquals(refs(wanted), refs(index));
    assertEquals(wanted.size(), index.size());
    for (int value = 1; value <= 6; value++) {
      T that = field.of(row(new Step(true, 1, value)));
      Range range = new Range(index, index.place(that, -1), index.place(that, 1));
      long count = wanted.stream().filter(its -> that.equals(field.of(its.row))).count();
      if (index.chunks().length < 8) {
        assertEquals(count, range.size());
      }
    }
  }

  private static List<Ref<?>> refs(Iterable<Standing> wanted) {
    List<Ref<?>> refs = new ArrayList<>();
    wanted.forEach(its -> refs.add(its.cell.ref));
    return refs;
  }

  private static List<Ref<?>> refs(OrderedIndex index) {
    List<Ref<?>> refs = new ArrayList<>();
    index.forEach(cell -> refs.add(cell.ref));
    return refs;
  }
}
