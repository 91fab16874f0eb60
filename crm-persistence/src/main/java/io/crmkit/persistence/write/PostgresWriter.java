package io.crmkit.persistence.write;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.TableNames;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All steps, and the commit, in one round trip: a text of several statements, of which the server
 * runs none behind one that fails. Guards make a statement fail that misses its row.
 *
 * <p>Many rows of a form are one statement over arrays, so that there are few texts. A few new rows
 * are listed: arrays are planned at every execution, since their length decides. Very many new rows
 * are copied, where the driver is at hand, between the other statements.
 */
final class PostgresWriter extends StepWriter {
  private static final String SAVEPOINT = "crm_unit";

  private static final String BEGIN = "savepoint " + SAVEPOINT;

  /** So many new rows of a table are worth two journeys of their own. */
  private static final int BULK = 500;

  /** So many new rows are written as a list of values. */
  private static final int FEW = 8;

  private final Map<Form, String> ofOne = new ConcurrentHashMap<>();
  private final Map<Form, String> ofMany = new ConcurrentHashMap<>();

  PostgresWriter(Dialect dialect, TableNames names) {
    super(dialect, names);
  }

  @Override
  String lock(Form.Verb verb) {
    return verb == Form.Verb.HOLD ? " for share" : " for key share";
  }

  @Override
  void write(Connection connection, List<Step> steps, Mode mode) throws SQLException {
    if (mode == Mode.WHOLE && connection.getAutoCommit()) {
      connection.setAutoCommit(false); // sends nothing
    }
    List<Step> together = new ArrayList<>(steps.size());
    try {
      Copying copying =
          steps.stream().anyMatch(PostgresWriter::isBulk) ? Copying.over(connection) : null;
      boolean begun = mode != Mode.NESTED;
      for (Step step : steps) {
        if (copying == null || !isBulk(step)) {
          together.add(step);
        } else {
          send(connection, begun ? "" : BEGIN, together, "");
          begun = true;
          together.clear();
          copying.copy(into(step.form()), step);
        }
      }
      send(connection, begun ? "" : BEGIN, together, end(mode));
    } catch (SQLException failure) {
      if (mode == Mode.NESTED) {
        backToSavepoint(connection, failure);
      }
      throw failure;
    }
  }

  private static boolean isBulk(Step step) {
    return step.form().verb() == Form.Verb.INSERT && step.rows().size() >= BULK;
  }

  private static String end(Mode mode) {
    return switch (mode) {
      case LAST, WHOLE -> "commit";
      case NESTED -> "release savepoint " + SAVEPOINT;
      case PART -> "";
    };
  }

  /** In one journey, if there is anything to send. */
  private void send(Connection connection, String begin, List<Step> steps, String end)
      throws SQLException {
    StringBuilder text = new StringBuilder(begin);
    for (Step step : steps) {
      text.append(text.isEmpty() ? "" : ";").append(text(step));
    }
    if (!end.isEmpty()) {
      text.append(text.isEmpty() ? "" : ";").append(end);
    }
    if (text.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
      int index = 1;
      for (Step step : steps) {
        index = bind(connection, statement, index, step);
      }
      statement.execute();
      Warnings.refuseUnsafeCommit(statement);
    }
  }

  private String text(Step step) {
    int rows = step.rows().size();
    if (rows == 1) {
      return one(step.form());
    }
    return isListed(step)
        ? one(step.form()) + (',' + places(step.form().set().size())).repeat(rows - 1)
        : many(step.form());
  }

  private static boolean isListed(Step step) {
    return step.form().verb() == Form.Verb.INSERT && step.rows().size() <= FEW;
  }

  private int bind(Connection connection, PreparedStatement to, int index, Step step)
      throws SQLException {
    if (step.rows().size() > 1 && !isListed(step)) {
      return bindArrays(connection, to, index, step);
    }
    int next = index;
    for (@Nullable Object[] row : step.rows()) {
      next = bind(to, next, step, row);
    }
    return next;
  }

