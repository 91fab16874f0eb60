package io.crmkit.kernel.store;

import static io.crmkit.kernel.store.StoreSuite.assertStored;
import static io.crmkit.kernel.store.StoreSuite.insert;
import static io.crmkit.kernel.store.StoreSuite.numbers;
import static io.crmkit.testing.Universe.planet;
import static io.crmkit.testing.Universe.ref;
import static io.crmkit.testing.Universe.star;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read of a row. */
interface RowContract extends StoreSuite {
  @Test
  default void a_row_comes_back_as_it_was_written() {
    stored(star(1));
    Row full = full(7);
    Row empty = planet(8);
    commit(insert(full), insert(empty));
    assertStored(reader(), full);
    assertStored(reader(), empty);
    try (StoreTransaction tx = begin()) {
      assertStored(tx, full);
    }
  }

  @Test
  default void what_is_not_there_is_null() {
    assertNull(reader().find(ref(Planet.TYPE, 1)));
    try (StoreTransaction tx = begin()) {
      assertNull(tx.find(ref(Planet.TYPE, 1)));
    }
  }

  @Test
  default void several_rows_are_found_at_once_and_absent_ones_left_out() {
    commit(insert(planet(1)), insert(planet(2)), insert(planet(3)));
    List<Ref<Planet>> wanted =
        List.of(ref(Planet.TYPE, 3), ref(Planet.TYPE, 9), ref(Planet.TYPE, 1));
    assertEquals(Set.of(1L, 3L), Set.copyOf(numbers(reader().find(wanted))));
    try (StoreTransaction tx = begin()) {
      assertEquals(Set.of(1L, 3L), Set.copyOf(numbers(tx.find(wanted))));
      assertEquals(List.of(), tx.find(List.of()));
    }
  }

  @Test
  default void the_same_number_of_two_types_is_two_rows() {
    commit(insert(planet(1)), insert(star(1)));
    assertEquals(Planet.TYPE, reader().find(ref(Planet.TYPE, 1)).type());
    assertEquals(Star.TYPE, reader().find(ref(Star.TYPE, 1)).type());
  }

  /** A planet that has all there is, awkward values among it; it needs the star 1. */
  static Row full(long number) {
    return planet(
        number,
        p -> p.set(Planet.NAME, "Ærø \uD83D\uDE80 行星 e\u0301"),
        p -> p.set(Planet.CODE, "K-" + number),
        p -> p.set(Planet.REGION, "north "),
        p -> p.set(Planet.ORBIT, Long.MIN_VALUE),
        p -> p.set(Planet.MOONS, Long.MAX_VALUE),
        p -> p.set(Planet.MASS, new BigDecimal("-99999999999999999999.12345678")),
        p -> p.set(Planet.BUDGET, Money.of("12.5", "EUR")),
        p -> p.set(Planet.INHABITED, false),
        p -> p.set(Planet.FOUND_ON, LocalDate.of(1, 1, 1)),
        p -> p.set(Planet.SEEN_AT, Instant.parse("9999-12-31T23:59:59.999999Z")),
        p -> p.set(Planet.MATTER, Planet.Matter.ICE),
        p -> p.set(Planet.CLIMATE, "mild"),
        p -> p.set(Planet.STAR, ref(Star.TYPE, 1)),
        p -> p.set(Planet.TWIN, ref(Planet.TYPE, number)),
        p -> p.set(Planet.TAGS, Set.of("far", "äußere", "\uD83D\uDE80")),
        p -> p.set(Planet.ADDRESS, Address.parse("{\"country\":\"DE\",\"city\":\"Köln\"}")),
        p -> p.set(Planet.DATA, Json.parse("{\"a\":[1,2.50,null,\"x\"]}")),
        p -> p.set(Planet.SERIAL, new UUID(-1, 1)),
        p -> p.set(Planet.NOTES, "long ".repeat(2000)),
        p -> p.set(Planet.EMAIL, "Someone@example.org"),
        p -> p.set(Planet.PHONE, "+49 221 1234567"),
        p -> p.set(Planet.SITE, "https://example.org/a?b=c"));
  }
}
