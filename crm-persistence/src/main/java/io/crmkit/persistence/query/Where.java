package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What a statement reads from and under which condition. */
final class Where {
  private Table<?> table;
  private final List<Condition> conditions = new ArrayList<>();

  private Where(Table<?> table) {
    this.table = table;
  }

  /** Rows of a table with those read along, that pass a filter. */
  static Where of(Table<?> table, List<Operands.Join> joins, Filter filter, Sql sql) {
    Where where = new Where(table);
    for (Operands.Join join : joins) {
      where.leftJoin(join, sql);
    }
    List<Filter> parts = filter instanceof Filter.All all ? all.parts() : List.of(filter);
    for (Filter part : parts) {
      where.add(part, sql);
    }
    return where;
  }

  private void leftJoin(Operands.Join join, Sql sql) {
    Source target = join.target();
    Condition owned = target.owned().sql(sql);
    Condition reference = target.is(join.reference(), sql);
    Condition visible = join.visible().sql(sql);
    table = table.leftJoin(sql.table(target)).on(owned.and(reference).and(visible));
  }

  private void add(Filter part, Sql sql) {
    boolean joins = sql.engine() == Dialect.Engine.H2;
    if (joins && part instanceof Filter.Exists exists && !exists.negated()) {
      // A reference leads to one row at the most. H2 begins with the one table or the other where
      // they are joined, and never with the one in the subquery.
      Source target = exists.target();
      Condition owned = target.owned().sql(sql);
      Condition reference = target.is(exists.reference(), sql);
      table = table.join(sql.table(target)).on(owned.and(reference));
      conditions.add(exists.condition().sql(sql));
    } else {
      conditions.add(part.sql(sql));
    }
  }

  Table<?> table() {
    return table;
  }

  Condition condition() {
    return DSL.and(conditions);
  }
}
