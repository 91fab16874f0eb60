package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.LinkTo;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.Reference;
import io.crmkit.kernel.value.SearchText;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns conditions into filters. What SQL cannot say becomes every row, or none inside of what is
 * negated, so that the filter never loses a row; and the condition is to be tested again in Java.
 */
final class Translation {
  private final Operands operands;
  private boolean exact = true;

  Translation(Operands operands) {
    this.operands = operands;
  }

  /**
   * A condition in two.
   *
   * @param filter passes every row that meets the condition
   * @param rest what has to be tested again of the rows that pass; null for nothing
   * @param conditions its parts
   * @param filters what the database makes of each of them
   */
  record Split<E extends Entity<E>>(
      Filter filter,
      @Nullable Condition<E> rest,
      List<Condition<E>> conditions,
      List<Filter> filters) {
    /** The part that became a filter; null where it is none of them. */
    @Nullable Condition<E> conditionOf(Filter filter) {
      int at = filters.indexOf(filter);
      return at < 0 ? null : conditions.get(at);
    }
  }

  <E extends Entity<E>> Split<E> split(Condition<E> condition, Source at) {
    List<Condition<E>> parts =
        condition instanceof Condition.All<E> all ? all.conditions() : List.of(condition);
    List<Filter> filters = new ArrayList<>(parts.size());
    List<Condition<E>> rest = new ArrayList<>();
    for (Condition<E> part : parts) {
      exact = true;
      filters.add(filter(part, at, false, true));
      if (!exact) {
        rest.add(part);
      }
    }
    return new Split<>(
        Filter.all(filters), rest.isEmpty() ? null : Condition.all(rest), parts, filters);
  }

  /** The filter that says exactly what the condition does; null where there is none. */
  @Nullable Filter exactly(Condition<?> condition, Source at) {
    boolean before = exact;
    exact = true;
    Filter filter = filter(condition, at, false, true);
    boolean said = exact;
    exact = before;
    return said ? filter : null;
  }

  /**
   * @param negated the opposite is wanted
   * @param wide in doubt every row, else none
   */
  private Filter filter(Condition<?> condition, Source at, boolean negated, boolean wide) {
    if (condition instanceof Condition.Not<?> not) {
      return filter(not.condition(), at, !negated, wide);
    }
    if (condition instanceof Condition.All<?> all) {
      List<Filter> parts = filters(all.conditions(), at, negated, wide);
      return negated ? Filter.any(parts) : Filter.all(parts);
    }
    if (condition instanceof Condition.Any<?> any) {
      List<Filter> parts = filters(any.conditions(), at, negated, wide);
      return negated ? Filter.all(parts) : Filter.any(parts);
    }
    if (condition instanceof Condition.Matches<?, ?> matches) {
      return referred(matches.reference(), matches.condition(), at, negated, wide);
    }
    if (condition instanceof Condition.Missing<?> missing) {
      return missing.expr() instanceof Path<?, ?, ?> path
          ? filter(present(path), at, !negated, wide)
          : known(missing(missing.expr(), at), negated, wide);
    }
    Condition<?> overPath = overPath(condition);
    if (overPath != null) {
      return filter(overPath, at, negated, wide);
    }
    return known(leaf(condition, at), negated, wide);
  }

  private List<Filter> filters(
      List<? extends Condition<?>> conditions, Source at, boolean negated, boolean wide) {
    List<Filter> filters = new ArrayList<>(conditions.size());
    for (Condition<?> condition : conditions) {
      filters.add(filter(condition, at, negated, wide));
    }
    return filters;
  }

  private Filter known(@Nullable Filter filter, boolean negated, boolean wide) {
    if (filter == null) {
      exact = false;
      return wide ? Filter.TRUE : Filter.FALSE;
    }
    return negated ? filter.not() : filter;
  }

  // References

  private Filter referred(
      Reference<?, ?> field, Condition<?> condition, Source at, boolean negated, boolean wide) {
    Source target = operands.source(field.target());
    Term reference = operands.reference(field, at);
    if (reference == null) {
      return known(null, negated, wide);
    }
    Filter met = filter(condition, target, false, negated != wide);
    Filter exists =
        new Filter.Exists(target, reference, Filter.all(operands.live(target), met), false);
    if (field instanceof LinkTo<?, ?> link) {
      exists = Filter.all(filter(link.is(), at, false, wide), exists);
    }
    return negated ? exists.not() : exists;
  }

