package io.crmkit.persistence.query;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Figures of groups of the rows of a table that pass a filter.
 *
 * @param from the table
 * @param joins the rows read along
 * @param where the filter, owner included
 * @param groups what to group by
 * @param figures the figures, behind the groups in the result
 */
record GroupsOf(
    Source from, List<Operands.Join> joins, Filter where, List<Term> groups, List<Figure> figures)
    implements Shaped {

  /** The ways to make a figure. */
  enum Way {
    /** How many rows. */
    ROWS,
    /** How many values. */
    VALUES,
    /** How many different values. */
    DIFFERENT,
    /** The exact sum. */
    SUM,
    /** The least value. */
    MIN,
    /** The greatest value. */
    MAX
  }

  /** One figure; of nothing where it counts rows. */
  record Figure(Way way, @Nullable Term term) {
    void shape(Shape shape) {
      shape.add(way.name());
      if (term != null) {
        term.shape(shape);
      }
    }

    SelectField<?> sql(Sql sql) {
      if (term == null) {
        return DSL.count();
      }
      Field<Object> field = term.sql(sql);
      return switch (way) {
        case ROWS, VALUES -> DSL.count(field);
        case DIFFERENT -> DSL.countDistinct(field);
        case SUM -> DSL.field("sum({0})", field);
        case MIN -> DSL.min(field);
        case MAX -> DSL.max(field);
      };
    }
  }

  @Override
  public void shape(Shape shape) {
    from.shape(shape.add('G'));
    RowsOf.shapeJoins(joins, shape);
    where.shape(shape);
    shape.add('(');
    groups.forEach(group -> group.shape(shape));
    shape.add(')');
    figures.forEach(figure -> figure.shape(shape));
  }

  @Override
  public Query sql(Sql sql) {
    List<Field<?>> by = new ArrayList<>();
    groups.forEach(group -> by.add(group.sql(sql)));
    List<SelectField<?>> columns = new ArrayList<>(by);
    figures.forEach(figure -> columns.add(figure.sql(sql)));
    Where found = Where.of(sql.table(from), joins, where, sql);
    SelectConditionStep<?> rows = DSL.select(columns).from(found.table()).where(found.condition());
    return by.isEmpty() ? rows : rows.groupBy(by);
  }
}
