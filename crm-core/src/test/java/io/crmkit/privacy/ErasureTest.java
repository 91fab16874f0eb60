package io.crmkit.privacy;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Jobs;
import io.crmkit.kernel.work.PersonalStore;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.RawRows;
import io.crmkit.testing.TestStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People can be erased: from records, from what records were, from everywhere. */
class ErasureTest extends CrmTest {
  private static final String CANARY = "Canaryna";

  private final Store store = TestStores.fresh();

  /** What another feature keeps in files. */
  private final Map<Ref<?>, String> files = new HashMap<>();

  private boolean broken;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.store(store).module(new Files());
  }

  private final class Files implements CrmModule, PersonalStore {
    @Override
    public String name() {
      return "files";
    }

    @Override
    public List<EntityType<?>> types() {
      return List.of();
    }

    @Override
    public void register(Hooks hooks) {
      hooks.personal(this);
    }

    @Override
    public int erase(Workspace space, Ref<?> record) {
      if (broken && record.type() == Contact.TYPE) {
        throw new IllegalStateException("killed");
      }
      return files.remove(record) == null ? 0 : 1;
    }

    @Override
    public List<Json> report(Workspace space, Ref<?> record) {
      return files.containsKey(record) ? List.of(Json.of(files.get(record))) : List.of();
    }
  }

  private void assertNowhere(String text) {
    List<String> found =
        RawRows.texts(store, ada).stream()
            .filter(each -> each.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
            .toList();
    assertEquals(List.of(), found);
  }

  private Contact canary() {
    Customer acme = ada.customers().create(d -> d.set(Customer.NAME, "Acme GmbH"));
    ada.customization()
        .addField(
            Contact.TYPE,
            "nickname",
            FieldKind.TEXT,
            d -> d.set(FieldDefinition.PERSONAL, true).set(FieldDefinition.UNIQUE, true));
    TextField<Contact> nickname =
        ada.customization().field(Contact.TYPE, "nickname", TextField.class);
    Contact eva =
        ada.customers()
            .addContact(
                acme,
                d ->
                    d.set(Contact.NAME, CANARY + " One")
                        .set(Contact.EMAIL, CANARY + "@example.com")
                        .set(Contact.MOBILE, "+49 170 1234567")
                        .set(Contact.NOTES, "knows " + CANARY)
                        .set(Contact.EXTERNAL_ID, "X" + CANARY)
                        .set(nickname, CANARY + " nick")
                        .set(Contact.BIRTHDAY, LocalDate.of(1981, 5, 7)));
    clock.advance(Duration.ofDays(1));
    eva = ada.contacts().update(eva, d -> d.set(Contact.NAME, CANARY + " Two"));
    Contact person = eva;
    ada.pipeline()
        .open(
            acme,
            aDeal("40 seats")
                .andThen(
                    d ->
                        d.set(Opportunity.CONTACT, person)
                            .set(Opportunity.NEXT_STEP, "call " + CANARY + " at home")));
    Opportunity deal = ada.opportunities().query().first().orElseThrow();
    ada.pipeline().lose(deal, "lost to a friend of " + CANARY);
    ada.customers().assignRole(eva, acme, "buyer", LocalDate.of(2027, 1, 1));
    files.put(eva.ref(), CANARY + ".pdf");
    return eva;
  }

  @Test
  void erasing_a_person_leaves_nothing_of_them_in_any_record_audit_or_outbox() {
    Contact eva = canary();
    assertTrue(RawRows.texts(store, ada).stream().anyMatch(text -> text.contains(CANARY)));
    Erasure receipt = ada.privacy().erase(eva.ref(), "request of 1 March");
    assertTrue(receipt.isDone());
    assertEquals(1, receipt.counts().get("contact"));
    assertEquals(1, receipt.counts().get("opportunity"));
    assertEquals(1, receipt.counts().get("files"));
    assertEquals(4, receipt.counts().get("suppression"));
    assertTrue(receipt.counts().get("history") >= 3);
    assertNowhere(CANARY);
    assertNowhere("1981-05-07");
    assertNowhere("1701234567");
    assertTrue(files.isEmpty());
    Contact gone = ada.contacts().get(eva.ref());
    assertEquals("erased", gone.get(Contact.NAME));
    assertNull(gone.get(Contact.EMAIL));
    assertEquals(eva.get(Contact.CUSTOMER), gone.get(Contact.CUSTOMER));
  }

  @Test
  void what_was_written_about_a_person_before_is_shown_as_missing_afterwards() {
    Contact eva = canary();
    ada.privacy().erase(eva.ref(), "request");
    List<AuditEntry> history = ada.contacts().history(eva.ref());
    assertEquals(3, history.size());
    assertEquals(AuditEntry.Event.ERASED, history.get(2).get(AuditEntry.EVENT));
    assertNull(history.get(0).changes().of(Contact.NAME).after());
    assertNull(ada.contacts().asOf(START).find(eva.ref()).orElseThrow().get(Contact.EMAIL));
    clock.advance(Duration.ofDays(1));
    Contact later =
        ada.contacts()
            .update(ada.contacts().get(eva.ref()), d -> d.set(Contact.NOTES, "anonymous"));
    assertEquals(
        "anonymous", ada.contacts().history(eva.ref()).get(3).changes().of(Contact.NOTES).after());
    assertEquals(later, ada.contacts().asOf(clock.instant()).find(eva.ref()).orElseThrow());
  }

  @Test
  void erasing_somebody_again_erases_nothing_more() {
    Contact eva = canary();
    Erasure first = ada.privacy().erase(eva.ref(), "request");
    Erasure second = ada.privacy().erase(eva.ref(), "request");
    assertTrue(second.isDone());
    assertFalse(second.counts().containsKey("contact"));
    assertEquals(first, ada.privacy().erasures().get(first.ref()));
  }

  @Test
  void an_erasure_that_was_killed_is_gone_on_with() {
    Contact eva = canary();
    broken = true;
    assertThrows(IllegalStateException.class, () -> ada.privacy().erase(eva.ref(), "request"));
    Erasure half = ada.privacy().erasures().query().first().orElseThrow();
    assertEquals(Erasure.State.RUNNING, half.get(Erasure.STATE));
    broken = false;
    for (Jobs.Run run : crm.jobs().runDue()) {
      assertTrue(run.failed().isEmpty(), run::toString);
    }
    Erasure whole = ada.privacy().erasures().get(half.ref());
    assertTrue(whole.isDone());
    assertEquals(1, whole.counts().get("opportunity"));
    assertEquals(1, whole.counts().get("contact"));
    assertNowhere(CANARY);
  }

  @Test
  void a_deleted_person_can_be_erased() {
    Contact eva = canary();
    ada.contacts().delete(eva);
    assertTrue(ada.privacy().erase(eva.ref(), "request").isDone());
    assertNowhere(CANARY);
  }

  @Test
  void a_company_is_no_person_and_a_private_customer_is() {
    Customer acme = ada.customers().create(d -> d.set(Customer.NAME, "Acme GmbH"));
    assertThrows(InvalidRequestException.class, () -> ada.privacy().erase(acme.ref(), "request"));
    Customer eva =
        ada.customers()
            .create(
                d ->
                    d.set(Customer.NAME, CANARY)
                        .set(Customer.KIND, Customer.Kind.PERSON)
                        .set(Customer.HOBBIES, Set.of(CANARY))
                        .set(Customer.ADDRESS, Address.builder().city(CANARY).build()));
    ada.privacy().erase(eva.ref(), "request");
    assertNowhere(CANARY);
  }

  @Test
  void an_erased_person_cannot_be_entered_again_but_colleagues_can() {
    Contact eva = canary();
    ada.contacts().create(aContact("Bob").andThen(d -> d.set(Contact.PHONE, "+49 30 1111111")));
    ada.contacts()
        .update(ada.contacts().get(eva.ref()), d -> d.set(Contact.PHONE, "+49 30 1111111"));
    ada.privacy().erase(eva.ref(), "request");
    ValidationException refused =
        assertThrows(
            ValidationException.class,
            () ->
                ada.contacts()
                    .create(
                        aContact("E").andThen(d -> d.set(Contact.EMAIL, CANARY + "@EXAMPLE.com"))));
    assertEquals("violation.suppressed", refused.violations().get(0).code());
    assertThrows(
        ValidationException.class,
        () ->
            ada.customers()
                .create(d -> d.set(Customer.NAME, "E").set(Customer.PHONE, "+491701234567")));
    assertThrows(
        ValidationException.class,
        () ->
            ada.contacts()
                .create(aContact("E").andThen(d -> d.set(Contact.EXTERNAL_ID, "X" + CANARY))));
    ada.contacts().create(aContact("Ina").andThen(d -> d.set(Contact.PHONE, "+49 30 1111111")));
  }

  @Test
  void a_legal_hold_keeps_a_person_from_being_erased_or_destroyed() {
    Contact eva = ada.contacts().create(aContact("Eva"));
    LegalHold hold = ada.privacy().hold(eva.ref(), "case 17");
    assertThrows(InvalidRequestException.class, () -> ada.privacy().erase(eva.ref(), "request"));
    assertThrows(InvalidRequestException.class, () -> ada.contacts().purge(eva));
    ada.privacy().release(hold);
    assertTrue(ada.privacy().erase(eva.ref(), "request").isDone());
  }

  @Test
  void a_purged_record_takes_the_key_to_its_history_along() {
    Contact eva = ada.contacts().create(aContact(CANARY));
    ada.contacts().purge(eva);
    assertNowhere(CANARY);
  }
}
