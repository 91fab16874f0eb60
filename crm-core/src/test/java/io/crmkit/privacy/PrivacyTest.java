package io.crmkit.privacy;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.activity.Task;
import io.crmkit.attachment.Attachment;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import io.crmkit.quote.Quote;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.TestPolicy;
import io.crmkit.testing.TestStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Consents, reports and retention. */
class PrivacyTest extends CrmTest {
  private Contact eva() {
    return ada.contacts()
        .create(
            aContact("Eva")
                .andThen(
                    d ->
                        d.set(Contact.EMAIL, "eva@example.com")
                            .set(Contact.NOTES, "is said to be difficult")));
  }

  @Test
  void a_consent_holds_from_when_it_was_given_until_it_is_taken_back_or_over() {
    Contact eva = eva();
    Consents consents = ada.privacy().consents();
    assertFalse(consents.has(eva.ref(), "newsletter"));
    consents.grant(
        eva.ref(),
        "newsletter",
        "web form",
        d ->
            d.set(ConsentEntry.TEXT_VERSION, "2027-01")
                .set(ConsentEntry.EXPIRES_AT, START.plus(Duration.ofDays(365))));
    assertTrue(consents.has(eva.ref(), "newsletter"));
    assertFalse(consents.has(eva.ref(), "profiling"));
    assertFalse(consents.has(eva.ref(), "newsletter", START.minusSeconds(1)));
    assertFalse(consents.has(eva.ref(), "newsletter", START.plus(Duration.ofDays(365))));
    clock.advance(Duration.ofDays(10));
    consents.withdraw(eva.ref(), "newsletter", "phone");
    assertFalse(consents.has(eva.ref(), "newsletter"));
    assertTrue(consents.has(eva.ref(), "newsletter", START.plus(Duration.ofDays(9))));
    List<?> proof = consents.proof(eva.ref()).toList();
    assertEquals(2, proof.size());
    assertEquals("2027-01", ((Map<?, ?>) proof.get(0)).get("text_version"));
    ConsentEntry first = consents.of(eva.ref()).get(0);
    assertThrows(
        RuntimeException.class,
        () -> consents.update(first, d -> d.set(ConsentEntry.GRANTED, false)));
    assertThrows(
        ValidationException.class,
        () -> consents.grant(eva.ref(), "no such purpose", "web form", d -> {}));
  }

  private Map<?, ?> report(Contact person) {
    StringBuilder out = new StringBuilder();
    ada.privacy().report(person.ref(), out);
    return Json.parse(out.toString()).toMap();
  }

  @Test
  void an_access_report_tells_everything_held_about_a_person_and_nothing_about_others() {
    Customer acme = ada.customers().create(d -> d.set(Customer.NAME, "Acme GmbH"));
    Contact eva = eva();
    ada.contacts().update(eva, d -> d.set(Contact.NAME, "Eva Two"));
    Contact bob = ada.contacts().create(aContact("Bob Otherman"));
    ada.pipeline()
        .open(
            acme,
            aDeal("40 seats")
                .andThen(
                    d ->
                        d.set(Opportunity.CONTACT, eva)
                            .set(Opportunity.NEXT_STEP, "call Eva at home")));
    ada.pipeline()
        .open(
            acme,
            aDeal("41 seats")
                .andThen(
                    d ->
                        d.set(Opportunity.CONTACT, bob)
                            .set(Opportunity.NEXT_STEP, "call Bob Otherman")));
    ada.customers().assignRole(eva, acme, "buyer", LocalDate.of(2027, 1, 1));
    ada.privacy().consents().grant(eva.ref(), "newsletter", "web form", d -> {});
    String text = Json.of(report(eva)).toString();
    for (String held :
        List.of(
            "eva@example.com",
            "is said to be difficult",
            "Eva Two",
            "call Eva at home",
            "buyer",
            "newsletter",
            "\"Eva\"")) {
      assertTrue(text.contains(held), held);
    }
    assertFalse(text.contains("Otherman"));
    assertFalse(text.contains("41 seats"));
  }

  @Test
  void what_a_person_takes_along_is_what_they_have_provided() {
    Contact eva = eva();
    StringBuilder out = new StringBuilder();
    ada.privacy().portable(eva.ref(), out);
    String text = Json.parse(out.toString()).toString();
    assertTrue(text.contains("eva@example.com"));
    assertFalse(text.contains("difficult"));
  }

  @Test
  void a_retention_rule_is_tried_out_and_then_followed() {
    Contact old = eva();
    clock.advance(Duration.ofDays(800));
    Contact fresh = ada.contacts().create(aContact("Bob"));
    RetentionRule rule =
        ada.privacy()
            .retention()
            .create(
                d ->
                    d.set(RetentionRule.NAME, "contacts")
                        .set(RetentionRule.RECORD_TYPE, "contact")
                        .set(RetentionRule.DAYS, 730L)
                        .set(
                            RetentionRule.CONDITION,
                            Json.parse("{\"field\":\"customer\",\"op\":\"missing\"}"))
                        .set(RetentionRule.ACTION, RetentionRule.Action.ERASE));
    assertEquals(1, ada.privacy().retention().concerned(rule));
    assertEquals(List.of(old.ref()), ada.privacy().retention().concerned(rule, 10));
    crm.jobs().runDue();
    assertEquals("Eva", ada.contacts().get(old.ref()).get(Contact.NAME));
    ada.privacy().retention().update(rule, d -> d.set(RetentionRule.ACTIVE, true));
    crm.jobs().runDue();
    assertEquals("erased", ada.contacts().get(old.ref()).get(Contact.NAME));
    assertEquals("Bob", ada.contacts().get(fresh.ref()).get(Contact.NAME));
    Erasure receipt = ada.privacy().erasures().query().first().orElseThrow();
    assertEquals("contacts", receipt.get(Erasure.RULE));
    assertEquals("The retention rule “contacts”.", receipt.ground(Locale.ENGLISH));
    assertEquals("保留规则“contacts”。", receipt.ground(Locale.CHINESE));
    crm.jobs().runDue();
    assertEquals(1, ada.privacy().erasures().query().count());
    assertEquals(
        "her letter", ada.privacy().erase(fresh.ref(), "her letter").ground(Locale.CHINESE));
  }

