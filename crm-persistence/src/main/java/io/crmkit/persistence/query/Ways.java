package io.crmkit.persistence.query;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ForeignKey;
import io.crmkit.persistence.table.Ordering;
import io.crmkit.persistence.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a row can pass a filter that is about what it refers to, each of which an index
 * leads along: a contact is seen by whoever owns it, or owns its customer.
 */
final class Ways {
  private static final int MOST = 100;

  private Ways() {}

  /** The ways; null where there are none over a reference, too many, or one without an index. */
  static @Nullable List<Filter> of(Filter part, Source at) {
    List<Filter> ways = ways(part);
    boolean refers = ways.stream().anyMatch(Ways::refers);
    boolean led = refers && ways.size() <= MOST && ways.stream().allMatch(way -> isLed(way, at));
    return led ? ways : null;
  }

  /** True where few rows have what a filter wants by itself. */
  static boolean narrows(Filter part, Source at) {
    return !refers(part) && isLed(part, at);
  }

  private static List<Filter> ways(Filter filter) {
    List<Filter> ways = new ArrayList<>();
    if (filter instanceof Filter.Any any) {
      for (Filter part : any.parts()) {
        ways.addAll(ways(part));
      }
    } else if (filter instanceof Filter.All all) {
      ways.add(Filter.TRUE);
      for (Filter part : all.parts()) {
        ways = each(ways, ways(part));
      }
    } else if (filter instanceof Filter.Exists exists && !exists.negated()) {
      for (Filter way : ways(exists.condition())) {
        ways.add(new Filter.Exists(exists.target(), exists.reference(), way, false));
      }
    } else {
      ways.add(filter);
    }
    return ways;
  }

  private static List<Filter> each(List<Filter> first, List<Filter> second) {
    List<Filter> each = new ArrayList<>();
    for (Filter one : first) {
      for (Filter other : second) {
        if (each.size() <= MOST) {
          each.add(Filter.all(one, other));
        }
      }
    }
    return each;
  }

  /** True where a filter wants something of what is referred to. */
  static boolean refers(Filter filter) {
    return (filter instanceof Filter.Exists exists && !exists.negated())
        || (filter instanceof Filter.All all && all.parts().stream().anyMatch(Ways::refers))
        || (filter instanceof Filter.Any any && any.parts().stream().anyMatch(Ways::refers));
  }

  /** True where the rows that pass are found along indexes, their own or those of others. */
  private static boolean isLed(Filter way, Source at) {
    List<Filter> parts = way instanceof Filter.All all ? all.parts() : List.of(way);
    return isLedAlone(parts, at) || leading(parts, at) != null;
  }

  /** True where the table's own indexes lead to the rows that pass. */
  static boolean isLedAlone(List<Filter> parts, Source at) {
    return parts.stream().anyMatch(part -> isLedAlone(part, at));
  }

  private static boolean isLedAlone(Filter part, Source at) {
    Column column = wanted(part, at);
    return column != null
        && !at.table().ownerColumns().contains(column)
        && isIndexed(column, at.table(), Set.of());
  }

  /** The first reference that leads to the rows from others, which are led to; else null. */
  static Filter.@Nullable Exists leading(List<Filter> parts, Source at) {
    Set<Column> equal = new HashSet<>();
    for (Filter part : parts) {
      Column column = wanted(part, at);
      if (column != null) {
        equal.add(column);
      }
    }
    for (Filter part : parts) {
      if (part instanceof Filter.Exists exists
          && !exists.negated()
          && exists.reference() instanceof Term.Col reference
          && isIndexed(reference.column(), at.table(), equal)
          && isLed(exists.condition(), exists.target())) {
        return exists;
      }
    }
    return null;
  }

  /** The values of the column that leads to the rows of a step; null where it has only one. */
  static Filter.@Nullable In values(Chained.Step step) {
    Filter.In values = null;
    for (Filter part : step.conditions()) {
      if (isLedAlone(part, step.source())) {
        if (!(part instanceof Filter.In in)) {
          return null;
        }
        values = values == null ? in : values;
      }
    }
    return values;
  }

  /** The column of which one value is wanted, or one of some; null where there is none. */
  private static @Nullable Column wanted(Filter part, Source at) {
    Term term =
        part instanceof Filter.Compare compare
                && compare.operator() == Comparator.EQUALS
                && !compare.orMissing()
            ? compare.term()
            : part instanceof Filter.In in && !in.negated() ? in.term() : null;
    return term instanceof Term.Col col && col.alias() == at.alias() ? col.column() : null;
  }

  /** True where an index begins with a column, or with columns of which the values are known. */
  private static boolean isIndexed(Column column, Table table, Set<Column> known) {
    if (column.equals(Table.ID)) {
      return true;
    }
    for (ForeignKey key : table.foreignKeys()) {
      if (key.column().equals(column)) {
        return true;
      }
    }
    for (Ordering ordering : table.orderings()) {
      int at = ordering.columns().indexOf(column);
      if (at >= 0 && known.containsAll(ordering.columns().subList(0, at))) {
        return true;
      }
    }
    return false;
  }
}
