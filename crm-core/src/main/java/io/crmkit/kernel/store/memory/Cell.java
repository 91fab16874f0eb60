package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import org.jspecify.annotations.Nullable;

/** The place of one row: its versions, the newest first. Written under the lock of the space. */
final class Cell {
  final Ref<?> ref;

  /** The identity once more, so that finding a row need not look at it elsewhere in memory. */
  final long high;

  final long low;
  volatile Version head;

  /**
   * True once the row has stood in two places of an index, so that an entry may be of another
   * version. Set before the second entry can be met, and never taken back.
   */
  boolean moved;

  /** True once nobody can see the row and the table has given up the cell. */
  volatile boolean removed;

  Cell(Ref<?> ref, Version head) {
    this.ref = ref;
    this.high = ref.high();
    this.low = ref.low();
    this.head = head;
  }

  /** Compares by identity. */
  int compareTo(Ref<?> other) {
    int order = Long.compareUnsigned(high, other.high());
    return order != 0 ? order : Long.compareUnsigned(low, other.low());
  }

  /** The row as commit {@code seq} left it, which must be pinned; null where there was none. */
  @Nullable Row at(long seq) {
    for (Version version = head; version != null; version = version.previous) {
      if (version.seq <= seq) {
        return version.row;
      }
    }
    return null;
  }

  /** The newest committed row; null where there is none. Nothing needs to be pinned. */
  @Nullable Row committed(Space space) {
    Version newest = head;
    if (newest.seq <= space.committed()) {
      return newest.row;
    }
    Version before = newest.previous;
    // Once published, the version before may be cut off: then it is the newest that counts.
    if (newest.seq <= space.committed()) {
      return newest.row;
    }
    return before == null ? null : before.row;
  }

  /** Whether a version from the newest down to {@code oldest} has the same place as the row. */
  boolean keepsPlace(Index index, Row row, Version oldest) {
    for (Version version = head; version != null; version = version.previous) {
      if (version.row != null && index.samePlace(version.row, row)) {
        return true;
      }
      if (version == oldest) {
        return false;
      }
    }
    return false;
  }
}
