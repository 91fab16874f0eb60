package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows one after the other; to be closed. */
public interface RowCursor extends AutoCloseable {
  /** The next row; null once there is none. */
  @Nullable Row next() throws SQLException;

  @Override
  void close() throws SQLException;
}
