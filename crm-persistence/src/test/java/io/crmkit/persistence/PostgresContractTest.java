package io.crmkit.persistence;

import static io.crmkit.persistence.testing.Database.POSTGRESQL;
import static io.crmkit.persistence.testing.Wiring.AUTO_COMMIT_OFF;
import static io.crmkit.persistence.testing.Wiring.HOST_POOL;
import static io.crmkit.persistence.testing.Wiring.HOST_TRANSACTION;
import static io.crmkit.persistence.testing.Wiring.ODD_TIME_ZONE;
import static io.crmkit.persistence.testing.Wiring.OTHER_SCHEMA;
import static io.crmkit.persistence.testing.Wiring.OWN_POOL;
import static io.crmkit.persistence.testing.Wiring.SPRING_DATA_SOURCE;
import static io.crmkit.persistence.testing.Wiring.SPRING_TRANSACTION;
import static io.crmkit.persistence.testing.Wiring.TABLE_PREFIX;
import static io.crmkit.persistence.testing.Wiring.TURKISH;

import io.crmkit.persistence.testing.On;
import io.crmkit.persistence.testing.SqlContract;

/** What every store has to do, on PostgreSQL, however it is wired. */
class PostgresContractTest {
  @On(value = POSTGRESQL, wiring = OWN_POOL)
  static class OwnPool extends SqlContract {}

  @On(value = POSTGRESQL, wiring = HOST_POOL)
  static class HostPool extends SqlContract {}

  @On(value = POSTGRESQL, wiring = AUTO_COMMIT_OFF)
  static class AutoCommitOff extends SqlContract {}

  @On(value = POSTGRESQL, wiring = HOST_TRANSACTION)
  static class HostTransaction extends SqlContract {}

  @On(value = POSTGRESQL, wiring = SPRING_TRANSACTION)
  static class SpringTransaction extends SqlContract {}

  @On(value = POSTGRESQL, wiring = SPRING_DATA_SOURCE)
  static class SpringDataSource extends SqlContract {}

  @On(value = POSTGRESQL, wiring = TABLE_PREFIX)
  static class TablePrefix extends SqlContract {}

  @On(value = POSTGRESQL, wiring = OTHER_SCHEMA)
  static class OtherSchema extends SqlContract {}

  @On(value = POSTGRESQL, wiring = TURKISH)
  static class Turkish extends SqlContract {}

  @On(value = POSTGRESQL, wiring = ODD_TIME_ZONE)
  static class OddTimeZone extends SqlContract {}
}
