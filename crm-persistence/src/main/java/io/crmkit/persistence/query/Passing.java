package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows that pass a filter, found along the indexes of what they refer to: those that pass in
 * each of several ways, once each. Good only where they are few.
 *
 * @param engine the database
 * @param rows all rows, as one statement would sort them
 * @param part the part of their filter that has the ways
 * @param ways the ways to pass it
 * @param most how many are few; of more in one way, one more is found
 */
record Passing(Dialect.Engine engine, RowsOf rows, Filter part, List<Filter> ways, int most) {
  /** The rows; null where nothing leads to them, or something else in the filter does. */
  static @Nullable Passing of(Dialect.Engine engine, RowsOf rows, int most) {
    Filter where = rows.where();
    Passing passing = null;
    for (Filter part : where instanceof Filter.All all ? all.parts() : List.of(where)) {
      if (Ways.narrows(part, rows.from())) {
        return null;
      }
      List<Filter> ways = passing == null ? Ways.of(part, rows.from()) : null;
      passing = ways == null ? passing : new Passing(engine, rows, part, ways, most);
    }
    return passing;
  }

  private RowsOf in(Filter way) {
    return rows.with(part, way).along(null, List.of()).first(most + 1);
  }

  void shape(Shape shape) {
    shape.add('W').add(most);
    for (Filter way : ways) {
      rows.order().forEach(sort -> sort.shape(shape));
      RowsOf its = in(way);
      Chained chained = Chained.of(engine, its);
      if (chained == null) {
        its.shape(shape);
      } else {
        chained.shape(shape);
      }
    }
  }

  /** Their identities with what they are sorted by. */
  Table<?> table(Sql sql, String alias) {
    Select<?> all = null;
    for (int i = 0; i < ways.size(); i++) {
      RowsOf its = in(ways.get(i));
      Chained chained = Chained.of(engine, its);
      Select<?> rows =
          chained == null ? its.sql(sql, columns(sql)) : chained.sql(sql, columns(sql));
      Select<?> way = DSL.selectFrom(rows.asTable("b" + i));
      all = all == null ? way : union(all, way);
    }
    if (all == null) {
      throw new IllegalStateException("no ways");
    }
    return all.asTable(alias);
  }

  private List<SelectField<?>> columns(Sql sql) {
    List<SelectField<?>> columns = new ArrayList<>();
    columns.add(
        sql.column(rows.from().alias(), io.crmkit.persistence.table.Table.ID).as(DSL.name("id")));
    for (int i = 0; i < rows.order().size(); i++) {
      columns.add(rows.order().get(i).column(sql).as(DSL.name("_key" + i)));
    }
    return columns;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Select<?> union(Select<?> a, Select<?> b) {
    return ((Select) a).union((Select) b);
  }
}
