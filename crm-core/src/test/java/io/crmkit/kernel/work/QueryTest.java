package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.value.CurrencyMismatchException;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Gadget;
import io.crmkit.testing.GadgetModule;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class QueryTest extends CrmTest {
  @Override
  protected void configure(CrmBuilder builder) {
    builder.module(new GadgetModule());
  }

  private Records<Planet> planets() {
    return ada.records(Planet.TYPE);
  }

  private Planet planet(
      String name, java.util.function.Consumer<io.crmkit.kernel.record.Draft<Planet>> more) {
    return planets().create(d -> more.accept(d.set(Planet.NAME, name)));
  }

  private List<String> names(Query<Planet> query) {
    return query.list().stream().map(p -> p.get(Planet.NAME)).toList();
  }

  private List<String> names(Condition<Planet> condition) {
    return names(planets().where(condition));
  }

  @Test
  void a_missing_value_meets_no_comparison_and_every_opposite() {
    planet("none", d -> {});
    planet("two", d -> d.set(Planet.MOONS, 2L));
    planet("five", d -> d.set(Planet.MOONS, 5L));
    assertEquals(List.of("five"), names(Planet.MOONS.atLeast(3L)));
    assertEquals(List.of("none", "two"), names(Planet.MOONS.atLeast(3L).not()));
    assertEquals(List.of("none", "five"), names(Planet.MOONS.isNot(2L)));
    assertEquals(List.of("none"), names(Planet.MOONS.isMissing()));
    assertEquals(List.of("two", "five"), names(Planet.MOONS.isPresent()));
    assertEquals(List.of("two"), names(Planet.MOONS.in(1L, 2L)));
    assertEquals(List.of("none", "five"), names(Planet.MOONS.in(1L, 2L).not()));
    assertEquals(List.of(), names(Planet.MOONS.in(List.of())));
    assertEquals(List.of("two", "five"), names(Planet.MOONS.between(2L, 5L)));
    assertEquals(List.of("none"), names(Planet.NAME.contains("on")));
  }

  @Test
  void missing_values_come_last_whichever_way_one_sorts() {
    planet("none", d -> {});
    planet("two", d -> d.set(Planet.MOONS, 2L));
    planet("five", d -> d.set(Planet.MOONS, 5L));
    planet("nothing", d -> {});
    assertEquals(
        List.of("two", "five", "none", "nothing"),
        names(planets().query().orderBy(Planet.MOONS.asc())));
    assertEquals(
        List.of("five", "two", "nothing", "none"),
        names(planets().query().orderBy(Planet.MOONS.desc())));
    assertEquals(
        List.of("two", "nothing", "none", "five"),
        names(planets().query().orderBy(Planet.REGION.asc(), Planet.NAME.desc())));
  }

  @Test
  void a_query_is_a_value_that_steps_do_not_change() {
    planet("a", d -> {});
    planet("b", d -> {});
    Query<Planet> all = planets().query();
    Query<Planet> one = all.limit(1);
    assertEquals(List.of("a"), names(one));
    assertEquals(List.of("a", "b"), names(all));
    assertEquals(2, one.count());
    assertEquals("a", all.first().orElseThrow().get(Planet.NAME));
    assertTrue(all.where(Planet.NAME.is("c")).first().isEmpty());
    assertEquals(50, pageOf60().items().size());
    assertThrows(IllegalArgumentException.class, () -> all.limit(0));
    assertEquals(62, all.limit(Integer.MAX_VALUE).page().items().size());
  }

  private Page<Planet> pageOf60() {
    ada.run(
        work -> {
          for (int i = 0; i < 60; i++) {
            work.records(Planet.TYPE).create(d -> {});
          }
        });
    return planets().query().page();
  }

  @Test
  void words_are_found_whatever_their_case_accents_and_width() {
    Customer cafe = ada.customers().create(aCustomer("Café Ström ＡＢＣ"));
    Customer beijing = ada.customers().create(aCustomer("北京科技有限公司"));
    for (String words : List.of("cafe", "CAFÉ strom", "abc", "str caf")) {
      assertEquals(List.of(cafe), ada.customers().query().search(words).list(), words);
    }
    assertEquals(List.of(beijing), ada.customers().query().search("科技").list());
    assertEquals(List.of(beijing), ada.customers().query().search("北京 公司").list());
    assertEquals(List.of(), ada.customers().query().search("cafe 北京").list());
    assertEquals(2, ada.customers().query().search(" ").count());
  }

  @Test
  void the_words_of_a_search_may_stand_in_different_fields() {
    Customer eva =
        ada.customers()
            .create(aCustomer("Eva").andThen(d -> d.set(Customer.BACKGROUND, "likes chess")));
    assertEquals(List.of(eva), ada.customers().query().search("chess eva").list());
  }

  @Test
  void a_condition_in_json_means_the_same() {
    planet("two", d -> d.set(Planet.MOONS, 2L));
    planet("five", d -> d.set(Planet.MOONS, 5L));
    assertEquals(
        List.of("five"),
        names(
            planets()
                .query()
                .whereJson(
                    "{\"all\":[{\"field\":\"moons\",\"op\":\"more_than\",\"value\":2},"
                        + "{\"not\":{\"field\":\"name\",\"op\":\"is\",\"value\":\"x\"}}]}")));
    CrmException bad =
        assertThrows(CrmException.class, () -> planets().query().whereJson("{\"field\":\"x\"}"));
    assertEquals("request.condition", bad.code());
  }

  @Test
  void records_are_grouped_by_periods_in_a_zone() {
    Instant lateUtc = Instant.parse("2027-03-31T20:00:00Z");
    planet("a", d -> d.set(Planet.SEEN_AT, lateUtc).set(Planet.FOUND_ON, LocalDate.of(2027, 1, 3)));
    planet(
        "b",
        d ->
            d.set(Planet.SEEN_AT, lateUtc.minusSeconds(86_400))
                .set(Planet.FOUND_ON, LocalDate.of(2027, 1, 4)));
    planet("c", d -> {});
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");
    var month = Planet.SEEN_AT.by(DatePart.MONTH, shanghai);
    assertEquals(
        Arrays.asList(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 1), null), keys(month));
    assertEquals(
        Arrays.asList(LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 1), null),
        keys(Planet.SEEN_AT.by(DatePart.DAY, shanghai)));
    assertEquals(
        Arrays.asList(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 4), null),
        keys(Planet.FOUND_ON.by(DatePart.WEEK)));
    assertEquals(
        Arrays.asList(LocalDate.of(2027, 1, 1), null), keys(Planet.FOUND_ON.by(DatePart.QUARTER)));
  }

  private List<LocalDate> keys(Expr<Planet, LocalDate> by) {
    return planets().query().groupBy(by).measure(Measure.count()).stream()
        .map(group -> group.get(by))
        .collect(java.util.stream.Collectors.toList());
  }

  @Test
  void records_are_grouped_by_references_paths_and_currencies() {
    Star sun = ada.records(Star.TYPE).create(d -> d.set(Star.NAME, "sun"));
    planet("a", d -> d.set(Planet.STAR, sun).set(Planet.BUDGET, eur("1")));
    planet("b", d -> d.set(Planet.STAR, sun).set(Planet.BUDGET, Money.of("2", "USD")));
    planet("c", d -> d.set(Planet.BUDGET, eur("4")));
    List<Group<Planet>> stars = planets().query().groupBy(Planet.STAR).measure(Measure.count());
    assertEquals(2, stars.size());
    assertEquals(sun.ref(), stars.get(0).get(Planet.STAR));
    assertEquals(2, stars.get(0).count());
    assertNull(stars.get(1).get(Planet.STAR));
    var name = Planet.STAR.get(Star.NAME);
    assertEquals("sun", planets().query().groupBy(name).measure(Measure.count()).get(0).get(name));
    var currency = Planet.BUDGET.currency();
    var sum = Planet.BUDGET.sum();
    List<Group<Planet>> sums = planets().query().groupBy(currency).measure(sum);
    assertEquals(List.of("EUR", "USD"), sums.stream().map(g -> g.get(currency)).toList());
    assertEquals(eur("5"), sums.get(0).get(sum));
  }

  @Test
  void money_of_several_currencies_is_not_added_up() {
    planet("a", d -> d.set(Planet.BUDGET, eur("1")));
    planet("b", d -> d.set(Planet.BUDGET, Money.of("2", "USD")));
    CurrencyMismatchException mixed =
        assertThrows(
            CurrencyMismatchException.class, () -> planets().query().measure(Planet.BUDGET.sum()));
    assertTrue(mixed.getMessage().contains("EUR"), mixed.getMessage());
    assertEquals(List.of("a"), names(Planet.BUDGET.atLeast(eur("0"))));
  }

  @Test
  void figures_of_nothing_are_missing_and_a_count_is_nought() {
    var figures =
        planets()
            .query()
            .measure(
                Measure.count(),
                Planet.MOONS.sum(),
                Planet.MOONS.avg(),
                Planet.MASS.min(),
                Planet.NAME.max(),
                Planet.NAME.countDistinct(),
                Planet.BUDGET.sum());
    assertEquals(0, figures.count());
    assertNull(figures.get(Planet.MOONS.sum()));
    assertNull(figures.get(Planet.MOONS.avg()));
    assertNull(figures.get(Planet.MASS.min()));
    assertNull(figures.get(Planet.NAME.max()));
    assertEquals(0L, figures.get(Planet.NAME.countDistinct()));
    assertNull(figures.get(Planet.BUDGET.sum()));
    assertEquals(List.of(), planets().query().groupBy(Planet.NAME).measure(Measure.count()));
    planet("a", d -> d.set(Planet.MOONS, 1L));
    planet("b", d -> d.set(Planet.MOONS, 2L));
    assertEquals(
        new BigDecimal("1.5"),
        planets().query().measure(Planet.MOONS.avg()).get(Planet.MOONS.avg()));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    for (Executable question :
        List.<Executable>of(
            () -> ada.records(Gadget.TYPE).query().orderBy(Gadget.PIN.asc()).list(),
            () -> ada.records(Gadget.TYPE).query().groupBy(Gadget.PIN).measure(Measure.count()),
            () -> ada.records(Gadget.TYPE).query().measure(Gadget.PIN.max()),
            () -> ada.records(Gadget.TYPE).where(Gadget.PIN.atLeast("1")).list(),
            () -> ada.records(Gadget.TYPE).where(Gadget.PIN.lessThan("1").not()).count(),
            () -> ada.records(Gadget.TYPE).where(Gadget.PIN.startsWith("1")).exists(),
            () ->
                ada.records(Gadget.TYPE)
                    .where(Gadget.PIN.is("1").or(Gadget.PIN.contains("1")))
                    .list())) {
      assertEquals("request.encrypted", assertThrows(CrmException.class, question).code());
    }
    assertEquals(
        "request.not_sortable",
        assertThrows(
                CrmException.class,
                () -> planets().query().groupBy(Planet.NOTES).measure(Measure.count()))
            .code());
    assertEquals(
        "request.stream_outside",
        assertThrows(CrmException.class, () -> planets().query().stream()).code());
  }

  @Test
  void a_stream_gives_the_records_in_order_one_by_one() {
    for (int i = 0; i < 20; i++) {
      planet("p" + i, d -> {});
    }
    ada.run(
        work -> {
          try (Stream<Planet> stream = work.records(Planet.TYPE).query().limit(5).stream()) {
            assertEquals(
                List.of("p0", "p1", "p2", "p3", "p4"),
                stream.map(p -> p.get(Planet.NAME)).toList());
          }
        });
  }

  @Test
  void a_page_token_is_good_for_the_same_question_by_the_same_person_alone() {
    for (int i = 0; i < 5; i++) {
      planet("p" + i, d -> {});
    }
    Query<Planet> query = planets().query().orderBy(Planet.NAME.asc()).limit(2);
    String token = query.page().next().orElseThrow();
    assertEquals(List.of("p2", "p3"), names(query.after(token)));
    assertEquals(List.of("p4"), names(query.after(query.after(token).page().next().orElseThrow())));
    Session other = crm.as("other", "ada");
    char last = token.charAt(token.length() - 1);
    for (Executable misuse :
        List.<Executable>of(
            () -> bob.records(Planet.TYPE).query().orderBy(Planet.NAME.asc()).after(token).page(),
            () -> other.records(Planet.TYPE).query().orderBy(Planet.NAME.asc()).after(token).page(),
            () -> query.where(Planet.NAME.isPresent()).after(token).page(),
            () -> query.orderBy(Planet.NAME.desc()).after(token).page(),
            () -> query.withDeleted().after(token).page(),
            () -> ada.records(Star.TYPE).query().orderBy(Star.NAME.asc()).after(token).page(),
            () -> query.after(token.substring(1)).page(),
            () ->
                query
                    .after(token.substring(0, token.length() - 1) + (last == 'A' ? 'E' : 'A'))
                    .page(),
            () -> query.after("").page(),
            () -> query.after("no token").list())) {
      assertEquals("request.cursor", assertThrows(CrmException.class, misuse).code());
    }
  }
}
