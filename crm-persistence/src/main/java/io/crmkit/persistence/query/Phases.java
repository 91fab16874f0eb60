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
 * @param phases one after the other; the lists of a phase come together
 * @param skipped with how much of the order it does not begin, since it is the same in all rows of
 *     a list
 * @param limit how many rows
 */
record Phases(List<List<Listed>> phases, int skipped, int limit) implements Shaped {
  @Override
  public void shape(Shape shape) {
    shape.add('P').add(limit).add(skipped);
    for (List<Listed> phase : phases) {
      shape.add('/');
      phase.forEach(part -> part.shape(shape));
    }
  }

  @Override
  public Query sql(Sql sql) {
    Select<?> all = null;
    int lists = 0;
    for (int phase = 0; phase < phases.size(); phase++) {
      for (Listed list : phases.get(phase)) {
        Select<?> part = DSL.selectFrom(list.table(sql, phase, "b" + lists++));
        all = all == null ? part : unionAll(all, part);
      }
    }
    if (all == null) {
      throw new IllegalStateException("no lists");
    }
    Listed first = phases.get(0).get(0);
    Table<?> rows = all.asTable("u");
    List<Field<?>> columns = new ArrayList<>();
    for (Column column : first.from().table().read()) {
      columns.add(DSL.field(DSL.name("u", column.name())));
    }
    List<OrderField<?>> sorts = new ArrayList<>();
    sorts.add(DSL.field(DSL.name("u", "_phase")));
    List<Sort> order = first.order();
    for (int i = skipped; i < order.size(); i++) {
      sorts.add(order.get(i).direction(DSL.field(DSL.name("u", "_key" + i))));
    }
    return DSL.select(columns).from(rows).orderBy(sorts).limit(DSL.inline(limit));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Select<?> unionAll(Select<?> a, Select<?> b) {
    return ((Select) a).unionAll((Select) b);
  }
}
