package io.crmkit.persistence.query;

import io.crmkit.persistence.table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * First some rows, then others of the same table, sorted by the same, in one statement.
 *
 * @param parts one after the other
 * @param limit how many rows
 */
record Phases(List<RowsOf> parts, int limit) implements Shaped {
  @Override
  public void shape(Shape shape) {
    shape.add('P').add(limit);
    parts.forEach(part -> part.shape(shape));
  }

  @Override
  public Query sql(Sql sql) {
    Select<?> all = part(sql, 0);
    for (int i = 1; i < parts.size(); i++) {
      all = unionAll(all, part(sql, i));
    }
    Table<?> rows = all.asTable("u");
    List<Field<?>> columns = new ArrayList<>();
    for (Column column : parts.get(0).from().table().read()) {
      columns.add(DSL.field(DSL.name("u", column.name())));
    }
    List<OrderField<?>> sorts = new ArrayList<>();
    sorts.add(DSL.field(DSL.name("u", "phase")));
    List<Sort> order = parts.get(0).order();
    for (int i = 0; i < order.size(); i++) {
      sorts.add(order.get(i).direction(DSL.field(DSL.name("u", "key" + i))));
    }
    return DSL.select(columns).from(rows).orderBy(sorts).limit(DSL.inline(limit));
  }

  private Select<?> part(Sql sql, int i) {
    return DSL.selectFrom(parts.get(i).sqlWithKeys(sql, i).asTable("b" + i));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Select<?> unionAll(Select<?> a, Select<?> b) {
    return ((Select) a).unionAll((Select) b);
  }
}
