package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows that a statement finds, or those of them that pass at a glance. */
final class ResultCursor implements RowCursor {
  /** Looks at a row before it is read. */
  @FunctionalInterface
  interface Glance {
    boolean passes(Table.Cells cells) throws SQLException;
  }

  private final PreparedStatement statement;
  private final ResultSet results;
  private final Table table;
  private final Layout layout;
  private final Table.Cells cells;
  private final @Nullable Glance glance;
  private int seen;

  /**
   * Runs the statement, which is closed with the cursor.
   *
   * @param glance which rows are wanted; null for all
   */
  ResultCursor(
      PreparedStatement statement,
      Dialect dialect,
      Table table,
      Layout layout,
      @Nullable Glance glance)
      throws SQLException {
    this.statement = statement;
    this.table = table;
    this.layout = layout;
    this.glance = glance;
    try {
      results = statement.executeQuery();
    } catch (SQLException | RuntimeException | Error failed) {
      try (statement) {
        throw failed;
      }
    }
    ResultSet bare = bare(results);
    cells = (index, type) -> dialect.read(bare, index + 1, type);
  }

  @Override
  public @Nullable Row next() throws SQLException {
    while (results.next()) {
      seen++;
      if (glance == null || glance.passes(cells)) {
        return table.row(cells, layout);
      }
    }
    return null;
  }

  /** Without what a pool or a watcher has put around it, which is not for reading every value. */
  private static ResultSet bare(ResultSet results) throws SQLException {
    return results.isWrapperFor(ResultSet.class) ? results.unwrap(ResultSet.class) : results;
  }

  /** How many rows have been looked at. */
  int seen() {
    return seen;
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      results.close();
    }
  }
}
