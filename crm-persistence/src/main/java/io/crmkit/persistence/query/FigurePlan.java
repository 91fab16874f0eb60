package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Figures;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How SQL makes the figures of an aggregation, and how they are read. */
final class FigurePlan<E extends Entity<E>> {
  private final Aggregation<E> aggregation;
  private final Operands operands;
  private final Translation translation;
  private final Source source;
  private final List<Term> groups = new ArrayList<>();
  private final List<GroupsOf.Figure> figures = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();

  /** Where the columns of a result are. */
  interface Columns {
    /** The value of a column, counted from 0. */
    @Nullable Object get(int index, ColumnType type) throws SQLException;
  }

  /** Reads one value of the answer. */
  private interface Cell {
    @Nullable Object read(Columns columns) throws SQLException;
  }

  private FigurePlan(
      Aggregation<E> aggregation, Operands operands, Translation translation, Source source) {
    this.aggregation = aggregation;
    this.operands = operands;
    this.translation = translation;
    this.source = source;
  }

  /** The plan; null where SQL cannot make one of the figures exactly. */
  static <E extends Entity<E>> @Nullable FigurePlan<E> of(
      Aggregation<E> aggregation, Operands operands, Translation translation, Source source) {
    FigurePlan<E> plan = new FigurePlan<>(aggregation, operands, translation, source);
    return plan.made() ? plan : null;
  }

  private boolean made() {
    for (Expr<E, ?> group : aggregation.groups()) {
      Operand operand = operands.joined(group, source, translation);
      if (operand == null || !group(operand)) {
        return false;
      }
    }
    for (Measure<E, ?> measure : aggregation.measures()) {
      if (!measure(measure)) {
        return false;
      }
    }
    if (groups.isEmpty() && figures.isEmpty()) {
      figure(GroupsOf.Way.ROWS, null); // or else it would be no aggregation in SQL
    }
    return true;
  }

  private boolean group(Operand operand) {
    List<Term> terms = terms(operand);
    if (terms == null) {
      return false;
    }
    int at = groups.size();
    groups.addAll(terms);
    cells.add(columns -> operand.value(columns, at));
    return true;
  }

  /** What tells values apart; null for long texts, and where SQL knows nothing that does. */
  private static @Nullable List<Term> terms(Operand operand) {
    if (operand.part() != null || operand.currency() != null) {
      return operand.keys();
    }
    return operand.kind().storage() == Kind.Storage.LONG_TEXT ? null : List.of(operand.term());
  }

  private boolean measure(Measure<E, ?> measure) {
    Expr<E, ?> expr = measure.expr();
    if (expr == null || measure.function() == Measure.Function.COUNT) {
      int at = figure(GroupsOf.Way.ROWS, null);
      cells.add(columns -> number(columns, at));
      return true;
    }
    Operand operand = operands.joined(expr, source, translation);
    List<Term> terms = operand == null ? null : terms(operand);
    if (operand == null || terms == null) {
      return false;
    }
    return switch (measure.function()) {
      case COUNT -> throw new AssertionError(measure);
      case COUNT_DISTINCT -> different(terms);
      case MIN -> extreme(operand, terms, GroupsOf.Way.MIN);
      case MAX -> extreme(operand, terms, GroupsOf.Way.MAX);
      case SUM -> sum(expr, operand, false);
      case AVG -> sum(expr, operand, true);
    };
  }

  private boolean different(List<Term> terms) {
    if (terms.size() > 1) {
      return false;
    }
    int at = figure(GroupsOf.Way.DIFFERENT, terms.get(0));
    cells.add(columns -> number(columns, at));
    return true;
  }

  private boolean extreme(Operand operand, List<Term> terms, GroupsOf.Way way) {
    boolean known =
        switch (operand.kind().storage()) {
          case TEXT, LONG, DECIMAL, DATE, INSTANT -> true;
          case LONG_TEXT, BOOLEAN, UUID, REF, MONEY -> false;
        };
    if (!known || terms.size() > 1) {
      return false;
    }
    int at = figure(way, terms.get(0));
    cells.add(columns -> operand.value(columns, offset() + at));
    return true;
  }

  private boolean sum(Expr<?, ?> expr, Operand operand, boolean mean) {
    Kind.Storage storage = operand.kind().storage();
    Term.Col currency = operand.currency();
    if (storage != Kind.Storage.LONG && storage != Kind.Storage.DECIMAL && currency == null) {
      return false;
    }
    int sum = figure(GroupsOf.Way.SUM, operand.term());
    int count = figure(GroupsOf.Way.VALUES, operand.term());
    int least = currency == null ? -1 : figure(GroupsOf.Way.MIN, currency);
    int greatest = currency == null ? -1 : figure(GroupsOf.Way.MAX, currency);
    cells.add(
        columns -> {
          Totals totals =
              new Totals(
                  expr,
                  columns.get(offset() + sum, ColumnType.DECIMAL),
                  number(columns, count),
                  least < 0 ? null : columns.get(offset() + least, ColumnType.TEXT),
                  greatest < 0 ? null : columns.get(offset() + greatest, ColumnType.TEXT));
          return mean ? totals.mean() : totals.sum();
        });
    return true;
  }

  private int figure(GroupsOf.Way way, @Nullable Term term) {
    GroupsOf.Figure figure = new GroupsOf.Figure(way, term);
    int known = figures.indexOf(figure);
    if (known < 0) {
      figures.add(figure);
    }
    return known < 0 ? figures.size() - 1 : known;
  }

  /** The figures stand behind the groups. */
  private int offset() {
    return groups.size();
  }

  private long number(Columns columns, int figure) throws SQLException {
    Object number = columns.get(offset() + figure, ColumnType.LONG);
    return number == null ? 0 : (Long) number;
  }

  GroupsOf question(Filter where) {
    return new GroupsOf(source, operands.joins(), where, groups, figures);
  }

  /** The answer, in the order of the groups. */
  List<@Nullable Object[]> answer(ResultSet results, Dialect dialect) throws SQLException {
    List<@Nullable Object[]> answer = new ArrayList<>();
    Columns columns = (index, type) -> dialect.read(results, index + 1, type);
    while (results.next()) {
      @Nullable Object[] line = new @Nullable Object[cells.size()];
      for (int i = 0; i < line.length; i++) {
        line[i] = cells.get(i).read(columns);
      }
      answer.add(line);
    }
    answer.sort(Figures.order(aggregation));
    return answer;
  }
}
