package io.crmkit.persistence.query;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Comparator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A row comes behind a place: terms that all have values are compared one after the other, as an
 * index has them. The place is hidden from the planner: it would plan each page anew, since it
 * holds a plan for that very place to be cheaper than one for all, and finds the same.
 */
record Behind(List<Term> terms, List<Object> place, boolean descending) implements Filter {
  @Override
  public Filter not() {
    throw new UnsupportedOperationException("a list goes on behind a place");
  }

  @Override
  public void shape(Shape shape) {
    shape.add(descending ? '<' : '>').add(terms.size());
    for (int i = 0; i < terms.size(); i++) {
      terms.get(i).shape(shape);
      shape.bind(terms.get(i).type(), place.get(i));
    }
  }

  @Override
  public Condition sql(Sql sql) {
    List<Field<?>> its = new ArrayList<>();
    List<Field<?>> bounds = new ArrayList<>();
    for (Term term : terms) {
      its.add(term.sql(sql));
      bounds.add(DSL.field("(select {0})", sql.bind(term.type())));
    }
    return DSL.row(its).compare(descending ? Comparator.LESS : Comparator.GREATER, DSL.row(bounds));
  }
}
