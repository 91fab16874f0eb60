package io.crmkit.kernel.query;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.Messages;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Paths;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Quoted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one condition. Where something is wrong, it notes a problem and goes on with a condition of
 * no meaning. Not thread-safe.
 */
final class ConditionReader {
  private static final Set<String> SHAPES = Set.of("all", "any", "not", "field");

  private final Layout layout;
  private final Problems problems;
  private int conditions;

  ConditionReader(Layout layout, Problems problems) {
    this.layout = layout;
    this.problems = problems;
  }

  <E extends Entity<E>> Condition<E> read(EntityType<E> type, Json json) {
    Object root = json.kind() == Json.Kind.OBJECT ? json.toMap() : json;
    return condition(type, root, "", 1);
  }

  private <E extends Entity<E>> Condition<E> condition(
      EntityType<E> type, @Nullable Object node, String at, int depth) {
    if (++conditions > ConditionJson.MAX_CONDITIONS) {
      if (conditions == ConditionJson.MAX_CONDITIONS + 1) {
        problems.add(at, "request.condition.nodes", ConditionJson.MAX_CONDITIONS);
      }
      return Condition.never();
    }
    if (depth > ConditionJson.MAX_DEPTH) {
      problems.add(at, "request.condition.deep", ConditionJson.MAX_DEPTH);
      return Condition.never();
    }
    if (!(node instanceof Map<?, ?> object)) {
      problems.add(at, "request.condition.object", shown(node));
      return Condition.never();
    }
    List<?> shapes = object.keySet().stream().filter(SHAPES::contains).toList();
    if (shapes.size() != 1) {
      problems.add(at, "request.condition.which", keys(object.keySet()));
      return Condition.never();
    }
    String shape = (String) shapes.get(0);
    if (shape.equals("field")) {
      return leaf(type, object, at, depth);
    }
    allow(object, Set.of(shape), at);
    Object below = object.get(shape);
    return switch (shape) {
      case "all" -> new Condition.All<>(conditions(type, below, shape, at, depth));
      case "any" -> new Condition.Any<>(conditions(type, below, shape, at, depth));
      default -> new Condition.Not<>(condition(type, below, at + "/not", depth + 1));
    };
  }

  private <E extends Entity<E>> List<Condition<E>> conditions(
      EntityType<E> type, @Nullable Object node, String shape, String at, int depth) {
    List<Condition<E>> read = new ArrayList<>();
    for (Object item : list(node, shape, at)) {
      read.add(condition(type, item, at + '/' + shape + '/' + read.size(), depth + 1));
    }
    return List.copyOf(read);
  }

  private <E extends Entity<E>> Condition<E> leaf(
      EntityType<E> type, Map<?, ?> leaf, String at, int depth) {
    Expr<E, ?> expr = expr(type, leaf, at);
    String word = text(leaf, "op", at);
    if (expr == null || word == null) {
      return Condition.never();
    }
    Operator operator = Operator.of(word, expr);
    if (operator == null) {
      problems.add(at + "/op", "request.condition.op", expr, Quoted.of(word), Operator.words(expr));
      return Condition.never();
    }
    String operand = operator.operand();
    allow(leaf, operand == null ? Set.of("field", "op") : Set.of("field", "op", operand), at);
    if (operand != null && !leaf.containsKey(operand)) {
      problems.add(at, "request.condition.missing_key", operand);
      return Condition.never();
    }
    return switch (operator) {
      case MISSING -> new Condition.Missing<>(expr);
      case IN -> in(expr, leaf.get(operand), at);
      case TAGGED -> tagged(expr, leaf, at);
      case STARTS_WITH -> match(expr, Condition.TextOp.STARTS_WITH, leaf, at);
      case CONTAINS -> match(expr, Condition.TextOp.CONTAINS, leaf, at);
      case MENTIONS -> match(expr, Condition.TextOp.MENTIONS, leaf, at);
      case MATCHES -> matches(expr, leaf.get(operand), at + "/condition", depth + 1);
      case IS -> compare(expr, Condition.Op.EQ, leaf.get(operand), at);
      case LESS_THAN -> compare(expr, Condition.Op.LT, leaf.get(operand), at);
      case AT_MOST -> compare(expr, Condition.Op.LE, leaf.get(operand), at);
      case MORE_THAN -> compare(expr, Condition.Op.GT, leaf.get(operand), at);
      case AT_LEAST -> compare(expr, Condition.Op.GE, leaf.get(operand), at);
    };
  }

  private <E extends Entity<E>> @Nullable Expr<E, ?> expr(
      EntityType<E> type, Map<?, ?> leaf, String at) {
    String path = text(leaf, "field", at);
    try {
      return path == null ? null : Paths.resolve(type, path, layout);
    } catch (InvalidRequestException unknown) {
      problems.add(at + "/field", unknown::message);
      return null;
    }
  }

