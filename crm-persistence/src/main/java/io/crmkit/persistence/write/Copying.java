package io.crmkit.persistence.write;

import io.crmkit.persistence.table.Column;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many rows into a table of PostgreSQL by {@code COPY}, the quickest way in. It takes two
 * journeys, and the driver of the host: where that is another one, or is hidden by a pool, there is
 * no copying.
 */
final class Copying {
  /** So many characters are sent at a time; the server works on them while others are made. */
  private static final int CHUNK = 1 << 15;

  private static final boolean DRIVER = driver();

  private final PGConnection connection;

  private Copying(PGConnection connection) {
    this.connection = connection;
  }

  private static boolean driver() {
    try {
      Class.forName("org.postgresql.PGConnection", false, Copying.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException another) {
      return false;
    }
  }

  /** The way to copy over a connection; null where there is none. */
  static @Nullable Copying over(Connection connection) throws SQLException {
    return DRIVER && connection.isWrapperFor(PGConnection.class)
        ? new Copying(connection.unwrap(PGConnection.class))
        : null;
  }

  /** Copies the rows of a step into a table, whose name stands here with its columns. */
  void copy(String into, Step step) throws SQLException {
    List<Column> columns = step.form().set();
    CopyIn copy = connection.getCopyAPI().copyIn("copy " + into + " from stdin");
    try {
      StringBuilder text = new StringBuilder(CHUNK + CHUNK / 4);
      for (@Nullable Object[] row : step.rows()) {
        for (int i = 0; i < row.length; i++) {
          if (i > 0) {
            text.append('\t');
          }
          append(text, PostgresWriter.element(columns.get(i).type(), row[i]));
        }
        text.append('\n');
        if (text.length() >= CHUNK) {
          send(copy, text);
        }
      }
      send(copy, text);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void send(CopyIn copy, StringBuilder text) throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private static void append(StringBuilder text, @Nullable String value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      String escaped = escaped(value.charAt(i));
      if (escaped != null) {
        text.append(value, from, i).append(escaped);
        from = i + 1;
      }
    }
    text.append(value, from, value.length());
  }

  private static @Nullable String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> null;
    };
  }
}
