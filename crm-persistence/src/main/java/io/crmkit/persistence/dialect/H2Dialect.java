package io.crmkit.persistence.dialect;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * H2. It orders text by UTF-16 unit, and with a collation {@code CHARSET_UTF-8} by bytes that it
 * takes for signed ones; so limited texts are kept in a form whose units have the order of code
 * points, see {@link Utf16}.
 */
final class H2Dialect extends Dialect {
  /** Beyond JDBC's own; its REPEATABLE READ takes a snapshot of each table at its first use. */
  private static final int SNAPSHOT = 6;

  private static final int LOCK_TIMEOUT = 50200;
  private static final int CONCURRENT_UPDATE = 90131;

  H2Dialect() {
    super(Engine.H2, SQLDialect.H2);
  }

  @Override
  public String typeOf(Column column) {
    return switch (column.type()) {
      // H2 counts UTF-16 units, of which a character has up to two.
      case TEXT -> "varchar(" + 2 * column.length() + ")";
      case LONG_TEXT -> "clob";
      case LONG -> "bigint";
      case DECIMAL -> "decimal(28,8)";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT -> "timestamp(6) with time zone";
      case UUID -> "uuid";
      // The longest text that is kept within the row.
      case JSON -> "varchar(1048576)";
    };
  }

  @Override
  public void bind(PreparedStatement to, int index, ColumnType type, @Nullable Object value)
      throws SQLException {
    super.bind(to, index, type, type == ColumnType.TEXT ? Utf16.kept((String) value) : value);
  }

  @Override
  public @Nullable Object read(ResultSet from, int index, ColumnType type) throws SQLException {
    Object value = super.read(from, index, type);
    return type == ColumnType.TEXT ? Utf16.given((String) value) : value;
  }

  @Override
  void bindOther(PreparedStatement to, int index, ColumnType type, Object value)
      throws SQLException {
    to.setObject(index, value);
  }

  @Override
  @Nullable Object readOther(ResultSet from, int index, ColumnType type) throws SQLException {
    return type == ColumnType.INSTANT
        ? from.getObject(index, Instant.class)
        : from.getObject(index, UUID.class);
  }

  @Override
  public int snapshot() {
    return SNAPSHOT;
  }

  @Override
  public boolean isOutdatedSnapshot(SQLException error) {
    return error.getErrorCode() == CONCURRENT_UPDATE || super.isOutdatedSnapshot(error);
  }

  @Override
  public boolean isEmbedded(Connection connection) throws SQLException {
    String url = connection.getMetaData().getURL();
    return !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
  }

  @Override
  Trouble known(String state, SQLException error) {
    return switch (error.getErrorCode()) {
      case LOCK_TIMEOUT, CONCURRENT_UPDATE -> Trouble.TRANSIENT;
      default -> state.startsWith("90") ? broken(error) : super.known(state, error);
    };
  }

  /** The database was closed, or its file cannot be written any more. */
  private static Trouble broken(SQLException error) {
    return switch (error.getErrorCode()) {
      case 90007, 90028, 90031, 90067, 90098, 90121 -> Trouble.BROKEN;
      default -> Trouble.OTHER;
    };
  }
}
