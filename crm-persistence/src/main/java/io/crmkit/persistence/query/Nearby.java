package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.table.Column;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A page of several owners' rows, looked for in places where it is found without reading much:
 * among the first rows of everybody, and then in each owner's list, up to where such a page reached
 * before. What is known of the list decides where to look at all.
 *
 * @param walk the way over the rows of everybody; null where there is none
 * @param stretch the lists of the owners; null where they cannot be read up to a bound
 * @param from what the row has that the page goes on behind; null for the first
 * @param key what a row is sorted by
 * @param hint what is known of the list
 */
record Nearby(
    @Nullable Walk walk,
    @Nullable Stretch stretch,
    @Nullable Object from,
    Function<Row, @Nullable Object> key,
    Hints.Hint hint) {
  /** Runs statements. */
  interface Asking {
    List<Row> list(Shaped question) throws SQLException;

    /** The first of the rows that are wanted, and how many were looked at for them. */
    Picked pick(RowsOf rows, Column column, Predicate<Row> wanted, int limit) throws SQLException;

    /** How far lists reach; null where none does. */
    @Nullable Object value(Reach reach) throws SQLException;
  }

  /** Some rows, picked from among more. */
  record Picked(List<Row> rows, int among) {}

  /** The page; less than a whole one where it is not known. */
  List<Row> page(int limit, Asking asking) throws SQLException {
    List<Row> near = walk == null ? List.of() : walk.sieved(hint, asking);
    if (near.size() == limit) {
      return near;
    }
    if (walk != null) {
      near = walk.walked(hint, asking);
    }
    if (near.size() < limit) {
      near = upTo(hint.reaches(from), asking);
    }
    Reach reach = near.size() < limit && stretch != null ? stretch.reach() : null;
    Object reached = reach == null ? null : asking.value(reach);
    if (reached != null) {
      near = upTo(new Hints.Bound(reached, null), asking);
    }
    if (near.size() == limit) {
      remember(near);
    }
    return near;
  }

  private List<Row> upTo(Hints.@Nullable Bound bound, Asking asking) throws SQLException {
    return bound == null || stretch == null ? List.of() : asking.list(stretch.upTo(bound));
  }

  /** How far a whole page has reached. */
  void remember(List<Row> page) {
    Row last = page.get(page.size() - 1);
    Object to = key.apply(last);
    if (to != null) {
      hint.reached(from, new Hints.Bound(to, last.ref().id()));
    }
  }
}
