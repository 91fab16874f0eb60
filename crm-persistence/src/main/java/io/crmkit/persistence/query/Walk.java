package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.dialect.Dialect;
import java.sql.SQLException;
import java.util.ArrayList;
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
 */
record Walk(Dialect.Engine engine, RowsOf rows, int skipped, Choice choice, Predicate<Row> wanted) {
  /** How many owners cost what a row too many costs: to be sent, read and hashed. */
  private static final int OWNERS_TO_A_ROW = 4;

  /** How many rows that the database passes over cost what a list of its own costs. */
  private static final int ROWS_TO_A_LIST = 11;

  /** How many pages of rows are picked from on H2, which compares owners one by one. */
  private static final int PAGES_ON_H2 = 20;

  /** How many rows to pick from cost on H2 what a list of its own costs. */
  private static final int PICKED_TO_A_LIST = 3;

  /** Runs a statement. */
  interface Asking {
    List<Row> list(Shaped question) throws SQLException;
  }

  /** The first rows, if they lie near; fewer than the limit where they are not known. */
  List<Row> near(Hints hints, Asking asking) throws SQLException {
    Shape shape = new Shape(true);
    rows.shape(shape);
    String list = shape.key() + choice.of().values().hashCode();
    Hints.Hint hint = hints.of(list, Math.min(most(), 4 * limit()));
    List<Row> found = List.of();
    if (hint.sieved() >= limit()) {
      found = sieved(hint, asking);
    }
    if (found.size() < limit() && engine == Dialect.Engine.POSTGRESQL && hint.walks()) {
      int far = rounded(10 * limit() + ROWS_TO_A_LIST * choice.size());
      found = asking.list(new Walked(rows.first(far), choice, skipped, limit()));
      if (found.size() < limit()) {
        hint.gather();
      }
    }
    return found;
  }

  private List<Row> sieved(Hints.Hint hint, Asking asking) throws SQLException {
    int far = hint.sieved();
    int passed = 0;
    List<Row> found = new ArrayList<>(limit());
    for (Row row : asking.list(rows.first(far))) {
      if (found.size() < limit()) {
        passed++;
        if (wanted.test(row)) {
          found.add(row);
        }
      }
    }
    int among = found.size() < limit() ? far : passed;
    double likely = among == limit() ? among : 1.2 * among * limit() / Math.max(found.size(), 1);
    int step = limit() / 8 + 1;
    int next = step * (int) Math.ceil(likely / step);
    hint.sieve(next <= most() ? next : 0);
    return found;
  }

  private int limit() {
    return rows.limit();
  }

  /** Of more rows than these the database does the picking. */
  private int most() {
    return engine == Dialect.Engine.H2
        ? Math.min(PAGES_ON_H2 * limit(), 2 * limit() + PICKED_TO_A_LIST * choice.size())
        : choice.size() / OWNERS_TO_A_ROW;
  }

  /** Up to the next of a few numbers, so that there are few statements. */
  private static int rounded(int rows) {
    int step = Integer.highestOneBit(rows) / 2;
    return (rows + step - 1) / step * step;
  }
}
