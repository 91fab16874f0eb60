package io.crmkit.persistence.query;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of each of several lists come together: those of each value of a column, along an
 * index that has them in order. A few rows of each list are read; only where all of these are among
 * the first of all, the list is read on. So it costs about as many rows as there are values, and
 * the text is the same for any number of values.
 *
 * @param rows the rows of one list; its value is {@link Filter.Same}
 * @param choice the values
 * @param heads how many rows of each list are read at first
 * @param skipped with how much of the order it does not begin, since it is the same in all rows of
 *     a list
 * @param others a list that comes in beside those of the values and has none of their rows, or null
 */
record Gathered(RowsOf rows, Choice choice, int heads, int skipped, @Nullable RowsOf others)
    implements Listed {
  static Gathered of(RowsOf part, Choice choice, int skipped) {
    int values = choice.of().values().size();
    double each = (double) part.limit() / values;
    int heads = Walk.rounded(Math.max(2, (int) (each + 3 * Math.sqrt(each) + 1)), 4);
    Filter.In ids = choice.ids();
    return new Gathered(
        part.with(choice.part(), new Filter.Same(choice.of().term())),
        choice,
        Math.min(part.limit(), heads),
        skipped,
        ids == null ? null : part.with(choice.part(), Filter.all(ids, choice.of().not())));
  }

  @Override
  public Source from() {
    return rows.from();
  }

  @Override
  public List<Sort> order() {
    return rows.order();
  }

  @Override
  public void shape(Shape shape) {
    shape.add('H').add(heads).add('/').add(skipped);
    shape.bindAll(type(), choice.of().values());
    rows.shape(shape);
    rows.shape(shape);
    if (others != null) {
      others.shape(shape.add('+'));
    }
  }

  private ColumnType type() {
    return choice.of().term().type();
  }

  @Override
  public Table<?> table(Sql sql, int phase, String alias) {
    List<QueryPart> parts = new ArrayList<>();
    String columns = columns();
    String sorted = " order by " + keys() + " limit " + rows.limit();
    StringBuilder text = new StringBuilder("(with ");
    text.append(
        "\"h\" as materialized (select \"o\".\"v\", \"r\".* from (select \"v\" from unnest((select ");
    text.append(place(parts, sql.bindAll(type()))).append(")) \"v\"");
    text.append(") \"o\" cross join lateral (");
    text.append(place(parts, rows.first(heads).sqlWithKeys(sql, phase)));
    text.append(") \"r\"").append(sorted).append(") select ").append(columns).append(" from (");
    text.append("select ").append(columns);
    text.append(" from \"h\" union all select ").append(columns);
    text.append(" from (select \"v\" from \"h\" group by \"v\" having count(*) = ").append(heads);
    text.append(") \"o\" cross join lateral (");
    text.append(place(parts, rows.sqlWithKeys(sql, phase))).append(" offset ").append(heads);
    text.append(") \"r\"");
    if (others != null) {
      text.append(" union all select ").append(columns).append(" from (");
      text.append(place(parts, others.sqlWithKeys(sql, phase))).append(") \"x\"");
    }
    text.append(") \"u\"").append(sorted).append(") \"").append(alias).append('"');
    return DSL.table(text.toString(), parts.toArray(QueryPart[]::new));
  }

  private static String place(List<QueryPart> parts, QueryPart part) {
    parts.add(part);
    return "{" + (parts.size() - 1) + "}";
  }

  private String columns() {
    StringBuilder columns = new StringBuilder();
    for (Column column : from().table().read()) {
      columns.append('"').append(column.name()).append("\", ");
    }
    columns.append("\"_phase\"");
    for (int i = 0; i < order().size(); i++) {
      columns.append(", \"_key").append(i).append('"');
    }
    return columns.toString();
  }

  private String keys() {
    List<String> keys = new ArrayList<>();
    for (int i = skipped; i < order().size(); i++) {
      boolean down = order().get(i).descending() && !order().get(i).missing();
      keys.add("\"_key" + i + "\"" + (down ? " desc" : ""));
    }
    return String.join(", ", keys);
  }
}
