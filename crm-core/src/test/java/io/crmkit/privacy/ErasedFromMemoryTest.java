package io.crmkit.privacy;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.Papers;
import io.crmkit.testing.Patient;
import io.crmkit.testing.Reachable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is erased or encrypted can be reached from the memory store in no way. */
class ErasedFromMemoryTest {
  private static final String PERSON = "canaryna";
  private static final String SECRET = "secretna";

  private static List<String> reached(MemoryStore store, String text) {
    return Reachable.texts(store).stream()
        .filter(each -> each.toLowerCase(Locale.ROOT).contains(text))
        .toList();
  }

  @Test
  void no_object_of_the_store_has_what_was_erased_or_encrypted() {
    MemoryStore store = new MemoryStore();
    ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
    try (Crm crm = Fixtures.aCrm(clock).store(store).module(new Patient.Module()).open()) {
      Session ada = crm.as("ada");
      others(ada);
      Ref<Contact> eva = entered(ada);
      ada.contacts().where(Contact.NAME.startsWith("c")).orderBy(Contact.NAME.asc()).list();
      ada.contacts().where(Contact.EMAIL.is("x@example.com")).count();
      assertTrue(reached(store, PERSON).size() > 3, "looks in vain");
      assertEquals(List.of(), reached(store, SECRET));
      assertTrue(ada.privacy().erase(eva, "request").isDone());
      assertEquals(List.of(), reached(store, PERSON));
    }
  }

  @Test
  void no_object_of_the_store_has_what_was_purged() {
    MemoryStore store = new MemoryStore();
    try (Crm crm = Fixtures.aCrm().store(store).open()) {
      Session ada = crm.as("ada");
      Contact eva = ada.contacts().create(aContact(PERSON));
      Contact changed = ada.contacts().update(eva, d -> d.set(Contact.NAME, PERSON + " two"));
      assertTrue(reached(store, PERSON).size() > 1, "looks in vain");
      ada.contacts().purge(ada.contacts().delete(changed));
      assertEquals(List.of(), reached(store, PERSON));
    }
  }

  @Test
  void what_one_unit_of_work_has_made_and_purged_was_never_kept() {
    MemoryStore store = new MemoryStore();
    try (Crm crm = Fixtures.aCrm().store(store).open()) {
      crm.as("ada").run(work -> work.contacts().purge(work.contacts().create(aContact(PERSON))));
      assertEquals(List.of(), reached(store, PERSON));
    }
  }

  /** So many that the store keeps indexes, which must let go as well. */
  private static void others(Session ada) {
    List<Consumer<Draft<Contact>>> fillings = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      fillings.add(aContact("Other " + i));
    }
    ada.contacts().createAll(fillings);
  }

  private static Ref<Contact> entered(Session ada) {
    Customer acme = ada.customers().create(d -> d.set(Customer.NAME, "Acme GmbH"));
    Contact eva =
        ada.contacts()
            .create(
                aContact(PERSON)
                    .andThen(
                        d ->
                            d.set(Contact.EMAIL, PERSON + "@example.com")
                                .set(Contact.EXTERNAL_ID, PERSON)
                                .set(Contact.NOTES, "knows " + PERSON)));
    Contact changed = ada.contacts().update(eva, d -> d.set(Contact.NAME, PERSON + " two"));
    ada.pipeline()
        .open(
            acme,
            aDeal("40 seats")
                .andThen(
                    d ->
                        d.set(Opportunity.CONTACT, changed)
                            .set(Opportunity.NEXT_STEP, "call " + PERSON)));
    Papers.with(ada, acme, changed, PERSON);
    ada.records(Patient.TYPE).create(d -> d.set(Patient.NAME, "P").set(Patient.INSURANCE, SECRET));
    return changed.ref();
  }
}
