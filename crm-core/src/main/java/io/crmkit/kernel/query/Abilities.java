package io.crmkit.kernel.query;

import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Ordered;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.RefField;
import java.util.ArrayList;
import java.util.List;

/** What may be asked of an expression: the same as its methods offer to Java code. */
final class Abilities {
  private Abilities() {}

  /** True where its values can be sorted and compared by size. */
  static boolean ordered(Expr<?, ?> expr) {
    return end(expr) instanceof Ordered && expr.kind().ordered() && !encrypted(expr);
  }

  /** True where its values are texts that can be looked into. */
  static boolean textual(Expr<?, ?> expr) {
    return expr.kind().javaType() == String.class && !encrypted(expr);
  }

  /** True where its values are sets of tags. */
  static boolean tagged(Expr<?, ?> expr) {
    return expr.kind() == Kinds.TAGS && !encrypted(expr);
  }

  /** True where it is a reference of the record itself. */
  static boolean refers(Expr<?, ?> expr) {
    return expr instanceof RefField;
  }

  /** True where a value is kept encrypted on the way to it. */
  static boolean encrypted(Expr<?, ?> expr) {
    List<Field<?, ?>> fields = new ArrayList<>();
    expr.mentions(fields::add);
    return fields.stream().anyMatch(Field::encrypted);
  }

  /** How many references it follows. */
  static int references(Expr<?, ?> expr) {
    return expr instanceof Path<?, ?, ?> path ? 1 + references(path.next()) : 0;
  }

  private static Expr<?, ?> end(Expr<?, ?> expr) {
    return expr instanceof Path<?, ?, ?> path ? end(path.next()) : expr;
  }
}
