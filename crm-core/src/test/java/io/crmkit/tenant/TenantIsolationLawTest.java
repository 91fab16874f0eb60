package io.crmkit.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens in one tenant, everything that is kept of another stays as it is. */
class TenantIsolationLawTest {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final int FOUNDING = 10;

  @Property(tries = 15)
  void a_step_in_one_tenant_changes_nothing_in_the_other(
      @ForAll @IntRange(min = 1, max = 1_000_000) int one,
      @ForAll @IntRange(min = 1, max = 1_000_000) int two,
      @ForAll @Size(max = 15) List<Boolean> turns)
      throws IOException {
    try (Crm crm = Fixtures.aCrm(new ManualClock(START)).open()) {
      History first = new History(crm.as("one", "ada"), one);
      History second = new History(crm.as("two", "ada"), two);
      first.happen(FOUNDING);
      second.happen(FOUNDING);
      int step = FOUNDING;
      for (boolean turn : turns) {
        String idle = turn ? "two" : "one";
        List<String> before = rows(crm, idle);
        (turn ? first : second).step(step++);
        assertEquals(before, rows(crm, idle));
      }
    }
  }

  /** Every row of a tenant; the first line, the head, tells when it was written. */
  private static List<String> rows(Crm crm, String tenant) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    crm.tenants().exportTo(tenant, out);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    return lines.subList(1, lines.size());
  }
}
