package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of a selection: total, missing values last, ties by identity. */
final class RowOrder {
  private final Function<Row, ?>[] readers;
  private final Comparator<Object>[] kinds;
  private final boolean[] descending;
  private final boolean idDescending;

  @SuppressWarnings({"unchecked", "rawtypes"})
  <E extends Entity<E>> RowOrder(Selection<E> selection, Lookup lookup) {
    List<Order<E>> orders = selection.orders();
    readers = new Function[orders.size()];
    kinds = new Comparator[orders.size()];
    descending = new boolean[orders.size()];
    for (int i = 0; i < readers.length; i++) {
      Order<E> order = orders.get(i);
      readers[i] = order.expr().reader(lookup);
      kinds[i] = (Comparator) order.expr().kind();
      descending[i] = order.descending();
    }
    idDescending = selection.idDescending();
  }

  /** A row with the values of its keys. */
  static final class Ranked {
    private final @Nullable Object[] keys;
    private final Ref<?> ref;
    private final Row row;

    private Ranked(@Nullable Object[] keys, Row row) {
      this.keys = keys;
      this.ref = row.ref();
      this.row = row;
    }

    Row row() {
      return row;
    }
  }

  Ranked rank(Row row) {
    @Nullable Object[] keys = new @Nullable Object[readers.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = readers[i].apply(row);
    }
    return new Ranked(keys, row);
  }

  int compare(Ranked a, Ranked b) {
    return compare(a.keys, a.ref, b.keys, b.ref);
  }

  /** True where the row stands strictly behind the place. */
  boolean behind(Row row, Keyset place) {
    for (int i = 0; i < readers.length; i++) {
      int order = compareKey(i, readers[i].apply(row), place.values().get(i));
      if (order != 0) {
        return order > 0;
      }
    }
    return compareIds(row.ref(), place.ref()) > 0;
  }

  /** Compares a row with a ranked one; negative where the row comes first. */
  int compare(Row row, Ranked other) {
    for (int i = 0; i < readers.length; i++) {
      int order = compareKey(i, readers[i].apply(row), other.keys[i]);
      if (order != 0) {
        return order;
      }
    }
    return compareIds(row.ref(), other.ref);
  }

  int compare(Row a, Row b) {
    for (int i = 0; i < readers.length; i++) {
      int order = compareKey(i, readers[i].apply(a), readers[i].apply(b));
      if (order != 0) {
        return order;
      }
    }
    return compareIds(a.ref(), b.ref());
  }

  /** Compares by the first key alone, of which there must be one. */
  int compareFirst(Row row, Ranked other) {
    return compareKey(0, readers[0].apply(row), other.keys[0]);
  }

  private int compare(@Nullable Object[] a, Ref<?> refA, @Nullable Object[] b, Ref<?> refB) {
    for (int i = 0; i < a.length; i++) {
      int order = compareKey(i, a[i], b[i]);
      if (order != 0) {
        return order;
      }
    }
    return compareIds(refA, refB);
  }

  private int compareIds(Ref<?> a, Ref<?> b) {
    return idDescending ? b.compareTo(a) : a.compareTo(b);
  }

  private int compareKey(int key, @Nullable Object a, @Nullable Object b) {
    if (a == b) {
      return 0;
    }
    if (a == null || b == null) {
      return a == null ? 1 : -1;
    }
    return descending[key] ? kinds[key].compare(b, a) : kinds[key].compare(a, b);
  }
}
