package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows that have one of several values, found value by value along an index, and then sorted. Good
 * where they are few; H2 reads them all, and begins with the values only where the join is an outer
 * one.
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
    return sql.engine() == Dialect.Engine.POSTGRESQL ? onPostgres(sql) : onH2(sql);
  }

  private Select<?> onH2(Sql sql) {
    Table<?> values = values(sql, choice);
    Condition found = rows.where().sql(sql);
    return DSL.select(rows.columns(sql))
        .from(values)
        .leftJoin(rows.table(sql))
        .on(found)
        .where(sql.column(rows.from().alias(), io.crmkit.persistence.table.Table.ID).isNotNull())
        .orderBy(sorts(sql))
        .limit(DSL.inline(rows.limit()));
  }

  /** A limit for each value leaves PostgreSQL no way but along the index, and not far. */
  private Select<?> onPostgres(Sql sql) {
    Field<?> all = DSL.field("(select {0})", sql.bindAll(choice.of().term().type()));
    Table<?> values = DSL.table("unnest({0}) \"o\"(\"v\")", all);
    Table<?> each = DSL.table("lateral ({0})", rows.sql(sql)).as(rows.from().name());
    return DSL.select(rows.columns(sql))
        .from(values)
        .crossJoin(each)
        .orderBy(sorts(sql))
        .limit(DSL.inline(rows.limit()));
  }

  private List<OrderField<?>> sorts(Sql sql) {
    List<OrderField<?>> sorts = new ArrayList<>();
    rows.order().subList(skipped, rows.order().size()).forEach(sort -> sorts.add(sort.sql(sql)));
    return sorts;
  }

  /** The values as a table on H2. */
  static Table<?> values(Sql sql, Choice choice) {
    return DSL.table(
        "unnest({0}) \"o\"(\"v\")",
        sql.bindAll(choice.of().term().type()).coerce(SQLDataType.OTHER));
  }
}
