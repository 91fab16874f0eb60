package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows that a statement finds. */
final class ResultCursor implements RowCursor {
  private final PreparedStatement statement;
  private final ResultSet results;
  private final Table table;
  private final Layout layout;
  private final Table.Cells cells;

  /** Runs the statement, which is closed with the cursor. */
  ResultCursor(PreparedStatement statement, Dialect dialect, Table table, Layout layout)
      throws SQLException {
    this.statement = statement;
    this.table = table;
    this.layout = layout;
    try {
      results = statement.executeQuery();
    } catch (SQLException | RuntimeException | Error failed) {
      try (statement) {
        throw failed;
      }
    }
    cells = (index, type) -> dialect.read(results, index + 1, type);
  }

  @Override
  public @Nullable Row next() throws SQLException {
    return results.next() ? table.row(cells, layout) : null;
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      results.close();
    }
  }
}
