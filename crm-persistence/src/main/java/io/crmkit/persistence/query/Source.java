package io.crmkit.persistence.query;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Comparator;

/**
 * A table in a statement, rows of one tenant.
 *
 * @param alias the number it goes by
 * @param table the table
 * @param tenant whose rows
 */
record Source(int alias, Table table, String tenant) {
  static String name(int alias) {
    return "t" + alias;
  }

  String name() {
    return name(alias);
  }

  Term.Col column(Column column) {
    return new Term.Col(alias, column);
  }

  /** The rows are the tenant's and of the type. */
  Filter owned() {
    List<Filter> owned = new ArrayList<>();
    List<Column> columns = table.ownerColumns();
    List<String> values = table.owner(tenant);
    for (int i = 0; i < columns.size(); i++) {
      owned.add(
          new Filter.Compare(column(columns.get(i)), Comparator.EQUALS, values.get(i), false));
    }
    return Filter.all(owned);
  }

  /** The row is the one that a reference leads to. */
  org.jooq.Condition is(Term reference, Sql sql) {
    return sql.column(alias, Table.ID).eq(reference.sql(sql));
  }

  void shape(Shape shape) {
    shape.add(alias).add(table.name());
  }
}
