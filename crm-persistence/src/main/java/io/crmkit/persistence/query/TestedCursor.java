package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of another cursor that pass a test, in batches with what they refer to. */
final class TestedCursor implements RowCursor {
  private static final int BATCH = 500;

  private final RowCursor candidates;
  private final Referred referred;
  private final Predicate<Row> test;
  private final List<Row> batch = new ArrayList<>();
  private int at;

  TestedCursor(RowCursor candidates, Referred referred, Predicate<Row> test) {
    this.candidates = candidates;
    this.referred = referred;
    this.test = test;
  }

  @Override
  public @Nullable Row next() throws SQLException {
    while (true) {
      while (at < batch.size()) {
        Row row = batch.get(at++);
        if (test.test(row)) {
          return row;
        }
      }
      if (!fill()) {
        return null;
      }
    }
  }

  private boolean fill() throws SQLException {
    batch.clear();
    at = 0;
    while (batch.size() < BATCH) {
      Row row = candidates.next();
      if (row == null) {
        break;
      }
      batch.add(row);
    }
    referred.read(batch);
    return !batch.isEmpty();
  }

  @Override
  public void close() throws SQLException {
    candidates.close();
  }
}
