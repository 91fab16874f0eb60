package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.FieldChange;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Measure;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Bob sees no credit limit and no background, and may not change the line of business. */
class FieldAccessTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private Customer acme;
  private Customer his;
  private Opportunity deal;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(
        policy
            .hide("bob", Customer.CREDIT_LIMIT, Customer.BACKGROUND, Customer.EXTERNAL_ID)
            .lock("bob", Customer.INDUSTRY));
  }

  @BeforeEach
  void makeAcme() {
    acme =
        ada.customers()
            .create(
                aCustomer()
                    .andThen(
                        d ->
                            d.set(Customer.CREDIT_LIMIT, eur("5000"))
                                .set(Customer.BACKGROUND, "owned by a prince")
                                .set(Customer.EXTERNAL_ID, "K-17")
                                .set(Customer.INDUSTRY, "retail")));
    deal = ada.pipeline().open(acme, aDeal("40 seats", eur("100")));
    his = bob.customers().get(acme.ref());
  }

  @Test
  void a_hidden_field_may_be_mentioned_nowhere() {
    var limit = Customer.CREDIT_LIMIT;
    Condition<Customer> secret = limit.atLeast(eur("1"));
    var path = Opportunity.CUSTOMER.get(limit);
    var all = bob.customers().query();
    var deals = bob.opportunities().query();
    List<Executable> questions = new ArrayList<>();
    for (Condition<Customer> condition :
        List.of(
            secret,
            secret.not(),
            limit.is(eur("5000")),
            limit.isMissing(),
            limit.isPresent(),
            limit.in(eur("1"), eur("2")),
            limit.currency().is("EUR"),
            Customer.NAME.is("x").and(secret),
            Customer.NAME.is("x").or(secret.not()),
            Customer.PARENT.matches(secret),
            Customer.PARENT.get(limit).isPresent(),
            Customer.BACKGROUND.contains("prince"),
            Customer.BACKGROUND.mentions("prince"))) {
      var asked = all.where(condition);
      questions.add(asked::list);
      questions.add(asked::count);
      questions.add(asked::exists);
      questions.add(asked::first);
      questions.add(asked::page);
      questions.add(() -> asked.search("acme").list());
      questions.add(() -> asked.measure(Measure.count()));
      questions.add(() -> asked.groupBy(Customer.LEVEL).measure(Measure.count()));
      questions.add(() -> bob.run(work -> work.customers().where(condition).stream().close()));
      questions.add(() -> bob.customers().asOf(START).list(condition));
    }
    questions.addAll(
        List.of(
            () -> all.orderBy(limit.asc()).list(),
            () -> all.orderBy(Customer.NAME.asc(), limit.desc()).limit(1).list(),
            () -> all.orderBy(limit.amount().asc()).page(),
            () -> all.groupBy(limit).measure(Measure.count()),
            () -> all.groupBy(Customer.LEVEL, limit.currency()).measure(Measure.count()),
            () -> all.measure(limit.sum()),
            () -> all.measure(Measure.count(), limit.max()),
            () -> all.measure(limit.countDistinct()),
            () -> all.groupBy(Customer.LEVEL).measure(limit.avg()),
            () -> all.whereJson("{\"field\":\"credit_limit\",\"op\":\"missing\"}").count(),
            () -> deals.where(path.isPresent()).count(),
            () -> deals.where(Opportunity.CUSTOMER.matches(secret)).list(),
            () -> deals.orderBy(path.asc()).list(),
            () -> deals.groupBy(path).measure(Measure.count()),
            () -> deals.measure(path.max()),
            () ->
                deals
                    .whereJson("{\"field\":\"customer.credit_limit\",\"op\":\"missing\"}")
                    .list()));
    for (Executable question : questions) {
      AccessDeniedException denied = assertThrows(AccessDeniedException.class, question);
      assertEquals("denied.field", denied.code());
      assertFalse(denied.getMessage().contains("5000"));
    }
    assertEquals(1, ada.customers().where(secret).count());
  }

  @Test
  void search_looks_only_where_the_actor_may_read() {
    assertEquals(List.of(), bob.customers().query().search("prince").list());
    assertEquals(1, bob.customers().query().search("acme").count());
    assertEquals(1, ada.customers().query().search("prince").count());
    policy.hide("bob", Customer.NAME, Customer.EMAIL, Customer.PHONE);
    assertEquals(0, bob.customers().query().search("acme").count());
  }

  @Test
  void a_snapshot_hides_what_its_reader_may_not_see() {
    assertNull(his.get(Customer.CREDIT_LIMIT));
    assertFalse(his.sees(Customer.CREDIT_LIMIT));
    assertDenied("denied.hidden", () -> his.require(Customer.CREDIT_LIMIT));
    assertEquals("Acme GmbH", his.get(Customer.NAME));
    assertTrue(his.toString().contains("Acme"));
    policy.hide("carl", Customer.NAME);
    Customer carls = crm.as("carl").customers().query().list().get(0);
    assertFalse(carls.toString().contains("Acme"), carls.toString());
    assertFalse(Customer.CREDIT_LIMIT.isPresent().test(his));
    assertTrue(Customer.CREDIT_LIMIT.isPresent().test(acme));
  }

  @Test
  void every_way_to_a_record_hides_the_same() {
    List<Customer> found = new ArrayList<>();
    found.add(bob.customers().find(List.of(acme.ref())).get(acme.ref()));
    found.addAll(bob.customers().query().list());
    found.addAll(bob.customers().query().page().items());
    found.add(bob.customers().query().first().orElseThrow());
    found.add(bob.customers().asOf(START).find(acme.ref()).orElseThrow());
    found.addAll(bob.customers().asOf(START).list());
    bob.run(work -> found.addAll(work.customers().query().stream().toList()));
    Customer changed = bob.customers().update(his, d -> d.set(Customer.EMPLOYEES, 3L));
    found.add(changed);
    Customer deleted = bob.customers().delete(changed);
    found.add(deleted);
    found.add(bob.customers().findDeleted(acme.ref()).orElseThrow());
    found.add(bob.customers().restore(deleted));
    for (Customer customer : found) {
      assertNull(customer.get(Customer.CREDIT_LIMIT));
      assertEquals("Acme GmbH", customer.get(Customer.NAME));
    }
    assertEquals(eur("5000"), ada.customers().get(acme.ref()).get(Customer.CREDIT_LIMIT));
  }

  @Test
  void history_is_silent_about_hidden_fields() {
    ada.customers()
        .update(acme, d -> d.set(Customer.CREDIT_LIMIT, eur("9")).set(Customer.EMPLOYEES, 3L));
    for (AuditEntry entry : bob.customers().history(acme.ref())) {
      assertNull(entry.changes().of(Customer.CREDIT_LIMIT));
      assertNull(entry.changes().of(Customer.BACKGROUND));
      assertFalse(entry.toString().contains("5000"));
    }
    assertEquals(
        List.of(new FieldChange("employees", null, "3")),
        bob.customers().history(acme.ref()).get(1).changes().changes());
    assertEquals(2, ada.customers().history(acme.ref()).get(1).changes().changes().size());
  }

  @Test
  void a_change_shows_no_more_than_the_snapshot_it_began_with() {
    List<Object> shown = new ArrayList<>();
    bob.customers()
        .update(
            his,
            d -> {
              shown.add(d.get(Customer.CREDIT_LIMIT));
              shown.add(d.get(Customer.BACKGROUND));
              shown.add(d.get(Customer.NAME));
            });
    assertEquals(java.util.Arrays.asList(null, null, "Acme GmbH"), shown);
  }

  @Test
  void what_is_hidden_or_locked_cannot_be_written_and_says_nothing_about_the_value() {
    for (String guess : List.of("5000", "1")) {
      assertDenied(
          "denied.field",
          () -> bob.customers().update(his, d -> d.set(Customer.CREDIT_LIMIT, eur(guess))));
      assertDenied(
          "request.hidden",
          () -> bob.customers().save(his.with(Customer.CREDIT_LIMIT, eur(guess))));
    }
    assertDenied(
        "denied.field", () -> bob.customers().update(his, d -> d.clear(Customer.CREDIT_LIMIT)));
    assertDenied(
        "denied.field",
        () ->
            bob.customers()
                .create(aCustomer("x").andThen(d -> d.set(Customer.EXTERNAL_ID, "K-17"))));
    assertDenied(
        "denied.field_write",
        () -> bob.customers().update(his, d -> d.set(Customer.INDUSTRY, "energy")));
    assertDenied(
        "denied.field_write", () -> bob.customers().save(his.with(Customer.INDUSTRY, "energy")));
    assertDenied(
        "denied.field_write",
        () ->
            bob.customers()
                .create(aCustomer("x").andThen(d -> d.set(Customer.INDUSTRY, "energy"))));
    assertEquals(acme, ada.customers().get(acme.ref()));
  }

  private static void assertDenied(String code, Executable verb) {
    assertEquals(code, assertThrows(CrmException.class, verb).code());
  }

  @Test
  void a_change_of_what_is_visible_leaves_what_is_hidden_alone() {
    bob.customers().update(his, d -> d.set(Customer.EMPLOYEES, 3L));
    bob.customers().save(bob.customers().get(acme.ref()).with(Customer.NAME, "Acme AG"));
    Customer now = ada.customers().get(acme.ref());
    assertEquals(3, now.version());
    assertEquals("Acme AG", now.get(Customer.NAME));
    assertEquals(eur("5000"), now.get(Customer.CREDIT_LIMIT));
    assertEquals("owned by a prince", now.get(Customer.BACKGROUND));
    assertEquals("K-17", now.get(Customer.EXTERNAL_ID));
    assertEquals("retail", now.get(Customer.INDUSTRY));
  }

  @Test
  void what_a_feature_does_for_somebody_does_not_depend_on_what_they_may_see() {
    policy.hide(
        "bob",
        Opportunity.AMOUNT,
        Opportunity.STAGE,
        Opportunity.STAGE_CATEGORY,
        Opportunity.PIPELINE);
    Opportunity mine = bob.opportunities().get(deal.ref());
    bob.pipeline().win(bob.pipeline().advance(mine, "negotiation"), "signed");
    var facts = ada.pipeline().history(deal);
    assertEquals(3, facts.size());
    assertEquals(eur("100"), facts.get(2).get(io.crmkit.sales.StageChange.AMOUNT));
    assertEquals("negotiation", facts.get(2).get(io.crmkit.sales.StageChange.FROM_STAGE));
  }
}
