package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sorts in Java what SQL has no order for, and keeps what the selection asks for. */
final class Sorted<E extends Entity<E>> {
  private static final int BATCH = 500;

  private final Selection<E> selection;
  private final Referred referred;
  private final List<Function<Row, ?>> readers = new ArrayList<>();

  private record Ranked(List<@Nullable Object> keys, Ref<?> ref, @Nullable Row row) {}

  Sorted(Selection<E> selection, Referred referred) {
    this.selection = selection;
    this.referred = referred;
    for (Order<E> order : selection.orders()) {
      readers.add(order.expr().reader(referred));
    }
  }

  RowCursor of(RowCursor rows) throws SQLException {
    PriorityQueue<Ranked> best = new PriorityQueue<>((a, b) -> compare(b, a));
    List<Row> batch = new ArrayList<>(BATCH);
    for (Row row = rows.next(); row != null; row = rows.next()) {
      batch.add(row);
      if (batch.size() == BATCH) {
        rank(batch, best);
        batch.clear();
      }
    }
    rank(batch, best);
    Deque<Row> sorted = new ArrayDeque<>(best.size());
    for (Ranked last = best.poll(); last != null; last = best.poll()) {
      if (last.row() != null) {
        sorted.addFirst(last.row());
      }
    }
    return new Collected(sorted);
  }

  private void rank(List<Row> batch, PriorityQueue<Ranked> best) throws SQLException {
    referred.read(batch);
    Keyset after = selection.after();
    Ranked place = after == null ? null : new Ranked(after.values(), after.ref(), null);
    for (Row row : batch) {
      List<@Nullable Object> keys = new ArrayList<>(readers.size());
      for (Function<Row, ?> reader : readers) {
        keys.add(reader.apply(row));
      }
      Ranked ranked = new Ranked(Collections.unmodifiableList(keys), row.ref(), row);
      if (place == null || compare(ranked, place) > 0) {
        best.add(ranked);
        if (best.size() > selection.limit()) {
          best.poll();
        }
      }
    }
  }

  private int compare(Ranked a, Ranked b) {
    for (int i = 0; i < readers.size(); i++) {
      int order = compareKey(selection.orders().get(i), a.keys().get(i), b.keys().get(i));
      if (order != 0) {
        return order;
      }
    }
    int order = a.ref().compareTo(b.ref());
    return selection.idDescending() ? -order : order;
  }

  @SuppressWarnings("unchecked")
  private static int compareKey(Order<?> order, @Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? 1 : -1;
    }
    Kind<Object> kind = (Kind<Object>) order.expr().kind();
    return order.descending() ? kind.compare(b, a) : kind.compare(a, b);
  }

  private static final class Collected implements RowCursor {
    private final Deque<Row> rows;

    Collected(Deque<Row> rows) {
      this.rows = rows;
    }

    @Override
    public @Nullable Row next() {
      return rows.poll();
    }

    @Override
    public void close() {
      rows.clear();
    }
  }
}
