package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import org.jooq.Comparator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A row lies before a bound or at it. On PostgreSQL the bound is hidden from the planner, as a
 * place is in {@link Behind}.
 */
record Until(Term term, Object bound, boolean descending) implements Filter {
  @Override
  public Filter not() {
    throw new UnsupportedOperationException("a list reaches up to a bound");
  }

  @Override
  public void shape(Shape shape) {
    term.shape(shape.add(descending ? 'U' : 'u'));
    shape.bind(term.type(), bound);
  }

  @Override
  public Condition sql(Sql sql) {
    Field<Object> its = term.sql(sql);
    Field<Object> value = sql.bind(term.type());
    Field<?> shown =
        sql.engine() == Dialect.Engine.POSTGRESQL ? DSL.field("(select {0})", value) : value;
    return its.compare(
        descending ? Comparator.GREATER_OR_EQUAL : Comparator.LESS_OR_EQUAL,
        shown.coerce(Object.class));
  }
}