  private static void backToSavepoint(Connection connection, SQLException failure) {
    try (PreparedStatement back =
        connection.prepareStatement("rollback to savepoint " + SAVEPOINT)) {
      back.execute();
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }

  private String one(Form form) {
    return ofOne.computeIfAbsent(form, f -> f.guarded() ? guardedOne(f) : text(f));
  }

  private String guardedOne(Form form) {
    String hit =
        switch (form.verb()) {
          case UPDATE, DELETE -> text(form) + " returning 1";
          default -> text(form);
        };
    // What fails has to depend on a row, or it is computed, and fails, when it is planned.
    return "with u as ("
        + hit
        + ") select case count(*) when 1 then 1 else ('"
        + Dialect.CONFLICT_MARK
        + ":'||count(*))::int end from u";
  }

  private String many(Form form) {
    return ofMany.computeIfAbsent(form, this::renderMany);
  }

  private String renderMany(Form form) {
    if (form.verb() == Form.Verb.INSERT) {
      return insertInto(form) + " select * from " + arrays(form.set());
    }
    List<Column> all = new ArrayList<>(form.set());
    all.addAll(form.key());
    String given = "with v as (select * from " + arrays(all) + " as v(" + aliases(all) + "))";
    String table = names.of(form.table());
    String found = " where " + found(form);
    String hit =
        switch (form.verb()) {
          case UPDATE -> "update " + table + " t set " + assigned(form) + " from v" + found;
          case DELETE -> "delete from " + table + " t using v" + found;
          default -> "select 1 from " + table + " t, v" + found + lock(form.verb()) + " of t";
        };
    if (!form.guarded()) {
      return given + ' ' + hit;
    }
    String returning =
        form.verb() == Form.Verb.HOLD || form.verb() == Form.Verb.PIN ? "" : " returning 1";
    return given
        + ", u as ("
        + hit
        + returning
        + ") select case when (select count(*) from u)=(select count(*) from v) then 1 else ('"
        + Dialect.CONFLICT_MARK
        + ":'||(select count(*) from u))::int end";
  }

  private String arrays(List<Column> columns) {
    StringBuilder text = new StringBuilder("unnest(");
    for (Column column : columns) {
      text.append(text.length() > 7 ? "," : "").append("?::").append(element(column)).append("[]");
    }
    return text.append(')').toString();
  }

  private static String element(Column column) {
    return switch (column.type()) {
      case TEXT, LONG_TEXT -> "text";
      case LONG -> "bigint";
      case DECIMAL -> "numeric";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT -> "timestamptz";
      case UUID -> "uuid";
      case JSON -> "jsonb";
    };
  }

  private static String aliases(List<Column> columns) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      text.append(i > 0 ? "," : "").append('c').append(i);
    }
    return text.toString();
  }

  private String assigned(Form form) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < form.set().size(); i++) {
      text.append(i > 0 ? "," : "").append(names.of(form.set().get(i))).append("=v.c").append(i);
    }
    return text.toString();
  }

  private String found(Form form) {
    StringBuilder text = new StringBuilder();
    for (Column column : form.owner()) {
      text.append(text.isEmpty() ? "" : " and ").append("t.").append(names.of(column)).append("=?");
    }
    int alias = form.set().size();
    for (Column column : form.key()) {
      text.append(" and t.").append(names.of(column)).append("=v.c").append(alias++);
    }
    return text.toString();
  }

  private int bindArrays(Connection connection, PreparedStatement to, int index, Step step)
      throws SQLException {
    Form form = step.form();
    int next = index;
    int value = 0;
    for (Column column : form.set()) {
      to.setArray(next++, array(connection, column, step.rows(), value++));
    }
    for (Column column : form.key()) {
      to.setArray(next++, array(connection, column, step.rows(), value++));
    }
    if (form.verb() != Form.Verb.INSERT) {
      for (String owner : step.owner()) {
        dialect.bind(to, next++, ColumnType.TEXT, owner);
      }
    }
    return next;
  }

  private static Array array(
      Connection connection, Column column, List<@Nullable Object[]> rows, int index)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = element(column.type(), rows.get(i)[index]);
    }
    return connection.createArrayOf(element(column), values);
  }

  /** A value as the database reads it in a text. */
  static @Nullable String element(ColumnType type, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case TEXT, LONG_TEXT, JSON -> (String) value;
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      default -> value.toString();
    };
  }
}
