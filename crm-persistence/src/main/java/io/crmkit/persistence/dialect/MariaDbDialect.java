package io.crmkit.persistence.dialect;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** MariaDB. */
final class MariaDbDialect extends Dialect {
  /** Longer texts are kept beside the row, whose length is limited. */
  private static final int LONGEST_IN_ROW = 255;

  private static final String CHARACTERS = " character set utf8mb4 collate utf8mb4_nopad_bin";

  MariaDbDialect() {
    super(Engine.MARIADB, SQLDialect.MARIADB);
  }

  @Override
  public String quoted(String name) {
    return '`' + name + '`';
  }

  @Override
  public String typeOf(Column column) {
    return switch (column.type()) {
      case TEXT ->
          (column.length() > LONGEST_IN_ROW ? "text" : "varchar(" + column.length() + ")")
              + CHARACTERS;
      case LONG_TEXT, JSON -> "longtext" + CHARACTERS;
      case LONG -> "bigint";
      case DECIMAL -> "decimal(28,8)";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT -> "datetime(6)";
      case UUID -> "binary(16)";
    };
  }

  @Override
  int sqlType(ColumnType type) {
    return switch (type) {
      case UUID -> Types.BINARY;
      case INSTANT -> Types.TIMESTAMP;
      default -> super.sqlType(type);
    };
  }

  @Override
  void bindOther(PreparedStatement to, int index, ColumnType type, Object value)
      throws SQLException {
    switch (type) {
      case UUID -> to.setBytes(index, bytes((UUID) value));
      case INSTANT -> to.setObject(index, LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
      case JSON -> to.setString(index, (String) value);
      default -> to.setObject(index, value);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  @Nullable Object readOther(ResultSet from, int index, ColumnType type) throws SQLException {
    if (type == ColumnType.INSTANT) {
      LocalDateTime at = from.getObject(index, LocalDateTime.class);
      return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
    byte[] bytes = from.getBytes(index);
    if (bytes == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  @Override
  public boolean isOutdatedSnapshot(SQLException error) {
    return error.getErrorCode() == 1020;
  }

  @Override
  Trouble known(String state, SQLException error) {
    return switch (error.getErrorCode()) {
      // Lock wait timeout, deadlock, changed since the snapshot.
      case 1205, 1213, 1020 -> Trouble.TRANSIENT;
      // The server shuts down or was asked to end the connection.
      case 1053, 1077, 1927 -> Trouble.BROKEN;
      case 1048, 1062, 1451, 1452 -> Trouble.INTEGRITY;
      default -> super.known(state, error);
    };
  }
}
