package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Condition.Op;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.LinkTo;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Reference;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of indexes in which every stored row that meets a condition stands, with others.
 *
 * @param count how many ranges there are
 * @param size about how many entries there are
 * @param source makes the ranges: where there are hundreds, another way is taken as a rule
 */
record Candidates(int count, long size, Supplier<List<Range>> source) {
  private static final int SAMPLE = 8;

  /** Where to look. */
  List<Range> ranges() {
    return source.get();
  }

  static <E extends Entity<E>> @Nullable Candidates of(
      View view, EntityType<E> type, Condition<E> condition) {
    return new Search<>(view, type).in(condition);
  }

  /**
   * True where many values may match: to find out how many rows have them takes longer than to look
   * whether those that come first do.
   */
  static <E extends Entity<E>> boolean areMany(Condition<E> condition) {
    if (condition instanceof Condition.All<E> all) {
      for (Condition<E> part : all.conditions()) {
        if (areMany(part)) {
          return true;
        }
      }
    }
    return condition instanceof Condition.In<E, ?> in && in.values().size() > SAMPLE;
  }

  /** The part of an index outside of which no row meets the condition. */
  static <E extends Entity<E>> Range bounds(
      OrderedIndex index, Field<?, ?> field, Condition<E> condition) {
    Range range = index.all();
    if (condition instanceof Condition.All<E> all) {
      for (Condition<E> part : all.conditions()) {
        range = range.and(bounds(index, field, part));
      }
    } else if (condition instanceof Condition.Compare<E, ?> compare
        && compare.expr().equals(field)) {
      range = range(index, compare.op(), compare.value());
    }
    return range;
  }

  /** What {@link #bounds} leaves of the condition to be tested. */
  static <E extends Entity<E>> Condition<E> beside(Field<?, ?> field, Condition<E> condition) {
    if (condition instanceof Condition.All<E> all) {
      List<Condition<E>> left = new ArrayList<>(all.conditions().size());
      for (Condition<E> part : all.conditions()) {
        left.add(beside(field, part));
      }
      return Condition.all(left);
    }
    return condition instanceof Condition.Compare<E, ?> compare && compare.expr().equals(field)
        ? Condition.always()
        : condition;
  }

  private static Range range(OrderedIndex index, Op op, Object value) {
    Range present = index.ofIds() ? index.all() : index.present();
    return switch (op) {
      case EQ -> new Range(index, index.place(value, -1), index.place(value, 1));
      case LT -> new Range(index, null, index.place(value, -1));
      case LE -> new Range(index, null, index.place(value, 1));
      case GT -> new Range(index, index.place(value, 1), present.high());
      case GE -> new Range(index, index.place(value, -1), present.high());
    };
  }

  private static Candidates of(Range range) {
    return new Candidates(1, range.size(), () -> List.of(range));
  }

  /** All that the ranges of the parts hold; a row may stand in several. */
  private static Candidates union(List<Candidates> parts) {
    int count = 0;
    long size = 0;
    for (Candidates part : parts) {
      count += part.count;
      size += part.size;
    }
    return new Candidates(
        count, size, () -> parts.stream().flatMap(part -> part.ranges().stream()).toList());
  }

  /** Looks for candidates of one type. */
  private static final class Search<E extends Entity<E>> {
    private final View view;
    private final Table table;

    Search(View view, EntityType<E> type) {
      this.view = view;
      this.table = view.table(type);
    }

    @Nullable Candidates in(Condition<E> condition) {
      if (condition instanceof Condition.All<E> all) {
        return inAll(all);
      }
      if (condition instanceof Condition.Any<E> any) {
        return inAny(any);
      }
      if (condition instanceof Condition.Compare<E, ?> compare) {
        return inCompare(compare);
      }
      if (condition instanceof Condition.In<E, ?> in) {
        return inValues(in);
      }
      if (condition instanceof Condition.Missing<E> missing) {
        OrderedIndex index = index(missing.expr());
        return index == null || index.ofIds() ? null : of(index.missing());
      }
      if (condition instanceof Condition.Text<E> text) {
        return inText(text);
      }
      if (condition instanceof Condition.Matches<E, ?> matches) {
        return inMatches(matches);
      }
      return null;
    }

    private @Nullable OrderedIndex index(Expr<E, ?> expr) {
      return expr instanceof Field<?, ?> field ? table.searchIndex(field) : null;
    }

    private @Nullable Candidates inAll(Condition.All<E> all) {
      Candidates best = null;
      for (Condition<E> part : all.conditions()) {
        Candidates found =
            part instanceof Condition.Compare<E, ?> compare ? bounded(compare, all) : in(part);
        if (found != null && (best == null || found.size < best.size)) {
          best = found;
        }
      }
      return best;
    }

