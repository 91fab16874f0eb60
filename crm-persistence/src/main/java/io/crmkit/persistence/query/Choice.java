package io.crmkit.persistence.query;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Table;
import java.util.List;
import org.jooq.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One of the values of a column is wanted: rows of several owners; or beside these some rows that
 * are known by their identity, such as what others have shared.
 *
 * @param part what of a filter says so
 * @param column the column
 * @param of its values
 * @param ids the identities; null where there are none
 */
record Choice(Filter part, Column column, Filter.In of, Filter.@Nullable In ids) {
  /** What part of a filter is a choice; null where it is none. */
  static @Nullable Choice of(Filter part) {
    if (part instanceof Filter.In in && !in.negated()) {
      Column column = own(in.term());
      return column == null ? null : new Choice(part, column, in, null);
    }
    if (!(part instanceof Filter.Any any) || any.parts().size() != 2) {
      return null;
    }
    Filter.In first = values(any.parts().get(0));
    Filter.In second = values(any.parts().get(1));
    if (first == null || second == null) {
      return null;
    }
    boolean idsFirst = Table.ID.equals(own(first.term()));
    Filter.In ids = idsFirst ? first : second;
    Filter.In of = idsFirst ? second : first;
    Column column = own(of.term());
    return column == null || !Table.ID.equals(own(ids.term()))
        ? null
        : new Choice(part, column, of, ids);
  }

  /** The values that a column may have; null where a filter says something else. */
  private static Filter.@Nullable In values(Filter filter) {
    if (filter instanceof Filter.In in) {
      return in.negated() ? null : in;
    }
    return filter instanceof Filter.Compare compare
            && compare.operator() == Comparator.EQUALS
            && !compare.orMissing()
        ? new Filter.In(compare.term(), List.of(compare.value()), false)
        : null;
  }

  static @Nullable Column own(Term term) {
    return term instanceof Term.Col col && col.alias() == 0 ? col.column() : null;
  }

  /** How many values and identities there are. */
  int size() {
    return of.values().size() + (ids == null ? 0 : ids.values().size());
  }

  /** The same, for a database that must not plan by it. */
  Filter hidden() {
    Filter hidden = new Filter.Hidden(of);
    return ids == null ? hidden : Filter.any(hidden, new Filter.Hidden(ids));
  }
}
