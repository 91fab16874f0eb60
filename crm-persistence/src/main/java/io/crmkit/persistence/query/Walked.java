package io.crmkit.persistence.query;

import java.util.ArrayList;
import java.util.List;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Those of the first rows of a table that have one of several values. The database goes along the
 * order and stops, whatever it believes about the values.
 *
 * <p>PostgreSQL replaces columns of a subquery that nobody asks for by nulls, and to do so it takes
 * every row apart. A mention of the whole row, though never looked at, keeps it from that, which
 * makes a row passed over a third cheaper.
 *
 * @param rows the first rows, whatever they have
 * @param choice the values
 * @param skipped with how much of the order it does not begin, since it is the same in all rows
 * @param limit how many of them
 */
record Walked(RowsOf rows, Choice choice, int skipped, int limit) implements Shaped {
  private static final String WHOLE = "case when (select true) then true else {0} is null end";

  @Override
  public void shape(Shape shape) {
    rows.shape(shape.add('W').add(limit));
    choice.hidden().shape(shape);
  }

  @Override
  public Query sql(Sql sql) {
    Table<?> first = rows.sql(sql, List.of(DSL.asterisk())).asTable(rows.from().name());
    List<OrderField<?>> sorts = new ArrayList<>();
    for (Sort sort : rows.order().subList(skipped, rows.order().size())) {
      sorts.add(sort.sql(sql));
    }
    return DSL.select(rows.columns(sql))
        .from(first)
        .where(choice.hidden().sql(sql))
        .and(DSL.condition(WHOLE, DSL.field(DSL.name(rows.from().name()))))
        .orderBy(sorts)
        .limit(DSL.inline(limit));
  }
}
