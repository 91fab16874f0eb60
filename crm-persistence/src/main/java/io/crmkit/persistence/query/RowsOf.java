package io.crmkit.persistence.query;

import io.crmkit.persistence.table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that pass a filter, in order.
 *
 * @param from the table
 * @param joins the rows read along
 * @param where the filter, owner included
 * @param order what to sort by
 * @param limit how many rows; {@link Integer#MAX_VALUE} for all
 * @param index the index to go along, where the database has to be told; else null
 */
record RowsOf(
    Source from,
    List<Operands.Join> joins,
    Filter where,
    List<Sort> order,
    int limit,
    @Nullable String index)
    implements Shaped, Listed {

  /** The same where one part of the filter is another. */
  RowsOf with(Filter part, Filter other) {
    List<Filter> parts = new ArrayList<>();
    for (Filter each : where instanceof Filter.All all ? all.parts() : List.of(where)) {
      parts.add(each.equals(part) ? other : each);
    }
    return new RowsOf(from, joins, Filter.all(parts), order, limit, index);
  }

  /** No more than the first of them. */
  RowsOf first(int most) {
    return new RowsOf(from, joins, where, order, most, index);
  }

  @Override
  public Table<?> table(Sql sql, int phase, String alias) {
    return sqlWithKeys(sql, phase).asTable(alias);
  }

  @Override
  public void shape(Shape shape) {
    from.shape(shape.add('R'));
    shapeJoins(joins, shape);
    where.shape(shape);
    order.forEach(sort -> sort.shape(shape));
    shape.add(limit).add(index == null ? "" : index);
  }

  @Override
  public Select<?> sql(Sql sql) {
    return sql(sql, columns(sql));
  }

  /** The rows with what they are sorted by beside them. */
  Select<?> sqlWithKeys(Sql sql, int phase) {
    return sql(sql, columnsWithKeys(sql, phase));
  }

  List<SelectField<?>> columnsWithKeys(Sql sql, int phase) {
    List<SelectField<?>> columns = columns(sql);
    columns.add(DSL.inline(phase).as(DSL.name("_phase")));
    for (int i = 0; i < order.size(); i++) {
      columns.add(order.get(i).column(sql).as(DSL.name("_key" + i)));
    }
    return columns;
  }

  List<SelectField<?>> columns(Sql sql) {
    List<SelectField<?>> columns = new ArrayList<>();
    for (Column column : from.table().read()) {
      columns.add(sql.column(from.alias(), column));
    }
    return columns;
  }

  /** The rows, some columns of them. */
  Select<?> sql(Sql sql, List<? extends SelectFieldOrAsterisk> columns) {
    Where found = Where.of(table(sql), joins, where, sql);
    List<OrderField<?>> sorts = new ArrayList<>();
    order.forEach(sort -> sorts.add(sort.sql(sql)));
    SelectLimitStep<?> rows =
        DSL.select(columns).from(found.table()).where(found.condition()).orderBy(sorts);
    return limit == Integer.MAX_VALUE ? rows : rows.limit(DSL.inline(limit));
  }

  /** The table, read along the index. */
  Table<?> table(Sql sql) {
    return index == null ? sql.table(from) : sql.table(from, index);
  }

  /** The same along another index, which has another order. */
  RowsOf along(@Nullable String other, List<Sort> its) {
    return new RowsOf(from, joins, where, its, limit, other);
  }

  /** Those of them that pass a filter too. */
  RowsOf and(Filter filter) {
    return new RowsOf(from, joins, Filter.all(where, filter), order, limit, index);
  }

  static void shapeJoins(List<Operands.Join> joins, Shape shape) {
    for (Operands.Join join : joins) {
      join.target().shape(shape.add('J'));
      join.target().owned().shape(shape);
      join.reference().shape(shape);
      join.visible().shape(shape);
    }
  }
}
