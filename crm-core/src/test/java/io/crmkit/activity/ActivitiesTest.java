package io.crmkit.activity;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.work.Page;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contact history with time, kind and text, and tasks about any record. */
class ActivitiesTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private Customer acme;
  private Contact eva;
  private Contact tom;
  private Opportunity deal;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @BeforeEach
  void aDealWithTwoPeople() {
    acme = ada.customers().create(aCustomer());
    eva = ada.customers().addContact(acme, aContact("Eva"));
    tom = ada.customers().addContact(acme, aContact("Tom"));
    deal = ada.pipeline().open(acme, aDeal("Seats"));
  }

  private static Consumer<Draft<Interaction>> subject(String text) {
    return d -> d.set(Interaction.SUBJECT, text);
  }

  private static Consumer<Draft<Task>> toDo(String text) {
    return d -> d.set(Task.SUBJECT, text);
  }

  @Test
  void a_contact_history_tells_when_how_and_what_was_said_and_who_took_part() {
    User user = ada.organization().create(aUser("ada"));
    Interaction call =
        ada.activities()
            .log(
                acme,
                Interaction.Kind.CALL,
                List.of(eva, tom),
                subject("Price")
                    .andThen(
                        d ->
                            d.set(Interaction.DIRECTION, Interaction.Direction.INCOMING)
                                .set(Interaction.MINUTES, 12L)
                                .set(Interaction.TEXT, "wants ten percent off")));
    Interaction visit =
        ada.activities()
            .log(
                acme,
                Interaction.Kind.VISIT,
                List.of(eva),
                subject("Tour").andThen(d -> d.set(Interaction.AT, START.minusSeconds(3600))));
    assertEquals(START, call.get(Interaction.AT));
    assertEquals(user.ref(), call.get(Interaction.OWNER));
    assertEquals(List.of(call, visit), ada.activities().historyOf(eva));
    assertEquals(List.of(call), ada.activities().historyOf(tom));
    assertEquals(
        Set.of(eva, tom), ada.activities().partiesOf(call).stream().collect(Collectors.toSet()));
    assertEquals(List.of(call), ada.activities().interactions().query().search("percent").list());
  }

  @Test
  void an_interaction_is_about_any_record_and_belongs_to_its_customer() {
    Interaction mail =
        ada.activities()
            .interactions()
            .create(
                subject("Offer")
                    .andThen(
                        d -> {
                          d.set(Interaction.KIND, Interaction.Kind.MAIL).set(Interaction.AT, START);
                          Interaction.ABOUT.set(d, deal.ref());
                        }));
    assertEquals(acme.ref(), mail.get(Interaction.CUSTOMER));
    assertEquals(List.of(mail), ada.activities().interactionsAbout(deal.ref()));
    assertEquals(deal.ref(), Interaction.ABOUT.of(mail, ada.workspace().layout()).orElseThrow());
  }

  @Test
  void a_task_is_open_until_it_is_done_or_cancelled_and_may_be_opened_again() {
    Task task =
        ada.activities()
            .plan(
                deal.ref(),
                toDo("Send the offer")
                    .andThen(
                        d ->
                            d.set(Task.DUE_ON, LocalDate.of(2027, 3, 5))
                                .set(Task.PRIORITY, Task.Priority.HIGH)));
    assertEquals(Task.State.OPEN, task.get(Task.STATE));
    assertEquals(acme.ref(), task.get(Task.CUSTOMER));
    Task done = ada.activities().complete(task);
    assertEquals(Task.State.DONE, done.get(Task.STATE));
    assertEquals(START, done.get(Task.CLOSED_AT));
    InvalidRequestException refused =
        assertThrows(InvalidRequestException.class, () -> ada.activities().cancel(done));
    assertEquals("activity.state", refused.code());
    Task again = ada.activities().reopen(done);
    assertNull(again.get(Task.CLOSED_AT));
    assertThrows(InvalidRequestException.class, () -> ada.activities().reopen(again));
    Task cancelled = ada.activities().cancel(again);
    assertEquals(Task.State.CANCELLED, cancelled.get(Task.STATE));
    assertEquals(List.of(cancelled), ada.activities().tasksAbout(deal.ref()));
    assertThrows(
        ValidationException.class,
        () -> ada.activities().tasks().update(cancelled, d -> d.set(Task.STATE, Task.State.OPEN)));
    assertEquals(1, ada.records(OutboxEntry.TYPE).where(OutboxEntry.EVENT.is("task.done")).count());
  }

  @Test
  void nothing_is_about_a_record_that_is_absent_or_out_of_sight() {
    policy.limit("bob", Opportunity.TYPE, Opportunity.TITLE.isNot("Seats"));
    Task task = ada.activities().plan(deal.ref(), toDo("Call"));
    ValidationException refused =
        assertThrows(
            ValidationException.class, () -> bob.activities().plan(deal.ref(), toDo("Call")));
    assertEquals("violation.ref_missing", refused.violations().get(0).code());
    assertThrows(
        ValidationException.class,
        () -> ada.activities().plan(Opportunity.TYPE.ref(ada.workspace().nextId()), toDo("Call")));
    assertThrows(
        ValidationException.class,
        () ->
            ada.activities()
                .tasks()
                .create(toDo("x").andThen(d -> d.set(Task.ABOUT.type(), "unicorn"))));
    assertEquals(List.of(), bob.activities().tasksAbout(deal.ref()));
    assertEquals(List.of(task), ada.activities().tasksAbout(deal.ref()));
  }

  @Test
  void activities_go_into_the_bin_with_their_customer_and_come_back() {
    ada.activities().log(acme, Interaction.Kind.CHAT, List.of(eva), subject("Hi"));
    ada.activities().plan(acme.ref(), toDo("Call"));
    Customer deleted = ada.customers().delete(acme);
    assertEquals(0, ada.activities().interactions().query().count());
    assertEquals(0, ada.activities().parties().query().count());
    assertEquals(0, ada.activities().tasks().query().count());
    ada.customers().restore(deleted);
    assertEquals(1, ada.activities().interactions().query().count());
    assertEquals(1, ada.activities().parties().query().count());
    assertEquals(1, ada.activities().tasks().query().count());
  }

  @Test
  void the_history_of_a_contact_is_read_page_by_page() {
    Customer acme = ada.customers().create(aCustomer());
    Contact eva = ada.customers().addContact(acme, aContact("Eva"));
    for (int i = 0; i < 7; i++) {
      Instant at = START.plusSeconds((i * 5) % 7);
      ada.activities()
          .log(
              acme,
              Interaction.Kind.CALL,
              List.of(eva),
              d -> d.set(Interaction.SUBJECT, "at " + at).set(Interaction.AT, at));
    }
    List<Interaction> seen = new ArrayList<>();
    String token = null;
    do {
      Page<Interaction> page = ada.activities().historyOf(eva, 3, token);
      seen.addAll(page.items());
      token = page.token();
    } while (token != null);
    assertEquals(ada.activities().historyOf(eva), seen);
    assertEquals(7, seen.size());
    for (int i = 1; i < 7; i++) {
      assertTrue(
          seen.get(i).require(Interaction.AT).isBefore(seen.get(i - 1).require(Interaction.AT)));
    }
  }

  @Test
  void those_who_took_part_come_in_the_order_in_which_they_were_added() {
    List<Contact> all = new ArrayList<>();
    for (String name : List.of("Zoe", "Ann", "Kim", "Bea", "Joe", "Eve")) {
      all.add(0, ada.customers().addContact(acme, aContact(name)));
    }
    Interaction meeting = ada.activities().log(acme, Interaction.Kind.VISIT, all, subject("Tour"));
    assertEquals(all, ada.activities().partiesOf(meeting));
  }
}
