package io.crmkit.persistence.query;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows that have one of several values, found value by value along an index, all of them, and then
 * sorted. Good where they are few; H2 begins with the values only where the join is an outer one.
 *
 * @param rows the rows of one list; its value is {@link Filter.Same}
 * @param choice the values
 * @param skipped with how much of the order it does not begin
 */
record Joined(RowsOf rows, Choice choice, int skipped) implements Shaped {
  @Override
  public void shape(Shape shape) {
    shape.add('L').add(skipped);
    shape.bindAll(choice.of().term().type(), choice.of().values());
    rows.shape(shape);
  }

  @Override
  public Select<?> sql(Sql sql) {
    Table<?> values = values(sql, choice);
    Condition found = rows.where().sql(sql);
    List<OrderField<?>> sorts = new ArrayList<>();
    rows.order().subList(skipped, rows.order().size()).forEach(sort -> sorts.add(sort.sql(sql)));
    return DSL.select(rows.columns(sql))
        .from(values)
        .leftJoin(rows.table(sql))
        .on(found)
        .where(sql.column(rows.from().alias(), io.crmkit.persistence.table.Table.ID).isNotNull())
        .orderBy(sorts)
        .limit(DSL.inline(rows.limit()));
  }

  /** The values as a table on H2. */
  static Table<?> values(Sql sql, Choice choice) {
    return DSL.table(
        "unnest({0}) \"o\"(\"v\")",
        sql.bindAll(choice.of().term().type()).coerce(SQLDataType.OTHER));
  }
}
