package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.activity.Task;
import io.crmkit.attachment.Attachment;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.RecordImport;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.service.Case;
import io.crmkit.service.LinkKind;
import io.crmkit.testing.Fixtures;
import io.crmkit.timeline.TimelineItem;
import io.crmkit.view.SavedView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Timelines, files, views and the audit. */
class LaterDoorsAttackTest extends Besieged {
  private interface Attempt {
    void run() throws IOException;
  }

  private static InputStream content() {
    return new ByteArrayInputStream(CANARY.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void attack_15_a_timeline_shows_what_is_visible_and_nothing_else() {
    ada.pipeline()
        .open(
            mine,
            Fixtures.aDeal(CANARY, Fixtures.eur("1"))
                .andThen(d -> d.set(Opportunity.OWNER, victorUser)));
    List<TimelineItem> items = mallory.timeline().of(mine).page().items();
    assertFalse(items.isEmpty());
    for (TimelineItem item : items) {
      requireSilent(item);
      requireSilent(item.title());
      item.as(Opportunity.TYPE).ifPresent(deal -> assertEquals(myDeal.ref(), deal.ref()));
    }
    assertEquals(
        refusal(theirs.ref(), () -> mallory.customers().get(theirs.ref())),
        refusal(theirs.ref(), () -> mallory.timeline().of(theirs).page()));
    String token = mallory.timeline().of(mine).limit(1).page().next().orElseThrow();
    assertThrows(
        InvalidRequestException.class, () -> ada.timeline().of(mine).limit(1).after(token).page());
    assertThrows(
        InvalidRequestException.class,
        () -> mallory.timeline().of(alsoMine).limit(1).after(token).page());
  }

  @Test
  void attack_15_what_is_to_be_done_about_an_invisible_record_is_not_listed() {
    ada.activities().plan(theirs.ref(), task -> task.set(Task.SUBJECT, CANARY));
    requireNothing(() -> mallory.activities().tasksAbout(theirs.ref()));
    requireNothing(() -> mallory.activities().interactionsAbout(theirs.ref()));
    assertEquals(0, mallory.activities().tasks().query().count());
    assertThrows(
        CrmException.class,
        () -> mallory.activities().plan(theirs.ref(), task -> task.set(Task.SUBJECT, "x")));
  }

  private static void requireNothing(Supplier<List<?>> question) {
    try {
      assertEquals(List.of(), question.get());
    } catch (CrmException refused) {
      requireSilent(refused);
    }
  }

  @Test
  void attack_17_a_file_is_as_invisible_as_what_it_hangs_on() throws IOException {
    Attachment theirFile =
        ada.attachments().attach(theirs.ref(), CANARY + ".txt", "text/plain", content());
    Attachment myFile = ada.attachments().attach(mine.ref(), "own.txt", "text/plain", content());
    assertEquals(
        List.of(myFile.ref()),
        mallory.attachments().of(mine.ref()).stream().map(Attachment::ref).toList());
    try (InputStream own = mallory.attachments().open(myFile.ref())) {
      assertEquals(CANARY.length(), own.readAllBytes().length);
    }
    assertEquals(List.of(), mallory.attachments().of(theirs.ref()));
    assertEquals(Optional.empty(), mallory.attachments().find(theirFile.ref()));
    String absent =
        refusal(
            nothing(Attachment.TYPE), () -> mallory.attachments().get(nothing(Attachment.TYPE)));
    for (Attempt attempt :
        List.<Attempt>of(
            () -> mallory.attachments().get(theirFile.ref()),
            () -> mallory.attachments().open(theirFile.ref()).close(),
            () -> mallory.attachments().rename(theirFile, "x"),
            () -> mallory.attachments().delete(theirFile),
            () -> mallory.attachments().restore(theirFile),
            () -> mallory.attachments().purge(theirFile),
            () -> mallory.records(Attachment.TYPE).get(theirFile.ref()))) {
      assertEquals(absent, refusal(theirFile.ref(), attempt::run));
    }
    assertEquals(
        refusal(
            nothing(Customer.TYPE),
            () ->
                mallory.attachments().attach(nothing(Customer.TYPE), "x", "text/plain", content())),
        refusal(
            theirs.ref(),
            () -> mallory.attachments().attach(theirs.ref(), "x", "text/plain", content())));
    assertEquals(1, mallory.records(Attachment.TYPE).query().count());
    ada.customers().update(mine, c -> c.set(Customer.OWNER, victorUser));
    assertThrows(NotFoundException.class, () -> mallory.attachments().open(myFile.ref()));
  }

  @Test
  void attack_17_a_file_of_an_invisible_deal_is_not_opened_through_its_visible_customer()
      throws IOException {
    ada.opportunities().update(theirDeal, d -> d.set(Opportunity.CUSTOMER, mine));
    Attachment file =
        ada.attachments().attach(theirDeal.ref(), CANARY + ".txt", "text/plain", content());
    assertEquals(Optional.empty(), mallory.attachments().find(file.ref()));
    assertThrows(NotFoundException.class, () -> mallory.attachments().open(file.ref()));
  }

  @Test
  void attack_16_the_audit_shows_visible_records_and_readable_fields_alone() {
    ada.customers().update(mine, c -> c.set(Customer.CREDIT_LIMIT, Money.of("1", "EUR")));
    ada.customers().update(theirs, c -> c.set(Customer.NAME, CANARY + " Herbs"));
    assertThrows(AccessDeniedException.class, () -> mallory.audit().changes().page());
    assertThrows(AccessDeniedException.class, () -> mallory.audit().accesses().page());
    ada.permissions().grant(seller, AuditEntry.TYPE, Level.ALL, Operation.READ);
    for (AuditEntry fact : mallory.audit().changes().limit(500).page().items()) {
      requireSilent(fact.display(AuditEntry.CHANGES));
      assertFalse(fact.isAbout(theirs.ref()));
    }
    assertEquals(List.of(), mallory.audit().changes().about(theirs.ref()).page().items());
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.audit().changes().changing(Customer.CREDIT_LIMIT).page());
    AuditEntry change =
        ada.audit()
            .changes()
            .changing(Customer.CREDIT_LIMIT)
            .about(mine.ref())
            .page()
            .items()
            .get(0);
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory
                .audit()
                .restoreValue(mallory.customers().get(mine.ref()), change, Customer.CREDIT_LIMIT));
  }

