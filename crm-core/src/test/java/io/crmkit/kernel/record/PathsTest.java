package io.crmkit.kernel.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathsTest {
  private static Expr<Planet, ?> resolve(String path) {
    return Paths.resolve(Planet.TYPE, path, Universe.EXTENDED);
  }

  @Test
  void finds_what_the_methods_of_fields_make() {
    ZoneId zone = ZoneId.of("America/Argentina/Ushuaia");
    List<Expr<Planet, ?>> exprs =
        List.of(
            Planet.NAME,
            Planet.TYPE.createdAt(),
            Planet.TYPE.id().expr(),
            Universe.NICKNAME,
            Planet.BUDGET.currency(),
            Planet.BUDGET.amount(),
            Planet.ADDRESS.city(),
            Planet.FOUND_ON.by(DatePart.WEEK),
            Planet.SEEN_AT.by(DatePart.MONTH, zone),
            Planet.STAR.get(Star.NAME),
            Planet.STAR.get(Star.TYPE.id().expr()),
            Universe.SPONSOR.get(Star.CAPITAL.get(Planet.BUDGET.currency())),
            Planet.TWIN.get(Planet.SEEN_AT.by(DatePart.DAY, ZoneId.of("UTC+1"))));
    for (Expr<Planet, ?> expr : exprs) {
      assertEquals(expr, resolve(expr.path()));
    }
  }

  @Test
  void names_the_step_that_leads_nowhere_and_what_there_is() {
    assertEquals(
        "\"budget.euros\" names nothing: planet.budget has no \"euros\". Use one of [currency,"
            + " amount].",
        assertThrows(InvalidRequestException.class, () -> resolve("budget.euros")).getMessage());
    for (String path :
        List.of("", ".", "name.", "star.", ".name", "star..name", "Name", "name x")) {
      assertThrows(InvalidRequestException.class, () -> resolve(path), path);
    }
  }

  @Test
  void compares_money_of_a_record_referred_to_within_its_currency() {
    Row rich = Universe.planet(1, draft -> draft.set(Planet.BUDGET, Money.of(900, "USD")));
    Row twin =
        Universe.planet(2, draft -> draft.set(Planet.TWIN, Planet.TYPE.ref(rich.ref().id())));
    Lookup lookup = ref -> ref.equals(rich.ref()) ? rich : null;
    Path<Planet, Planet, Money> path = Planet.TWIN.get(Planet.BUDGET);
    assertFalse(path.atLeast(Money.of(100, "EUR")).predicate(lookup).test(twin));
    assertTrue(path.atLeast(Money.of(100, "USD")).predicate(lookup).test(twin));
    assertFalse(path.atMost(Money.of(100, "USD")).predicate(lookup).test(twin));
  }

  @Test
  void a_list_of_values_is_a_copy_in_canonical_form() {
    Condition.In<Planet, String> in = new Condition.In<>(Planet.EMAIL, Set.of("ada@EXAMPLE.com"));
    assertEquals(Set.of("ada@example.com"), in.values());
    assertThrows(UnsupportedOperationException.class, () -> in.values().clear());
  }
}
