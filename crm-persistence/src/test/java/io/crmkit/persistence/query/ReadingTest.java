package io.crmkit.persistence.query;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;

/** What is read is the same on every database. */
class ReadingTest {
  @On(Database.H2)
  static class H2 extends ReadingLaws {}

  @On(Database.POSTGRESQL)
  static class Postgres extends ReadingLaws {}

  @On(Database.MARIADB)
  static class Maria extends ReadingLaws {}
}