  @Test
  void attack_27_descriptors_and_views_leave_out_what_is_hidden() {
    assertFalse(
        String.valueOf(mallory.views().list(Customer.TYPE, Locale.ENGLISH))
            .contains("credit_limit"));
    assertFalse(
        String.valueOf(mallory.views().form(Customer.TYPE, Locale.ENGLISH))
            .contains("credit_limit"));
    for (Runnable attempt :
        List.<Runnable>of(
            () ->
                mallory
                    .views()
                    .save("x", Customer.TYPE, v -> v.where(Customer.CREDIT_LIMIT.isPresent())),
            () ->
                mallory
                    .views()
                    .save(
                        "x",
                        Customer.TYPE,
                        v -> v.whereJson("{\"field\":\"credit_limit\",\"op\":\"missing\"}")),
            () -> mallory.views().save("x", Customer.TYPE, v -> v.sort("credit_limit asc")),
            () ->
                mallory
                    .views()
                    .save("x", Customer.TYPE, v -> v.columns(List.of("parent.credit_limit"))))) {
      assertThrows(AccessDeniedException.class, attempt::run);
    }
  }

  @Test
  void attack_27_a_refusal_of_an_unknown_name_names_nothing_hidden() throws IOException {
    ada.customization()
        .addField(Customer.TYPE, "blood_type", FieldDefinition.FieldKind.TEXT, d -> {});
    ada.permissions().restrict(seller, "customer", "blood_type", FieldRight.HIDDEN);
    for (Attempt attempt :
        List.<Attempt>of(
            () -> mallory.customers().query().whereJson(asked("nothing")).count(),
            () -> mallory.opportunities().query().whereJson(asked("customer.nothing")).count(),
            () -> mallory.customization().field(Customer.TYPE, "nothing"),
            () -> mallory.views().save("v", Customer.TYPE, v -> v.sort("nothing desc")),
            () -> mallory.views().save("v", Customer.TYPE, v -> v.columns(List.of("nothing"))),
            () -> mallory.views().save("v", Customer.TYPE, v -> v.whereJson(asked("nothing"))),
            () ->
                RecordImport.of(content(), "file.csv", Customer.TYPE)
                    .column(CANARY, "nothing")
                    .run(mallory.workspace()))) {
      CrmException refused = assertThrows(CrmException.class, attempt::run);
      String told = refused.getMessage();
      assertTrue(told.contains("annual_revenue"), told);
      for (String hidden : List.of("blood_type", "credit_limit", "email")) {
        assertFalse(told.contains(hidden), told);
      }
    }
    CrmException all =
        assertThrows(
            CrmException.class, () -> ada.customers().query().whereJson(asked("nothing")).count());
    assertTrue(all.getMessage().contains("credit_limit"), all.getMessage());
  }

