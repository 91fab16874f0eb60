package io.crmkit.persistence.query;

import java.util.List;
import org.jooq.Query;
import org.jooq.impl.DSL;

/**
 * How many rows pass a filter, or whether any does.
 *
 * @param any it is enough to know of one
 */
record CountOf(Source from, Filter where, boolean any) implements Shaped {
  /** How many of few rows; more than few where they are many. */
  record Few(Passing passing) implements Shaped {
    @Override
    public void shape(Shape shape) {
      passing.shape(shape.add('N'));
    }

    @Override
    public Query sql(Sql sql) {
      return DSL.select(DSL.count()).from(passing.table(sql, "u"));
    }
  }

  @Override
  public void shape(Shape shape) {
    from.shape(shape.add(any ? 'E' : 'Q'));
    where.shape(shape);
  }

  @Override
  public Query sql(Sql sql) {
    Where found = Where.of(sql.table(from), List.of(), where, sql);
    return any
        ? DSL.select(DSL.inline(1))
            .from(found.table())
            .where(found.condition())
            .limit(DSL.inline(1))
        : DSL.select(DSL.count()).from(found.table()).where(found.condition());
  }
}
