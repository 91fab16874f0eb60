package io.crmkit.persistence.write;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.TableNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sends steps to one kind of database. Thread-safe. */
abstract class StepWriter {
  final Dialect dialect;
  final TableNames names;
  private final Map<Form, String> texts = new ConcurrentHashMap<>();

  StepWriter(Dialect dialect, TableNames names) {
    this.dialect = dialect;
    this.names = names;
  }

  static StepWriter of(Dialect dialect, TableNames names) {
    return switch (dialect.engine()) {
      case H2 -> new H2Writer(dialect, names);
      case POSTGRESQL -> new PostgresWriter(dialect, names);
      case MARIADB -> new MariaDbWriter(dialect, names);
    };
  }

  /**
   * Executes the steps in order. Where it fails, the transaction, or in {@link Mode#NESTED} what
   * the steps did, still has to be rolled back.
   */
  abstract void write(Connection connection, List<Step> steps, Mode mode) throws SQLException;

  /** The plain statement for one row; its parameters are set, owner, key. */
  final String text(Form form) {
    return texts.computeIfAbsent(form, this::render);
  }

  private String render(Form form) {
    String table = names.of(form.table());
    return switch (form.verb()) {
      case INSERT -> insertInto(form) + " values " + places(form.set().size());
      case UPDATE -> "update " + table + " set " + list(form.set(), "=?", ",") + found(form);
      case DELETE -> "delete from " + table + found(form);
      case HOLD, PIN -> "select 1 from " + table + found(form) + lock(form.verb());
    };
  }

  final String insertInto(Form form) {
    return "insert into " + into(form);
  }

  /** A table and the columns that are written. */
  final String into(Form form) {
    return names.of(form.table()) + '(' + list(form.set(), "", ",") + ')';
  }

  static String places(int count) {
    return "(?" + ",?".repeat(count - 1) + ')';
  }

  /** Where a statement finds the row it is about. */
  private String found(Form form) {
    List<Column> all = new ArrayList<>(form.owner());
    all.addAll(form.key());
    return " where " + list(all, "=?", " and ");
  }

  final String list(List<Column> columns, String behind, String between) {
    StringBuilder text = new StringBuilder();
    for (Column column : columns) {
      text.append(text.isEmpty() ? "" : between).append(names.of(column)).append(behind);
    }
    return text.toString();
  }

  /** How a row is locked that is held or pinned. */
  abstract String lock(Form.Verb verb);

  /** Binds one row of a step from {@code index} on; gives the index behind. */
  final int bind(PreparedStatement to, int index, Step step, @Nullable Object[] row)
      throws SQLException {
    Form form = step.form();
    int next = index;
    int value = 0;
    for (Column column : form.set()) {
      dialect.bind(to, next++, column.type(), row[value++]);
    }
    if (form.verb() != Form.Verb.INSERT) {
      for (String owner : step.owner()) {
        dialect.bind(to, next++, ColumnType.TEXT, owner);
      }
    }
    for (Column column : form.key()) {
      dialect.bind(to, next++, column.type(), row[value++]);
    }
    return next;
  }
}
