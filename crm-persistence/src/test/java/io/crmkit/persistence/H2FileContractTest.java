package io.crmkit.persistence;

import static io.crmkit.persistence.testing.Database.H2_FILE;
import static io.crmkit.persistence.testing.Wiring.HOST_POOL;
import static io.crmkit.persistence.testing.Wiring.HOST_TRANSACTION;
import static io.crmkit.persistence.testing.Wiring.OWN_POOL;

import io.crmkit.persistence.testing.On;
import io.crmkit.persistence.testing.SqlContract;

/** What every store has to do, on H2 in a file, however it is wired. */
class H2FileContractTest {
  @On(value = H2_FILE, wiring = OWN_POOL)
  static class OwnPool extends SqlContract {}

  @On(value = H2_FILE, wiring = HOST_POOL)
  static class HostPool extends SqlContract {}

  @On(value = H2_FILE, wiring = HOST_TRANSACTION)
  static class HostTransaction extends SqlContract {}
}
