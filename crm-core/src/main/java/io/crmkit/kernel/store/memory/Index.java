package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Row;
import java.util.List;

/**
 * Leads from values to the rows that have them in any version somebody may still read. Written
 * under the lock of the space.
 */
interface Index {
  /** Whether the two rows, versions of one, stand in the same place. */
  boolean samePlace(Row one, Row other);

  /** Adds the place of a row, unless it is there. */
  void enter(Row row, Cell cell);

  /** Removes the place of a row. */
  void leave(Row row, Cell cell);

  /** Enters many rows into the empty index: in the order of their identities, each place once. */
  void fill(List<Entry> entries);

  /** A row that has its place in the cell. */
  record Entry(Row row, Cell cell) {}
}
