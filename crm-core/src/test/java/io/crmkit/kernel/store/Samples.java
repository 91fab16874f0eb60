package io.crmkit.kernel.store;

import static io.crmkit.testing.Universe.ref;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ordered;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.Textual;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random planets, conditions, orders and groupings: values come from few, awkward ones, so that
 * they meet.
 */
public final class Samples {
  public static final int STARS = 3;

  private static final List<String> TEXTS =
      List.of(
          "a",
          "A",
          "a ",
          "aa",
          "b",
          "Ärger",
          "ärger",
          "arger",
          "é",
          "e\u0301",
          "ﬀ",
          "\uFFFD",
          "\uD83D\uDE80",
          "\uD83D\uDE80a",
          "行星",
          "𠮷",
          "%",
          "_",
          "\\",
          "'",
          " ",
          "z");
  private static final List<Long> LONGS = List.of(Long.MIN_VALUE, -1L, 0L, 1L, 2L, Long.MAX_VALUE);
  private static final List<BigDecimal> DECIMALS =
      List.of(
          new BigDecimal("-99999999999999999999.99999999"),
          new BigDecimal("99999999999999999999.99999999"),
          new BigDecimal("0.00000001"),
          BigDecimal.ZERO,
          new BigDecimal("1.5"),
          new BigDecimal("-1.5"),
          new BigDecimal("100"));
  private static final List<Money> MONEYS =
      List.of(
          Money.of("1.5", "EUR"),
          Money.of("-2", "EUR"),
          Money.of("10.25", "EUR"),
          Money.of(3, "JPY"),
          Money.of(0, "USD"));
  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.of(1, 1, 1),
          LocalDate.of(9999, 12, 31),
          LocalDate.of(2027, 1, 31),
          LocalDate.of(2027, 2, 1),
          LocalDate.of(2028, 2, 29));
  private static final List<Instant> INSTANTS =
      List.of(
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("9999-12-31T23:59:59.999999Z"),
          Instant.parse("2027-03-28T00:59:59.999999Z"),
          Instant.parse("2027-03-28T01:00:00Z"),
          Instant.parse("1969-12-31T23:59:59.000001Z"));
  private static final List<Set<String>> TAG_SETS =
      List.of(Set.of("far"), Set.of("far", "ä"), Set.of("\uD83D\uDE80", "a b"), Set.of("Far"));
  private static final List<Address> ADDRESSES =
      List.of(
          Address.builder().city("Köln").country("DE").build(),
          Address.builder().region("NRW").country("DE").build(),
          Address.builder().city("上海").build());

  private Samples() {}

  // Rows

  /** The values of one planet, by field. */
  public record Values(Map<Field<Planet, ?>, Object> byField) {
    @SuppressWarnings("unchecked")
    public void into(Draft<Planet> draft) {
      byField.forEach((field, value) -> draft.setOrClear((Field<Planet, Object>) field, value));
    }
  }

  private record Column<T>(Field<Planet, T> field, List<T> pool) {
    Arbitrary<Tuple.Tuple2<Field<Planet, ?>, Object>> any() {
      return Arbitraries.of(pool)
          .map(value -> (Object) value)
          .injectNull(0.3)
          .map(value -> Tuple.of((Field<Planet, ?>) field, value));
    }
  }

  private static final List<Column<?>> COLUMNS =
      List.of(
          new Column<>(Planet.NAME, TEXTS),
          new Column<>(Planet.REGION, TEXTS),
          new Column<>(Planet.MOONS, LONGS),
          new Column<>(Planet.MASS, DECIMALS),
          new Column<>(Planet.BUDGET, MONEYS),
          new Column<>(Planet.INHABITED, List.of(true, false)),
          new Column<>(Planet.FOUND_ON, DATES),
          new Column<>(Planet.SEEN_AT, INSTANTS),
          new Column<>(Planet.MATTER, List.of(Planet.Matter.values())),
          new Column<>(Planet.CLIMATE, List.of("hot", "mild", "cold")),
          new Column<>(
              Planet.STAR, List.of(ref(Star.TYPE, 1), ref(Star.TYPE, 2), ref(Star.TYPE, 3))),
          new Column<>(Planet.TAGS, TAG_SETS),
          new Column<>(Planet.ADDRESS, ADDRESSES),
          new Column<>(Planet.NOTES, TEXTS),
          new Column<>(Universe.RINGS, LONGS),
          new Column<>(Universe.SPONSOR, List.of(ref(Star.TYPE, 1), ref(Star.TYPE, 3))));

  public static Arbitrary<Values> values() {
    List<Arbitrary<Tuple.Tuple2<Field<Planet, ?>, Object>>> each = new ArrayList<>();
    COLUMNS.forEach(column -> each.add(column.any()));
    return Combinators.combine(each)
        .as(
            pairs -> {
              Map<Field<Planet, ?>, Object> byField = new HashMap<>();
              pairs.forEach(pair -> byField.put(pair.get1(), pair.get2()));
              return new Values(byField);
            });
  }

  /** The stars planets refer to; the last of them is deleted. */
  public static List<Row> stars() {
    List<Row> stars = new ArrayList<>();
    stars.add(Universe.star(1, s -> s.set(Star.BRIGHTNESS, 2L)));
    stars.add(Universe.star(2));
    stars.add(Universe.deleted(Universe.star(3, s -> s.set(Star.BRIGHTNESS, 2L))));
    return stars;
  }

  // Conditions

  private static <T> Arbitrary<Condition<Planet>> equality(Expr<Planet, T> expr, List<T> pool) {
    Arbitrary<T> value = Arbitraries.of(pool);
    return Arbitraries.oneOf(
        value.map(expr::is),
        value.map(expr::isNot),
        value.set().ofMaxSize(3).map(expr::in),
        Arbitraries.of(expr.isMissing(), expr.isPresent()));
  }

  private static <T> Arbitrary<Condition<Planet>> ordered(Ordered<Planet, T> field, List<T> pool) {
    Arbitrary<T> value = Arbitraries.of(pool);
    return Arbitraries.oneOf(
        equality(field.expr(), pool),
        value.map(field::lessThan),
        value.map(field::atMost),
        value.map(field::moreThan),
        value.map(field::atLeast),
        Combinators.combine(value, value).as(field::between));
  }

  private static Arbitrary<Condition<Planet>> textual(Textual<Planet> field) {
    Arbitrary<String> value = Arbitraries.of(TEXTS).injectDuplicates(0.1);
    return Arbitraries.oneOf(
        ordered(field, TEXTS),
        value.map(field::startsWith),
        value.map(field::contains),
        value.map(field::mentions));
  }

  private static Arbitrary<Condition<Star>> ofStar() {
    return Arbitraries.oneOf(
        Arbitraries.of("star 1", "star 2", "star 4").map(Star.NAME::is),
        Arbitraries.of(1L, 2L).map(Star.BRIGHTNESS::atLeast),
        Arbitraries.just(Star.BRIGHTNESS.isMissing()),
        Arbitraries.just(Condition.always()));
  }

  private static Arbitrary<Condition<Planet>> leaf() {
    return Arbitraries.oneOf(
        List.of(
            textual(Planet.NAME),
            textual(Planet.REGION),
            textual(Planet.NOTES),
            ordered(Planet.MOONS, LONGS),
            ordered(Universe.RINGS, LONGS),
            ordered(Planet.MASS, DECIMALS),
            ordered(Planet.BUDGET, MONEYS),
            equality(Planet.BUDGET.currency(), List.of("EUR", "USD", "CHF")),
            ordered(Planet.BUDGET.amount(), DECIMALS),
            equality(Planet.INHABITED, List.of(true, false)),
            ordered(Planet.FOUND_ON, DATES),
            ordered(Planet.FOUND_ON.by(DatePart.MONTH), List.of(LocalDate.of(2027, 1, 1))),
            ordered(Planet.SEEN_AT, INSTANTS),
            ordered(
                Planet.SEEN_AT.by(DatePart.DAY, ZoneId.of("Europe/Berlin")),
                List.of(LocalDate.of(2027, 3, 28))),
            ordered(Planet.MATTER, List.of(Planet.Matter.values())),
            ordered(Planet.CLIMATE, List.of("hot", "mild", "cold")),
            equality(Planet.STAR, List.of(ref(Star.TYPE, 1), ref(Star.TYPE, 3))),
            equality(Universe.SPONSOR, List.of(ref(Star.TYPE, 1), ref(Star.TYPE, 2))),
            ofStar().map(Planet.STAR::matches),
            ordered(Planet.STAR.get(Star.BRIGHTNESS), List.of(1L, 2L)),
            equality(Planet.STAR.get(Star.NAME), List.of("star 1", "star 3")),
            Arbitraries.of("far", "ä", "x").map(Planet.TAGS::contains),
            equality(Planet.ADDRESS.city(), List.of("Köln", "上海")),
            ordered(Planet.TYPE.id(), List.of(ref(Planet.TYPE, 2), ref(Planet.TYPE, 11))),
            ordered(Planet.TYPE.version(), List.of(1L, 2L)),
            ordered(Planet.TYPE.createdAt(), List.of(Instant.parse("2027-03-01T08:00:07Z"))),
            Arbitraries.of(Planet.TYPE.deletedAt().isMissing(), Condition.never())));
  }

  public static Arbitrary<Condition<Planet>> conditions() {
    return conditions(3);
  }

  private static Arbitrary<Condition<Planet>> conditions(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Arbitrary<Condition<Planet>> inner = conditions(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Condition.always())),
        Tuple.of(4, leaf()),
        Tuple.of(3, inner.list().ofMinSize(1).ofMaxSize(3).map(Condition::all)),
        Tuple.of(3, inner.list().ofMaxSize(3).map(Condition::any)),
        Tuple.of(1, inner.map(Condition::not)));
  }

  /** What a person may see: planets of one of a few owners, and some condition on top. */
  public static Arbitrary<Condition<Planet>> scopes() {
    Arbitrary<Condition<Planet>> one =
        Arbitraries.oneOf(
            Arbitraries.of(1, 2, 3).map(n -> Planet.STAR.is(ref(Star.TYPE, n))),
            Arbitraries.of(1, 2, 3)
                .set()
                .ofMinSize(1)
                .map(all -> Planet.STAR.in(all.stream().map(n -> ref(Star.TYPE, n)).toList())),
            Arbitraries.of(1, 3).map(n -> Universe.SPONSOR.is(ref(Star.TYPE, n))),
            Arbitraries.of(Planet.Matter.values()).map(Planet.MATTER::is),
            Arbitraries.of(LONGS).map(Planet.MOONS::is));
    Arbitrary<Condition<Planet>> seen = one.list().ofMinSize(1).ofMaxSize(3).map(Condition::any);
    Arbitrary<Condition<Planet>> more =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(Planet.TYPE.deletedAt().isMissing())),
            Tuple.of(1, leaf()));
    return Combinators.combine(seen, more).as(Condition::and);
  }

  // Orders, groups, figures

  public static Arbitrary<List<Order<Planet>>> orders() {
    List<Ordered<Planet, ?>> keys =
        List.of(
            Planet.NAME,
            Planet.REGION,
            Planet.MOONS,
            Planet.MASS,
            Planet.BUDGET,
            Planet.FOUND_ON,
            Planet.SEEN_AT,
            Planet.MATTER,
            Planet.CLIMATE,
            Planet.STAR,
            Universe.RINGS,
            Planet.TYPE.id(),
            Planet.TYPE.version(),
            Planet.TYPE.updatedAt(),
            Planet.BUDGET.amount(),
            Planet.FOUND_ON.by(DatePart.YEAR),
            Planet.STAR.get(Star.BRIGHTNESS),
            Planet.STAR.get(Star.NAME));
    return Arbitraries.of(keys)
        .flatMap(key -> Arbitraries.of(key.asc(), key.desc()))
        .list()
        .ofMaxSize(3);
  }

  public static Arbitrary<List<Expr<Planet, ?>>> groups() {
    return Arbitraries.<Expr<Planet, ?>>of(
            Planet.REGION,
            Planet.MATTER,
            Planet.INHABITED,
            Planet.STAR,
            Planet.BUDGET,
            Planet.BUDGET.currency(),
            Planet.FOUND_ON.by(DatePart.QUARTER),
            Planet.STAR.get(Star.BRIGHTNESS),
            Universe.RINGS)
        .list()
        .ofMaxSize(3);
  }

  public static Arbitrary<List<Measure<Planet, ?>>> measures() {
    return Arbitraries.<Measure<Planet, ?>>of(
            Measure.count(),
            Planet.REGION.countDistinct(),
            Planet.STAR.get(Star.BRIGHTNESS).countDistinct(),
            Planet.MASS.avg(),
            Planet.MASS.sum(),
            Planet.MOONS.sum(),
            Planet.BUDGET.sum(),
            Planet.BUDGET.avg(),
            Planet.MOONS.avg(),
            Planet.REGION.min(),
            Planet.BUDGET.max(),
            Planet.MASS.max(),
            Planet.SEEN_AT.min(),
            Planet.STAR.get(Star.BRIGHTNESS).sum())
        .list()
        .ofMaxSize(4);
  }
}
