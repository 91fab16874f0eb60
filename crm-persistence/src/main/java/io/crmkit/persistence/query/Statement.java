package io.crmkit.persistence.query;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.ColumnType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The SQL of a question and where its values go. Immutable. */
final class Statement {
  private final String text;
  private final int[] order;
  private final List<Bind> binds;

  /**
   * A value left open.
   *
   * @param type its type
   * @param array it is several
   */
  record Bind(ColumnType type, boolean array) {}

  /**
   * @param order which value stands at each place
   * @param binds the values
   */
  Statement(String text, int[] order, List<Bind> binds) {
    this.text = text;
    this.order = order;
    this.binds = List.copyOf(binds);
  }

  int values() {
    return binds.size();
  }

  /** The statement with its values set. */
  PreparedStatement prepared(Connection connection, Dialect dialect, List<Object> values)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(text);
    try {
      for (int i = 0; i < order.length; i++) {
        Bind bind = binds.get(order[i]);
        Object value = values.get(order[i]);
        if (bind.array()) {
          Arrays.bind(prepared, i + 1, dialect, bind.type(), (List<?>) value);
        } else {
          dialect.bind(prepared, i + 1, bind.type(), value);
        }
      }
      return prepared;
    } catch (SQLException | RuntimeException | Error failed) {
      try (prepared) {
        throw failed;
      }
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
