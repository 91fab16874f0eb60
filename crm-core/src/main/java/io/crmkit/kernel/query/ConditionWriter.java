package io.crmkit.kernel.query;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.LinkTo;
import io.crmkit.kernel.record.Paths;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.value.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a condition into maps, lists and texts. What could not be read again is noted as a problem
 * and written all the same. Not thread-safe.
 */
final class ConditionWriter {
  private final Problems problems;
  private int conditions;

  ConditionWriter(Problems problems) {
    this.problems = problems;
  }

  <E extends Entity<E>> Map<String, Object> tree(Condition<E> condition, String at, int depth) {
    conditions++;
    if (conditions == ConditionJson.MAX_CONDITIONS + 1) {
      problems.add("", "request.condition.nodes", ConditionJson.MAX_CONDITIONS);
    }
    if (depth == ConditionJson.MAX_DEPTH + 1) {
      problems.add(at, "request.condition.deep", ConditionJson.MAX_DEPTH);
    }
    if (condition instanceof Condition.All<E> all) {
      return Map.of("all", list(all.conditions(), at + "/all/", depth));
    } else if (condition instanceof Condition.Any<E> any) {
      return Map.of("any", list(any.conditions(), at + "/any/", depth));
    } else if (condition instanceof Condition.Not<E> not) {
      return Map.of("not", tree(not.condition(), at + "/not", depth + 1));
    }
    return leaf(condition, at, depth);
  }

  private <E extends Entity<E>> List<Object> list(List<Condition<E>> items, String at, int depth) {
    List<Object> list = new ArrayList<>(items.size());
    for (Condition<E> item : items) {
      list.add(tree(item, at + list.size(), depth + 1));
    }
    return list;
  }

  private <E extends Entity<E>> Map<String, Object> leaf(
      Condition<E> condition, String at, int depth) {
    if (condition instanceof Condition.Compare<E, ?> compare) {
      return compare(compare, at);
    } else if (condition instanceof Condition.In<E, ?> in) {
      return in(in, at);
    } else if (condition instanceof Condition.Missing<E> missing) {
      return on(missing.expr(), Operator.MISSING, at, Map.of());
    } else if (condition instanceof Condition.Text<E> text) {
      return on(text.expr(), Operator.of(text.op()), at, Map.of("value", text.text()));
    } else if (condition instanceof Condition.Tagged<E> tagged) {
      return on(tagged.expr(), Operator.TAGGED, at, Map.of("value", tagged.tag()));
    } else if (condition instanceof Condition.Matches<E, ?> matches) {
      Object inner = tree(matches.condition(), at + "/condition", depth + 1);
      Expr<E, ?> expr =
          matches.reference() instanceof LinkTo<E, ?> to
              ? to.link().id()
              : (RefField<E, ?>) matches.reference();
      return on(expr, Operator.MATCHES, at, Map.of("condition", inner));
    }
    throw new AssertionError(condition.getClass());
  }

  private <E extends Entity<E>, T> Map<String, Object> compare(
      Condition.Compare<E, T> compare, String at) {
    Operator operator = Operator.of(compare.op());
    String text = compare.expr().kind().format(compare.value());
    if (!returns(compare, text)) {
      unwritable(compare.expr(), operator, text, at);
    }
    return on(compare.expr(), operator, at, Map.of("value", text));
  }

  private <E extends Entity<E>, T> Map<String, Object> in(Condition.In<E, T> in, String at) {
    if (in.values().size() > ConditionJson.MAX_VALUES) {
      problems.add(at + "/values", "request.condition.values", ConditionJson.MAX_VALUES);
    }
    Kind<T> kind = in.expr().kind();
    List<T> values = new ArrayList<>(in.values());
    values.sort(kind);
    List<String> texts = new ArrayList<>(values.size());
    for (T value : values) {
      String text = kind.format(value);
      texts.add(text);
      if (!returns(new Condition.Compare<>(in.expr(), Condition.Op.EQ, value), text)) {
        unwritable(in.expr(), Operator.IN, text, at);
      }
    }
    return on(in.expr(), Operator.IN, at, Map.of("values", texts));
  }

  /** True where reading {@code text} gives the condition again. */
  private static <E extends Entity<E>, T> boolean returns(
      Condition.Compare<E, T> compare, String text) {
    try {
      T read = compare.expr().kind().parse(text);
      return Condition.bound(compare.expr(), compare.op(), read).equals(compare);
    } catch (Refused refused) {
      return false;
    }
  }

  private void unwritable(Expr<?, ?> expr, Operator operator, String text, String at) {
    Object shown = Abilities.encrypted(expr) ? "***" : Quoted.of(text);
    problems.add(
        at, "request.condition.unwritable", expr, operator.word(), shown, expr.kind().name());
  }

  private Map<String, Object> on(
      Expr<?, ?> expr, Operator operator, String at, Map<String, Object> operand) {
    if (!operator.fits(expr)) {
      problems.add(
          at + "/op",
          "request.condition.op",
          expr,
          Quoted.of(operator.word()),
          Operator.words(expr));
    }
    if (Abilities.references(expr) > Paths.MAX_REFERENCES) {
      problems.add(
          at + "/field", "request.path_long", Quoted.of(expr.path()), Paths.MAX_REFERENCES);
    }
    Map<String, Object> leaf = new LinkedHashMap<>();
    leaf.put("field", expr.path());
    leaf.put("op", operator.word());
    leaf.putAll(operand);
    return leaf;
  }
}
