package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import org.jooq.Comparator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A row lies before a place or at it. On PostgreSQL the place is hidden from the planner, as in
 * {@link Behind}.
 *
 * @param key what rows are sorted by
 * @param id what those are sorted by that have the same
 */
record Until(Sort key, Sort id, Hints.Bound bound) implements Filter {
  @Override
  public Filter not() {
    throw new UnsupportedOperationException("a list reaches up to a bound");
  }

  @Override
  public void shape(Shape shape) {
    key.shape(shape.add('u'));
    shape.bind(key.term().type(), bound.key());
    if (bound.id() != null) {
      id.shape(shape);
      shape.bind(key.term().type(), bound.key()).bind(id.term().type(), bound.id());
    }
  }

  @Override
  public Condition sql(Sql sql) {
    Condition near = key.term().sql(sql).compare(before(key, true), place(key, sql));
    if (bound.id() == null) {
      return near;
    }
    Condition before = key.term().sql(sql).compare(before(key, false), place(key, sql));
    return near.and(before.or(id.term().sql(sql).compare(before(id, true), place(id, sql))));
  }

  private static Comparator before(Sort sort, boolean orAt) {
    if (sort.descending()) {
      return orAt ? Comparator.GREATER_OR_EQUAL : Comparator.GREATER;
    }
    return orAt ? Comparator.LESS_OR_EQUAL : Comparator.LESS;
  }

  private static Field<Object> place(Sort sort, Sql sql) {
    Field<Object> place = sql.bind(sort.term().type());
    return sql.engine() == Dialect.Engine.POSTGRESQL
        ? DSL.field("(select {0})", Object.class, place)
        : place;
  }
}
