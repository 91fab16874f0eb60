package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.memory.RowOrder.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first rows of an order out of many, never more than asked for. */
final class Best {
  private final RowOrder order;
  private final int limit;
  private final PriorityQueue<Ranked> lastFirst;

  Best(RowOrder order, int limit) {
    this.order = order;
    this.limit = limit;
    this.lastFirst = new PriorityQueue<>(Math.min(limit, 64), (a, b) -> order.compare(b, a));
  }

  void offer(Row row) {
    if (lastFirst.size() == limit) {
      if (order.compare(row, lastFirst.element()) >= 0) {
        return;
      }
      lastFirst.remove();
    }
    lastFirst.add(order.rank(row));
  }

  /** True where no row with the first key of {@code row}, or a later one, can get in. */
  boolean isBehind(Row row) {
    return lastFirst.size() == limit && order.compareFirst(row, lastFirst.element()) > 0;
  }

  List<Row> inOrder() {
    Ranked[] ranked = lastFirst.toArray(new Ranked[0]);
    Arrays.sort(ranked, order::compare);
    List<Row> rows = new ArrayList<>(ranked.length);
    for (Ranked each : ranked) {
      rows.add(each.row());
    }
    return rows;
  }
}
