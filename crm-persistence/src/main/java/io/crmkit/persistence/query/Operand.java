package io.crmkit.persistence.query;

import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.value.Money;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Tables;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is in SQL.
 *
 * @param kind the kind of its values
 * @param term the column that it is or is made of
 * @param currency beside the amount, where it is money; else null
 * @param part the period that a date or a moment is cut to, or null
 * @param zone the zone whose clocks cut a moment, or null
 * @param slot the search copy, where the column is one; else null
 * @param comparesLongTexts the database compares texts of any length by code point
 */
record Operand(
    Kind<?> kind,
    Term.Col term,
    Term.@Nullable Col currency,
    @Nullable DatePart part,
    @Nullable ZoneId zone,
    @Nullable Column slot,
    boolean comparesLongTexts) {

  static Operand plain(Kind<?> kind, Term.Col term) {
    return new Operand(kind, term, null, null, null, null, false);
  }

  /** A value as the column holds it. */
  @SuppressWarnings("unchecked")
  Object stored(Object value) {
    Object stored = ((Kind<Object>) kind).toStored(value);
    return slot == null ? stored : Tables.slotValue(stored, slot);
  }

  /** What it is sorted by, one after the other; null where SQL has not the order of the kind. */
  @Nullable List<Term> keys() {
    if (currency != null) {
      return List.of(currency, term);
    }
    if (part != null) {
      return zone == null && slot == null ? List.of(new Term.Period(term, part)) : null;
    }
    return switch (kind.storage()) {
      case UUID -> null;
      case LONG_TEXT -> comparesLongTexts ? List.of(term) : null;
      default -> List.of(term);
    };
  }

  /** A value as the {@link #keys} show it. */
  List<Object> keyValues(Object value) {
    if (value instanceof Money money && currency != null) {
      return List.of(money.currency(), money.amount());
    }
    if (part != null) {
      return List.of(Periods.number(part, (LocalDate) value));
    }
    return List.of(stored(value));
  }
}
