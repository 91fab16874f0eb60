package io.crmkit.kernel.store;

import static io.crmkit.kernel.store.StoreSuite.assertStored;
import static io.crmkit.kernel.store.StoreSuite.insert;
import static io.crmkit.kernel.store.StoreSuite.refused;
import static io.crmkit.testing.Universe.planet;
import static io.crmkit.testing.Universe.ref;
import static io.crmkit.testing.Universe.star;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** So many new rows in one unit that a store may have a way of its own for them. */
interface BulkContract extends StoreSuite {
  int MANY = 700;

  @Test
  default void many_new_rows_come_back_as_they_were_written() {
    stored(star(1));
    List<String> odd = List.of("\\N", "a\tb\\", "\r\n", "\\.", "\"{,}", "'?");
    List<Row> rows = new ArrayList<>(List.of(RowContract.full(1), planet(2)));
    for (int i = 3; i < MANY; i++) {
      String text = odd.get(i % odd.size());
      rows.add(planet(i, p -> p.set(Planet.NAME, text), p -> p.set(Planet.NOTES, text)));
    }
    commit(rows.stream().map(StoreSuite::insert).toArray(Change[]::new));
    rows.subList(0, 20).forEach(row -> assertStored(reader(), row));
    assertEquals(rows.size(), reader().count(Planet.TYPE, Condition.always()));
  }

  @Test
  default void of_many_new_rows_with_a_taken_key_none_stays_and_the_key_is_told() {
    stored(planet(MANY, p -> p.set(Planet.CODE, "k9")));
    List<Change> changes = new ArrayList<>(List.of(insert(star(1))));
    for (int i = 1; i < MANY; i++) {
      String code = "k" + i;
      changes.add(insert(planet(i, p -> p.set(Planet.CODE, code))));
    }
    List<Violation> violations = refused(() -> commit(changes.toArray(Change[]::new)));
    assertEquals(List.of(Violation.of("planet", "code", "violation.unique", "code")), violations);
    assertEquals(1, reader().count(Planet.TYPE, Condition.always()));
    assertNull(reader().find(ref(Star.TYPE, 1)));
    stored(planet(9, p -> p.set(Planet.CODE, "k1")));
  }
}
