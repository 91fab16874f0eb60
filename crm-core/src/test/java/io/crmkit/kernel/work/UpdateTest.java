package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.TextField;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Gadget;
import io.crmkit.testing.GadgetModule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class UpdateTest extends CrmTest {
  @Override
  protected void configure(CrmBuilder builder) {
    builder.module(new GadgetModule());
  }

  private Records<Gadget> gadgets() {
    return ada.records(Gadget.TYPE);
  }

  private Gadget lamp() {
    return gadgets().create(d -> d.set(Gadget.NAME, "lamp").set(Gadget.SERIAL, "AB-0001"));
  }

  private static String refused(Executable verb) {
    ValidationException refused = assertThrows(ValidationException.class, verb);
    assertEquals(1, refused.violations().size(), refused::getMessage);
    return refused.violations().get(0).field() + " " + refused.violations().get(0).code();
  }

  @Test
  void a_change_gives_another_snapshot_and_leaves_the_old_one_alone() {
    Gadget lamp = lamp();
    clock.advance(Duration.ofMinutes(1));
    Gadget heavy = bob.records(Gadget.TYPE).update(lamp, d -> d.set(Gadget.WEIGHT, 7L));
    assertEquals(2, heavy.version());
    assertEquals(7L, heavy.get(Gadget.WEIGHT));
    assertEquals("ada", heavy.get(Gadget.TYPE.createdBy()));
    assertEquals(START, heavy.get(Gadget.TYPE.createdAt()));
    assertEquals("bob", heavy.get(Gadget.TYPE.updatedBy()));
    assertEquals(START.plusSeconds(60), heavy.get(Gadget.TYPE.updatedAt()));
    assertEquals(1, lamp.version());
    assertNull(lamp.get(Gadget.WEIGHT));
    assertEquals(heavy, gadgets().get(lamp.ref()));
  }

  @Test
  void a_change_of_nothing_writes_nothing() {
    Gadget lamp = lamp();
    clock.advance(Duration.ofMinutes(1));
    assertEquals(lamp, gadgets().update(lamp, d -> {}));
    assertEquals(lamp, gadgets().update(lamp, d -> d.set(Gadget.NAME, "lamp")));
    assertEquals(lamp, gadgets().update(lamp, d -> d.clear(Gadget.WEIGHT)));
    assertEquals(lamp, gadgets().save(lamp));
    assertEquals(lamp, gadgets().save(lamp.with(Gadget.WEIGHT, 5L).with(Gadget.WEIGHT, null)));
    assertEquals(lamp, gadgets().get(lamp.ref()));
    assertEquals(1, ada.records(AuditEntry.TYPE).query().count());
  }

  @Test
  void a_copy_with_other_values_is_saved() {
    Gadget lamp = lamp();
    Gadget copy = lamp.with(Gadget.WEIGHT, 7L).with(Gadget.NAME, "fan");
    assertEquals("lamp", gadgets().get(lamp.ref()).get(Gadget.NAME));
    Gadget saved = gadgets().save(copy);
    assertEquals(2, saved.version());
    assertEquals("fan", saved.get(Gadget.NAME));
    assertEquals(7L, saved.get(Gadget.WEIGHT));
    assertThrows(ConflictException.class, () -> gadgets().save(copy));
  }

  @Test
  void a_copy_is_checked_as_any_change_is() {
    Gadget lamp = lamp();
    assertEquals(
        "weight violation.greatest", refused(() -> gadgets().save(lamp.with(Gadget.WEIGHT, 101L))));
    assertEquals(
        "status violation.managed", refused(() -> gadgets().save(lamp.with(Gadget.STATUS, "x"))));
    assertEquals(
        "name violation.required", refused(() -> gadgets().save(lamp.with(Gadget.NAME, null))));
    assertThrows(IllegalArgumentException.class, () -> lamp.with(version(), 3L));
  }

  @SuppressWarnings("unchecked") // the version of every record is a Long
  private static Field<Gadget, Long> version() {
    return (Field<Gadget, Long>) Gadget.TYPE.field("version");
  }

  @Test
  void what_is_immutable_stays_as_it_was_written() {
    Gadget lamp = lamp();
    assertEquals(
        "serial violation.immutable",
        refused(() -> gadgets().update(lamp, d -> d.set(Gadget.SERIAL, "AB-0002"))));
    assertEquals(
        "serial violation.immutable",
        refused(() -> gadgets().update(lamp, d -> d.clear(Gadget.SERIAL))));
    Gadget fan = gadgets().create(d -> d.set(Gadget.NAME, "fan"));
    Gadget numbered = gadgets().update(fan, d -> d.set(Gadget.SERIAL, "AB-0003"));
    assertEquals("AB-0003", numbered.get(Gadget.SERIAL));
  }

  @Test
  void what_the_system_holds_cannot_be_changed() {
    Gadget lamp = lamp();
    assertEquals(
        "created_by violation.system",
        refused(() -> gadgets().update(lamp, d -> d.set(Gadget.TYPE.createdBy(), "eve"))));
    assertThrows(IllegalArgumentException.class, () -> lamp.with(Gadget.TYPE.createdBy(), "eve"));
  }

  @Test
  void a_snapshot_that_somebody_else_has_made_old_is_refused() {
    Gadget lamp = lamp();
    bob.records(Gadget.TYPE).update(lamp, d -> d.set(Gadget.WEIGHT, 7L));
    ConflictException stale =
        assertThrows(
            ConflictException.class, () -> gadgets().update(lamp, d -> d.set(Gadget.WEIGHT, 8L)));
    assertEquals("conflict.stale", stale.code());
    assertTrue(stale.getMessage().contains(lamp.ref().toString()), stale.getMessage());
    assertThrows(ConflictException.class, () -> gadgets().delete(lamp));
    assertThrows(ConflictException.class, () -> gadgets().purge(lamp));
    assertThrows(ConflictException.class, () -> gadgets().expect(lamp));
    assertEquals(7L, gadgets().get(lamp.ref()).get(Gadget.WEIGHT));
  }

  @Test
  void a_purged_record_is_gone_for_whoever_still_holds_a_snapshot() {
    Gadget lamp = lamp();
    gadgets().purge(lamp);
    for (Executable verb :
        List.<Executable>of(
            () -> gadgets().update(lamp, d -> d.set(Gadget.WEIGHT, 7L)),
            () -> gadgets().delete(lamp),
            () -> gadgets().purge(lamp))) {
      assertEquals("conflict.gone", assertThrows(ConflictException.class, verb).code());
    }
  }

  @Test
  void of_two_who_change_a_record_at_once_one_wins() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 50; round++) {
        Gadget lamp = gadgets().create(d -> d.set(Gadget.NAME, "lamp"));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Boolean>> tries =
            List.of(
                two.submit(() -> changes(lamp, 1L, start)),
                two.submit(() -> changes(lamp, 2L, start)));
        boolean first = tries.get(0).get();
        assertNotEquals(first, tries.get(1).get());
        Gadget after = gadgets().get(lamp.ref());
        assertEquals(2, after.version());
        assertEquals(first ? 1L : 2L, after.get(Gadget.WEIGHT));
      }
    } finally {
      two.shutdownNow();
    }
  }

  private boolean changes(Gadget gadget, long weight, CyclicBarrier start) throws Exception {
    start.await();
    try {
      gadgets().update(gadget, d -> d.set(Gadget.WEIGHT, weight));
      return true;
    } catch (ConflictException lost) {
      return false;
    }
  }

  @Test
  void a_deleted_record_is_restored_before_it_is_changed() {
    Gadget lamp = lamp();
    Gadget deleted = gadgets().delete(lamp);
    CrmException refused =
        assertThrows(
            InvalidRequestException.class,
            () -> gadgets().update(deleted, d -> d.set(Gadget.WEIGHT, 7L)));
    assertEquals("request.deleted", refused.code());
  }

  @Test
  void a_value_under_a_name_that_nobody_knows_is_refused() {
    TextField<Customer> unknown = Extension.of(() -> Customer.TYPE).text("unheard_of").add();
    Customer acme = ada.customers().create(aCustomer());
    assertEquals(
        "unheard_of violation.unknown_field",
        refused(() -> ada.customers().update(acme, d -> d.set(unknown, "x"))));
    assertEquals(
        "unheard_of violation.unknown_field",
        refused(() -> ada.customers().save(acme.with(unknown, "x"))));
    assertEquals(
        "unheard_of violation.unknown_field",
        refused(() -> ada.customers().create(aCustomer().andThen(d -> d.set(unknown, "x")))));
  }

  @Test
  void a_record_of_another_tenant_is_gone() {
    Gadget lamp = lamp();
    Records<Gadget> elsewhere = crm.as("other", "ada").records(Gadget.TYPE);
    assertEquals(
        "conflict.gone",
        assertThrows(
                ConflictException.class,
                () -> elsewhere.update(lamp, d -> d.set(Gadget.WEIGHT, 7L)))
            .code());
    assertEquals(
        "part_of violation.ref_missing",
        refused(() -> elsewhere.create(d -> d.set(Gadget.NAME, "fan").set(Gadget.PART_OF, lamp))));
    assertEquals(lamp, gadgets().get(lamp.ref()));
  }
}
