package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Row;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The rows of several sources, each in the same order, in that order; each row once. */
final class Merge implements Rows {
  private final PriorityQueue<Head> heads;
  private @Nullable Row last;

  Merge(RowOrder order, List<Rows> sources) {
    heads = new PriorityQueue<>(Math.max(1, sources.size()), (a, b) -> order.compare(a.row, b.row));
    for (Rows source : sources) {
      Row row = source.next();
      if (row != null) {
        heads.add(new Head(source, row));
      }
    }
  }

  private static final class Head {
    private final Rows source;
    private Row row;

    Head(Rows source, Row row) {
      this.source = source;
      this.row = row;
    }
  }

  @Override
  public @Nullable Row next() {
    while (true) {
      Head head = heads.poll();
      if (head == null) {
        return null;
      }
      Row row = head.row;
      Row next = head.source.next();
      if (next != null) {
        head.row = next;
        heads.add(head);
      }
      // The same row out of two sources comes twice in succession.
      if (row != last) {
        last = row;
        return row;
      }
    }
  }
}
