package io.crmkit.persistence.schema;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Trouble;
import java.sql.SQLException;
import java.util.List;

/** Says what the database refused, and what to do. */
final class Refusals {
  private static final String BY_HAND =
      ". Let somebody who may run the script that SchemaTool prints, then open the store with"
          + " SchemaMode.VALIDATE";

  private Refusals() {}

  static StoreException of(Dialect dialect, String doing, SQLException failure) {
    if (lacksRight(dialect, failure)) {
      return StoreException.permanent(
          doing + ": the user of the connection has no right to" + BY_HAND, failure);
    }
    Trouble trouble = dialect.trouble(failure);
    if (trouble == Trouble.TRANSIENT || trouble == Trouble.BROKEN) {
      return StoreException.temporary(
          doing + ": " + failure.getMessage() + "; the next start goes on where this ended",
          failure);
    }
    if (trouble == Trouble.INTEGRITY) {
      return StoreException.permanent(
          doing
              + ": records that are there break the new key or reference. Correct them, then start"
              + " again",
          failure);
    }
    return StoreException.permanent(
        doing + ": " + failure.getMessage() + ". The next start goes on where this ended", failure);
  }

  /** The user may not, or the whole database is read-only. */
  private static boolean lacksRight(Dialect dialect, SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    int code = failure.getErrorCode();
    return switch (dialect.engine()) {
      case H2 -> List.of(90096, 90097, 90040).contains(code);
      case POSTGRESQL -> state.equals("42501") || state.equals("25006");
      case MARIADB -> List.of(1044, 1142, 1143, 1227, 1290, 1792, 1836).contains(code);
    };
  }

  static StoreException unfit(String where, List<String> problems) {
    return unfit(
        where,
        problems,
        "Open the store with SchemaMode.UPDATE, or run the script that SchemaTool prints with"
            + " 'pending'");
  }

  /** They fitted before, so opening the store trusts them. */
  static StoreException damaged(String where, List<String> problems) {
    return unfit(
        where,
        problems,
        "They did fit, so somebody has changed them since: let SchemaTool 'apply' mend them, or run"
            + " the script that it prints with 'pending'");
  }

  private static StoreException unfit(String where, List<String> problems, String remedy) {
    return StoreException.permanent(
        "the tables do not fit this library ("
            + where
            + "):\n  - "
            + String.join("\n  - ", problems)
            + '\n'
            + remedy,
        null);
  }

  /** The beginning of a statement, for messages. */
  static String brief(String statement) {
    String line = statement.lines().findFirst().orElse("");
    return line.length() > 120 ? line.substring(0, 120) + "…" : line;
  }
}
