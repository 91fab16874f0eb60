package io.crmkit.kernel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Order;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTextTest {
  private static List<Order<Planet>> read(String text) {
    return OrderText.read(Planet.TYPE, text, Shape.LAYOUT);
  }

  @Test
  void looks_like_this() {
    List<Order<Planet>> orders =
        List.of(
            Planet.MATTER.asc(),
            Planet.FOUND_ON.desc(),
            Planet.STAR.get(Star.NAME).asc(),
            Planet.SEEN_AT.by(DatePart.DAY, ZoneId.of("Europe/Berlin")).desc());
    String text = "matter asc, found_on desc, star.name asc, seen_at.day@Europe/Berlin desc";
    assertEquals(text, OrderText.write(orders));
    assertEquals(orders, read(text));
  }

  @Test
  void is_lenient_where_nothing_can_be_meant_but_one() {
    assertEquals(List.of(), read("  "));
    assertEquals(List.of(Planet.NAME.asc(), Universe.RINGS.desc()), read(" name,rings   desc "));
  }

  @Property(tries = 300)
  void reads_what_it_writes(@ForAll long seed) {
    assertEquals(orders(seed), read(OrderText.write(orders(seed))));
  }

  static List<Order<Planet>> orders(long seed) {
    Random random = new Random(seed);
    List<Expr<Planet, ?>> sortable =
        Chance.exprs(Planet.TYPE).stream().filter(Abilities::ordered).toList();
    List<Order<Planet>> orders = new ArrayList<>();
    for (int i = random.nextInt(OrderText.MAX_KEYS + 1); i > 0; i--) {
      orders.add(new Order<>(sortable.get(random.nextInt(sortable.size())), random.nextBoolean()));
    }
    return orders;
  }

  @Test
  void says_everything_wrong_at_once() {
    InvalidRequestException error =
        assertThrows(
            InvalidRequestException.class, () -> read("name down, star.nam, notes desc, , secret"));
    assertEquals("request.order", error.code());
    assertEquals(
        "The order cannot be used. \"name down\": A key to sort by is the name of a field, then"
            + " \"asc\" or \"desc\" or nothing. Write it like \"name desc\". \"star.nam\":"
            + " \"star.nam\" names nothing: star has no \"nam\". Use one of [name, brightness,"
            + " capital, created_at, created_by, updated_at, updated_by, deleted_at, id, version]."
            + " \"notes desc\": planet.notes cannot be sorted by, since its kind long_text has no"
            + " order or it is kept encrypted. Sort by another field. \"\": A key to sort by is the"
            + " name of a field, then \"asc\" or \"desc\" or nothing. Write it like \"name desc\"."
            + " \"secret\": planet.secret cannot be sorted by, since its kind text has no order or"
            + " it is kept encrypted. Sort by another field.",
        error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",",
        "name,",
        "name desc asc",
        "name DESC",
        "asc",
        "serial",
        "data",
        "tags",
        "inhabited",
        "star.name.x",
        "desc",
        "name; drop table"
      })
  void refuses_what_is_no_order(String text) {
    assertThrows(InvalidRequestException.class, () -> read(text));
  }

  @Test
  void has_no_more_than_8_keys() {
    assertEquals(8, read("name, ".repeat(7) + "name").size());
    String message =
        assertThrows(InvalidRequestException.class, () -> read("name, ".repeat(50_000) + "name"))
            .getMessage();
    assertTrue(message.contains("more than 8 keys"), message);
  }
}