  @Test
  void what_hangs_on_an_erased_record_of_any_type_goes_with_it_and_nothing_else() throws Exception {
    Customer acme = ada.customers().create(Fixtures.aCustomer());
    Opportunity deal = ada.pipeline().open(acme, aDeal("Seats"));
    Task task = ada.activities().plan(deal.ref(), t -> t.set(Task.SUBJECT, "Call Eva"));
    Opportunity held = ada.pipeline().open(acme, aDeal("More"));
    List<Ref<?>> all = List.of(acme.ref(), deal.ref(), task.ref(), held.ref());
    for (Ref<?> each : all) {
      attach(each);
    }
    Quote untouched = ada.quotes().draft(acme, q -> q.set(Quote.TITLE, "Offer"));
    attach(untouched.ref());
    ada.privacy().hold(held.ref(), "case 17");
    clock.advance(Duration.ofDays(800));
    for (String type : List.of("customer", "opportunity", "task")) {
      ada.privacy()
          .retention()
          .create(
              d ->
                  d.set(RetentionRule.NAME, type)
                      .set(RetentionRule.RECORD_TYPE, type)
                      .set(RetentionRule.DAYS, 730L)
                      .set(RetentionRule.ACTION, RetentionRule.Action.ERASE)
                      .set(RetentionRule.ACTIVE, true));
    }
    crm.jobs().runDue();
    assertEquals(List.of(0, 0, 0, 1), all.stream().map(this::files).toList());
    assertEquals(1, files(untouched.ref()));
    assertEquals(2, ada.records(Attachment.TYPE).query().withDeleted().count());
  }

  @Test
  void what_hangs_on_a_destroyed_record_is_destroyed_with_it_unless_it_stays() throws Exception {
    Customer acme = ada.customers().create(Fixtures.aCustomer());
    Opportunity deal = ada.pipeline().open(acme, aDeal("Seats"));
    Opportunity held = ada.pipeline().open(acme, aDeal("More"));
    for (Opportunity each : List.of(deal, held)) {
      attach(each.ref());
    }
    ada.privacy().hold(held.ref(), "case 17");
    clock.advance(Duration.ofDays(800));
    ada.privacy()
        .retention()
        .create(
            d ->
                d.set(RetentionRule.NAME, "deals")
                    .set(RetentionRule.RECORD_TYPE, "opportunity")
                    .set(RetentionRule.DAYS, 730L)
                    .set(RetentionRule.ACTION, RetentionRule.Action.PURGE)
                    .set(RetentionRule.ACTIVE, true));
    crm.jobs().runDue();
    assertEquals(List.of(held), ada.opportunities().query().withDeleted().list());
    assertEquals(1, files(held.ref()));
    assertEquals(1, ada.records(Attachment.TYPE).query().withDeleted().count());
  }

  private void attach(Ref<?> about) throws IOException {
    ada.attachments()
        .attach(about, "eva.txt", "text/plain", new ByteArrayInputStream(new byte[] {1}));
  }

  private int files(Ref<?> about) {
    return ada.attachments().of(about).size();
  }

  @Test
  void what_is_past_its_time_is_destroyed_unless_it_is_held() {
    Contact old = eva();
    Contact held = ada.contacts().create(aContact("Bob"));
    ada.privacy().hold(held.ref(), "case 17");
    clock.advance(Duration.ofDays(800));
    ada.privacy()
        .retention()
        .create(
            d ->
                d.set(RetentionRule.NAME, "contacts")
                    .set(RetentionRule.RECORD_TYPE, "contact")
                    .set(RetentionRule.DAYS, 730L)
                    .set(RetentionRule.ACTIVE, true)
                    .set(RetentionRule.ACTION, RetentionRule.Action.PURGE));
    crm.jobs().runDue();
    assertTrue(ada.contacts().find(old.ref()).isEmpty());
    assertTrue(ada.contacts().find(held.ref()).isPresent());
  }

  @Test
  void only_who_has_the_right_may_erase_report_hold_and_write_consents() {
    TestPolicy policy = new TestPolicy();
    for (String right : List.of(Privacy.ERASE, Privacy.REPORT, Privacy.HOLD, Privacy.CONSENT)) {
      policy.deny("bob", right);
    }
    try (Crm strict = Fixtures.aCrm(clock).store(TestStores.fresh()).policy(policy).open()) {
      Session some = strict.as("bob");
      Contact eva = some.contacts().create(aContact("Eva"));
      for (Runnable verb :
          List.<Runnable>of(
              () -> some.privacy().erase(eva.ref(), "request"),
              () -> some.privacy().report(eva.ref(), new StringBuilder()),
              () -> some.privacy().portable(eva.ref(), new StringBuilder()),
              () -> some.privacy().hold(eva.ref(), "case 17"),
              () -> some.privacy().consents().withdraw(eva.ref(), "newsletter", "phone"))) {
        assertThrows(AccessDeniedException.class, verb::run);
      }
      assertEquals(eva, some.contacts().get(eva.ref()));
    }
  }
}
