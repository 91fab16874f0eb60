package io.crmkit.persistence.write;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.TableNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All steps, begin and commit included, in one round trip: an anonymous block whose handler undoes
 * them in the server. Large units are sent in batches within a transaction.
 */
final class MariaDbWriter extends StepWriter {
  /** From here on batches are quicker than a block, which has to be parsed. */
  private static final int LARGE = 100;

  private static final String GUARD =
      "signal sqlstate 'HY000' set mysql_errno=31000, message_text='" + Dialect.CONFLICT_MARK + "'";
  private static final String HANDLER =
      "declare crm_n int; declare exit handler for sqlexception begin ";

  private final Map<Form, String> ofRow = new ConcurrentHashMap<>();

  MariaDbWriter(Dialect dialect, TableNames names) {
    super(dialect, names);
  }

  @Override
  String lock(Form.Verb verb) {
    return " lock in share mode";
  }

  @Override
  void write(Connection connection, List<Step> steps, Mode mode) throws SQLException {
    int rows = 0;
    for (Step step : steps) {
      rows += step.rows().size();
    }
    if (rows <= LARGE) {
      block(connection, steps, mode);
    } else {
      inBatches(connection, steps, mode);
    }
  }

  private void block(Connection connection, List<Step> steps, Mode mode) throws SQLException {
    StringBuilder text = new StringBuilder("begin not atomic ");
    switch (mode) {
      case WHOLE -> text.append(HANDLER).append("rollback; resignal; end; start transaction; ");
      case LAST -> text.append(HANDLER).append("rollback; resignal; end; ");
      // A deadlock has ended the transaction of the host, and the savepoint with it.
      case NESTED ->
          text.append(HANDLER)
              .append("if @@in_transaction then rollback to savepoint crm_unit; end if; ")
              .append("resignal; end; savepoint crm_unit; ");
      case PART -> text.append("declare crm_n int; ");
    }
    for (Step step : steps) {
      if (step.form().verb() == Form.Verb.INSERT) {
        text.append(insertInto(step.form())).append(" values ");
        String places = places(step.form().set().size());
        for (int i = 0; i < step.rows().size(); i++) {
          text.append(i > 0 ? "," : "").append(places);
        }
        text.append(';');
      } else {
        text.append(ofRow(step.form()).repeat(step.rows().size()));
      }
    }
    switch (mode) {
      case WHOLE, LAST -> text.append("commit; ");
      case NESTED -> text.append("release savepoint crm_unit; ");
      case PART -> {}
    }
    try (PreparedStatement statement = connection.prepareStatement(text.append("end").toString())) {
      int index = 1;
      for (Step step : steps) {
        for (@Nullable Object[] row : step.rows()) {
          index = bind(statement, index, step, row);
        }
      }
      statement.execute();
    }
  }

  private String ofRow(Form form) {
    return ofRow.computeIfAbsent(
        form,
        f -> {
          if (!f.guarded()) {
            return text(f) + ';';
          }
          boolean query = f.verb() == Form.Verb.HOLD || f.verb() == Form.Verb.PIN;
          return query
              ? text(f).replaceFirst("select 1", "select count(*) into crm_n")
                  + "; if crm_n<>1 then "
                  + GUARD
                  + "; end if;"
              : text(f) + "; if row_count()<>1 then " + GUARD + "; end if;";
        });
  }

  private void inBatches(Connection connection, List<Step> steps, Mode mode) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      switch (mode) {
        case WHOLE -> statement.execute("start transaction");
        case NESTED -> statement.execute("savepoint crm_unit");
        case LAST, PART -> {}
      }
      try {
        for (Step step : steps) {
          inBatches(connection, step);
        }
        switch (mode) {
          case WHOLE, LAST -> statement.execute("commit");
          case NESTED -> statement.execute("release savepoint crm_unit");
          case PART -> {}
        }
      } catch (SQLException failure) {
        undo(statement, mode, failure);
        throw failure;
      }
    }
  }

  private static void undo(Statement statement, Mode mode, SQLException failure) {
    try {
      switch (mode) {
        case WHOLE, LAST -> statement.execute("rollback");
        case NESTED -> statement.execute("rollback to savepoint crm_unit");
        case PART -> {}
      }
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }

  private void inBatches(Connection connection, Step step) throws SQLException {
    if (step.form().guarded()) {
      for (int from = 0; from < step.rows().size(); from += LARGE) {
        Step some = new Step(step.form(), step.owner());
        some.rows().addAll(step.rows().subList(from, Math.min(from + LARGE, step.rows().size())));
        block(connection, new ArrayList<>(List.of(some)), Mode.PART);
      }
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(text(step.form()))) {
      for (@Nullable Object[] row : step.rows()) {
        bind(statement, 1, step, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
