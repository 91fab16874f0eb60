package io.crmkit.persistence;

import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.query.RowCursor;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a cursor as a stream, read as they are asked for. */
final class RowStream extends Spliterators.AbstractSpliterator<Row> {
  private final RowCursor cursor;
  private final Backend backend;

  private RowStream(RowCursor cursor, Backend backend) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.cursor = cursor;
    this.backend = backend;
  }

  /** A stream that has to be closed; {@code end} runs behind the cursor's own end. */
  static Stream<Row> of(RowCursor cursor, Backend backend, Runnable end) {
    return StreamSupport.stream(new RowStream(cursor, backend), false)
        .onClose(
            () -> {
              try {
                cursor.close();
              } catch (SQLException failure) {
                throw backend.failed(failure);
              } finally {
                end.run();
              }
            });
  }

  @Override
  public boolean tryAdvance(Consumer<? super Row> action) {
    backend.check();
    try {
      Row row = cursor.next();
      if (row == null) {
        return false;
      }
      action.accept(row);
      return true;
    } catch (SQLException failure) {
      throw backend.failed(failure);
    }
  }
}
