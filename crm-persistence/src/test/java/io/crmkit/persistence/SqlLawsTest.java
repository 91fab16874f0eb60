package io.crmkit.persistence;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;
import io.crmkit.persistence.testing.SqlLaws;

/** What holds of every store, on every database. */
class SqlLawsTest {
  @On(Database.H2)
  static class H2 extends SqlLaws {}

  @On(Database.H2_FILE)
  static class H2File extends SqlLaws {}

  @On(Database.POSTGRESQL)
  static class Postgres extends SqlLaws {}

  @On(Database.MARIADB)
  static class Maria extends SqlLaws {}
}