    /** Where the field of one comparison lies between the bounds of all. */
    private <T> @Nullable Candidates bounded(
        Condition.Compare<E, T> compare, Condition.All<E> all) {
      OrderedIndex index = index(compare.expr());
      return index != null && compare.expr() instanceof Field<?, ?> field
          ? of(bounds(index, field, all))
          : inCompare(compare);
    }

    private @Nullable Candidates inAny(Condition.Any<E> any) {
      List<Candidates> parts = new ArrayList<>();
      for (Condition<E> part : any.conditions()) {
        Candidates found = in(part);
        if (found == null) {
          return null;
        }
        parts.add(found);
      }
      return union(parts);
    }

    private <T> @Nullable Candidates inCompare(Condition.Compare<E, T> compare) {
      if (compare.expr() instanceof Path<E, ?, T> path) {
        return inPath(path, compare);
      }
      OrderedIndex index = index(compare.expr());
      return index == null ? null : of(range(index, compare.op(), compare.value()));
    }

    private <X extends Entity<X>, T> @Nullable Candidates inPath(
        Path<E, X, T> path, Condition.Compare<E, T> compare) {
      Condition<X> there = new Condition.Compare<>(path.next(), compare.op(), compare.value());
      return inMatches(new Condition.Matches<>(path.field(), there));
    }

    private <T> @Nullable Candidates inValues(Condition.In<E, T> in) {
      if (in.expr() instanceof Path<E, ?, T> path) {
        return inPath(path, in);
      }
      OrderedIndex index = index(in.expr());
      return index == null ? null : equal(index, in.values());
    }

    private <X extends Entity<X>, T> @Nullable Candidates inPath(
        Path<E, X, T> path, Condition.In<E, T> in) {
      Condition<X> there = new Condition.In<>(path.next(), in.values());
      return inMatches(new Condition.Matches<>(path.field(), there));
    }

    /** Looks at the sizes of the first ranges alone: the others are taken to be alike. */
    private static Candidates equal(OrderedIndex index, Collection<?> values) {
      int sampled = 0;
      long size = 0;
      for (Object value : values) {
        if (sampled == SAMPLE) {
          size = size * values.size() / SAMPLE;
          break;
        }
        sampled++;
        size += range(index, Op.EQ, value).size();
      }
      return new Candidates(values.size(), size, () -> equalRanges(index, values));
    }

    private static List<Range> equalRanges(OrderedIndex index, Collection<?> values) {
      List<Range> ranges = new ArrayList<>(values.size());
      for (Object value : values) {
        ranges.add(range(index, Op.EQ, value));
      }
      return ranges;
    }

    private @Nullable Candidates inText(Condition.Text<E> text) {
      OrderedIndex index = index(text.expr());
      if (index == null || text.op() != Condition.TextOp.STARTS_WITH) {
        return null;
      }
      String start = text.text();
      if (!start.isEmpty() && Character.isHighSurrogate(start.charAt(start.length() - 1))) {
        return null; // half a character: what begins with it does not lie side by side
      }
      String behind = successor(start);
      Place high = behind == null ? index.present().high() : index.place(behind, -1);
      return of(new Range(index, index.place(start, -1), high));
    }

    /** The first text behind all that begin with {@code start}; null where there is none. */
    private static @Nullable String successor(String start) {
      int end = start.length();
      while (end > 0) {
        int last = start.codePointBefore(end);
        end -= Character.charCount(last);
        if (last < Character.MAX_CODE_POINT) {
          int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
          return start.substring(0, end) + Character.toString(next);
        }
      }
      return null;
    }

    private <X extends Entity<X>> @Nullable Candidates inMatches(Condition.Matches<E, X> matches) {
      Reference<E, X> reference = matches.reference();
      OrderedIndex index =
          reference instanceof LinkTo<E, X> to
              ? index(to.link().id())
              : reference instanceof RefField<E, X> field ? index(field) : null;
      EntityType<X> target = reference.target();
      if (index == null || !isFew(target, matches.condition())) {
        return null;
      }
      Set<Object> refs = new HashSet<>();
      Rows rows = new Query(view).matching(target, matches.condition());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        refs.add(reference instanceof LinkTo ? row.ref().id() : row.ref());
        if (refs.size() > view.tuning().few()) {
          return null;
        }
      }
      return equal(index, refs);
    }

    private <X extends Entity<X>> boolean isFew(EntityType<X> target, Condition<X> condition) {
      if (view.table(target).size() <= view.tuning().few()) {
        return true;
      }
      Candidates there = of(view, target, condition);
      return there != null && there.size <= view.tuning().few();
    }
  }
}
