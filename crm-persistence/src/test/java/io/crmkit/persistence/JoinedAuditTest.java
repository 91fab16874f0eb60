package io.crmkit.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Crm;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.audit.AuditPolicy;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.TestPolicy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Within the host's transactions, what is audited of access is final when the host commits. */
class JoinedAuditTest {
  private static final String URL = "jdbc:h2:mem:joined_audit;DB_CLOSE_DELAY=-1";

  @Test
  void what_was_seen_and_refused_shares_the_fate_of_the_hosts_transaction() throws SQLException {
    TestPolicy rights = new TestPolicy().deny("bob", Customer.TYPE);
    Crm.on(SqlStore.on(URL, "", "")).close(); // makes the tables
    try (Connection connection = DriverManager.getConnection(URL);
        Crm crm =
            Crm.builder()
                .store(SqlStore.joining(() -> connection))
                .policy(rights)
                .audit(AuditPolicy.standard().records(Customer.TYPE))
                .open()) {
      connection.setAutoCommit(false);
      Customer acme = crm.as("ada").customers().create(Fixtures.aCustomer());
      crm.as("ada").customers().get(acme.ref());
      assertThrows(AccessDeniedException.class, () -> crm.as("bob").customers().create(d -> {}));
      assertEquals(2, count(crm));
      connection.commit();
      crm.as("ada").customers().get(acme.ref());
      assertThrows(AccessDeniedException.class, () -> crm.as("bob").customers().query().count());
      assertEquals(4, count(crm));
      connection.rollback();
      assertEquals(2, count(crm));
    }
  }

  private static long count(Crm crm) {
    return crm.as("ada").records(AccessEntry.TYPE).query().count();
  }
}
