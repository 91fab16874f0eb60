package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Condition;
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
 * How the rows of one selection are found, the cheapest of three ways; costs are counted in rows
 * looked at one by one.
 *
 * <ul>
 *   <li>Walk an index in the order asked for until there are enough: cheap where much of what it
 *       meets matches, as for somebody who sees most.
 *   <li>Walk, of each value that may match, the rows in the order asked for, and merge: cheap where
 *       there are few such values, however many rows they have.
 *   <li>Collect what may match, from ranges of indexes or from all rows, and keep the first.
 * </ul>
 *
 * <p>How much matches the planner can only guess. A walk that has cost as much as collecting would
 * have is given up for it, so a wrong guess costs twice the right one at the most.
 */
final class Plan<E extends Entity<E>> {
  private final View view;
  private final Table table;
  private final EntityType<E> type;
  private final List<Order<E>> orders;
  private final @Nullable Keyset after;
  private final int limit;
  private final RowOrder order;
  private final Predicate<Row> test;
  private final Predicate<Row> storedTest;
  private final @Nullable Candidates candidates;
  private final boolean singleKey;
  private final boolean backwards;
  private final List<List<Range>> walks;

  /** The field whose index alone is walked, within the bounds that the condition sets to it. */
  private @Nullable Field<E, ?> walked;

  private final long budget;

  /**
   * @param candidates where to look; null for everywhere
   */
  Plan(View view, Selection<E> selection, @Nullable Candidates candidates) {
    this.view = view;
    this.candidates = candidates;
    type = selection.type();
    table = view.table(type);
    orders = selection.orders();
    limit = selection.limit();
    Keyset place = selection.after();
    after = place;
    if (place != null && place.values().size() != orders.size()) {
      throw new IllegalArgumentException(
          place.values().size() + " values for " + orders.size() + " keys");
    }
    order = new RowOrder(selection, view);
    test = test(selection.condition());
    singleKey = orders.size() <= 1;
    backwards = !orders.isEmpty() && orders.get(0).descending();

    long all = table.size();
    long matching = candidates == null ? all : Math.min(all, candidates.size());
    long looking = all / view.tuning().scanAdvantage();
    long collecting =
        Math.min(candidates == null ? all : candidates.size(), looking)
            + 4 * Math.min(matching, limit);
    budget = collecting + view.tuning().few();
    walks =
        candidates == null || matching > view.tuning().few()
            ? walks(selection, matching, collecting)
            : List.of();
    storedTest = walked == null ? test : testBeside(walked, selection.condition());
  }

  private Predicate<Row> test(Condition<E> condition) {
    Predicate<Row> meets = condition.predicate(view);
    Keyset place = after;
    return place == null ? meets : row -> order.behind(row, place) && meets.test(row);
  }

  /** What is left to be tested of rows that come out of the ranges of one field. */
  private Predicate<Row> testBeside(Field<E, ?> field, Condition<E> condition) {
    Condition<E> left = Candidates.beside(field, condition);
    return singleKey ? left.predicate(view) : test(left);
  }

  /** What to walk side by side; nothing where collecting is cheaper. */
  private List<List<Range>> walks(Selection<E> selection, long matching, long collecting) {
    Expr<E, ?> first = orders.isEmpty() ? type.id().expr() : orders.get(0).expr();
    if (!(first instanceof Field<E, ?> field)) {
      return List.of();
    }
    List<Range> walk = List.of();
    double cost = collecting;
    OrderedIndex index = table.sortIndex(field);
    if (index != null) {
      List<Range> ranges = ranges(Candidates.bounds(index, field, selection.condition()));
      double reach = 0;
      for (Range range : ranges) {
        reach += range.size();
      }
      double walking = Math.min(reach, (double) limit * table.size() / Math.max(1, matching));
      if (walking <= cost) {
        walk = ranges;
        cost = walking;
      }
    }
    if (singleKey && candidates != null) {
      double merging = (double) view.tuning().seek() * candidates.count() + limit;
      if (merging < cost && cost > 4 * view.tuning().few()) {
        List<List<Range>> walks = byValue(field, candidates.ranges());
        if (!walks.isEmpty()) {
          return walks;
        }
      }
    }
    if (walk.isEmpty()) {
      return List.of();
    }
    walked = field;
    return List.of(walk);
  }

