package io.crmkit.service;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private final List<String> heard = new ArrayList<>();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy).listen((event, context) -> heard.add(event.name()));
  }

  private Customer acme() {
    return ada.customers().create(aCustomer());
  }

  private Case aCase(Customer customer) {
    return ada.service()
        .open(customer, c -> c.set(Case.SUBJECT, "Printer on fire").set(Case.CHANNEL, "phone"));
  }

  @Test
  void a_case_is_taken_down_on_the_phone_handled_resolved_and_closed() {
    Customer acme = acme();
    Case its = aCase(acme);
    assertEquals("C-2027-00001", its.get(Case.NUMBER));
    assertEquals(CaseState.NEW, its.get(Case.STATE));
    assertEquals(acme.ref(), its.get(Case.CUSTOMER));
    its = ada.service().reply(its, "We are on our way");
    assertEquals(CaseState.OPEN, its.get(Case.STATE));
    assertEquals(clock.instant(), its.get(Case.RESPONDED_AT));
    clock.advance(Duration.ofHours(1));
    its = ada.service().await(its, "needs the serial number");
    its = ada.service().hold(its, "spare part ordered");
    its = ada.service().start(its);
    its = ada.service().resolve(its, "Replaced the fuser");
    assertEquals(clock.instant(), its.get(Case.RESOLVED_AT));
    its = ada.service().close(its);
    assertEquals(CaseState.CLOSED, its.get(Case.STATE));
    assertEquals(
        List.of("NEW", "OPEN", "WAITING_CUSTOMER", "ON_HOLD", "OPEN", "RESOLVED", "CLOSED"),
        ada.service().timeline(its).stream()
            .filter(step -> step.get(CaseStep.KIND) == StepKind.STATE)
            .map(step -> step.require(CaseStep.TO_STATE).name())
            .toList());
    assertTrue(
        heard.containsAll(List.of("case.opened", "case.moved", "case.replied")), heard::toString);
  }

  @Test
  void internal_notes_are_hidden_from_customers() {
    Case its = aCase(acme());
    its = ada.service().reply(its, "We look into it");
    ada.service().note(its, "He does not pay his bills");
    its = ada.service().call(its, "He shouted");
    its = ada.service().hold(its, "let him wait");
    policy.limit("portal", CaseStep.TYPE, CaseStep.visibleToCustomers());
    List<CaseStep> seen = crm.as("portal").service().timeline(its);
    assertEquals(ada.service().correspondence(its), seen);
    assertEquals(
        List.of(StepKind.STATE, StepKind.REPLY),
        seen.stream().map(step -> step.require(CaseStep.KIND)).toList());
    assertEquals(6, ada.service().timeline(its).size());
  }

  @Test
  void a_resolved_case_is_reopened_and_counted() {
    Case its = ada.service().resolve(aCase(acme()), "Turned it off and on");
    its = ada.service().reopen(its, "Burns again");
    assertEquals(CaseState.OPEN, its.get(Case.STATE));
    assertEquals(1L, its.get(Case.REOPENED));
    assertNull(its.get(Case.RESOLVED_AT));
    Case open = its;
    InvalidRequestException refused =
        assertThrows(InvalidRequestException.class, () -> ada.service().reopen(open, "?"));
    assertEquals("service.not_done", refused.code());
  }

  @Test
  void the_state_moves_by_verbs_alone() {
    Case its = aCase(acme());
    assertThrows(
        ValidationException.class,
        () -> ada.service().cases().update(its, c -> c.set(Case.STATE, CaseState.CLOSED)));
    CrmException refused =
        assertThrows(InvalidRequestException.class, () -> ada.service().close(its));
    assertEquals("service.state", refused.code());
  }

  @Test
  void an_old_snapshot_of_a_case_is_refused() {
    Case its = aCase(acme());
    ada.service().start(its);
    assertThrows(ConflictException.class, () -> bob.service().hold(its, "x"));
  }

  @Test
  void a_case_is_rescheduled_and_reassigned_with_a_reason() {
    User eve = ada.records(User.TYPE).create(aUser("eve"));
    Case its = aCase(acme());
    its = ada.service().reschedule(its, START.plus(Duration.ofDays(2)), "Technician is ill");
    its = ada.service().assign(its, eve.ref(), "Knows printers");
    assertEquals(eve.ref(), its.get(Case.OWNER));
    assertEquals(START.plus(Duration.ofDays(2)), its.get(Case.DUE_AT));
    assertEquals(
        List.of("Technician is ill", "Knows printers"),
        ada.service().timeline(its).stream()
            .filter(step -> step.get(CaseStep.TEXT) != null)
            .map(step -> step.require(CaseStep.TEXT))
            .toList());
    List<CaseStep> steps = ada.service().timeline(its);
    assertEquals(its.get(Case.DUE_AT), steps.get(steps.size() - 2).get(CaseStep.DUE_AT));
    assertEquals(eve.ref(), steps.get(steps.size() - 1).get(CaseStep.ASSIGNEE));
  }

  @Test
  void colleagues_are_invited_to_collaborate() {
    User eve = ada.records(User.TYPE).create(aUser("eve"));
    Case its = aCase(acme());
    ada.service().invite(its, eve.ref(), "Check the wiring");
    assertEquals(1, ada.service().collaborators().where(Collaborator.USER.is(eve)).count());
    assertThrows(ValidationException.class, () -> ada.service().invite(its, eve.ref(), "Again"));
  }

  @Test
  void whoever_takes_a_case_down_owns_it_until_it_goes_to_somebody() {
    User own = ada.records(User.TYPE).create(aUser("ada"));
    assertEquals(own.ref(), aCase(acme()).get(Case.OWNER));
  }

  @Test
  void cases_are_found_by_number_customer_text_state_and_lateness() {
    Customer acme = acme();
    Customer other = ada.customers().create(aCustomer("Globex"));
    Case fire = aCase(acme);
    Product pump = ada.catalog().create(aProduct("Pump"));
    Opportunity deal = ada.pipeline().open(other, aDeal("Pumps"));
    Case flood =
        ada.service()
            .open(
                other,
                c ->
                    c.set(Case.SUBJECT, "Cellar under water")
                        .set(Case.PRODUCT, pump)
                        .set(Case.OPPORTUNITY, deal));
    flood = ada.service().start(flood);
    flood = ada.service().reschedule(flood, START.plus(Duration.ofHours(1)), "promised");
    assertEquals(fire, ada.service().find("C-2027-00001").orElseThrow());
    assertEquals(List.of(fire), ada.service().search("PRINTER fire").list());
    assertEquals(List.of(flood), ada.service().search("C-2027-00002").list());
    assertEquals(List.of(flood), ada.service().cases().where(Case.CUSTOMER.is(other)).list());
    assertEquals(List.of(flood), ada.service().cases().where(Case.STATE.is(CaseState.OPEN)).list());
    assertEquals(List.of(), ada.service().overdue().list());
    clock.advance(Duration.ofHours(2));
    assertEquals(List.of(flood), ada.service().overdue().list());
    ada.service().resolve(flood, "Pumped");
    assertEquals(List.of(), ada.service().overdue().list());
  }

  @Test
  void cases_are_found_by_what_was_said_about_them() {
    Customer acme = acme();
    Case fire = aCase(acme);
    Case other = aCase(acme);
    fire = ada.service().reply(fire, "Please send us the serial number of the fuser");
    ada.service().note(fire, "He does not pay his bills");
    assertEquals(List.of(fire), ada.service().search("FUSER serial").list());
    assertEquals(List.of(fire), ada.service().search("bills").list());
    assertEquals(List.of(), ada.service().search("fuser bills").list());
    assertEquals(List.of(fire, other), ada.service().search("printer").list());
    assertEquals(
        List.of(), ada.service().search("fuser").where(Case.STATE.is(CaseState.NEW)).list());
    assertEquals(1, ada.service().search("fuser").count());
  }

  @Test
  void nobody_finds_a_case_by_what_they_may_not_read_of_it() {
    Case fire = aCase(acme());
    ada.service().note(fire, "He does not pay his bills");
    policy.limit("portal", CaseStep.TYPE, CaseStep.visibleToCustomers());
    assertEquals(List.of(), crm.as("portal").service().search("bills").list());
    policy.deny("bob", CaseStep.TYPE);
    assertEquals(List.of(), bob.service().search("bills").list());
    assertEquals(List.of(fire), bob.service().search("printer").list());
    policy.limit("carl", Case.TYPE, Condition.never());
    assertEquals(List.of(), crm.as("carl").service().search("bills").list());
  }

  @Test
  void what_is_promised_does_not_depend_on_what_the_actor_sees() {
    Customer acme = ada.customers().create(aCustomer().andThen(c -> c.set(Customer.LEVEL, "A")));
    ServiceLevel gold =
        ada.service()
            .levels()
            .create(
                l ->
                    l.set(ServiceLevel.CODE, "gold")
                        .set(ServiceLevel.NAME, "Gold")
                        .set(
                            ServiceLevel.CONDITION,
                            "{\"field\":\"customer.level\",\"op\":\"is\",\"value\":\"A\"}"));
    Case its = aCase(acme);
    policy.limit("bob", Customer.TYPE, Condition.never()).deny("bob", ServiceLevel.TYPE);
    its = bob.service().hold(its, "x");
    assertEquals(gold.ref(), its.get(Case.SERVICE_LEVEL));
  }

  @Test
  void what_is_refused_takes_no_number() {
    assertThrows(ValidationException.class, () -> ada.service().open(c -> {}));
    assertEquals("C-2027-00001", aCase(acme()).get(Case.NUMBER));
  }
}
