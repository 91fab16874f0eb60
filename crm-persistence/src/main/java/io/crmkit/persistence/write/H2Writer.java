package io.crmkit.persistence.write;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.TableNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statement by statement: an embedded database is no journey away. */
final class H2Writer extends StepWriter {
  H2Writer(Dialect dialect, TableNames names) {
    super(dialect, names);
  }

  @Override
  String lock(Form.Verb verb) {
    return " for update";
  }

  @Override
  void write(Connection connection, List<Step> steps, Mode mode) throws SQLException {
    if (mode == Mode.NESTED) {
      Savepoint before = connection.setSavepoint();
      try {
        write(connection, steps);
      } catch (SQLException failure) {
        undo(connection, before, failure);
        throw failure;
      }
      connection.releaseSavepoint(before);
      return;
    }
    write(connection, steps);
    if (mode != Mode.PART) {
      connection.commit();
    }
  }

  /** A conflict may have ended the whole transaction of the host, and the savepoint with it. */
  private static void undo(Connection connection, Savepoint before, SQLException failure) {
    try {
      connection.rollback(before);
    } catch (SQLException over) {
      failure.addSuppressed(over);
    }
  }

  private void write(Connection connection, List<Step> steps) throws SQLException {
    for (Step step : steps) {
      try (PreparedStatement statement = connection.prepareStatement(text(step.form()))) {
        write(statement, step);
      }
    }
  }

  /**
   * Row by row, not as a batch: where one row is refused because somebody else was first, H2 rolls
   * the transaction back, goes on with the rest of the batch all the same, and commits it row by
   * row.
   */
  private void write(PreparedStatement statement, Step step) throws SQLException {
    boolean query = step.form().verb() == Form.Verb.HOLD || step.form().verb() == Form.Verb.PIN;
    for (@Nullable Object[] row : step.rows()) {
      bind(statement, 1, step, row);
      int hits = query ? hits(statement) : statement.executeUpdate();
      require(step, hits);
    }
  }

  private static int hits(PreparedStatement query) throws SQLException {
    try (ResultSet found = query.executeQuery()) {
      return found.next() ? 1 : 0;
    }
  }

  private static void require(Step step, int hits) throws SQLException {
    if (step.form().guarded() && hits != 1) {
      throw new SQLException(Dialect.CONFLICT_MARK + ':' + hits);
    }
  }
}
