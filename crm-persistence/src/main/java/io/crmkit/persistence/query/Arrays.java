package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.ColumnType;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several values as one, on databases that know arrays. */
final class Arrays {
  private Arrays() {}

  /** True where the database finds rows by {@code = any (array)} as it does by equality. */
  static boolean serve(Dialect.Engine engine) {
    return engine == Dialect.Engine.POSTGRESQL;
  }

  static void bind(
      PreparedStatement to, int index, Dialect dialect, ColumnType type, List<?> values)
      throws SQLException {
    boolean h2 = dialect.engine() == Dialect.Engine.H2;
    Array packed = h2 || type != ColumnType.UUID ? null : PackedIds.of(values, to.getConnection());
    if (packed != null) {
      to.setArray(index, packed);
      return;
    }
    @Nullable Object[] elements = values.toArray();
    if (!h2 && type == ColumnType.INSTANT) {
      for (int i = 0; i < elements.length; i++) {
        elements[i] = ((Instant) values.get(i)).atOffset(ZoneOffset.UTC);
      }
    }
    Array array = to.getConnection().createArrayOf(h2 ? h2(type) : postgres(type), elements);
    to.setArray(index, array);
  }

  private static String h2(ColumnType type) {
    return switch (type) {
      case TEXT, LONG_TEXT, JSON -> "varchar";
      case LONG -> "bigint";
      case DECIMAL -> "decimal";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT -> "timestamp with time zone";
      case UUID -> "uuid";
    };
  }

  private static String postgres(ColumnType type) {
    return switch (type) {
      case TEXT, LONG_TEXT, JSON -> "text";
      case LONG -> "int8";
      case DECIMAL -> "numeric";
      case BOOLEAN -> "bool";
      case DATE -> "date";
      case INSTANT -> "timestamptz";
      case UUID -> "uuid";
    };
  }
}
