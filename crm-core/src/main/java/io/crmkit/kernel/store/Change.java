package io.crmkit.kernel.store;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;

/** One change of one row, as the write pipeline made it. */
public sealed interface Change {
  /** The row concerned. */
  Ref<?> ref();

  /** A new row. */
  record Insert(Row row) implements Change {
    @Override
    public Ref<?> ref() {
      return row.ref();
    }
  }

  /**
   * Another version of a row.
   *
   * @param before the row as it must be stored, by version
   * @param after the row as it will be
   */
  record Update(Row before, Row after) implements Change {
    @Override
    public Ref<?> ref() {
      return after.ref();
    }
  }

  /** The end of a row, which must be stored in this version. */
  record Purge(Row before) implements Change {
    @Override
    public Ref<?> ref() {
      return before.ref();
    }
  }

  /** Nothing written, but the row must still be stored in this version at commit. */
  record Expect(Row row) implements Change {
    @Override
    public Ref<?> ref() {
      return row.ref();
    }
  }
}
