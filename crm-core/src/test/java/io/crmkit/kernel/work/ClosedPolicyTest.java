package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.aUnit;
import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.store.Store;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.TestStores;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Unless a host says otherwise, nobody may do anything. */
@AnyStore
class ClosedPolicyTest {
  private final Store store = TestStores.fresh();
  private final Crm open = Crm.builder().store(store).policy(AccessPolicy.open()).open();
  private final Crm closed = Crm.on(TestStores.fresh());
  private final Session nobody = closed.as("ada");

  @AfterEach
  void close() {
    open.close();
    closed.close();
  }

  @Test
  void nobody_reads_any_type() {
    for (EntityType<?> type : nobody.workspace().layout().types()) {
      Records<?> records = nobody.records(type);
      for (Executable read :
          List.<Executable>of(
              () -> records.query().list(),
              () -> records.query().count(),
              () -> records.query().exists(),
              () -> records.asOf(java.time.Instant.EPOCH).list())) {
        assertEquals(
            "denied.operation", assertThrows(AccessDeniedException.class, read).code(), type::name);
      }
    }
  }

  @Test
  void nobody_writes_anything() {
    Customer acme = open.as("ada").customers().create(aCustomer());
    for (Executable verb :
        List.<Executable>of(
            () -> nobody.customers().create(aCustomer()),
            () -> nobody.customers().update(acme, d -> d.set(Customer.LEVEL, "A")),
            () -> nobody.customers().delete(acme),
            () -> nobody.customers().restore(acme),
            () -> nobody.customers().purge(acme),
            () -> nobody.customers().expect(acme),
            () -> nobody.contacts().create(aContact("Eva")),
            () -> nobody.catalog().create(aProduct("Lamp")),
            () -> nobody.organization().create(aUser("ada")),
            () -> nobody.organization().units().create(aUnit("Sales")),
            () -> nobody.organization().me(),
            () -> nobody.pipeline().open(acme, aDeal("x")),
            () -> nobody.pipeline().get("standard"),
            () ->
                nobody
                    .pipeline()
                    .define("b2b", d -> d.open("a", "A", "0").won("w", "W").lost("l", "L")),
            () ->
                nobody
                    .customization()
                    .addField(Customer.TYPE, "color", FieldDefinition.FieldKind.TEXT),
            () -> nobody.customization().addType("project", d -> {}),
            () -> nobody.customization().addCode("industry", "toys"))) {
      assertEquals("denied.operation", assertThrows(AccessDeniedException.class, verb).code());
    }
  }
}
