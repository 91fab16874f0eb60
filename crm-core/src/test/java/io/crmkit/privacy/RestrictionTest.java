package io.crmkit.privacy;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.activity.Interaction;
import io.crmkit.custom.Customization;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.CsvExport;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.RefField;
import io.crmkit.order.OrderLine;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.org.User;
import io.crmkit.permission.Grant;
import io.crmkit.permission.Level;
import io.crmkit.permission.Permissions;
import io.crmkit.permission.Role;
import io.crmkit.permission.Share;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageChange;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Papers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept about a person is not used while they have its use restricted. */
class RestrictionTest extends CrmTest {
  private Permissions roles;
  private User bobUser;
  private Session officer;
  private Session counsel;
  private Customer acme;
  private Contact eva;
  private Contact tom;
  private Opportunity deal;
  private Opportunity other;
  private Interaction call;
  private Papers papers;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada");
  }

  @BeforeEach
  void people() {
    roles = ada.permissions();
    bobUser = ada.organization().create(Fixtures.aUser("bob"));
    Role worker = roles.define("worker", "Worker", null);
    roles.grant(worker, Grant.ALL_TYPES, Level.ALL, Operation.values());
    roles.grant(worker, AuditEntry.TYPE, Level.ALL, Operation.READ);
    roles.assign(bobUser, worker);
    Role restricting = roles.define("officer", "Officer", null);
    for (String permission : List.of(Privacy.RESTRICT, Privacy.ERASE, Privacy.HOLD)) {
      roles.grantPermission(restricting, permission);
    }
    roles.grantPermission(restricting, Privacy.REPORT);
    roles.assign(ada.organization().create(Fixtures.aUser("olga")), restricting);
    User lawyer = ada.organization().create(Fixtures.aUser("carl"));
    Role seeing = roles.define("counsel", "Counsel", null);
    roles.grantPermission(seeing, Privacy.RESTRICTED);
    roles.assign(lawyer, worker);
    roles.assign(lawyer, seeing);
    officer = crm.as("olga");
    counsel = crm.as("carl");
    acme = ada.customers().create(Fixtures.aCustomer("Acme"));
    eva =
        ada.contacts()
            .create(
                aContact("Eva Stern")
                    .andThen(
                        c -> c.set(Contact.EMAIL, "eva@example.com").set(Contact.CUSTOMER, acme)));
    tom = ada.contacts().create(aContact("Tom").andThen(c -> c.set(Contact.CUSTOMER, acme)));
    papers = Papers.with(ada, acme, eva, "Eva Stern");
    Papers.with(ada, acme, tom, "Tom");
    deal = ada.pipeline().open(acme, aDeal("Hers").andThen(d -> d.set(Opportunity.CONTACT, eva)));
    other = ada.pipeline().open(acme, aDeal("His").andThen(d -> d.set(Opportunity.CONTACT, tom)));
    ada.pipeline().advance(deal, "proposal");
    deal = ada.opportunities().get(deal.ref());
    call =
        ada.activities()
            .interactions()
            .create(
                i ->
                    Interaction.ABOUT.set(
                        i.set(Interaction.SUBJECT, "Asked Eva")
                            .set(Interaction.KIND, Interaction.Kind.CALL)
                            .set(Interaction.AT, clock.instant()),
                        eva.ref()));
  }

  private void assertSees(Session who, boolean all) throws IOException {
    int more = all ? 1 : 0;
    assertEquals(all, who.contacts().find(eva.ref()).isPresent());
    assertEquals(1 + more, who.contacts().query().list().size());
    assertEquals(1 + more, who.contacts().query().withDeleted().count());
    assertEquals(more, who.contacts().query().search("Stern").count());
    assertEquals(more, who.contacts().where(Contact.EMAIL.is("eva@example.com")).count());
    assertEquals(1 + more, who.contacts().query().measure(Measure.count()).count());
    assertEquals(1 + more, who.opportunities().query().count());
    assertEquals(
        more,
        who.opportunities()
            .where(Opportunity.CONTACT.matches(Contact.NAME.is("Eva Stern")))
            .count());
    assertEquals(all, who.opportunities().find(deal.ref()).isPresent());
    assertTrue(who.opportunities().find(other.ref()).isPresent());
    assertEquals(
        all, who.records(StageChange.TYPE).where(StageChange.OPPORTUNITY.is(deal)).exists());
    assertTrue(who.records(StageChange.TYPE).where(StageChange.OPPORTUNITY.is(other)).exists());
    assertEquals(more, who.activities().interactions().query().count());
    assertEquals(all, who.quotes().find(papers.accepted()).isPresent());
    assertEquals(2 + 2 * more, who.quotes().query().count());
    assertEquals(all, who.orders().find(papers.order()).isPresent());
    assertEquals(1 + more, who.orders().query().measure(Measure.count()).count());
    assertEquals(1 + more, who.records(OrderLine.TYPE).query().count());
    assertEquals(1 + more, who.records(Shipment.TYPE).query().count());
    assertEquals(more, who.orders().where(SalesOrder.CUSTOMER_REFERENCE.contains("Stern")).count());
    assertEquals(all, who.orders().asOf(clock.instant()).find(papers.order()).isPresent());
    assertEquals(more, who.attachments().of(papers.order()).size());
    assertEquals(all, who.contacts().asOf(clock.instant()).find(eva.ref()).isPresent());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    assertEquals(1 + more, CsvExport.of(who.contacts().query()).to(file));
    assertEquals(
        all,
        who.timeline().of(acme).page().items().stream()
            .anyMatch(
                item ->
                    item.as(StageChange.TYPE)
                        .filter(c -> deal.ref().equals(c.get(StageChange.OPPORTUNITY)))
                        .isPresent()));
  }

  @Test
  void restricted_data_is_out_of_every_answer_until_the_restriction_is_lifted() throws IOException {
    assertSees(bob, true);
    officer.privacy().restrict(eva.ref(), "accuracy contested, letter 7");
    assertSees(bob, false);
    assertSees(counsel, true);
    assertSees(ada, true);
    officer.privacy().lift(eva.ref());
    assertSees(bob, true);
    officer.privacy().restrict(eva.ref(), "again");
    assertSees(bob, false);
  }

  @Test
  void what_is_kept_in_a_type_that_was_defined_later_is_restricted_as_well() {
    officer.privacy().restrict(eva.ref(), "contested");
    assertFalse(bob.contacts().find(eva.ref()).isPresent());
    Customization custom = ada.customization();
    custom.addType("visit", d -> {});
    custom.addField(
        custom.type("visit"),
        "guest",
        FieldKind.REF,
        d -> d.set(FieldDefinition.TARGET, "contact"));
    RefField<CustomRecord, Contact> guest =
        custom.field(custom.type("visit"), "guest", RefField.class);
    CustomRecord hers = custom.records("visit").create(d -> d.set(guest, eva));
    CustomRecord his = custom.records("visit").create(d -> d.set(guest, tom));
    assertEquals(List.of(his), bob.customization().records("visit").query().list());
    assertTrue(counsel.customization().records("visit").find(hers.ref()).isPresent());
  }

  @Test
  void it_holds_within_a_unit_of_work_that_is_running() {
    bob.run(
        work -> {
          assertTrue(work.contacts().find(eva.ref()).isPresent());
          officer.privacy().restrict(eva.ref(), "contested");
          assertFalse(work.contacts().find(eva.ref()).isPresent());
        });
  }

  @Test
  void restricted_data_is_changed_by_nobody_but_those_who_may_see_it() {
    officer.privacy().restrict(eva.ref(), "contested");
    for (Runnable attempt :
        List.<Runnable>of(
            () -> bob.contacts().update(eva, c -> c.set(Contact.NAME, "x")),
            () -> bob.contacts().delete(eva),
            () -> bob.contacts().purge(eva),
            () -> bob.pipeline().advance(deal, "negotiation"),
            () -> bob.activities().interactions().delete(call))) {
      NotFoundException refused = assertThrows(NotFoundException.class, attempt::run);
      assertFalse(refused.getMessage().contains("Stern"));
    }
    assertThrows(
        ValidationException.class,
        () -> bob.opportunities().update(other, d -> d.set(Opportunity.CONTACT, eva)));
    assertThrows(
        ValidationException.class,
        () ->
            bob.activities()
                .interactions()
                .create(
                    i ->
                        Interaction.ABOUT.set(
                            i.set(Interaction.SUBJECT, "Called again")
                                .set(Interaction.KIND, Interaction.Kind.CALL)
                                .set(Interaction.AT, clock.instant()),
                            eva.ref())));
    Contact changed = counsel.contacts().update(eva, c -> c.set(Contact.NAME, "Eva Sterne"));
    assertNotEquals(eva.version(), changed.version());
  }

  @Test
  void a_share_does_not_get_around_a_restriction() throws IOException {
    roles.share(eva, bobUser, Share.Access.WRITE);
    officer.privacy().restrict(eva.ref(), "contested");
    assertSees(bob, false);
    assertFalse(roles.explain("bob", Operation.READ, eva).allowed());
    assertEquals(
        "bob may not see " + eva.ref() + ": it is about somebody whose data may not be used now.",
        roles.explain("bob", Operation.READ, eva).in(Locale.ENGLISH));
    assertFalse(roles.whoCan(Operation.READ, eva).contains(bobUser));
  }

  @Test
  void whom_it_is_about_is_told_to_nobody_without_the_permission() {
    officer.privacy().restrict(eva.ref(), "contested");
    assertThrows(AccessDeniedException.class, () -> bob.privacy().restrictions().query().count());
    assertEquals(1, counsel.privacy().restrictions().query().count());
    assertEquals(
        0, bob.records(AuditEntry.TYPE).where(AuditEntry.RECORD_ID.is(eva.ref().id())).count());
    assertNotEquals(
        0, counsel.records(AuditEntry.TYPE).where(AuditEntry.RECORD_ID.is(eva.ref().id())).count());
  }

  @Test
  void a_restricted_person_is_still_held_reported_and_erased() {
    officer.privacy().restrict(eva.ref(), "contested");
    StringBuilder report = new StringBuilder();
    officer.privacy().report(eva.ref(), report);
    assertTrue(report.toString().contains("eva@example.com"));
    LegalHold hold = officer.privacy().hold(eva.ref(), "law suit");
    assertThrows(
        InvalidRequestException.class, () -> officer.privacy().erase(eva.ref(), "asked for"));
    officer.privacy().release(hold);
    assertTrue(officer.privacy().erase(eva.ref(), "asked for").isDone());
    assertNull(counsel.contacts().get(eva.ref()).get(Contact.EMAIL));
    assertNotEquals(
        "Asked Eva", ada.activities().interactions().get(call.ref()).get(Interaction.SUBJECT));
    assertSeesNothing();
  }

  private void assertSeesNothing() {
    assertFalse(bob.contacts().find(eva.ref()).isPresent());
    assertEquals(0, bob.activities().interactions().query().count());
  }

  @Test
  void only_people_are_restricted_and_only_by_those_who_may() {
    assertThrows(AccessDeniedException.class, () -> bob.privacy().restrict(eva.ref(), "for fun"));
    assertThrows(AccessDeniedException.class, () -> bob.privacy().lift(eva.ref()));
    assertThrows(
        InvalidRequestException.class, () -> officer.privacy().restrict(acme.ref(), "company"));
    assertThrows(
        NotFoundException.class,
        () -> officer.privacy().restrict(Contact.TYPE.ref(new UUID(1, 2)), "nobody"));
    assertEquals(
        officer.privacy().restrict(eva.ref(), "once").ref(),
        officer.privacy().restrict(eva.ref(), "twice").ref());
    officer.privacy().lift(tom.ref());
  }

  @Test
  void a_policy_that_would_not_follow_it_is_refused() {
    try (var open = Fixtures.aCrm(clock).policy(AccessPolicy.open()).open()) {
      Session anna = open.as("anna");
      Contact person = anna.contacts().create(aContact("P"));
      assertEquals(
          "privacy.restrict_policy",
          assertThrows(
                  InvalidRequestException.class,
                  () -> anna.privacy().restrict(person.ref(), "contested"))
              .code());
    }
  }
}
