package io.crmkit.persistence.query;

import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * What a statement sorts by.
 *
 * @param term the values
 * @param missing it is only about whether there is a value: rows with one come first
 * @param descending from great to small
 */
record Sort(Term term, boolean missing, boolean descending) {
  void shape(Shape shape) {
    term.shape(shape.add(missing ? 'm' : descending ? 'd' : 'a'));
  }

  /** What is sorted by, as a column. */
  Field<?> column(Sql sql) {
    Field<Object> field = term.sql(sql);
    return missing ? DSL.when(field.isNull(), DSL.inline(1)).else_(DSL.inline(0)) : field;
  }

  SortField<?> sql(Sql sql) {
    return direction(column(sql));
  }

  SortField<?> direction(Field<?> column) {
    return descending && !missing ? column.desc() : column.asc();
  }
}