  private static String asked(String field) {
    return "{\"field\":\"" + field + "\",\"op\":\"missing\"}";
  }

  @Test
  void attack_27_a_view_of_somebody_else_is_not_seen_and_a_shared_one_opens_nothing_hidden() {
    SavedView theirOwn =
        ada.views().save(CANARY, Customer.TYPE, v -> v.where(Customer.NAME.is(CANARY + " Spices")));
    SavedView shared =
        ada.views()
            .save("rich", Customer.TYPE, v -> v.where(Customer.CREDIT_LIMIT.isPresent()).shared());
    assertEquals(
        List.of(shared.ref()),
        mallory.views().of(Customer.TYPE).stream().map(SavedView::ref).toList());
    assertAlike(
        theirOwn.ref(),
        () -> mallory.views().get(theirOwn.ref()),
        nothing(SavedView.TYPE),
        () -> mallory.views().get(nothing(SavedView.TYPE)));
    for (Runnable attempt :
        List.<Runnable>of(
            () -> mallory.views().open(shared.ref(), Customer.TYPE, Locale.ENGLISH),
            () -> mallory.views().delete(shared),
            () -> mallory.views().change(shared, Customer.TYPE, v -> v.shared()),
            () -> mallory.views().layOut(Customer.TYPE, List.of()),
            () -> mallory.records(SavedView.TYPE).query().list())) {
      assertThrows(AccessDeniedException.class, attempt::run);
    }
  }

  @Test
  void attack_16_no_right_to_all_types_reaches_facts_keys_and_what_privacy_keeps() {
    Role reader = ada.permissions().define("reader", "Reader", null);
    ada.permissions().grant(reader, Grant.ALL_TYPES, Level.ALL, Operation.READ);
    ada.permissions().grant(reader, Grant.REFERENCE_DATA, Level.ALL, Operation.READ);
    ada.permissions().assign(victorUser, reader);
    assertTrue(victor.customers().query().count() > 2);
    Set<String> closed =
        Set.of(
            "audit_entry",
            "access_entry",
            "audit_seal",
            "outbox_entry",
            "attachment_chunk",
            "data_key",
            "suppression",
            "consent_entry",
            "erasure",
            "legal_hold",
            "retention_rule",
            "saved_view",
            "registered_tenant",
            "role",
            "role_inclusion",
            "role_assignment",
            "grant",
            "field_rule",
            "share",
            "permission_mark");
    for (EntityType<?> type : ada.workspace().layout().types()) {
      assertEquals(
          !closed.contains(type.name()), victor.workspace().may(Operation.READ, type), type.name());
    }
  }

  @Test
  void attack_15_the_times_of_a_case_tell_nothing_invisible_or_hidden() {
    Case own = aCase("Mill stands still", malloryUser);
    Case other = aCase(CANARY, victorUser);
    requireSilent(assertThrows(NotFoundException.class, () -> mallory.service().times(other)));
    assertTrue(mallory.service().times(own).isEmpty(), "no service level");
    ada.permissions().limit(seller, Case.RESOLVED_AT, FieldRight.HIDDEN);
    assertThrows(AccessDeniedException.class, () -> mallory.service().times(own));
  }

  @Test
  void attack_31_a_case_is_neither_merged_with_an_invisible_one_nor_found_by_it() {
    Case own = aCase("Mill stands still", malloryUser);
    Case other = aCase(CANARY, victorUser);
    Case seen = mallory.service().cases().get(own.ref());
    for (Runnable attempt :
        List.<Runnable>of(
            () -> mallory.service().merge(other, seen),
            () -> mallory.service().merge(seen, other),
            () -> mallory.service().relate(seen, other, LinkKind.RELATED),
            () -> mallory.service().note(other, "x"),
            () -> mallory.service().assign(other, malloryUser.ref(), "x"),
            () -> mallory.service().split(other, List.of(), "x"))) {
      requireSilent(assertThrows(CrmException.class, attempt::run));
    }
    requireNothing(() -> mallory.service().timeline(other));
    requireNothing(() -> mallory.service().correspondence(other));
    requireNothing(() -> mallory.service().links(other));
    assertEquals(Optional.empty(), mallory.service().find(other.require(Case.NUMBER)));
    assertEquals(List.of(), mallory.service().search(CANARY).list());
    assertEquals(other, ada.service().cases().get(other.ref()));
    assertEquals(own, ada.service().cases().get(own.ref()));
  }

  private Case aCase(String subject, User owner) {
    Case made = ada.service().open(mine, c -> c.set(Case.SUBJECT, subject));
    return ada.service().assign(made, owner.ref(), "theirs");
  }
}
