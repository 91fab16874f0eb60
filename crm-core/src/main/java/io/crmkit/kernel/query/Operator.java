package io.crmkit.kernel.query;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Expr;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operators of conditions in JSON. */
enum Operator {
  IS,
  LESS_THAN,
  AT_MOST,
  MORE_THAN,
  AT_LEAST,
  IN,
  MISSING,
  STARTS_WITH,
  CONTAINS,
  MENTIONS,
  TAGGED,
  MATCHES;

  /** The word for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key under which its operand stands; null where it has none. */
  @Nullable String operand() {
    return switch (this) {
      case MISSING -> null;
      case IN -> "values";
      case MATCHES -> "condition";
      default -> "value";
    };
  }

  /** True where it makes sense of what {@code expr} reads. */
  boolean fits(Expr<?, ?> expr) {
    return switch (this) {
      case IS, IN, MISSING -> true;
      case LESS_THAN, AT_MOST, MORE_THAN, AT_LEAST -> Abilities.ordered(expr);
      case STARTS_WITH, CONTAINS, MENTIONS -> Abilities.textual(expr);
      case TAGGED -> Abilities.tagged(expr);
      case MATCHES -> Abilities.refers(expr);
    };
  }

  /** The operator of that word which makes sense of {@code expr}; null where there is none. */
  static @Nullable Operator of(String word, Expr<?, ?> expr) {
    for (Operator operator : values()) {
      if (operator.word().equals(word) && operator.fits(expr)) {
        return operator;
      }
    }
    return null;
  }

  /** The words that make sense of {@code expr}. */
  static List<String> words(Expr<?, ?> expr) {
    return Arrays.stream(values()).filter(o -> o.fits(expr)).map(Operator::word).toList();
  }

  static Operator of(Condition.Op comparison) {
    return switch (comparison) {
      case EQ -> IS;
      case LT -> LESS_THAN;
      case LE -> AT_MOST;
      case GT -> MORE_THAN;
      case GE -> AT_LEAST;
    };
  }

  static Operator of(Condition.TextOp match) {
    return switch (match) {
      case STARTS_WITH -> STARTS_WITH;
      case CONTAINS -> CONTAINS;
      case MENTIONS -> MENTIONS;
    };
  }
}
