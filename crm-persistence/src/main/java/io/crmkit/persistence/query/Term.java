package io.crmkit.persistence.query;

import io.crmkit.kernel.record.DatePart;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Something that SQL can read off a row, and compare, sort and group by. */
sealed interface Term {
  /** The type of the values that it is compared with. */
  ColumnType type();

  /** True where it always has a value. */
  default boolean present() {
    return false;
  }

  void shape(Shape shape);

  Field<Object> sql(Sql sql);

  /** A column of a table. */
  record Col(int alias, Column column) implements Term {
    @Override
    public ColumnType type() {
      return column.type();
    }

    @Override
    public boolean present() {
      return alias == 0 && column.required();
    }

    @Override
    public void shape(Shape shape) {
      shape.add(alias).add('.').add(column.name());
    }

    @Override
    public Field<Object> sql(Sql sql) {
      return sql.column(alias, column);
    }
  }

  /** The identity that a search copy holds as text. */
  record Identity(Col copy, Source source) implements Term {
    @Override
    public ColumnType type() {
      return ColumnType.UUID;
    }

    @Override
    public void shape(Shape shape) {
      copy.shape(shape.add('i'));
      source.owned().shape(shape);
    }

    @Override
    public Field<Object> sql(Sql sql) {
      Field<Object> text = copy.sql(sql);
      // What other rows have in the column may be no identity; a case is not evaluated too early.
      org.jooq.Condition owned = source.owned().sql(sql);
      String identity =
          sql.engine() == Dialect.Engine.MARIADB
              ? "case when {0} then unhex(replace({1}, '-', '')) end"
              : "case when {0} then cast({1} as uuid) end";
      return DSL.field(identity, SQLDataType.OTHER, owned, text);
    }
  }

  /** The number of the period that a date lies in; greater where the period is later. */
  record Period(Col date, DatePart part) implements Term {
    @Override
    public ColumnType type() {
      return ColumnType.LONG;
    }

    @Override
    public boolean present() {
      return date.present();
    }

    @Override
    public void shape(Shape shape) {
      date.shape(shape.add('p').add(part.name()));
    }

    @Override
    public Field<Object> sql(Sql sql) {
      Field<Object> day = date.sql(sql);
      return switch (part) {
        case DAY, WEEK -> number(days(sql.engine(), part == DatePart.WEEK), day);
        case MONTH -> number("extract(year from {0}) * 12 + extract(month from {0}) - 1", day);
        case QUARTER -> number("extract(year from {0}) * 4 + extract(quarter from {0}) - 1", day);
        case YEAR -> number("extract(year from {0})", day);
      };
    }

    /** Days or weeks since the first, which was a Monday. */
    private static String days(Dialect.Engine engine, boolean weeks) {
      return switch (engine) {
        case H2 -> "datediff(day, date '0001-01-01', {0})" + (weeks ? " / 7" : "");
        case POSTGRESQL -> "({0} - date '0001-01-01')" + (weeks ? " / 7" : "");
        case MARIADB -> "datediff({0}, date '0001-01-01')" + (weeks ? " div 7" : "");
      };
    }

    private static Field<Object> number(String template, Field<Object> day) {
      return DSL.field("(" + template + ")", SQLDataType.OTHER, day);
    }
  }
}
