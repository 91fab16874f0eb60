package io.crmkit.kernel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
  private static final byte[] SECRET =
      "a secret of thirty-two bytes or so".getBytes(StandardCharsets.UTF_8);
  private static final String CONTEXT = Cursors.context(Planet.NAME.is("x"), "tenant", "ada");
  private static final List<Order<Planet>> ORDERS =
      List.of(Planet.NAME.asc(), Planet.STAR.get(Star.NAME).desc());
  private static final Keyset PLACE =
      new Keyset(Arrays.asList("Terra 中", null), Planet.TYPE.ref(1, 2));

  private final Cursors cursors = Cursors.of(SECRET, new SecureRandom());

  private Keyset open(String token) {
    return cursors.open(token, Planet.TYPE, ORDERS, CONTEXT);
  }

  private static void refused(Callable<Keyset> opening) {
    InvalidRequestException error = assertThrows(InvalidRequestException.class, opening::call);
    assertEquals("request.cursor", error.code());
    assertEquals(
        "This page cannot be continued: its cursor is damaged, or belongs to another query, person"
            + " or installation. Begin again with the first page.",
        error.getMessage());
    assertEquals(null, error.getCause());
  }

  @Property(tries = 500)
  void opens_what_it_sealed(@ForAll long seed, @ForAll String context) {
    Chance chance = new Chance(seed, false);
    List<Order<Planet>> orders = OrderTextTest.orders(seed);
    List<Object> values = new ArrayList<>();
    for (Order<Planet> order : orders) {
      values.add(chance.number(4) == 0 ? null : canonical(order, chance));
    }
    Keyset place = new Keyset(values, Planet.TYPE.ref(seed, ~seed));
    String token = cursors.seal(place, orders, context);
    assertEquals(place, cursors.open(token, Planet.TYPE, orders, context));
    assertTrue(token.matches("[A-Za-z0-9_-]+"), token);
  }

  /** A value as a row has it. */
  private static Object canonical(Order<Planet> order, Chance chance) {
    return canonical(order.expr(), chance);
  }

  private static <T> Object canonical(Expr<Planet, T> expr, Chance chance) {
    return ((Condition.Compare<Planet, ?>) expr.is(chance.value(expr))).value();
  }

  @Property(tries = 1_000)
  void does_not_open_with_any_bit_changed(
      @ForAll @IntRange(max = 10_000) int where, @ForAll @IntRange(max = 7) int bit) {
    byte[] bytes = Base64.getUrlDecoder().decode(cursors.seal(PLACE, ORDERS, CONTEXT));
    bytes[where % bytes.length] ^= (byte) (1 << bit);
    refused(() -> open(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
  }

  @Test
  void does_not_open_with_any_letter_changed_left_out_or_added() {
    String token = cursors.seal(PLACE, ORDERS, CONTEXT);
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \n";
    for (int i = 0; i < token.length(); i++) {
      for (char letter : letters.toCharArray()) {
        if (token.charAt(i) != letter) {
          String other = token.substring(0, i) + letter + token.substring(i + 1);
          refused(() -> open(other));
        }
      }
      String cut = token.substring(0, i);
      String without = cut + token.substring(i + 1);
      refused(() -> open(cut));
      refused(() -> open(without));
    }
    for (char letter : letters.toCharArray()) {
      refused(() -> open(token + letter));
    }
    assertEquals(PLACE, open(token));
  }

  @Test
  void opens_only_for_the_same_query_person_and_secret() {
    String token = cursors.seal(PLACE, ORDERS, CONTEXT);
    Condition<Planet> asked = Planet.NAME.is("x");
    List<String> others =
        List.of(
            Cursors.context(asked, "tenant", "eve"),
            Cursors.context(asked, "other", "ada"),
            Cursors.context(asked, "tenantada"),
            Cursors.context(asked, "tenant", "ada", ""),
            Cursors.context(Planet.NAME.is("y"), "tenant", "ada"),
            Cursors.context(Planet.CODE.is("x"), "tenant", "ada"),
            "");
    for (String other : others) {
      refused(() -> cursors.open(token, Planet.TYPE, ORDERS, other));
    }
    for (List<Order<Planet>> orders :
        List.of(
            List.<Order<Planet>>of(),
            ORDERS.subList(0, 1),
            List.of(ORDERS.get(1), ORDERS.get(0)),
            List.of(Planet.NAME.desc(), ORDERS.get(1)),
            List.of(Planet.CODE.asc(), ORDERS.get(1)))) {
      refused(() -> cursors.open(token, Planet.TYPE, orders, CONTEXT));
    }
    refused(() -> cursors.open(token, Star.TYPE, List.of(), CONTEXT));
    byte[] secret = SECRET.clone();
    secret[0] ^= 1;
    Cursors strangers = Cursors.of(secret, new SecureRandom());
    refused(() -> strangers.open(token, Planet.TYPE, ORDERS, CONTEXT));
    Cursors otherNode = Cursors.of(SECRET, new SecureRandom());
    assertEquals(PLACE, otherNode.open(token, Planet.TYPE, ORDERS, CONTEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "A",
        "AQ",
        "null",
        "!!!!",
        "AQ==",
        "中文",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void does_not_open_garbage(String token) {
    refused(() -> open(token));
  }

  @Property(tries = 300)
  void does_not_open_any_text(@ForAll String token) {
    refused(() -> open(token));
  }

  @Test
  void does_not_open_what_is_too_long_to_be_one() {
    refused(() -> open("A".repeat(10_000_000)));
  }

  @Test
  void does_not_open_where_a_value_is_no_longer_one() {
    List<Order<Planet>> orders = List.of(Planet.CLIMATE.asc());
    Keyset gone = new Keyset(List.of("tropical"), Planet.TYPE.ref(1, 2));
    String token = cursors.seal(gone, orders, CONTEXT);
    refused(() -> cursors.open(token, Planet.TYPE, orders, CONTEXT));
  }

  @Test
  void tells_nothing_of_the_values_and_never_looks_the_same() {
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String token = cursors.seal(PLACE, ORDERS, CONTEXT);
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("Terra"));
      tokens.add(token);
    }
    assertEquals(100, tokens.size());
  }

  @Test
  void the_same_chance_gives_the_same_token() {
    String one = Cursors.of(SECRET, new Random(7)).seal(PLACE, ORDERS, CONTEXT);
    String two = Cursors.of(SECRET, new Random(7)).seal(PLACE, ORDERS, CONTEXT);
    assertEquals(one, two);
  }

  @Test
  void a_context_differs_wherever_the_question_does() {
    assertEquals(CONTEXT, Cursors.context(Planet.NAME.is("x"), "tenant", "ada"));
    assertEquals(
        Cursors.context(Planet.ORBIT.in(3L, 20L, 1L), "t"),
        Cursors.context(Planet.ORBIT.in(20L, 1L, 3L), "t"));
    assertNotEquals(
        Cursors.context(Condition.<Planet>always(), "a", "bc"),
        Cursors.context(Condition.<Planet>always(), "ab", "c"));
    Condition<Planet> beyondTheLimitsOfJson = Planet.NAME.is("x");
    for (int i = 0; i < 100; i++) {
      beyondTheLimitsOfJson = new Condition.Not<>(beyondTheLimitsOfJson);
    }
    assertNotEquals(
        Cursors.context(beyondTheLimitsOfJson, "t"),
        Cursors.context(new Condition.Not<>(beyondTheLimitsOfJson), "t"));
  }

  @Test
  void asks_for_a_secret_that_cannot_be_guessed() {
    assertThrows(
        IllegalArgumentException.class, () -> Cursors.of(new byte[31], new SecureRandom()));
  }

  @Test
  void asks_for_one_value_per_key() {
    assertThrows(
        IllegalArgumentException.class, () -> cursors.seal(PLACE, ORDERS.subList(0, 1), CONTEXT));
  }

  @Test
  void may_be_used_by_many_threads() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        long id = t;
        tasks.add(
            () -> {
              Keyset place = new Keyset(Arrays.asList("n" + id, null), Planet.TYPE.ref(id, id));
              for (int i = 0; i < 500; i++) {
                assertEquals(place, open(cursors.seal(place, ORDERS, CONTEXT)));
              }
              return true;
            });
      }
      for (Future<Boolean> done : pool.invokeAll(tasks)) {
        assertTrue(done.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
