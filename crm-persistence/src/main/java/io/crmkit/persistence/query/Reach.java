package io.crmkit.persistence.query;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * How far a page made of several lists reaches at the most: the same row of each list is looked at
 * for what it is sorted by, and one of these is it.
 *
 * @param rows the rows of one list; its value is {@link Filter.Same}
 * @param choice the values
 * @param key what they are sorted by
 * @param row which row of each list, from 1
 * @param list which of them, from 1
 */
record Reach(RowsOf rows, Choice choice, Sort key, int row, int list) implements Shaped {
  @Override
  public void shape(Shape shape) {
    shape.add('B').add(row).add('/').add(list);
    rows.shape(shape);
    shape.bindAll(choice.of().term().type(), choice.of().values());
  }

  @Override
  public Query sql(Sql sql) {
    List<OrderField<?>> sorts = new ArrayList<>();
    rows.order().forEach(sort -> sorts.add(sort.sql(sql)));
    Field<?> far =
        DSL.field(
            DSL.select(key.column(sql))
                .from(rows.table(sql))
                .where(rows.where().sql(sql))
                .orderBy(sorts)
                .limit(DSL.inline(1))
                .offset(DSL.inline(row - 1)));
    Table<?> each = DSL.select(far.as("d")).from(Joined.values(sql, choice)).asTable("e");
    Field<?> reached = DSL.field(DSL.name("e", "d"));
    return DSL.select(reached)
        .from(each)
        .where(reached.isNotNull())
        .orderBy(key.direction(reached))
        .limit(DSL.inline(1))
        .offset(DSL.inline(list - 1));
  }
}