  /** A comparison of what a reference leads to is one that the record referred to has to meet. */
  @SuppressWarnings("unchecked")
  private static <E extends Entity<E>> @Nullable Condition<E> overPath(Condition<E> condition) {
    if (condition instanceof Condition.Compare<E, ?> compare
        && compare.expr() instanceof Path<E, ?, ?> path) {
      return overPath(path, compare);
    }
    if (condition instanceof Condition.In<E, ?> in && in.expr() instanceof Path<E, ?, ?> path) {
      return overPath(path, in);
    }
    if (condition instanceof Condition.Text<E> text
        && (Expr<E, ?>) text.expr() instanceof Path<E, ?, ?> path) {
      return overPath(path, text);
    }
    return condition instanceof Condition.Tagged<E> tagged
            && (Expr<E, ?>) tagged.expr() instanceof Path<E, ?, ?> path
        ? overPath(path, tagged)
        : null;
  }

  @SuppressWarnings("unchecked") // the next step reads the same type of value
  private static <E extends Entity<E>, X extends Entity<X>, T> Condition<E> overPath(
      Path<E, X, T> path, Condition<E> condition) {
    Expr<X, T> next = path.next();
    Condition<X> test;
    if (condition instanceof Condition.Compare<E, ?> compare) {
      test = new Condition.Compare<>(next, compare.op(), (T) compare.value());
    } else if (condition instanceof Condition.In<E, ?> in) {
      test = new Condition.In<>(next, (Set<T>) in.values());
    } else if (condition instanceof Condition.Text<E> text) {
      test = new Condition.Text<>((Expr<X, String>) next, text.op(), text.text());
    } else {
      String tag = ((Condition.Tagged<E>) condition).tag();
      test = new Condition.Tagged<>((Expr<X, Set<String>>) next, tag);
    }
    return new Condition.Matches<>(path.field(), path.visible().and(test));
  }

  private static <E extends Entity<E>, X extends Entity<X>> Condition<E> present(
      Path<E, X, ?> path) {
    return new Condition.Matches<>(path.field(), path.visible().and(path.next().isPresent()));
  }

  // One record

  private @Nullable Filter missing(Expr<?, ?> expr, Source at) {
    Operand operand = operands.of(expr, at);
    return operand == null ? null : Filter.missing(operand.term());
  }

  private @Nullable Filter leaf(Condition<?> condition, Source at) {
    if (condition instanceof Condition.Compare<?, ?> compare) {
      Operand operand = operands.of(compare.expr(), at);
      return operand == null ? null : Bounds.compare(operand, compare.op(), compare.value());
    }
    if (condition instanceof Condition.In<?, ?> in) {
      if (in.values().isEmpty()) {
        return Filter.FALSE;
      }
      Operand operand = operands.of(in.expr(), at);
      return operand == null
          ? null
          : Bounds.oneOf(operand, in.values(), operands.named(operand, in.values()));
    }
    if (condition instanceof Condition.Tagged<?> tagged) {
      return tagged(tagged, at);
    }
    if (condition instanceof Condition.Text<?> text) {
      return text.op() == Condition.TextOp.MENTIONS ? mentions(text, at) : text(text, at);
    }
    throw new AssertionError(condition);
  }

  private @Nullable Filter tagged(Condition.Tagged<?> tagged, Source at) {
    String tag = tagged.tag();
    if (tag.isEmpty() || tag.indexOf('\n') >= 0 || !Texts.storable(tag)) {
      return Filter.FALSE;
    }
    Operand operand = operands.of(tagged.expr(), at);
    return operand == null
        ? null
        : new Filter.Contains(operand.term(), tag, Filter.Where.LINE, false);
  }

  private @Nullable Filter text(Condition.Text<?> condition, Source at) {
    Operand operand = operands.of(condition.expr(), at);
    String text = condition.text();
    if (operand == null || !Texts.storable(text)) {
      return null; // half a character may be found within a whole one
    }
    if (text.isEmpty()) {
      return Filter.present(operand.term());
    }
    if (condition.op() == Condition.TextOp.CONTAINS) {
      return new Filter.Contains(operand.term(), text, Filter.Where.ANYWHERE, false);
    }
    return operand.term().type() == ColumnType.LONG_TEXT
        ? new Filter.Contains(operand.term(), text, Filter.Where.BEGINNING, false)
        : Bounds.prefix(operand.term(), text);
  }

  /** The words are looked for in the copy of the text that is kept for that. */
  private @Nullable Filter mentions(Condition.Text<?> condition, Source at) {
    List<String> words = SearchText.words(condition.text());
    if (words.isEmpty()) {
      Operand operand = operands.of(condition.expr(), at);
      return operand == null ? null : Filter.present(operand.term());
    }
    Column copy = operands.search(condition.expr(), at.table());
    if (copy == null) {
      return null;
    }
    List<Filter> each = new ArrayList<>();
    for (String word : words) {
      if (!Texts.storable(word)) {
        return null;
      }
      each.add(new Filter.Contains(at.column(copy), word, Filter.Where.ANYWHERE, false));
    }
    return Filter.all(each);
  }
}
