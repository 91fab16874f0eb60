package io.crmkit.persistence.table;

import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.value.SearchText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table holds besides the values themselves, so that queries can find them. */
final class Copies {
  /** The parts of an address that queries know. */
  static final List<String> ADDRESS_PARTS = List.of("country", "region", "city");

  private Copies() {}

  static @Nullable Object search(Field<?, ?> field, Row row) {
    Object text = field.of(row);
    return text == null ? null : SearchText.normalise((String) text);
  }

  static @Nullable Object addressPart(Field<?, ?> field, String part, Row row) {
    Address address = (Address) field.of(row);
    if (address == null) {
      return null;
    }
    return switch (part) {
      case "country" -> address.country();
      case "region" -> address.region();
      default -> address.city();
    };
  }

  /** The type of the column that can hold copies of a field; null where none can. */
  static @Nullable ColumnType slotType(Field<?, ?> field) {
    return switch (field.kind().storage()) {
      case TEXT, BOOLEAN, UUID, REF -> ColumnType.TEXT;
      case LONG, DECIMAL -> ColumnType.DECIMAL;
      case DATE, INSTANT -> ColumnType.INSTANT;
      case LONG_TEXT, MONEY -> null;
    };
  }

  /** The copy of a custom value; null where there is no value, or it is too long to be copied. */
  static @Nullable Object copy(Field<?, ?> field, Row row, Column column) {
    Object stored = Table.stored(field, row);
    if (stored == null || (stored instanceof String text && isLonger(text, column.length()))) {
      return null;
    }
    return slotValue(stored, column);
  }

  private static boolean isLonger(String text, int length) {
    return text.length() > length && text.codePointCount(0, text.length()) > length;
  }

  /** A value as the column of its copy holds it. */
  static Object slotValue(Object stored, Column column) {
    return switch (column.type()) {
      case TEXT -> stored.toString();
      case DECIMAL -> stored instanceof Long number ? BigDecimal.valueOf(number) : stored;
      default ->
          stored instanceof LocalDate date
              ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
              : (Instant) stored;
    };
  }

  static Money money(Object amount, String currency) {
    return Money.of((BigDecimal) amount, currency).plain();
  }
}
