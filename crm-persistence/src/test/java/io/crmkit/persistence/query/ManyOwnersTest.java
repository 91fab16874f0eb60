package io.crmkit.persistence.query;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;

/** What somebody sees who sees the rows of many is the same on every database. */
class ManyOwnersTest {
  @On(Database.H2)
  static class H2 extends ManyOwnersLaws {}

  @On(Database.POSTGRESQL)
  static class Postgres extends ManyOwnersLaws {}

  @On(Database.MARIADB)
  static class Maria extends ManyOwnersLaws {}
}
