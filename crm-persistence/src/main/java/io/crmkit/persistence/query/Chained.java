package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Rows found from the far end of a chain of references: first the customers that somebody owns,
 * then their contacts. The database is left no other order. H2 begins where it is told only with
 * outer joins, and with one list of values only where that is a table; PostgreSQL goes along an
 * index from row to row where each step has a limit.
 *
 * @param rows the rows, with the limit
 * @param steps the tables, the far end first, that of the rows last
 * @param values what a column of the far end may have, on H2; else null
 */
record Chained(RowsOf rows, List<Step> steps, Filter.@Nullable In values) {
  /** A limit that takes nothing away: of what is in between, each may lead to a row. */
  private static final int EVERY = Integer.MAX_VALUE;

  /**
   * One table of the chain.
   *
   * @param conditions what its rows have to meet, the tenant included
   * @param reference what leads to the row of the table before; null for the first
   */
  record Step(Source source, List<Filter> conditions, @Nullable Term reference) {}

  /** The chain; null where the database finds its way by itself, or there is none. */
  static @Nullable Chained of(Dialect.Engine engine, RowsOf rows) {
    List<Step> steps = new ArrayList<>();
    Source at = rows.from();
    Filter filter = rows.where();
    while (true) {
      List<Filter> conditions =
          new ArrayList<>(filter instanceof Filter.All all ? all.parts() : List.of(filter));
      Filter.Exists next = Ways.isLedAlone(conditions, at) ? null : Ways.leading(conditions, at);
      if (next != null) {
        conditions.remove(next);
      }
      steps.add(0, new Step(at, conditions, next == null ? null : next.reference()));
      if (next == null) {
        break;
      }
      at = next.target();
      filter = Filter.all(at.owned(), next.condition());
    }
    Filter.In values = engine == Dialect.Engine.H2 ? Ways.values(steps.get(0)) : null;
    boolean needed =
        switch (engine) {
          case H2 -> values != null || steps.size() > 1;
          case POSTGRESQL -> steps.size() > 1;
          case MARIADB -> false;
        };
    return needed && rows.joins().isEmpty() ? new Chained(rows, steps, values) : null;
  }

  void shape(Shape shape) {
    shape.add('V').add(rows.limit());
    if (values != null) {
      values.term().shape(shape);
      shape.bindAll(values.term().type(), values.values());
    }
    for (Step step : steps) {
      step.source().shape(shape.add('>'));
      for (Filter condition : step.conditions()) {
        if (!condition.equals(values)) {
          condition.shape(shape);
        }
      }
      if (step.reference() != null) {
        step.reference().shape(shape);
      }
    }
  }

  /** The rows, some columns of them. */
  Select<?> sql(Sql sql, List<SelectField<?>> columns) {
    return sql.engine() == Dialect.Engine.H2 ? onH2(sql, columns) : onPostgres(sql, columns);
  }

  private Select<?> onH2(Sql sql, List<SelectField<?>> columns) {
    List<Condition> where = new ArrayList<>();
    org.jooq.Table<?> table = null;
    if (values != null) {
      Field<Object> all = sql.bindAll(values.term().type());
      table = DSL.table("unnest({0}) \"o\"(\"v\")", all.coerce(SQLDataType.OTHER));
    }
    for (int i = 0; i < steps.size(); i++) {
      Condition met = met(i, sql);
      if (i == 0 && values != null) {
        Field<Object> value = DSL.field(DSL.name("o", "v"), SQLDataType.OTHER);
        met = met.and(values.term().sql(sql).eq(value));
      }
      org.jooq.Table<?> its = sql.table(steps.get(i).source());
      if (table == null) {
        table = its;
        where.add(met);
      } else {
        table = table.leftJoin(its).on(met);
      }
    }
    where.add(sql.column(rows.from().alias(), Table.ID).isNotNull());
    return DSL.select(columns).from(table).where(where).limit(DSL.inline(rows.limit()));
  }

  private Select<?> onPostgres(Sql sql, List<SelectField<?>> columns) {
    org.jooq.Table<?> table = null;
    for (int i = 0; i < steps.size(); i++) {
      Source source = steps.get(i).source();
      boolean last = i == steps.size() - 1;
      List<? extends SelectField<?>> its =
          last ? columns : List.of(sql.column(source.alias(), Table.ID));
      Select<?> found =
          DSL.select(its)
              .from(sql.table(source))
              .where(met(i, sql))
              .limit(DSL.inline(last ? rows.limit() : EVERY));
      table =
          table == null
              ? DSL.table("({0})", found).as(source.name())
              : table.crossJoin(DSL.table("lateral ({0})", found).as(source.name()));
    }
    List<SelectField<?>> read = new ArrayList<>();
    for (SelectField<?> column : columns) {
      read.add(DSL.field(DSL.name(rows.from().name(), column.getName())));
    }
    return DSL.select(read).from(table).limit(DSL.inline(rows.limit()));
  }

  /** What the rows of a step have to meet. */
  private Condition met(int number, Sql sql) {
    Step step = steps.get(number);
    List<Condition> met = new ArrayList<>();
    for (Filter condition : step.conditions()) {
      if (!condition.equals(values)) {
        met.add(condition.sql(sql));
      }
    }
    if (step.reference() != null) {
      Field<Object> before = sql.column(steps.get(number - 1).source().alias(), Table.ID);
      met.add(step.reference().sql(sql).eq(before));
    }
    return DSL.and(met);
  }
}
