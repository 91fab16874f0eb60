package io.crmkit.persistence.query;

import io.crmkit.persistence.table.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The values that no other is less than. */
final class Least {
  private static final BigDecimal DECIMAL = new BigDecimal("-99999999999999999999.99999999");
  private static final LocalDate DATE = LocalDate.of(1, 1, 1);
  private static final Instant INSTANT = Instant.parse("0001-01-01T00:00:00Z");
  private static final UUID ID = new UUID(0, 0);

  private Least() {}

  static Object of(ColumnType type) {
    return switch (type) {
      case TEXT, LONG_TEXT, JSON -> "";
      case LONG -> Long.MIN_VALUE;
      case DECIMAL -> DECIMAL;
      case BOOLEAN -> false;
      case DATE -> DATE;
      case INSTANT -> INSTANT;
      case UUID -> ID;
    };
  }
}
