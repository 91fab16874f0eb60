package io.crmkit.persistence;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import io.crmkit.persistence.query.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Each question over a connection of its own, or that of the host's transaction. */
final class CommittedReader extends SqlReader {
  private final Backend backend;
  private final Reading reading;

  CommittedReader(Backend backend, Reading reading) {
    this.backend = backend;
    this.reading = reading;
  }

  @Override
  Reading reading() {
    return reading;
  }

  @Override
  <T> T ask(Question<T> question) {
    Connection connection = backend.acquire();
    try {
      T answer = question.ask(connection);
      end(connection);
      return answer;
    } catch (SQLException failure) {
      throw failed(connection, failure);
    } finally {
      backend.release(connection);
    }
  }

  private RuntimeException failed(Connection connection, SQLException failure) {
    try {
      end(connection);
    } catch (SQLException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
    return backend.failed(failure);
  }

  /** A connection that begins transactions by itself must not keep one open. */
  private void end(Connection connection) throws SQLException {
    if (!backend.joined() && !connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  @Override
  List<Row> none() {
    backend.check();
    return List.of();
  }

  @Override
  public <E extends Entity<E>> Stream<Row> stream(Selection<E> selection) {
    Connection connection = backend.acquire();
    try {
      boolean batched = !backend.joined() && connection.getAutoCommit();
      if (batched) {
        connection.setAutoCommit(false); // only then does a driver read row by row
      }
      Runnable end =
          () -> {
            try {
              end(connection);
              if (batched) {
                connection.setAutoCommit(true);
              }
            } catch (SQLException failure) {
              throw backend.failed(failure);
            } finally {
              backend.release(connection);
            }
          };
      return RowStream.of(reading.stream(connection, selection), backend, end);
    } catch (SQLException failure) {
      RuntimeException translated = failed(connection, failure);
      backend.release(connection);
      throw translated;
    }
  }
}
