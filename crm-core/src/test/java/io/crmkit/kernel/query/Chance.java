package io.crmkit.kernel.query;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Conditions by chance. Tame ones are such as the methods of fields make; wild ones take any
 * operator, value and size that the constructors take.
 */
final class Chance {
  private static final String[] TEXTS = {
    "",
    "a",
    "Acme GmbH",
    "50% off_",
    "\"q\" \\ /",
    "中文 客户",
    "👍🏽",
    "line\nbreak",
    " padded ",
    "O'Hara"
  };

  private static final Map<String, List<RefField<?, ?>>> REFERENCES =
      Map.of(
          "planet", List.of(Planet.STAR, Planet.TWIN, Universe.SPONSOR),
          "star", List.of(Star.CAPITAL));

  private static final Map<String, List<?>> EXPRS =
      Map.of("planet", Shape.exprs(Planet.TYPE, 2), "star", Shape.exprs(Star.TYPE, 2));

  private final Random random;
  private final boolean wild;

  Chance(long seed, boolean wild) {
    this.random = new Random(seed);
    this.wild = wild;
  }

  <E extends Entity<E>> Condition<E> condition(EntityType<E> type, int depth) {
    int shape = random.nextInt(depth > 0 ? 8 : 3);
    return switch (shape) {
      case 3 -> new Condition.All<>(conditions(type, depth));
      case 4 -> new Condition.Any<>(conditions(type, depth));
      case 5 -> new Condition.Not<>(condition(type, depth - 1));
      case 6 -> Condition.all(conditions(type, depth));
      case 7 -> matches(one(REFERENCES.get(type.name())), depth);
      default -> leaf(one(exprs(type)));
    };
  }

  @SuppressWarnings("unchecked") // by type
  static <E extends Entity<E>> List<Expr<E, ?>> exprs(EntityType<E> type) {
    return (List<Expr<E, ?>>) EXPRS.get(type.name());
  }

  @SuppressWarnings("unchecked")
  private <E extends Entity<E>, X extends Entity<X>> Condition<E> matches(
      RefField<?, ?> ref, int depth) {
    RefField<E, X> field = (RefField<E, X>) ref;
    return field.matches(condition(field.target(), depth - 1));
  }

  private <E extends Entity<E>> List<Condition<E>> conditions(EntityType<E> type, int depth) {
    List<Condition<E>> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(condition(type, depth - 1));
    }
    return List.copyOf(list);
  }

  @SuppressWarnings("unchecked")
  private <E extends Entity<E>, T> Condition<E> leaf(Expr<E, T> expr) {
    List<Operator> operators = List.of(Operator.values());
    if (!wild) {
      operators = operators.stream().filter(operator -> operator.fits(expr)).toList();
    }
    Operator operator = one(operators);
    Condition<E> made =
        switch (operator) {
          case IS -> compare(expr, Condition.Op.EQ);
          case LESS_THAN -> compare(expr, Condition.Op.LT);
          case AT_MOST -> compare(expr, Condition.Op.LE);
          case MORE_THAN -> compare(expr, Condition.Op.GT);
          case AT_LEAST -> compare(expr, Condition.Op.GE);
          case IN -> new Condition.In<>(expr, values(expr));
          case MISSING -> expr.isMissing();
          case STARTS_WITH, CONTAINS, MENTIONS ->
              new Condition.Text<>(
                  (Expr<E, String>) expr, Condition.TextOp.valueOf(operator.name()), text());
          case TAGGED -> new Condition.Tagged<>((Expr<E, Set<String>>) expr, text());
          case MATCHES -> null;
        };
    return made == null ? expr.isPresent() : made;
  }

  private <E extends Entity<E>, T> Condition<E> compare(Expr<E, T> expr, Condition.Op op) {
    T value = value(expr);
    return wild && random.nextBoolean()
        ? new Condition.Compare<>(expr, op, value)
        : Condition.bound(expr, op, value);
  }

  private <T> Set<T> values(Expr<?, T> expr) {
    Set<T> values = new LinkedHashSet<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(value(expr));
    }
    return values;
  }

  /** A value of the expression's kind; where wild, also one that no record can have. */
  @SuppressWarnings("unchecked")
  <T> T value(Expr<?, T> expr) {
    Kind<T> kind = expr.kind();
    boolean odd = wild && random.nextInt(4) == 0;
    Object value =
        switch (kind.name()) {
          case "integer" -> one(List.of(0L, -1L, random.nextLong(), Long.MAX_VALUE));
          case "decimal" -> odd ? new BigDecimal("0.123456789") : decimal();
          case "money" -> Money.of(decimal(), one(List.of("EUR", "JPY", "CNY")));
          case "boolean" -> random.nextBoolean();
          case "date" -> LocalDate.of(odd ? 12_000 : 1 + random.nextInt(9_999), 2, 28);
          case "instant" ->
              odd ? Instant.MAX : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1 << 29));
          case "uuid" -> new UUID(random.nextLong(), random.nextLong());
          case "ref" -> ref(expr);
          case "choice" -> odd && options(expr).contains("hot") ? "no option" : one(options(expr));
          case "tags" ->
              odd ? one(List.of(Set.of(), Set.of("a\nb"))) : Set.of("vip", "中文 " + text(9));
          case "address" -> address();
          case "json" -> Json.of(Map.of("n", decimal(), "t", text()));
          case "weekday" -> one(List.of(DayOfWeek.values()));
          default -> odd ? "\uD800" : text();
        };
    return (T) value;
  }

  private Object ref(Expr<?, ?> expr) {
    Expr<?, ?> end = end(expr);
    EntityType<?> type = end instanceof RefField<?, ?> ref ? ref.target() : owner(end);
    return type.ref(random.nextLong(), random.nextLong());
  }

  private static EntityType<?> owner(Expr<?, ?> id) {
    return id.equals(Planet.TYPE.id()) ? Planet.TYPE : Star.TYPE;
  }

  private static Expr<?, ?> end(Expr<?, ?> expr) {
    return expr instanceof Path<?, ?, ?> path ? end(path.next()) : expr;
  }

  private static List<?> options(Expr<?, ?> expr) {
    return ((ChoiceField<?, ?>) end(expr)).options();
  }

  private static Address address() {
    return Address.builder().country("DE").city("Köln").line("Domkloster 4").build();
  }

  private BigDecimal decimal() {
    return new BigDecimal(new BigInteger(random.nextInt(60), random), random.nextInt(9));
  }

  String text() {
    String text = one(List.of(TEXTS));
    return random.nextBoolean() ? text : text + text(20);
  }

  private String text(int most) {
    StringBuilder out = new StringBuilder();
    random
        .ints(random.nextInt(most), 1, 0x1_0000)
        .filter(c -> !Character.isSurrogate((char) c))
        .forEach(c -> out.append((char) c));
    return out.toString().replace("\n", "");
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
