package io.crmkit.kernel.store;

import static io.crmkit.kernel.store.StoreSuite.figures;
import static io.crmkit.kernel.store.StoreSuite.insert;
import static io.crmkit.testing.Universe.planet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.value.CurrencyMismatchException;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts, sums and groups. */
interface FigureContract extends StoreSuite {
  @Test
  default void figures_without_groups_are_one_row_even_of_nothing() {
    assertEquals(
        List.of(Arrays.asList(0L, 0L, null, null, null, null)),
        figures(
            reader(),
            List.of(),
            Measure.count(),
            Planet.REGION.countDistinct(),
            Planet.MOONS.sum(),
            Planet.MOONS.avg(),
            Planet.REGION.min(),
            Planet.BUDGET.max()));
    assertEquals(List.of(), figures(reader(), List.of(Planet.REGION), Measure.count()));
  }

  @Test
  default void figures_leave_missing_values_out() {
    fivePlanets();
    assertEquals(
        List.of(Arrays.asList(5L, 2L, 5L, new BigDecimal("1.66666667"), "a", 2L)),
        figures(
            reader(),
            List.of(),
            Measure.count(),
            Planet.REGION.countDistinct(),
            Planet.MOONS.sum(),
            Planet.MOONS.avg(),
            Planet.REGION.min(),
            Planet.MOONS.max()));
  }

  @Test
  default void groups_are_by_value_and_the_missing_value_is_one() {
    fivePlanets();
    assertEquals(
        List.of(
            Arrays.asList("a", 2L, 2L), Arrays.asList("b", 1L, 2L), Arrays.asList(null, 2L, 1L)),
        figures(reader(), List.of(Planet.REGION), Measure.count(), Planet.MOONS.sum()));
    assertEquals(
        List.of(
            Arrays.asList("a", 2L, 1L),
            Arrays.asList("a", null, 1L),
            Arrays.asList("b", 2L, 1L),
            Arrays.asList(null, 1L, 1L),
            Arrays.asList(null, null, 1L)),
        figures(reader(), List.of(Planet.REGION, Planet.MOONS), Measure.count()));
    assertEquals(
        List.of(Arrays.asList(9L, 1L), Arrays.asList(null, 4L)),
        figures(reader(), List.of(Planet.STAR.get(Star.BRIGHTNESS)), Measure.count()));
  }

  @Test
  default void dates_are_grouped_by_period() {
    commit(
        insert(planet(1, p -> p.set(Planet.FOUND_ON, LocalDate.of(2027, 1, 31)))),
        insert(planet(2, p -> p.set(Planet.FOUND_ON, LocalDate.of(2027, 2, 1)))),
        insert(planet(3, p -> p.set(Planet.FOUND_ON, LocalDate.of(2027, 2, 28)))));
    assertEquals(
        List.of(List.of(LocalDate.of(2027, 1, 1), 1L), List.of(LocalDate.of(2027, 2, 1), 2L)),
        figures(reader(), List.of(Planet.FOUND_ON.by(DatePart.MONTH)), Measure.count()));
  }

  @Test
  default void sums_are_exact() {
    commit(
        insert(planet(1, p -> p.set(Planet.MASS, new BigDecimal("0.1")))),
        insert(planet(2, p -> p.set(Planet.MASS, new BigDecimal("0.20000001")))),
        insert(planet(3, p -> p.set(Planet.MASS, new BigDecimal("99999999999999999999")))),
        insert(planet(4, p -> p.set(Planet.MASS, new BigDecimal("-99999999999999999999")))));
    assertEquals(
        List.of(List.of(new BigDecimal("0.30000001"), new BigDecimal("0.075"))),
        figures(reader(), List.of(), Planet.MASS.sum(), Planet.MASS.avg()));
    commit(
        insert(planet(5, p -> p.set(Planet.MOONS, Long.MAX_VALUE))),
        insert(planet(6, p -> p.set(Planet.MOONS, Long.MAX_VALUE))),
        insert(planet(7, p -> p.set(Planet.MOONS, -Long.MAX_VALUE))));
    assertEquals(
        List.of(List.of(Long.MAX_VALUE)), figures(reader(), List.of(), Planet.MOONS.sum()));
  }

  @Test
  default void a_sum_that_does_not_fit_is_refused() {
    commit(
        insert(planet(1, p -> p.set(Planet.MOONS, Long.MAX_VALUE))),
        insert(planet(2, p -> p.set(Planet.MOONS, 1L))));
    assertThrows(
        InvalidRequestException.class, () -> figures(reader(), List.of(), Planet.MOONS.sum()));
    assertEquals(
        List.of(List.of(new BigDecimal("4611686018427387904"))),
        figures(reader(), List.of(), Planet.MOONS.avg()));
  }

  @Test
  default void money_is_added_within_one_currency() {
    commit(
        insert(planet(1, p -> p.set(Planet.BUDGET, Money.of("10.00", "EUR")))),
        insert(planet(2, p -> p.set(Planet.BUDGET, Money.of("0.01", "EUR")))),
        insert(planet(3, p -> p.set(Planet.BUDGET, Money.of(5, "JPY")))));
    assertThrows(
        CurrencyMismatchException.class, () -> figures(reader(), List.of(), Planet.BUDGET.sum()));
    assertThrows(
        CurrencyMismatchException.class, () -> figures(reader(), List.of(), Planet.BUDGET.avg()));
    assertEquals(
        List.of(
            List.of("EUR", Money.of("10.01", "EUR"), new BigDecimal("5.005")),
            List.of("JPY", Money.of(5, "JPY"), new BigDecimal("5"))),
        figures(
            reader(), List.of(Planet.BUDGET.currency()), Planet.BUDGET.sum(), Planet.BUDGET.avg()));
    assertEquals(
        List.of(List.of(Money.of("0.01", "EUR"), Money.of(5, "JPY"))),
        figures(reader(), List.of(), Planet.BUDGET.min(), Planet.BUDGET.max()));
  }
}
