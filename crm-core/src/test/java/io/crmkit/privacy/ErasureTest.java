package io.crmkit.privacy;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aDeal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.attachment.Attachment;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintedDocument;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.Entity;
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
import io.crmkit.order.OrderLine;
import io.crmkit.order.SalesOrder;
import io.crmkit.quote.Quote;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Papers;
import io.crmkit.testing.RawRows;
import io.crmkit.testing.TestStores;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** People can be erased: from records, from what records were, from everywhere. */
class ErasureTest extends CrmTest {
  private static final String CANARY = "Canaryna";

  private final Store store = TestStores.fresh();

  /** What another feature keeps in files. */
  private final Map<Ref<?>, String> files = new HashMap<>();

  private boolean broken;
  private Papers papers;

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
    public int erase(Workspace space, Ref<?> record, Predicate<Entity<?>> kept) {
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
    papers = Papers.with(ada, acme, eva, CANARY);
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
    assertEquals(2, receipt.counts().get("quote"));
    assertEquals(1, receipt.counts().get("sales_order"));
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
  void quotes_and_orders_keep_their_numbers_lines_and_sums_when_a_person_is_erased() {
    Contact eva = canary();
    Quote quote = ada.quotes().get(papers.declined());
    SalesOrder order = ada.orders().get(papers.order());
    List<OrderLine> lines = ada.orders().lines(order);
    ada.privacy().erase(eva.ref(), "request");
    Quote left = ada.quotes().get(papers.declined());
    assertNull(left.get(Quote.INTRODUCTION));
    assertNull(left.get(Quote.CLOSE_REASON));
    assertEquals(quote.get(Quote.NUMBER), left.get(Quote.NUMBER));
    assertEquals(quote.get(Quote.TOTAL), left.get(Quote.TOTAL));
    assertEquals(quote.get(Quote.CONTACT), left.get(Quote.CONTACT));
    SalesOrder kept = ada.orders().get(papers.order());
    assertNull(kept.get(SalesOrder.CUSTOMER_REFERENCE));
    assertNull(kept.get(SalesOrder.CANCEL_REASON));
    assertEquals(order.get(SalesOrder.TOTAL), kept.get(SalesOrder.TOTAL));
    assertEquals(ada.orders().totals(order), ada.orders().totals(kept));
    assertEquals(lines, ada.orders().lines(kept));
    assertEquals(List.of(), ada.attachments().of(papers.order()));
    PrintedDocument printed =
        ada.quotes().print(left, new Letterhead("Us", null, List.of(), List.of(), Letterhead.BLUE));
    assertFalse(printed.toString().contains(CANARY));
  }

  @Test
  void what_never_changes_is_still_changed_by_nothing_but_an_erasure() {
    canary();
    Quote sent = ada.quotes().get(papers.accepted());
    assertEquals(
        "quote.never_changes",
        assertThrows(
                InvalidRequestException.class,
                () -> ada.quotes().update(sent, q -> q.set(Quote.INTRODUCTION, "Hello")))
            .code());
  }

  @Test
  void what_a_law_demands_to_keep_stays_until_its_time_is_over() throws IOException {
    Contact eva = canary();
    RetentionRule law =
        ada.privacy()
            .retention()
            .create(
                d ->
                    d.set(RetentionRule.NAME, "Commercial code, 10 years")
                        .set(RetentionRule.RECORD_TYPE, "sales_order")
                        .set(RetentionRule.DAYS, 3650L)
                        .set(RetentionRule.ACTIVE, true)
                        .set(RetentionRule.ACTION, RetentionRule.Action.KEEP));
    assertEquals(List.of(papers.order()), ada.privacy().retention().concerned(law, 10));
    Erasure receipt = ada.privacy().erase(eva.ref(), "request");
    assertEquals(Erasure.State.WAITING, receipt.get(Erasure.STATE));
    assertEquals(2, receipt.counts().get("quote"));
    assertFalse(receipt.counts().containsKey("sales_order"));
    assertTrue(receipt.counts().get("kept") > 1, "the order and what is about it");
    assertEquals("erased", ada.contacts().get(eva.ref()).get(Contact.NAME));
    SalesOrder order = ada.orders().get(papers.order());
    assertTrue(order.require(SalesOrder.CUSTOMER_REFERENCE).contains(CANARY));
    Attachment signed = ada.attachments().of(papers.order()).get(0);
    try (InputStream content = ada.attachments().open(signed.ref())) {
      assertEquals("signed " + CANARY, new String(content.readAllBytes(), UTF_8));
    }
    clock.advance(Duration.ofDays(3649));
    crm.jobs().runDue();
    assertEquals(order, ada.orders().get(papers.order()));
    clock.advance(Duration.ofDays(2));
    for (Jobs.Run run : crm.jobs().runDue()) {
      assertTrue(run.failed().isEmpty(), run::toString);
    }
    Erasure done = ada.privacy().erasures().get(receipt.ref());
    assertTrue(done.isDone());
    assertEquals(1, done.counts().get("sales_order"));
    assertFalse(done.counts().containsKey("kept"));
    assertNowhere(CANARY);
  }

  @Test
  void what_is_held_stays_while_the_person_it_is_about_is_erased() {
    Contact eva = canary();
    LegalHold hold = ada.privacy().hold(papers.order(), "case 17");
    Erasure receipt = ada.privacy().erase(eva.ref(), "request");
    assertEquals(Erasure.State.WAITING, receipt.get(Erasure.STATE));
    assertTrue(
        ada.orders().get(papers.order()).require(SalesOrder.CUSTOMER_REFERENCE).contains(CANARY));
    ada.privacy().release(hold);
    clock.advance(Duration.ofDays(1));
    crm.jobs().runDue();
    assertTrue(ada.privacy().erasures().get(receipt.ref()).isDone());
    assertNowhere(CANARY);
  }

  @Test
  void what_a_rule_keeps_is_neither_erased_nor_destroyed() {
    Contact eva = ada.contacts().create(aContact("Eva"));
    RetentionRule law =
        ada.privacy()
            .retention()
            .create(
                d ->
                    d.set(RetentionRule.NAME, "Law")
                        .set(RetentionRule.RECORD_TYPE, "contact")
                        .set(RetentionRule.DAYS, 30L)
                        .set(RetentionRule.ACTIVE, true)
                        .set(RetentionRule.ACTION, RetentionRule.Action.KEEP));
    for (Runnable attempt :
        List.<Runnable>of(
            () -> ada.privacy().erase(eva.ref(), "request"), () -> ada.contacts().purge(eva))) {
      InvalidRequestException refused = assertThrows(InvalidRequestException.class, attempt::run);
      assertEquals("privacy.kept", refused.code());
      assertTrue(refused.getMessage().contains("“Law”"), refused::getMessage);
    }
    ada.privacy().retention().update(law, d -> d.set(RetentionRule.ACTIVE, false));
    assertTrue(ada.privacy().erase(eva.ref(), "request").isDone());
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
