package io.crmkit.persistence.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class H2ReadingTest extends ReadingLaws {
  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:");
  }
}
