package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The rows with certain identities.
 *
 * @param ids different ones
 */
record ByIdentity(Source from, List<Object> ids, Dialect.Engine engine) implements Shaped {
  /** Of one list of values after the tenant, H2 makes no use in an index, but of a join it does. */
  private boolean joins() {
    return engine == Dialect.Engine.H2 && ids.size() > 1;
  }

  private Filter filter() {
    Term id = from.column(Table.ID);
    return ids.size() == 1
        ? Filter.Compare.of(id, org.jooq.Comparator.EQUALS, ids.get(0))
        : new Filter.In(id, ids, false);
  }

  @Override
  public void shape(Shape shape) {
    from.shape(shape.add('I'));
    from.owned().shape(shape);
    if (joins()) {
      shape.bindAll(ColumnType.UUID, ids);
    } else {
      filter().shape(shape);
    }
  }

  @Override
  public Query sql(Sql sql) {
    List<SelectField<?>> columns = new ArrayList<>();
    for (Column column : from.table().read()) {
      columns.add(sql.column(from.alias(), column));
    }
    Condition owned = from.owned().sql(sql);
    if (!joins()) {
      return DSL.select(columns).from(sql.table(from)).where(owned.and(filter().sql(sql)));
    }
    Field<Object> wanted = DSL.field(DSL.name("w", "id"), SQLDataType.OTHER);
    return DSL.select(columns)
        .from(DSL.table("unnest({0}) \"w\"(\"id\")", sql.bindAll(ColumnType.UUID)))
        .join(sql.table(from))
        .on(owned.and(sql.column(from.alias(), Table.ID).eq(wanted)));
  }
}