  private <E extends Entity<E>, T> Condition<E> compare(
      Expr<E, T> expr, Condition.Op op, @Nullable Object node, String at) {
    T value = value(expr, node, at + "/value");
    return value == null ? Condition.never() : Condition.bound(expr, op, value);
  }

  private <E extends Entity<E>, T> Condition<E> in(
      Expr<E, T> expr, @Nullable Object node, String at) {
    List<?> nodes = list(node, "values", at);
    if (nodes.size() > ConditionJson.MAX_VALUES) {
      problems.add(at + "/values", "request.condition.values", ConditionJson.MAX_VALUES);
      return Condition.never();
    }
    Set<T> values = new LinkedHashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      T value = value(expr, nodes.get(i), at + "/values/" + i);
      if (value != null) {
        values.add(value);
      }
    }
    return new Condition.In<>(expr, values);
  }

  @SuppressWarnings("unchecked") // the operator fits, so the values are texts
  private <E extends Entity<E>> Condition<E> match(
      Expr<E, ?> expr, Condition.TextOp op, Map<?, ?> leaf, String at) {
    String text = text(leaf, "value", at);
    return text == null
        ? Condition.never()
        : new Condition.Text<>((Expr<E, String>) expr, op, text);
  }

  @SuppressWarnings("unchecked") // the operator fits, so the values are tags
  private <E extends Entity<E>> Condition<E> tagged(Expr<E, ?> expr, Map<?, ?> leaf, String at) {
    String tag = text(leaf, "value", at);
    return tag == null
        ? Condition.never()
        : new Condition.Tagged<>((Expr<E, Set<String>>) expr, tag);
  }

  @SuppressWarnings("unchecked") // the operator fits, so it is a reference
  private <E extends Entity<E>> Condition<E> matches(
      Expr<E, ?> expr, @Nullable Object node, String at, int depth) {
    return target((RefField<E, ?>) expr, node, at, depth);
  }

  private <E extends Entity<E>, X extends Entity<X>> Condition<E> target(
      RefField<E, X> field, @Nullable Object node, String at, int depth) {
    return field.matches(condition(field.target(), node, at, depth));
  }

  private <T> @Nullable T value(Expr<?, T> expr, @Nullable Object node, String at) {
    if (node == null) {
      problems.add(at, "request.condition.null", expr);
      return null;
    }
    Kind<T> kind = expr.kind();
    String text = textOf(node, kind.storage());
    if (text == null) {
      Object shown = Abilities.encrypted(expr) ? "***" : shown(node);
      problems.add(at, "request.condition.value", expr, kind.name(), shown);
      return null;
    }
    try {
      return kind.parse(text);
    } catch (Refused refused) {
      problems.add(at, locale -> Messages.text(locale, refused.code(), arguments(expr, refused)));
      return null;
    }
  }

  /** The text of a value; null where JSON has a value of another sort than the kind. */
  private static @Nullable String textOf(Object node, Kind.Storage storage) {
    if (node instanceof BigDecimal number) {
      boolean fits = storage == Kind.Storage.LONG || storage == Kind.Storage.DECIMAL;
      return fits ? number.toPlainString() : null;
    } else if (node instanceof Boolean) {
      return storage == Kind.Storage.BOOLEAN ? node.toString() : null;
    }
    return node instanceof String text ? text : null;
  }

  private static @Nullable Object[] arguments(Expr<?, ?> expr, Refused refused) {
    boolean secret = Abilities.encrypted(expr);
    List<@Nullable Object> all = new ArrayList<>();
    all.add(expr);
    for (Object argument : refused.arguments()) {
      all.add(secret && argument instanceof String ? "***" : argument);
    }
    return all.toArray();
  }

  private @Nullable String text(Map<?, ?> leaf, String key, String at) {
    if (!leaf.containsKey(key)) {
      problems.add(at, "request.condition.missing_key", key);
    } else if (leaf.get(key) instanceof String text) {
      return text;
    } else {
      problems.add(at + '/' + key, "request.condition.text", key, shown(leaf.get(key)));
    }
    return null;
  }

  private List<?> list(@Nullable Object node, String key, String at) {
    if (node instanceof List<?> list) {
      return list;
    }
    problems.add(at + '/' + key, "request.condition.list", key, shown(node));
    return List.of();
  }

  private void allow(Map<?, ?> object, Set<String> keys, String at) {
    Set<Object> others = new TreeSet<>(object.keySet());
    others.removeAll(keys);
    if (!others.isEmpty()) {
      problems.add(at, "request.condition.keys", keys(others), new TreeSet<>(keys));
    }
  }

  private static List<String> keys(Set<?> keys) {
    return keys.stream().limit(10).map(key -> Quoted.of((String) key)).toList();
  }

  private static String shown(@Nullable Object node) {
    if (node instanceof String text) {
      return Quoted.of(text);
    } else if (node instanceof List) {
      return "[…]";
    } else if (node instanceof Map) {
      return "{…}";
    }
    String text = String.valueOf(node);
    return text.length() > 60 ? text.substring(0, 59) + '…' : text;
  }
}
