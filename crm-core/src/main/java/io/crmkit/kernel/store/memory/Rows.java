package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Row;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows one after the other. */
interface Rows {
  /** The next row; null once there is none. */
  @Nullable Row next();

  /** The rows of an iterator. */
  static Rows of(Iterator<Row> rows) {
    return () -> rows.hasNext() ? rows.next() : null;
  }
}
