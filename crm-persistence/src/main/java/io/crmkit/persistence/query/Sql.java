package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.TableNames;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One statement in the making. */
final class Sql {
  /** Stand around the number of a value; they occur in no name. */
  private static final char OPEN = '\u0001';

  private static final char CLOSE = '\u0002';

  private final Dialect dialect;
  private final TableNames names;
  private final List<Statement.Bind> binds = new ArrayList<>();

  Sql(Dialect dialect, TableNames names) {
    this.dialect = dialect;
    this.names = names;
  }

  Dialect.Engine engine() {
    return dialect.engine();
  }

  Table<?> table(Source source) {
    return DSL.table(DSL.raw(names.of(source.table()))).as(DSL.name(source.name()));
  }

  /** The same, read through an index where the database can be told so. */
  Table<?> table(Source source, String index) {
    return table(source).useIndex(names.ofIndex(index));
  }

  Field<Object> column(int alias, Column column) {
    return DSL.field(DSL.name(Source.name(alias), column.name()), SQLDataType.OTHER);
  }

  /** The place of the next value. */
  Field<Object> bind(ColumnType type) {
    return bind(new Statement.Bind(type, false));
  }

  /** The place of the next values, which are one array. */
  Field<Object> bindAll(ColumnType type) {
    return bind(new Statement.Bind(type, true));
  }

  private Field<Object> bind(Statement.Bind bind) {
    binds.add(bind);
    return DSL.field(DSL.raw("" + OPEN + (binds.size() - 1) + CLOSE), SQLDataType.OTHER);
  }

  /** Writes the statement down. */
  Statement rendered(Query query) {
    DSLContext jooq = DSL.using(dialect.jooq());
    String marked = jooq.renderInlined(query);
    StringBuilder text = new StringBuilder(marked.length());
    List<Integer> order = new ArrayList<>();
    int from = 0;
    for (int open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, from)) {
      int close = marked.indexOf(CLOSE, open);
      order.add(Integer.valueOf(marked.substring(open + 1, close)));
      text.append(marked, from, open).append('?');
      from = close + 1;
    }
    text.append(marked, from, marked.length());
    return new Statement(
        text.toString(), order.stream().mapToInt(Integer::intValue).toArray(), binds);
  }
}
