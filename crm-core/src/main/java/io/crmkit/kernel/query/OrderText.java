package io.crmkit.kernel.query;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Paths;
import io.crmkit.kernel.value.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sort orders as text, for saved views and reports: {@code "stage asc, closes_on desc"}. A key
 * without a direction goes from small to great; the empty text means no keys. Thread-safe.
 */
public final class OrderText {
  /** How many keys there may be. */
  public static final int MAX_KEYS = 8;

  private OrderText() {}

  /** The text of a sort order, each key with its direction. */
  public static <E extends Entity<E>> String write(List<Order<E>> orders) {
    return orders.stream().map(Order::toString).collect(Collectors.joining(", "));
  }

  /** True where records can be sorted by {@code expr}. */
  public static boolean sortable(Expr<?, ?> expr) {
    return Abilities.ordered(expr);
  }

  /**
   * The sort order that a text means.
   *
   * @param type the type of the records to sort
   * @param layout knows the custom fields
   * @throws InvalidRequestException where a key cannot be read or sorted by; names every such key
   */
  public static <E extends Entity<E>> List<Order<E>> read(
      EntityType<E> type, String text, Layout layout) {
    if (text.isBlank()) {
      return List.of();
    }
    Problems problems = new Problems();
    List<Order<E>> orders = new ArrayList<>();
    String[] keys = text.split(",", MAX_KEYS + 1);
    for (int i = 0; i < Math.min(keys.length, MAX_KEYS); i++) {
      read(type, keys[i].strip(), layout, orders, problems);
    }
    if (keys.length > MAX_KEYS) {
      problems.add("", "request.order.keys", MAX_KEYS);
    }
    if (problems.any()) {
      throw problems.as("request.order");
    }
    return List.copyOf(orders);
  }

  private static <E extends Entity<E>> void read(
      EntityType<E> type, String key, Layout layout, List<Order<E>> orders, Problems problems) {
    String[] words = key.split("\\s+", 3);
    boolean descending = words.length == 2 && words[1].equals("desc");
    boolean ascending = words.length == 1 || (words.length == 2 && words[1].equals("asc"));
    if (words[0].isEmpty() || !(ascending || descending)) {
      problems.add(Quoted.of(key), "request.order.form");
      return;
    }
    try {
      Expr<E, ?> expr = Paths.resolve(type, words[0], layout);
      if (!Abilities.ordered(expr)) {
        problems.add(Quoted.of(key), "request.order.unsortable", expr, expr.kind().name());
      }
      orders.add(new Order<>(expr, descending));
    } catch (InvalidRequestException unknown) {
      problems.add(Quoted.of(key), unknown::message);
    }
  }
}
