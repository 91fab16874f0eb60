package io.crmkit.persistence.query;

import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * What another filter passes, looked at after everything else. H2 begins with what seems cheapest,
 * and a column that the index has not costs it a look into the table, for rows that the index alone
 * rules out.
 */
record Late(Filter filter) implements Filter {
  @Override
  public Filter not() {
    return filter.not();
  }

  @Override
  public void shape(Shape shape) {
    filter.shape(shape.add('l'));
  }

  @Override
  public Condition sql(Sql sql) {
    return DSL.condition("case when {0} then true else false end", filter.sql(sql));
  }
}
