package io.crmkit.persistence;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.dialect.Dialect;
import java.sql.SQLException;

/** Says what an error of the database means, without its text, which may hold values. */
final class Failures {
  private Failures() {}

  /** An error before anything was committed. */
  static StoreException before(Dialect dialect, SQLException error) {
    return switch (dialect.trouble(error)) {
      case CONFLICT, INTEGRITY, TRANSIENT ->
          StoreException.temporary("another transaction was in the way" + code(error), error);
      case BROKEN -> StoreException.temporary("the connection broke" + code(error), error);
      case OTHER -> StoreException.permanent("the database refused" + code(error), error);
    };
  }

  /** No connection could be had. */
  static StoreException acquiring(SQLException error) {
    boolean late = error instanceof java.sql.SQLTransientConnectionException;
    return late
        ? StoreException.exhausted("waited as long as the pool allows" + code(error), error)
        : StoreException.temporary("no connection to the database" + code(error), error);
  }

  static String code(SQLException error) {
    return " (state " + error.getSQLState() + ", code " + error.getErrorCode() + ")";
  }
}
