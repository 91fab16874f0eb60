package io.crmkit.persistence.dialect;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgresDialect extends Dialect {
  PostgresDialect() {
    super(Engine.POSTGRESQL, SQLDialect.POSTGRES);
  }

  @Override
  public String typeOf(Column column) {
    return switch (column.type()) {
      case TEXT -> "varchar(" + column.length() + ") collate \"C\"";
      case LONG_TEXT -> "text collate \"C\"";
      case LONG -> "bigint";
      case DECIMAL -> "numeric(28,8)";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT -> "timestamptz(6)";
      case UUID -> "uuid";
      case JSON -> "jsonb";
    };
  }

  @Override
  int sqlType(ColumnType type) {
    return type == ColumnType.JSON ? Types.OTHER : super.sqlType(type);
  }

  @Override
  void bindOther(PreparedStatement to, int index, ColumnType type, Object value)
      throws SQLException {
    if (type == ColumnType.INSTANT) {
      to.setObject(index, ((Instant) value).atOffset(ZoneOffset.UTC));
    } else if (type == ColumnType.JSON) {
      to.setObject(index, value, Types.OTHER);
    } else {
      to.setObject(index, value);
    }
  }

  @Override
  @Nullable Object readOther(ResultSet from, int index, ColumnType type) throws SQLException {
    if (type == ColumnType.INSTANT) {
      OffsetDateTime at = from.getObject(index, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
    return from.getObject(index);
  }

  @Override
  Trouble known(String state, SQLException error) {
    return switch (state) {
      // Lock timeout; the server shuts down or cuts a connection: a commit may have been under way.
      case "55P03" -> Trouble.TRANSIENT;
      case "57P01", "57P02", "57P03" -> Trouble.BROKEN;
      default -> super.known(state, error);
    };
  }
}
