package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index for each value of a field: the orders of each customer, by date. Rows without
 * the value are left out. Where a part still has an entry of an old version, the row may stand in
 * another part as well, in the same place of the order.
 */
final class SplitIndex implements Index {
  private final Field<?, ?> by;
  private final Field<?, ?> order;
  private final int max;
  private final ConcurrentHashMap<Object, OrderedIndex> parts = new ConcurrentHashMap<>();

  SplitIndex(Field<?, ?> by, Field<?, ?> order, int max) {
    this.by = by;
    this.order = order;
    this.max = max;
  }

  /** The rows that have the value, in order; null where there are none. */
  @Nullable OrderedIndex part(Object value) {
    return parts.get(value);
  }

  @Override
  public boolean samePlace(Row one, Row other) {
    return Objects.equals(by.of(one), by.of(other))
        && Objects.equals(order.of(one), order.of(other));
  }

  @Override
  public void enter(Row row, Cell cell) {
    Object value = by.of(row);
    if (value != null) {
      parts.computeIfAbsent(value, any -> OrderedIndex.by(order, max)).enter(row, cell);
    }
  }

  @Override
  public void leave(Row row, Cell cell) {
    Object value = by.of(row);
    OrderedIndex part = value == null ? null : parts.get(value);
    if (part != null) {
      part.leave(row, cell);
      if (part.size() == 0) {
        parts.remove(value);
      }
    }
  }

  @Override
  public void fill(List<Entry> entries) {
    Map<Object, List<Entry>> byValue = new HashMap<>();
    for (Entry entry : entries) {
      Object value = by.of(entry.row());
      if (value != null) {
        byValue.computeIfAbsent(value, any -> new ArrayList<>()).add(entry);
      }
    }
    byValue.forEach(
        (value, some) -> {
          OrderedIndex part = OrderedIndex.by(order, max);
          part.fill(some);
          parts.put(value, part);
        });
  }
}
