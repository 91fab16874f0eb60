package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Condition.Op;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.value.Money;
import io.crmkit.persistence.table.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons with a value, which may be one that no store can hold: too great, too fine, of
 * another type. Null where SQL cannot make the comparison.
 */
final class Bounds {
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final BigDecimal MOST = new BigDecimal("99999999999999999999.99999999");

  private Bounds() {}

  /** The operand compares so with a value; false where the operand is missing. */
  static @Nullable Filter compare(Operand operand, Op op, Object value) {
    DatePart part = operand.part();
    if (part != null) {
      return Periods.compare(operand, part, op, (LocalDate) value);
    }
    if (op == Op.EQ) {
      return equal(operand, value);
    }
    Comparator operator = operator(op);
    return switch (operand.kind().storage()) {
      case TEXT -> text(operand, op, format(operand.kind(), value));
      case LONG_TEXT ->
          operand.comparesLongTexts() ? text(operand, op, format(operand.kind(), value)) : null;
      case LONG, BOOLEAN, REF -> Filter.Compare.of(operand.term(), operator, operand.stored(value));
      case DECIMAL -> decimal(operand.term(), op, (BigDecimal) value);
      case DATE -> date(operand, operator, (LocalDate) value);
      case INSTANT -> instant(operand, operator, (Instant) value);
      case MONEY -> money(operand, op, (Money) value);
      case UUID -> null;
    };
  }

  private static Comparator operator(Op op) {
    return switch (op) {
      case EQ -> Comparator.EQUALS;
      case LT -> Comparator.LESS;
      case LE -> Comparator.LESS_OR_EQUAL;
      case GT -> Comparator.GREATER;
      case GE -> Comparator.GREATER_OR_EQUAL;
    };
  }

  private static Filter equal(Operand operand, Object value) {
    if (!storable(operand.kind(), value)) {
      return Filter.FALSE;
    }
    if (operand.currency() != null && value instanceof Money money) {
      return Filter.all(
          Filter.Compare.of(operand.currency(), Comparator.EQUALS, money.currency()),
          Filter.Compare.of(operand.term(), Comparator.EQUALS, money.amount()));
    }
    return Filter.Compare.of(operand.term(), Comparator.EQUALS, operand.stored(value));
  }

  /** True where a record may have the value. */
  @SuppressWarnings("unchecked")
  static boolean storable(Kind<?> kind, Object value) {
    if (kind.storage() == Kind.Storage.REF) {
      return true;
    }
    Kind<Object> its = (Kind<Object>) kind;
    try {
      String text = its.format(value);
      return switch (kind.storage()) {
        case LONG, BOOLEAN, UUID -> true;
        case MONEY -> true;
        default -> Texts.storable(text) && value.equals(its.parse(text));
      };
    } catch (Refused notOfTheKind) {
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private static String format(Kind<?> kind, Object value) {
    return ((Kind<Object>) kind).format(value);
  }

  private static Filter text(Operand operand, Op op, String bound) {
    Term term = operand.term();
    if (Texts.storable(bound)) {
      return Filter.Compare.of(term, operator(op), bound);
    }
    boolean below = op == Op.LT || op == Op.LE;
    Comparator operator = below ? Comparator.LESS : Comparator.GREATER_OR_EQUAL;
    return Filter.Compare.of(term, operator, Texts.next(bound));
  }

  private static Filter decimal(Term term, Op op, BigDecimal bound) {
    BigDecimal floor = bound.setScale(MOST.scale(), RoundingMode.FLOOR);
    boolean below = op == Op.LT || op == Op.LE;
    if (floor.compareTo(MOST) > 0) {
      return below ? Filter.present(term) : Filter.FALSE;
    }
    if (floor.compareTo(MOST.negate()) < 0) {
      return below ? Filter.FALSE : Filter.present(term);
    }
    if (floor.compareTo(bound) == 0) {
      return Filter.Compare.of(term, operator(op), floor);
    }
    return Filter.Compare.of(term, below ? Comparator.LESS_OR_EQUAL : Comparator.GREATER, floor);
  }

  private static Filter money(Operand operand, Op op, Money bound) {
    Term.Col currency = operand.currency();
    if (currency == null) {
      throw new IllegalArgumentException(operand + " is no money");
    }
    boolean below = op == Op.LT || op == Op.LE;
    return Filter.any(
        Filter.Compare.of(currency, below ? Comparator.LESS : Comparator.GREATER, bound.currency()),
        Filter.all(
            Filter.Compare.of(currency, Comparator.EQUALS, bound.currency()),
            decimal(operand.term(), op, bound.amount())));
  }

  /** A day compares so; the operator is none of equality. */
  static Filter date(Operand operand, Comparator operator, LocalDate bound) {
    boolean below = operator == Comparator.LESS || operator == Comparator.LESS_OR_EQUAL;
    if (bound.isAfter(LAST_DAY)) {
      return below ? Filter.present(operand.term()) : Filter.FALSE;
    }
    if (bound.isBefore(FIRST_DAY)) {
      return below ? Filter.FALSE : Filter.present(operand.term());
    }
    Object stored = operand.slot() == null ? bound : Tables.slotValue(bound, operand.slot());
    return Filter.Compare.of(operand.term(), operator, stored);
  }

  /** A moment compares so; the operator is none of equality. */
  static Filter instant(Operand operand, Comparator operator, Instant bound) {
    boolean below = operator == Comparator.LESS || operator == Comparator.LESS_OR_EQUAL;
    if (bound.isAfter(LAST)) {
      return below ? Filter.present(operand.term()) : Filter.FALSE;
    }
    if (bound.isBefore(FIRST)) {
      return below ? Filter.FALSE : Filter.present(operand.term());
    }
    return Filter.Compare.of(operand.term(), operator, bound);
  }

  /**
   * The operand is one of several values.
   *
   * @param named the identities that the values are; null where they are none, or few
   */
  static Filter oneOf(Operand operand, Set<?> values, @Nullable List<Object> named) {
    if (named != null) {
      return new Filter.In(operand.term(), named, false);
    }
    List<Filter> each = new ArrayList<>();
    List<Object> stored = new ArrayList<>();
    DatePart part = operand.part();
    for (Object value : values) {
      if (part != null) {
        each.add(Periods.compare(operand, part, Op.EQ, (LocalDate) value));
      } else if (operand.currency() != null) {
        each.add(equal(operand, value));
      } else if (storable(operand.kind(), value)) {
        stored.add(operand.stored(value));
      }
    }
    if (stored.size() == 1) {
      each.add(Filter.Compare.of(operand.term(), Comparator.EQUALS, stored.get(0)));
    } else if (!stored.isEmpty()) {
      each.add(new Filter.In(operand.term(), stored, false));
    }
    return Filter.any(each);
  }

  /** The text begins with a prefix: it lies between it and the next that does not. */
  static Filter prefix(Term term, String prefix) {
    Filter from = Filter.Compare.of(term, Comparator.GREATER_OR_EQUAL, prefix);
    String behind = Texts.behind(prefix);
    return behind == null
        ? from
        : Filter.all(from, Filter.Compare.of(term, Comparator.LESS, behind));
  }
}
