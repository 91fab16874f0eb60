package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The first rows of another cursor. */
final class LimitedCursor implements RowCursor {
  private final RowCursor rows;
  private int left;

  LimitedCursor(RowCursor rows, int limit) {
    this.rows = rows;
    this.left = limit;
  }

  @Override
  public @Nullable Row next() throws SQLException {
    return left-- > 0 ? rows.next() : null;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
