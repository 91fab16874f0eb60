package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Row;
import org.jspecify.annotations.Nullable;

/** What one commit made of one row. */
final class Version {
  /** The row; null where the commit purged it. */
  final @Nullable Row row;

  /** The number of the commit. */
  final long seq;

  /** What it replaced; null where that was nothing, or nobody can see it any more. */
  volatile @Nullable Version previous;

  Version(@Nullable Row row, long seq, @Nullable Version previous) {
    this.row = row;
    this.seq = seq;
    this.previous = previous;
  }
}
