package io.crmkit.custom;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Store;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one store, of which one does not know a custom field. */
@AnyStore
class SeveralNodesTest {
  private static final Extension<Customer> MORE = Extension.of(() -> Customer.TYPE);
  private static final TextField<Customer> CARD = MORE.text("card").unique().add();

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final Supplier<Store> nodes = TestStores.shared();
  private final Crm newer = Fixtures.aCrm(clock).store(nodes.get()).extend(MORE).open();
  private final Crm older = Fixtures.aCrm(clock).store(nodes.get()).random(new Random(1)).open();
  private final Session there = newer.as("ada");
  private final Session here = older.as("bob");

  @AfterEach
  void close() {
    newer.close();
    older.close();
  }

  @Test
  void a_value_that_a_node_does_not_know_is_carried_through_unchanged() {
    Customer acme = there.customers().create(aCustomer().andThen(d -> d.set(CARD, "X-1")));
    Customer read = here.customers().get(acme.ref());
    Customer changed = here.customers().update(read, d -> d.set(Customer.LEVEL, "A"));
    Customer saved = here.customers().save(changed.with(Customer.EMPLOYEES, 5L));
    here.customers().restore(here.customers().delete(saved));
    Customer back = there.customers().get(acme.ref());
    assertEquals("X-1", back.get(CARD));
    assertEquals("A", back.get(Customer.LEVEL));
    assertEquals(5, back.version());
    Ledger.check(there);
  }

  @Test
  void what_one_node_defines_the_other_knows_within_a_minute() {
    assertNull(here.customization().layout().find(Customer.TYPE, "color"));
    there.customization().addField(Customer.TYPE, "color", FieldKind.TEXT);
    assertNotNull(there.customization().layout().find(Customer.TYPE, "color"));
    clock.advance(Duration.ofMinutes(1));
    assertNotNull(here.customization().layout().find(Customer.TYPE, "color"));
  }
}
