package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.dialect.Dialect;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/**
 * A page of several owners' rows, looked for among the first rows of everybody: where the rows seen
 * are not rare, it is there. How far to look is known from the last time. Either the database picks
 * the rows, or, where it would cost more to send it a great many owners than to read some rows too
 * many, they are picked here.
 *
 * @param rows the rows of everybody in order
 * @param choice whose rows are wanted
 * @param wanted the same as a test
 * @param stretches the lists of the owners can be read up to a bound
 */
record Walk(
    Dialect.Engine engine,
    RowsOf rows,
    int skipped,
    Choice choice,
    Predicate<Row> wanted,
    boolean stretches) {
  /** How many owners cost what a row too many costs: to be sent, read and hashed. */
  private static final int OWNERS_TO_A_ROW = 4;

  /**
   * How many rows that the database passes over cost what a list costs that is read up to a bound.
   */
  private static final int ROWS_TO_A_STRETCH = 6;

  /** How many cost what the beginning of a list costs. */
  private static final int ROWS_TO_A_LIST = 11;

  /**
   * So many pages of rows are picked from at the most on databases that compare owners one by one.
   */
  private static final int MOST_PAGES = 20;

  /** How many rows to pick from cost there what a list of its own costs. */
  private static final int PICKED_TO_A_LIST = 3;

  /** So many lists are quicker looked into than walked by far. */
  private static final int FEW_OWNERS = 64;

  /** The first rows, picked here, if they lie near; fewer than the limit where they do not. */
  List<Row> sieved(Hints.Hint hint, Nearby.Asking asking) throws SQLException {
    int far = hint.sieved(Math.min(most(), 4 * limit()));
    if (far < limit()) {
      return List.of();
    }
    Nearby.Picked picked = asking.pick(rows.first(far), choice.column(), wanted, limit());
    List<Row> found = picked.rows();
    boolean whole = found.size() == limit();
    int among = whole ? picked.among() : far;
    double likely = among == limit() ? among : 1.2 * among * limit() / Math.max(found.size(), 1);
    int step = limit() / 8 + 1;
    int next = step * (int) Math.ceil(likely / step);
    hint.sieve(next <= most() ? next : whole ? far : 0);
    return found;
  }

  /** The same, picked by the database, on those that go along an index and stop. */
  List<Row> walked(Hints.Hint hint, Nearby.Asking asking) throws SQLException {
    if (engine != Dialect.Engine.POSTGRESQL || !hint.walks()) {
      return List.of();
    }
    boolean few = choice.size() <= FEW_OWNERS;
    int each = stretches ? ROWS_TO_A_STRETCH : ROWS_TO_A_LIST;
    int far = few ? 4 * limit() : rounded(10 * limit() + each * choice.size(), 2);
    List<Row> found = asking.list(new Walked(rows.first(far), choice, skipped, limit()));
    if (found.size() < limit()) {
      hint.gather();
    }
    return found;
  }

  private int limit() {
    return rows.limit();
  }

  /** Of more rows than these the database does the picking. */
  private int most() {
    return engine == Dialect.Engine.POSTGRESQL
        ? choice.size() / OWNERS_TO_A_ROW
        : Math.min(MOST_PAGES * limit(), 3 * limit() + PICKED_TO_A_LIST * choice.size());
  }

  /**
   * Up to the next of a few numbers, so that there are few statements.
   *
   * @param finely into how many parts the way from a power of two to the next but one falls
   */
  static int rounded(int rows, int finely) {
    int step = Math.max(1, Integer.highestOneBit(rows) / (2 * finely));
    return (rows + step - 1) / step * step;
  }
}
