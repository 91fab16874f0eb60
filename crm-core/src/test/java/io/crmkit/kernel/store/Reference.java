package io.crmkit.kernel.store;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.CurrencyMismatchException;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Planet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plainest of stores: a map, filtered and sorted anew for each question. */
public final class Reference implements Lookup {
  private final Map<Ref<?>, Row> rows = new TreeMap<>(Comparator.comparing(Ref<?>::toString));

  public Reference copy() {
    Reference copy = new Reference();
    copy.rows.putAll(rows);
    return copy;
  }

  @Override
  public @Nullable Row row(Ref<?> ref) {
    return rows.get(ref);
  }

  public void apply(Change change) {
    if (change instanceof Change.Insert insert) {
      rows.put(insert.ref(), insert.row());
    } else if (change instanceof Change.Update update) {
      rows.put(update.ref(), update.after());
    } else if (change instanceof Change.Purge purge) {
      rows.remove(purge.ref());
    }
  }

  public List<Row> planets() {
    return rows.values().stream().filter(row -> row.type() == Planet.TYPE).toList();
  }

  public List<Row> matching(Condition<Planet> condition) {
    return planets().stream().filter(condition.predicate(this)).toList();
  }

  public List<Row> select(Condition<Planet> condition, List<Order<Planet>> orders) {
    List<Row> found = new ArrayList<>(matching(condition));
    found.sort((a, b) -> compare(orders, keys(orders, a), a.ref(), keys(orders, b), b.ref()));
    return found;
  }

  public List<Row> select(Condition<Planet> condition, List<Order<Planet>> orders, Keyset after) {
    return select(condition, orders).stream()
        .filter(
            row -> compare(orders, keys(orders, row), row.ref(), after.values(), after.ref()) > 0)
        .toList();
  }

  public Keyset place(List<Order<Planet>> orders, Row row) {
    return new Keyset(keys(orders, row), row.ref());
  }

  private List<@Nullable Object> keys(List<Order<Planet>> orders, Row row) {
    List<@Nullable Object> keys = new ArrayList<>();
    orders.forEach(order -> keys.add(order.expr().reader(this).apply(row)));
    return keys;
  }

  @SuppressWarnings("unchecked")
  private static int compare(
      List<Order<Planet>> orders,
      List<@Nullable Object> a,
      Ref<?> refA,
      List<@Nullable Object> b,
      Ref<?> refB) {
    boolean descending = false;
    for (int i = 0; i < orders.size(); i++) {
      descending = orders.get(i).descending();
      Comparator<Object> kind = (Comparator<Object>) (Comparator<?>) orders.get(i).expr().kind();
      Comparator<@Nullable Object> order =
          Comparator.nullsLast(descending ? kind.reversed() : kind);
      int result = order.compare(a.get(i), b.get(i));
      if (result != 0) {
        return result;
      }
    }
    return descending ? refB.compareTo(refA) : refA.compareTo(refB);
  }

  /** The figures of each group, the groups in order. */
  public List<List<@Nullable Object>> figures(
      Condition<Planet> condition,
      List<Expr<Planet, ?>> groups,
      List<Measure<Planet, ?>> measures) {
    Map<List<@Nullable Object>, List<Row>> byGroup = new LinkedHashMap<>();
    List<Order<Planet>> order = new ArrayList<>();
    groups.forEach(group -> order.add(new Order<>(group, false)));
    if (groups.isEmpty()) {
      byGroup.put(List.of(), new ArrayList<>());
    }
    for (Row row : select(condition, order)) {
      byGroup.computeIfAbsent(keys(order, row), key -> new ArrayList<>()).add(row);
    }
    List<List<@Nullable Object>> figures = new ArrayList<>();
    byGroup.forEach(
        (group, members) -> {
          List<@Nullable Object> line = new ArrayList<>(group);
          measures.forEach(measure -> line.add(figure(measure, members)));
          figures.add(line);
        });
    return figures;
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object figure(Measure<Planet, ?> measure, List<Row> members) {
    if (measure.expr() == null) {
      return (long) members.size();
    }
    Expr<Planet, ?> expr = measure.expr();
    List<Object> values =
        members.stream()
            .map(row -> (Object) expr.reader(this).apply(row))
            .filter(Objects::nonNull)
            .toList();
    Kind<Object> kind = (Kind<Object>) (Kind<?>) expr.kind();
    return switch (measure.function()) {
      case COUNT -> throw new AssertionError(measure);
      case COUNT_DISTINCT -> values.stream().distinct().count();
      case MIN -> values.stream().min(kind).orElse(null);
      case MAX -> values.stream().max(kind).orElse(null);
      case SUM -> values.isEmpty() ? null : sum(values);
      case AVG -> values.isEmpty() ? null : mean(values);
    };
  }

  private static Object sum(List<Object> values) {
    BigDecimal total = total(values);
    try {
      Object first = values.get(0);
      return first instanceof Money money
          ? Money.of(total, money.currency())
          : first instanceof Long
              ? (Object) total.longValueExact()
              : Kinds.DECIMAL.normalise(total);
    } catch (IllegalArgumentException | ArithmeticException | Refused tooMuch) {
      throw new InvalidRequestException("request.sum_overflow");
    }
  }

  private static BigDecimal mean(List<Object> values) {
    BigDecimal count = BigDecimal.valueOf(values.size());
    return Kinds.DECIMAL.normalise(total(values).divide(count, 8, RoundingMode.HALF_UP));
  }

  private static BigDecimal total(List<Object> values) {
    if (values.get(0) instanceof Money) {
      if (values.stream().map(value -> ((Money) value).currency()).distinct().count() > 1) {
        Money.of(1, "EUR").plus(Money.of(1, "USD"));
      }
    }
    return values.stream().map(Reference::number).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(Object value) {
    if (value instanceof Money money) {
      return money.amount();
    }
    return value instanceof Long whole
        ? new BigDecimal(BigInteger.valueOf(whole))
        : (BigDecimal) value;
  }

  /** True for what a question about figures may be refused with. */
  public static boolean isRefusal(RuntimeException thrown) {
    return Arrays.<Class<?>>asList(InvalidRequestException.class, CurrencyMismatchException.class)
        .contains(thrown.getClass());
  }
}
