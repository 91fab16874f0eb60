package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import org.jspecify.annotations.Nullable;

/** A transaction's last word on one row. */
final class Write {
  final Ref<?> ref;

  /** The version that the store must hold at commit; 0 where it must hold none. */
  final long base;

  /** The row; null where it is purged. */
  @Nullable Row row;

  /** Where the row stands in the store; known, and null for a new row, while it is committed. */
  @Nullable Cell cell;

  /** The next write to the same table; null at the end. */
  @Nullable Write next;

  Write(Ref<?> ref, long base, @Nullable Row row) {
    this.ref = ref;
    this.base = base;
    this.row = row;
  }

  /** The newest committed row, while this is committed; null where there is none. */
  @Nullable Row stored() {
    return cell == null ? null : cell.head.row;
  }
}
