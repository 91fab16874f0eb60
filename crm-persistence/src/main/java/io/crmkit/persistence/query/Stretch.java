package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A page of several owners' rows, read up to where it reaches, in the list of each of them.
 *
 * @param rows the rows of one list, its value being {@link Filter.Same}; on MariaDB, which goes
 *     from list to list by itself, those of all
 * @param choice the values
 * @param skipped with how much of the order it does not begin, since it is the same in all rows of
 *     a list; what is sorted by comes next
 */
record Stretch(Dialect.Engine engine, RowsOf rows, Choice choice, int skipped) {
  /** The rows of all lists up to a bound. */
  Shaped upTo(Hints.Bound bound) {
    Sort id = rows.order().get(rows.order().size() - 1);
    RowsOf near = rows.and(new Until(key(), id, bound));
    return engine == Dialect.Engine.MARIADB ? near : new Joined(near, choice, skipped);
  }

  /**
   * How far the first rows reach at the most, if there are lists that have enough; null where to
   * ask this takes as long as to ask for the rows.
   */
  @Nullable Reach reach() {
    if (engine != Dialect.Engine.H2) {
      return null;
    }
    int row = rows.limit() * 4 / (choice.size() * 3) + 1;
    int list = (rows.limit() + row - 1) / row;
    return new Reach(rows, choice, key(), row, list);
  }

  private Sort key() {
    return rows.order().get(skipped);
  }
}
