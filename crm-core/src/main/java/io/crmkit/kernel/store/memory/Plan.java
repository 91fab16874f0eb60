package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.memory.RowOrder.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one selection are found: by walking an index in the order asked for until there
 * are enough, or by collecting what may match, from ranges of indexes or from all rows, and keeping
 * the first. Costs are counted in rows looked at one by one.
 *
 * <p>The walk is the better way where much of what it meets matches, which the planner can only
 * guess. A walk that has cost as much as collecting would have is given up for it, so a wrong guess
 * costs twice the right one at the most.
 */
final class Plan<E extends Entity<E>> {
  private final View view;
  private final EntityType<E> type;
  private final int limit;
  private final RowOrder order;
  private final Predicate<Row> test;
  private final @Nullable Candidates candidates;
  private final boolean singleKey;
  private final boolean backwards;
  private final List<Range> walkRanges;
  private final long budget;

  Plan(View view, Selection<E> selection) {
    this.view = view;
    this.type = selection.type();
    this.limit = selection.limit();
    List<Order<E>> orders = selection.orders();
    Keyset after = selection.after();
    if (after != null && after.values().size() != orders.size()) {
      throw new IllegalArgumentException(
          after.values().size() + " values for " + orders.size() + " keys");
    }
    order = new RowOrder(selection, view);
    Predicate<Row> meets = selection.condition().predicate(view);
    test = after == null ? meets : row -> order.behind(row, after) && meets.test(row);
    candidates = Candidates.of(view, type, selection.condition());
    singleKey = orders.size() <= 1;
    backwards = !orders.isEmpty() && orders.get(0).descending();

    long all = view.table(type).size();
    long matching = candidates == null ? all : Math.min(all, candidates.size());
    long collecting =
        Math.min(candidates == null ? all : candidates.size(), all / view.tuning().scanAdvantage())
            + 4 * Math.min(matching, limit);
    List<Range> ranges = List.of();
    if (candidates == null || matching > view.tuning().few()) {
      ranges = ranges(selection);
      long reach = ranges.stream().mapToLong(Range::size).sum();
      double walking = Math.min((double) reach, (double) limit * all / Math.max(1, matching));
      if (walking > collecting) {
        ranges = List.of();
      }
    }
    walkRanges = ranges;
    budget = collecting + view.tuning().few();
  }

  /** The ranges to walk, one after the other; none where no index has the first key. */
  private List<Range> ranges(Selection<E> selection) {
    List<Order<E>> orders = selection.orders();
    Expr<E, ?> first = orders.isEmpty() ? type.id().expr() : orders.get(0).expr();
    if (!(first instanceof Field<E, ?> field)) {
      return List.of();
    }
    OrderedIndex index = view.table(type).sortIndex(field);
    if (index == null) {
      return List.of();
    }
    Range bounds = Candidates.bounds(index, field, selection.condition());
    Keyset after = selection.after();
    Object value = after == null || orders.isEmpty() ? null : after.values().get(0);
    if (!backwards) {
      return List.of(after == null ? bounds : bounds.and(behind(index, value, after)));
    }
    if (index.ofIds()) {
      return List.of(after == null ? bounds : bounds.and(before(index, value, after)));
    }
    List<Range> ranges = new ArrayList<>(2);
    if (after == null || value != null) {
      Range present = bounds.and(index.present());
      ranges.add(after == null ? present : present.and(before(index, value, after)));
    }
    Range missing = bounds.and(index.missing());
    ranges.add(after == null || value != null ? missing : missing.and(before(index, value, after)));
    return ranges;
  }

  private Range behind(OrderedIndex index, @Nullable Object value, Keyset after) {
    return new Range(
        index,
        singleKey ? index.place(value, after.ref(), 1) : firstKeyPlace(index, value, after, -1),
        null);
  }

  private Range before(OrderedIndex index, @Nullable Object value, Keyset after) {
    return new Range(
        index,
        null,
        singleKey ? index.place(value, after.ref(), -1) : firstKeyPlace(index, value, after, 1));
  }

  /** With further keys, all rows that share the first one have to be looked at. */
  private static Place firstKeyPlace(
      OrderedIndex index, @Nullable Object value, Keyset after, int side) {
    return index.ofIds() ? index.place(null, after.ref(), side) : index.place(value, side);
  }

  /** True where walking looks cheaper than collecting. */
  boolean isWalk() {
    return !walkRanges.isEmpty();
  }

  /** True where the walk gives the very order asked for. */
  boolean isFullyOrdered() {
    return isWalk() && singleKey;
  }

  /** The rows found by the walk; null where it was given up. */
  @Nullable List<Row> walked() {
    return singleKey ? walkedInOrder() : walkedByFirstKey();
  }

  private @Nullable List<Row> walkedInOrder() {
    Ordered ordered = new Ordered(budget);
    List<Row> rows = new ArrayList<>(Math.min(limit, 64));
    for (Row row = ordered.next(); row != null; row = ordered.next()) {
      rows.add(row);
    }
    return ordered.givenUp ? null : rows;
  }

  private @Nullable List<Row> walkedByFirstKey() {
    Best best = new Best(order, limit);
    view.written(type, test).forEach(best::offer);
    Walk walk = new Walk(view, type, walkRanges, backwards);
    for (Row row = walk.next(); row != null && !best.isBehind(row); row = walk.next()) {
      if (walk.examined() > budget) {
        return null;
      }
      if (test.test(row)) {
        best.offer(row);
      }
    }
    return best.inOrder();
  }

  /** The rows found among all that may match. */
  List<Row> collected() {
    Best best = new Best(order, limit);
    Rows rows = new Query(view).matching(type, candidates, test);
    for (Row row = rows.next(); row != null; row = rows.next()) {
      best.offer(row);
    }
    return best.inOrder();
  }

  /** The rows in order, one by one; the walk is never given up. */
  Rows ordered() {
    return new Ordered(Long.MAX_VALUE);
  }

  /** A walk in the very order asked for, merged with the view's own writes. */
  private final class Ordered implements Rows {
    private final Walk walk = new Walk(view, type, walkRanges, backwards);
    private final long allowed;
    private final List<Ranked> written = new ArrayList<>();
    private int nextWritten;
    private @Nullable Row stored;
    private int left = limit;
    private boolean givenUp;

    Ordered(long allowed) {
      this.allowed = allowed;
      view.written(type, test).forEach(row -> written.add(order.rank(row)));
      written.sort(order::compare);
      stored = nextStored();
    }

    @Override
    public @Nullable Row next() {
      if (left-- <= 0 || givenUp) {
        return null;
      }
      Row row = stored;
      if (nextWritten < written.size()) {
        Ranked own = written.get(nextWritten);
        if (row == null || order.compare(row, own) > 0) {
          nextWritten++;
          return own.row();
        }
      }
      if (row != null && left > 0) {
        stored = nextStored();
      }
      return row;
    }

    private @Nullable Row nextStored() {
      for (Row row = walk.next(); row != null; row = walk.next()) {
        if (test.test(row)) {
          return row;
        }
        if (walk.examined() > allowed) {
          givenUp = true;
          return null;
        }
      }
      return null;
    }
  }
}
