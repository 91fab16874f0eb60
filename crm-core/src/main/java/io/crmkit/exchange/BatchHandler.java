package io.crmkit.exchange;

import io.crmkit.kernel.work.Workspace;
import java.util.List;

/** Makes records of rows, and may look at the rows of a unit of work together before. */
interface BatchHandler {
  /** Makes a handler once the columns of the file are known. */
  interface Maker {
    BatchHandler make(Columns columns);
  }

  static BatchHandler of(RowHandler handler) {
    return new BatchHandler() {
      @Override
      public void begin(Workspace work, List<ImportRow> rows) {
        // each row is handled by itself
      }

      @Override
      public void row(Workspace work, ImportRow row) {
        handler.row(work, row);
      }
    };
  }

  /** The columns whose values together name a row; none where rows have no name. */
  default List<String> key() {
    return List.of();
  }

  /** Called at the beginning of each unit of work, before anything is written in it. */
  void begin(Workspace work, List<ImportRow> rows);

  void row(Workspace work, ImportRow row);
}
