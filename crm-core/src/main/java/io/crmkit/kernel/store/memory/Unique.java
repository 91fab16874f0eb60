package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which values of a unique key in the newest state. Written under the lock of the space.
 *
 * <p>Rows that shared values before the key was declared stay as they are; one of them holds them.
 */
final class Unique {
  private final UniqueKey<?> key;
  private final ConcurrentHashMap<Object, Cell> holders = new ConcurrentHashMap<>();

  Unique(UniqueKey<?> key) {
    this.key = key;
  }

  @Nullable Object of(@Nullable Row row) {
    return row == null ? null : key.of(row);
  }

  @Nullable Cell holder(Object values) {
    return holders.get(values);
  }

  void take(@Nullable Row row, Cell cell) {
    Object values = of(row);
    if (values != null) {
      holders.putIfAbsent(values, cell);
    }
  }

  void free(@Nullable Row row, Cell cell) {
    Object values = of(row);
    if (values != null) {
      holders.remove(values, cell);
    }
  }
}