  /** One walk for each range, which has one value; nothing where that cannot be. */
  private List<List<Range>> byValue(Field<E, ?> key, List<Range> ranges) {
    List<List<Range>> walks = new ArrayList<>();
    for (Range range : ranges) {
      Object value = range.onlyValue();
      Field<?, ?> field = range.index().field();
      if (value == null || field == null) {
        return List.of();
      }
      if (key.equals(type.id())) {
        walks.add(List.of(after == null ? range : range.and(beside(range.index(), value, after))));
      } else {
        SplitIndex split = table.splitIndex(field, key);
        if (split == null) {
          return List.of();
        }
        OrderedIndex part = split.part(value);
        walks.add(part == null ? List.of() : ranges(part.all()));
      }
    }
    walks.removeIf(List::isEmpty);
    return walks;
  }

  /** The parts of a range to walk, one after the other. */
  private List<Range> ranges(Range bounds) {
    OrderedIndex index = bounds.index();
    Object value = after == null || orders.isEmpty() ? null : after.values().get(0);
    Range rest = after == null ? bounds : bounds.and(beside(index, value, after));
    if (!backwards || index.ofIds()) {
      return List.of(rest);
    }
    // Missing values stand at the end of the index and come last here as well.
    if (after == null) {
      return List.of(bounds.and(index.present()), bounds.and(index.missing()));
    }
    return value == null
        ? List.of(rest.and(index.missing()))
        : List.of(rest.and(index.present()), bounds.and(index.missing()));
  }

  /** What lies behind the place in the direction of the walk. */
  private Range beside(OrderedIndex index, @Nullable Object value, Keyset place) {
    int side = backwards ? -1 : 1;
    // With further keys, all rows that share the first one have to be looked at.
    Place gap =
        singleKey || index.ofIds()
            ? index.place(value, place.ref(), singleKey ? side : -side)
            : index.place(value, -side);
    return backwards ? new Range(index, null, gap) : new Range(index, gap, null);
  }

  /** True where walking looks cheaper than collecting. */
  boolean isWalk() {
    return !walks.isEmpty();
  }

  /** True where walking gives the very order asked for. */
  boolean isFullyOrdered() {
    return isWalk() && singleKey;
  }

  /** The rows found by walking; null where it was given up for costing as much as collecting. */
  @Nullable List<Row> walked() {
    return walked(budget);
  }

  /** The rows found by walking; null where it was given up at {@code allowed} rows in vain. */
  @Nullable List<Row> walked(long allowed) {
    return singleKey ? walkedInOrder(allowed) : walkedByFirstKey(allowed);
  }

  private @Nullable List<Row> walkedInOrder(long allowed) {
    Ordered ordered = new Ordered(allowed);
    List<Row> rows = new ArrayList<>(Math.min(limit, 64));
    for (Row row = ordered.next(); row != null; row = ordered.next()) {
      rows.add(row);
    }
    return ordered.givenUp ? null : rows;
  }

  private @Nullable List<Row> walkedByFirstKey(long allowed) {
    Best best = new Best(order, limit);
    view.written(type, test).forEach(best::offer);
    Rows rows = new Walk(view, type, walks.get(0), backwards);
    long left = allowed;
    for (Row row = rows.next(); row != null && !best.isBehind(row); row = rows.next()) {
      if (left-- == 0) {
        return null;
      }
      if (storedTest.test(row)) {
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

  private Rows stored() {
    if (walks.size() == 1) {
      return new Walk(view, type, walks.get(0), backwards);
    }
    List<Rows> sources = new ArrayList<>(walks.size());
    for (List<Range> walk : walks) {
      sources.add(new Walk(view, type, walk, backwards));
    }
    return new Merge(order, sources);
  }

  /** The stored rows in the very order asked for, tested, and merged with the view's own writes. */
  private final class Ordered implements Rows {
    private final Rows rows = stored();
    private final List<Ranked> written = new ArrayList<>();
    private long allowed;
    private int nextWritten;
    private @Nullable Row nextStored;
    private int left = limit;
    private boolean givenUp;

    Ordered(long allowed) {
      this.allowed = allowed;
      view.written(type, test).forEach(row -> written.add(order.rank(row)));
      written.sort(order::compare);
      nextStored = tested();
    }

    @Override
    public @Nullable Row next() {
      if (left == 0 || givenUp) {
        return null;
      }
      left--;
      Row row = nextStored;
      if (nextWritten < written.size()) {
        Ranked own = written.get(nextWritten);
        if (row == null || order.compare(row, own) > 0) {
          nextWritten++;
          return own.row();
        }
      }
      if (row != null && left > 0) {
        nextStored = tested();
      }
      return row;
    }

    private @Nullable Row tested() {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (storedTest.test(row)) {
          return row;
        }
        if (--allowed < 0) {
          givenUp = true;
          return null;
        }
      }
      return null;
    }
  }
}
