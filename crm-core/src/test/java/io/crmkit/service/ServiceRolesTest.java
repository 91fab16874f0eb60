package io.crmkit.service;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.org.User;
import io.crmkit.quote.QuoteModule;
import io.crmkit.testing.CrmTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service desk by the ready-made roles. */
class ServiceRolesTest extends CrmTest {
  private final List<CrmEvent> heard = Collections.synchronizedList(new ArrayList<>());
  private User ann;
  private User ben;
  private User bot;
  private Session anns;
  private Session bens;
  private Session bots;
  private Customer acme;
  private CaseQueue hotline;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada").listen((event, context) -> heard.add(event));
  }

  @BeforeEach
  void hirePeople() {
    ada.permissions().installStandardRoles();
    ann = colleague("ann", "service_agent");
    ben = colleague("ben", "service_agent");
    bot = colleague("bot", "administrator");
    anns = crm.as("ann");
    bens = crm.as("ben");
    bots = crm.as("bot");
    acme = ada.customers().create(aCustomer());
    hotline =
        ada.service()
            .queues()
            .create(d -> d.set(CaseQueue.CODE, "hotline").set(CaseQueue.NAME, "Hotline"));
    for (User each : List.of(ann, ben)) {
      ada.service()
          .members()
          .create(d -> d.set(QueueMember.QUEUE, hotline).set(QueueMember.USER, each));
    }
  }

  private User colleague(String name, String role) {
    User user = ada.organization().create(aUser(name));
    ada.permissions().assign(user, ada.permissions().role(role));
    return user;
  }

  private Case mail(String id) {
    return bots.service().receive(Intake.of("mail", id, "It burns").about("Printer"));
  }

  private Case seen(Session who, Case its) {
    return who.service().cases().get(its.ref());
  }

  private List<Case> all(Session who) {
    return who.service().cases().query().list();
  }

  @Test
  void what_waits_in_a_queue_is_seen_by_every_agent_and_taken_by_one() {
    Case its = bots.service().transfer(mail("m1"), hotline, "by channel");
    assertEquals(List.of(its), all(anns));
    assertEquals(List.of(its), all(bens));
    Case taken = anns.service().assign(seen(anns, its), ann.ref(), "mine");
    assertEquals(List.of(taken), all(anns));
    assertEquals(List.of(), all(bens), "what somebody works on is theirs");
  }

  @Test
  void whoever_takes_messages_in_owns_no_case_by_it() {
    assertNull(mail("m1").get(Case.OWNER));
    assertNull(seen(ada, mail("m1")).get(Case.OWNER));
    assertEquals(0, ada.service().cases().where(Case.OWNER.is(bot)).count());
  }

  @Test
  void who_is_invited_sees_the_case_and_works_on_it_until_dismissed() {
    Case its = bots.service().assign(mail("m1"), ann.ref(), "knows printers");
    Collaborator help = anns.service().invite(seen(anns, its), ben.ref(), "Check the wiring");
    bens.service().note(seen(bens, its), "The fuse is gone");
    assertEquals(CaseState.OPEN, bens.service().start(seen(bens, its)).get(Case.STATE));
    anns.service().dismiss(help);
    assertEquals(List.of(), all(bens));
    assertEquals(0, ada.service().collaborators().query().count());
    assertEquals(
        List.of("case.invited", "case.noted"),
        heard.stream()
            .map(CrmEvent::name)
            .filter(name -> name.equals("case.invited") || name.equals("case.noted"))
            .toList());
  }

  @Test
  void nobody_invites_others_to_a_case_that_they_do_not_see() {
    Case its = bots.service().assign(mail("m1"), ann.ref(), "knows printers");
    assertThrows(
        NotFoundException.class, () -> bens.service().invite(its, ben.ref(), "I am curious"));
  }

  @Test
  void a_sales_manager_approves_discounts_and_a_seller_does_not() {
    colleague("max", "sales_manager");
    colleague("sue", "seller");
    assertEquals(
        List.of("bot", "max"),
        ada.permissions().whoCan(QuoteModule.APPROVE_DISCOUNT).stream()
            .map(user -> user.get(User.USERNAME))
            .sorted()
            .toList());
    assertThrows(NotFoundException.class, () -> ada.permissions().whoCan("quote.aprove"));
    assertThrows(
        AccessDeniedException.class,
        () -> crm.as("sue").permissions().whoCan(QuoteModule.APPROVE_DISCOUNT));
  }

  @Test
  void a_further_message_of_the_customer_is_told_although_nothing_moves() {
    Case its = mail("m1");
    heard.clear();
    bots.service().receive(Intake.of("mail", "m2", "Still burning").answering("m1"));
    bots.service().receive(Intake.of("mail", "m2", "Still burning").answering("m1"));
    assertEquals(
        List.of(its.ref()),
        heard.stream()
            .filter(event -> event instanceof CaseEvent.Received)
            .map(CrmEvent::record)
            .toList());
  }

  @Test
  void who_is_concerned_by_an_escalation_is_told_whatever_the_clock_may_see() {
    ServiceLevel level =
        ada.service()
            .levels()
            .create(d -> d.set(ServiceLevel.CODE, "x").set(ServiceLevel.NAME, "x"));
    for (Priority priority : Priority.values()) {
      ada.service()
          .levels()
          .promise(level.ref(), priority, Duration.ofMinutes(100), Duration.ofHours(9));
    }
    ada.service()
        .levels()
        .escalate(
            level.ref(),
            TargetKind.RESPONSE,
            50,
            r -> r.set(EscalationRung.NOTIFY, ben).set(EscalationRung.RAISE, true));
    ada.service()
        .levels()
        .escalate(
            level.ref(), TargetKind.RESPONSE, 90, r -> r.set(EscalationRung.ASSIGN_TO, ben));
    Case waiting = bots.service().transfer(mail("m1"), hotline, "by channel");
    Case its = bots.service().assign(waiting, ann.ref(), "knows printers");
    clock.advance(Duration.ofMinutes(60));
    crm.jobs().runDue();
    assertEquals(Priority.HIGH, seen(anns, its).get(Case.PRIORITY));
    assertEquals(
        List.of(
            new CaseEvent.Escalated(its.ref(), TargetKind.RESPONSE, 50, ann.ref(), ben.ref())),
        heard.stream().filter(event -> event instanceof CaseEvent.Escalated).toList());
    clock.advance(Duration.ofMinutes(60));
    crm.jobs().runDue();
    Case now = seen(bens, its);
    assertEquals(ben.ref(), now.get(Case.OWNER));
    assertEquals(hotline.ref(), now.get(Case.QUEUE), "with somebody else, in the same queue");
  }
}
