package io.crmkit.persistence.query;

import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * A page of rows of which few pass: all of these are found and sorted. Behind the columns of a row
 * stands how many they are; where they are more than few, the page is none.
 */
record Few(Passing passing) implements Shaped {
  private static final String ALL = "_all";

  @Override
  public void shape(Shape shape) {
    passing.shape(shape);
    shape.add('/').add(rows().limit());
    rows().from().owned().shape(shape);
  }

  RowsOf rows() {
    return passing.rows();
  }

  /** True where the rows that pass are few, as is told beside each of them. */
  boolean holds(Table.Cells row) throws SQLException {
    Object all = row.get(rows().from().table().read().size(), ColumnType.LONG);
    return all instanceof Long number && number <= passing.most();
  }

  @Override
  public Query sql(Sql sql) {
    List<SelectField<?>> found = new ArrayList<>();
    found.add(DSL.field(DSL.name("u", "id")));
    for (int i = 0; i < rows().order().size(); i++) {
      found.add(key("u", i));
    }
    found.add(DSL.count().over().as(DSL.name(ALL)));
    Select<?> page =
        DSL.select(found)
            .from(passing.table(sql, "u"))
            .orderBy(sorts("u"))
            .limit(DSL.inline(rows().limit()));
    Source from = rows().from();
    List<SelectField<?>> columns = rows().columns(sql);
    columns.add(DSL.field(DSL.name("p", ALL)));
    Field<Object> id = DSL.field(DSL.name("p", "id"), Object.class);
    return DSL.select(columns)
        .from(page.asTable("p"))
        .leftJoin(sql.table(from)) // an outer join begins with the page
        .on(from.owned().sql(sql).and(sql.column(from.alias(), Table.ID).eq(id)))
        .orderBy(sorts("p"));
  }

  private List<OrderField<?>> sorts(String table) {
    List<OrderField<?>> sorts = new ArrayList<>();
    for (int i = 0; i < rows().order().size(); i++) {
      sorts.add(rows().order().get(i).direction(key(table, i)));
    }
    return sorts;
  }

  private static Field<Object> key(String table, int index) {
    return DSL.field(DSL.name(table, "_key" + index), Object.class);
  }
}
