package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the database is set up to keep what it has acknowledged. */
public final class Durability {
  private Durability() {}

  /**
   * The settings by which committed records can be lost, each as a sentence with the remedy; none
   * where all is well. Reads only.
   *
   * @throws SQLException where the settings cannot be read
   */
  public static List<String> warnings(Connection connection) throws SQLException {
    List<String> warnings = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      switch (Dialect.of(connection).engine()) {
        case H2 -> h2(statement, warnings);
        case POSTGRESQL -> postgres(statement, warnings);
        case MARIADB -> mariaDb(statement, warnings);
      }
    }
    return List.copyOf(warnings);
  }

  private static void h2(Statement statement, List<String> warnings) throws SQLException {
    String delay =
        "select setting_value from information_schema.settings"
            + " where setting_name = 'WRITE_DELAY' and database_path() is not null";
    try (ResultSet row = statement.executeQuery(delay)) {
      if (row.next() && !row.getString(1).equals("0")) {
        warnings.add(
            "H2 writes with a delay of "
                + row.getString(1)
                + " ms: what was committed just before the process ends is lost. Add"
                + " ;WRITE_DELAY=0 to the URL");
      }
    }
  }

  private static void postgres(Statement statement, List<String> warnings) throws SQLException {
    String settings =
        "select name from pg_settings where setting = 'off'"
            + " and name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name";
    try (ResultSet rows = statement.executeQuery(settings)) {
      while (rows.next()) {
        String name = rows.getString(1);
        String loss =
            name.equals("synchronous_commit")
                ? "the last commits before a crash are lost"
                : "a crash of the machine can destroy the database";
        warnings.add("PostgreSQL runs with " + name + " = off: " + loss + ". Switch it on");
      }
    }
  }

  private static void mariaDb(Statement statement, List<String> warnings) throws SQLException {
    String settings =
        "select @@innodb_flush_log_at_trx_commit, @@innodb_doublewrite,"
            + " @@default_storage_engine";
    try (ResultSet row = statement.executeQuery(settings)) {
      row.next();
      if (row.getInt(1) != 1) {
        warnings.add(
            "MariaDB runs with innodb_flush_log_at_trx_commit = "
                + row.getInt(1)
                + ": the last commits before a crash are lost. Set it to 1");
      }
      if (List.of("0", "OFF").contains(row.getString(2))) {
        warnings.add(
            "MariaDB runs with innodb_doublewrite off: a crash of the machine can destroy the"
                + " database. Switch it on");
      }
      if (!row.getString(3).equalsIgnoreCase("InnoDB")) {
        warnings.add(
            "MariaDB makes tables in "
                + row.getString(3)
                + " unless told otherwise; those of the library are in InnoDB, but tables without"
                + " transactions beside them are not safe. Set default_storage_engine = InnoDB");
      }
    }
  }
}
