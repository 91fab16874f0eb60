package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What H2 settles for the database as a whole. */
final class H2Setup {
  /** A text of a few lines stays in its row: reading a page is forty times as fast. */
  static final String SHORT_TEXTS_WITHIN = "set max_length_inplace_lob 4096";

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private H2Setup() {}

  /** To be called before the first table is made. */
  static void prepare(Connection connection, Place place) throws SQLException {
    if (place.dialect().engine() != Engine.H2) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "select setting_value from information_schema.settings"
                  + " where setting_name = 'COLLATION' and setting_value <> 'OFF'")) {
        if (row.next()) {
          LOG.warn(
              "This H2 database compares texts by the collation {}: texts may be sorted in another"
                  + " order than elsewhere, and different ones taken for the same. The library"
                  + " wants a database without one (SET DATABASE COLLATION OFF, before the first"
                  + " table is made)",
              row.getString(1));
        }
      }
      keepShortTextsWithin(statement);
    }
    connection.commit();
  }

  private static void keepShortTextsWithin(Statement statement) {
    try {
      statement.execute(SHORT_TEXTS_WITHIN);
    } catch (SQLException refused) {
      LOG.info(
          "Texts will be read slowly, since the user may not '{}' in this H2 database: {}",
          SHORT_TEXTS_WITHIN,
          refused.getMessage());
    }
  }
}
