package io.crmkit.testing;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test with a CRM of its own: a clock that stands still, chance from a seed, everybody may do
 * everything. Behind each test the {@link Ledger} is checked.
 */
@AnyStore
public abstract class CrmTest {
  /** The time at which every test begins: a Monday. */
  protected static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

  /** The time. */
  protected final ManualClock clock = new ManualClock(START);

  /** The CRM. */
  protected Crm crm;

  /** Somebody without restrictions. */
  protected Session ada;

  /** Somebody else; restricted where the test says so. */
  protected Session bob;

  /** Says what is different about this test's CRM. */
  protected void configure(CrmBuilder builder) {}

  @BeforeEach
  final void openTheCrm() {
    CrmBuilder builder = Fixtures.aCrm(clock);
    configure(builder);
    crm = builder.open();
    ada = crm.as("ada");
    bob = crm.as("bob");
  }

  @AfterEach
  final void checkTheLedgerAndClose() {
    Ledger.check(ada);
    crm.close();
  }
}
