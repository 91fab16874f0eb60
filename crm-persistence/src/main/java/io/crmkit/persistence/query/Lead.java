package io.crmkit.persistence.query;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Ordering;
import io.crmkit.persistence.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How a database is led along an index that has the order of a list. H2 goes along an index only
 * where the order names the whole of it, and prefers any index that narrows, however little, to one
 * that has the order; the other databases find their way by statistics, but PostgreSQL not where
 * rows of several owners are wanted in order.
 *
 * @param fixed columns that have one value in all rows of a list, which the index has before what
 *     is sorted by
 * @param walk the index to be told of; null where the database takes it by itself
 * @param branches one list for each of its values, all along the same index, come together; null
 *     for one list. Beside an index to walk it is what to try before
 * @param seen the values that rows have to have, of which those of the first rows of everybody may
 *     be picked; null where nothing is picked
 */
record Lead(
    List<Column> fixed, @Nullable String walk, @Nullable Choice branches, @Nullable Choice seen) {
  /** On H2 each branch reads as many rows as the list has at the most. */
  private static final int MOST_BRANCHES = 16;

  /** As many lists are looked into one by one. */
  private static final int MOST_JOINED = 1_024;

  private static final Lead NONE = new Lead(List.of(), null, null, null);

  /** No leading. */
  static Lead none() {
    return NONE;
  }

  /**
   * The way on H2 for rows of a table that pass a filter.
   *
   * @param keys the columns sorted by before the identity
   * @param branching several lists can be read and come together
   */
  static Lead onH2(Table table, Filter where, List<Column> keys, boolean branching) {
    List<Filter> parts = parts(where);
    Set<Column> fixed = fixed(table, parts);
    Ordering one = along(table, fixed, keys);
    if (one != null) {
      List<Column> before = before(one, keys);
      boolean alone =
          before.containsAll(fixed) && parts.stream().noneMatch(Filter.In.class::isInstance);
      return new Lead(before, alone ? one.index() : null, null, null);
    }
    Lead gathered = gathered(table, parts, keys);
    Choice branches = gathered.branches();
    if (branching && branches != null && branches.ids() == null) {
      int lists = branches.size();
      if (lists <= MOST_BRANCHES) {
        return gathered;
      }
      String index = sorting(table, keys);
      if (lists <= MOST_JOINED && keys.size() == 1 && index != null) {
        return new Lead(List.of(), index, branches, branches);
      }
    }
    Choice seen = parts.stream().map(Choice::of).filter(Objects::nonNull).findFirst().orElse(null);
    boolean narrows = seen != null || parts.stream().anyMatch(part -> part instanceof Filter.Any);
    String index = narrows ? sorting(table, keys) : null;
    return index == null ? NONE : new Lead(List.of(), index, null, branching ? seen : null);
  }

  /** The way on PostgreSQL. */
  static Lead onPostgres(Table table, Filter where, List<Column> keys) {
    List<Filter> parts = parts(where);
    return along(table, fixed(table, parts), keys) == null
        ? gathered(table, parts, keys).unfixed()
        : NONE;
  }

  /**
   * The way on MariaDB, which finds several lists by itself where it is told how far they reach.
   */
  static Lead onMariaDb(Table table, Filter where, List<Column> keys) {
    return gathered(table, parts(where), keys).unfixed();
  }

  private Lead unfixed() {
    return new Lead(List.of(), walk, branches, seen);
  }

  private static List<Filter> parts(Filter where) {
    return where instanceof Filter.All all ? all.parts() : List.of(where);
  }

  /** The columns that have one value, but for the owner. */
  private static Set<Column> fixed(Table table, List<Filter> parts) {
    Set<Column> fixed = new HashSet<>();
    for (Filter part : parts) {
      if (part instanceof Filter.Compare compare
          && compare.operator() == Comparator.EQUALS
          && !compare.orMissing()
          && compare.term() instanceof Term.Col col
          && col.alias() == 0) {
        fixed.add(col.column());
      }
    }
    fixed.removeAll(table.ownerColumns());
    return fixed;
  }

  /** The lists of a choice; none where no index has their order. */
  private static Lead gathered(Table table, List<Filter> parts, List<Column> keys) {
    for (Filter part : parts) {
      Choice choice = Choice.of(part);
      if (choice != null) {
        Ordering one = along(table, Set.of(choice.column()), keys);
        if (one != null) {
          return new Lead(before(one, keys), null, choice, choice);
        }
      }
    }
    return NONE;
  }

  /**
   * The index that begins with the most fixed columns, but with one, and goes on with the keys;
   * null where none does.
   */
  private static @Nullable Ordering along(Table table, Set<Column> fixed, List<Column> keys) {
    Ordering longest = null;
    for (Ordering ordering : table.orderings()) {
      List<Column> before = before(ordering, keys);
      if (!before.isEmpty()
          && fixed.containsAll(before)
          && goesOn(ordering.columns(), before.size(), keys)
          && (longest == null || ordering.columns().size() > longest.columns().size())) {
        longest = ordering;
      }
    }
    return longest;
  }

  /** What an index has before the keys, if it ends with them. */
  private static List<Column> before(Ordering ordering, List<Column> keys) {
    int before = ordering.columns().size() - 1 - keys.size();
    return ordering.columns().subList(0, Math.max(0, before));
  }

  /** The index that begins with a column and goes on with another one. */
  static String index(Table table, Column first, Column key) {
    Ordering along = along(table, Set.of(first), List.of(key));
    if (along == null) {
      throw new IllegalStateException("no index of " + table.name() + " along " + first);
    }
    return along.index();
  }

  /** The name of the index that has the order of some columns; null where none has. */
  static @Nullable String sorting(Table table, @Nullable List<Column> keys) {
    if (keys != null && !keys.isEmpty()) {
      for (Ordering ordering : table.orderings()) {
        if (goesOn(ordering.columns(), 0, keys)) {
          return ordering.index();
        }
      }
    }
    return null;
  }

  /** True where the keys stand from a place on, and behind them nothing but the identity. */
  private static boolean goesOn(List<Column> columns, int from, List<Column> keys) {
    int end = columns.size() - 1;
    return end - from == keys.size()
        && columns.subList(from, end).equals(keys)
        && columns.get(end).equals(Table.ID);
  }
}
