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
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Bob sees the customers of level B alone. */
class RowAccessTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private Customer his;
  private Customer hers;
  private Ref<Customer> nobody;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy.limit("bob", Customer.TYPE, Customer.LEVEL.is("B")));
  }

  @BeforeEach
  void makeCustomers() {
    hers = ada.customers().create(aCustomer("Hers").andThen(d -> d.set(Customer.LEVEL, "A")));
    his =
        ada.customers()
            .create(
                aCustomer("His")
                    .andThen(d -> d.set(Customer.LEVEL, "B").set(Customer.EMPLOYEES, 7L)));
    nobody = Customer.TYPE.ref(UUID.fromString("0190a3b2-7c1d-7e2f-8a3b-4c5d6e7f8091"));
  }

  private static String message(Executable call) {
    return assertThrows(NotFoundException.class, call).getMessage();
  }

  @Test
  void an_invisible_record_cannot_be_told_from_an_absent_one() {
    assertEquals(
        message(() -> bob.customers().get(nobody)).replace(nobody.toString(), "it"),
        message(() -> bob.customers().get(hers.ref())).replace(hers.ref().toString(), "it"));
    assertEquals(
        message(() -> bob.customers().history(nobody)).replace(nobody.toString(), "it"),
        message(() -> bob.customers().history(hers.ref())).replace(hers.ref().toString(), "it"));
    assertEquals(Optional.empty(), bob.customers().find(hers.ref()));
    assertEquals(Optional.empty(), bob.customers().asOf(START).find(hers.ref()));
    assertEquals(
        Map.of(his.ref(), his),
        bob.customers().find(List.of(his.ref(), hers.ref(), nobody, his.ref())));
    Customer binned = ada.customers().delete(hers);
    assertEquals(Optional.empty(), bob.customers().findDeleted(binned.ref()));
  }

  @Test
  void every_question_is_answered_from_the_visible_records_alone() {
    Query<Customer> all = bob.customers().query();
    assertEquals(List.of(his), all.list());
    assertEquals(1, all.count());
    assertTrue(all.exists());
    assertFalse(bob.customers().where(Customer.NAME.is("Hers")).exists());
    assertEquals(0, bob.customers().where(Customer.NAME.is("Hers")).count());
    assertEquals(Optional.of(his), all.first());
    assertEquals(List.of(his), all.limit(1).page().items());
    assertEquals(Optional.empty(), all.limit(1).page().next());
    assertEquals(List.of(), all.search("hers").list());
    assertEquals(List.of(his), all.search("his").list());
    assertEquals(1, all.measure(Measure.count()).count());
    List<Group<Customer>> groups = all.groupBy(Customer.LEVEL).measure(Measure.count());
    assertEquals(1, groups.size());
    assertEquals("B", groups.get(0).get(Customer.LEVEL));
    bob.run(
        work -> {
          try (Stream<Customer> stream = work.customers().query().stream()) {
            assertEquals(List.of(his), stream.toList());
          }
        });
    assertEquals(List.of(his), bob.customers().asOf(START).list());
    assertEquals(List.of(his), bob.customers().where(Customer.LEVEL.is("A").not()).list());
    assertEquals(
        List.of(),
        bob.customers().where(Customer.LEVEL.is("A").or(Customer.NAME.is("Hers"))).list());
  }

  @Test
  void the_bin_hides_what_is_invisible_as_well() {
    Customer binned = ada.customers().delete(hers);
    assertEquals(List.of(), bob.customers().query().onlyDeleted().list());
    assertEquals(List.of(his), bob.customers().query().withDeleted().list());
    assertEquals(List.of(binned), ada.customers().query().onlyDeleted().list());
  }

  @Test
  void a_path_to_an_invisible_record_leads_nowhere() {
    Opportunity one = ada.pipeline().open(his, aDeal("one", eur("1")));
    Opportunity two = ada.pipeline().open(hers, aDeal("two", eur("2")));
    var deals = bob.opportunities();
    var name = Opportunity.CUSTOMER.get(Customer.NAME);
    assertEquals(List.of(one), deals.where(name.isPresent()).list());
    assertEquals(List.of(two), deals.where(name.isMissing()).list());
    assertEquals(List.of(), deals.where(name.is("Hers")).list());
    assertEquals(List.of(one, two), deals.where(name.isNot("Hers")).list());
    assertEquals(
        List.of(), deals.where(Opportunity.CUSTOMER.matches(Customer.NAME.is("Hers"))).list());
    assertEquals(
        List.of(one, two),
        deals.where(Opportunity.CUSTOMER.matches(Customer.NAME.is("Hers")).not()).list());
    assertEquals(List.of(one, two), deals.query().orderBy(name.desc()).list());
    List<Group<Opportunity>> groups = deals.query().groupBy(name).measure(Opportunity.AMOUNT.sum());
    assertEquals(2, groups.size());
    assertEquals("His", groups.get(0).get(name));
    assertNull(groups.get(1).get(name));
    var figures = deals.query().measure(name.countDistinct(), name.min(), name.max());
    assertEquals(1L, figures.get(name.countDistinct()));
    assertEquals("His", figures.get(name.min()));
    assertEquals("His", figures.get(name.max()));
  }

  @Test
  void a_path_through_several_records_ends_at_the_first_invisible_one() {
    Customer below =
        ada.customers()
            .create(
                aCustomer("Below")
                    .andThen(d -> d.set(Customer.LEVEL, "B").set(Customer.PARENT, hers)));
    ada.customers().update(hers, d -> d.set(Customer.PARENT, his));
    var top = Customer.PARENT.get(Customer.PARENT.get(Customer.NAME));
    assertEquals(List.of(below), ada.customers().where(top.is("His")).list());
    assertEquals(List.of(), bob.customers().where(top.is("His")).list());
    assertEquals(
        List.of(),
        bob.customers()
            .where(Customer.PARENT.matches(Customer.PARENT.matches(Customer.NAME.is("His"))))
            .list());
  }

  @Test
  void writing_to_an_invisible_record_finds_nothing() {
    Customer binned =
        ada.customers()
            .delete(
                ada.customers().create(aCustomer("x").andThen(d -> d.set(Customer.LEVEL, "A"))));
    String absent = message(() -> bob.customers().get(nobody)).replace(nobody.toString(), "it");
    for (Executable verb :
        List.<Executable>of(
            () -> bob.customers().update(hers, d -> d.set(Customer.LEVEL, "B")),
            () -> bob.customers().save(hers.with(Customer.LEVEL, "B")),
            () -> bob.customers().delete(hers),
            () -> bob.customers().purge(hers),
            () -> bob.customers().expect(hers))) {
      assertEquals(absent, message(verb).replace(hers.ref().toString(), "it"));
    }
    assertEquals(
        absent,
        message(() -> bob.customers().restore(binned)).replace(binned.ref().toString(), "it"));
    assertEquals(hers, ada.customers().get(hers.ref()));
  }

  @Test
  void an_old_snapshot_of_a_record_that_became_invisible_tells_nothing_of_what_happened() {
    ada.customers().update(his, d -> d.set(Customer.LEVEL, "C"));
    for (Executable verb :
        List.<Executable>of(
            () -> bob.customers().update(his, d -> d.set(Customer.EMPLOYEES, 8L)),
            () -> bob.customers().delete(his),
            () -> bob.customers().purge(his),
            () -> bob.customers().expect(his))) {
      assertTrue(message(verb).contains(his.ref().toString()));
    }
  }

  @Test
  void an_old_snapshot_of_a_visible_record_is_a_conflict_as_for_everybody() {
    ada.customers().update(his, d -> d.set(Customer.EMPLOYEES, 8L));
    assertThrows(
        ConflictException.class,
        () -> bob.customers().update(his, d -> d.set(Customer.EMPLOYEES, 9L)));
  }

  @Test
  void a_reference_to_an_invisible_record_is_refused_as_if_it_were_absent() {
    String absent = refused(nobody);
    assertEquals(
        absent.replace(nobody.toString(), "it"),
        refused(hers.ref()).replace(hers.ref().toString(), "it"));
    assertEquals(his.ref(), bob.contacts().create(contactOf(his.ref())).get(Contact.CUSTOMER));
  }

  private static java.util.function.Consumer<io.crmkit.kernel.record.Draft<Contact>> contactOf(
      Ref<Customer> customer) {
    return d -> d.set(Contact.NAME, "Eva").set(Contact.CUSTOMER, customer);
  }

  private String refused(Ref<Customer> customer) {
    ValidationException refused =
        assertThrows(ValidationException.class, () -> bob.contacts().create(contactOf(customer)));
    return refused.getMessage() + refused.message(Locale.CHINESE);
  }

  @Test
  void where_the_type_referred_to_may_not_be_read_at_all_a_reference_is_refused_too() {
    policy.deny("carl", Customer.TYPE, Operation.READ);
    ValidationException refused =
        assertThrows(
            ValidationException.class,
            () -> crm.as("carl").contacts().create(contactOf(hers.ref())));
    assertEquals("violation.ref_missing", refused.violations().get(0).code());
  }

  @Test
  void a_reference_that_somebody_else_set_stays_while_other_fields_are_changed() {
    Contact eva = ada.contacts().create(contactOf(hers.ref()));
    Contact changed = bob.contacts().update(eva, d -> d.set(Contact.JOB_TITLE, "Buyer"));
    assertEquals("Buyer", changed.get(Contact.JOB_TITLE));
    assertEquals(hers.ref(), ada.contacts().get(eva.ref()).get(Contact.CUSTOMER));
  }

  @Test
  void a_record_that_may_be_seen_but_not_changed_is_denied_not_hidden() {
    policy
        .limit("carl", Operation.UPDATE, Customer.TYPE, Customer.LEVEL.is("B"))
        .limit("carl", Operation.DELETE, Customer.TYPE, Customer.LEVEL.is("B"))
        .limit("carl", Operation.PURGE, Customer.TYPE, Customer.LEVEL.is("B"));
    Records<Customer> carls = crm.as("carl").customers();
    assertEquals(hers, carls.get(hers.ref()));
    for (Executable verb :
        List.<Executable>of(
            () -> carls.update(hers, d -> d.set(Customer.EMPLOYEES, 1L)),
            () -> carls.delete(hers),
            () -> carls.purge(hers))) {
      assertEquals("denied.operation", assertThrows(AccessDeniedException.class, verb).code());
    }
    carls.update(his, d -> d.set(Customer.EMPLOYEES, 1L));
  }

  @Test
  void nobody_moves_a_record_out_of_what_they_may_change_or_makes_one_there() {
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().update(his, d -> d.set(Customer.LEVEL, "A")));
    assertThrows(AccessDeniedException.class, () -> bob.customers().create(aCustomer("New")));
    Customer made =
        bob.customers().create(aCustomer("New").andThen(d -> d.set(Customer.LEVEL, "B")));
    assertEquals(made, bob.customers().get(made.ref()));
    assertEquals(his, ada.customers().get(his.ref()));
  }

  @Test
  void an_operation_on_a_type_that_is_not_allowed_is_denied() {
    policy.deny("carl", Customer.TYPE);
    Records<Customer> carls = crm.as("carl").customers();
    for (Executable verb : everyVerb(carls)) {
      assertEquals("denied.operation", assertThrows(AccessDeniedException.class, verb).code());
    }
  }

  private List<Executable> everyVerb(Records<Customer> records) {
    return new ArrayList<>(
        List.<Executable>of(
            () -> records.get(his.ref()),
            () -> records.find(his.ref()),
            () -> records.find(List.of(his.ref())),
            () -> records.findDeleted(his.ref()),
            () -> records.history(his.ref()),
            () -> records.query().list(),
            () -> records.query().first(),
            () -> records.query().page(),
            () -> records.query().count(),
            () -> records.query().exists(),
            () -> records.query().withDeleted().list(),
            () -> records.query().search("x").list(),
            () -> records.query().measure(Measure.count()),
            () -> records.query().groupBy(Customer.LEVEL).measure(Measure.count()),
            () -> records.asOf(START).find(his.ref()),
            () -> records.asOf(START).list(),
            () -> records.create(aCustomer()),
            () -> records.createAll(List.of(aCustomer())),
            () -> records.update(his, d -> d.set(Customer.EMPLOYEES, 9L)),
            () -> records.save(his.with(Customer.EMPLOYEES, 9L)),
            () -> records.delete(his),
            () -> records.restore(his),
            () -> records.purge(his),
            () -> records.expect(his)));
  }

  @Test
  void history_needs_no_right_to_the_whole_audit() {
    policy.deny("bob", AuditEntry.TYPE).hide("bob", AuditEntry.EVENT, AuditEntry.RECORD_ID);
    assertEquals(
        List.of(AuditEntry.Event.CREATED),
        bob.customers().history(his.ref()).stream()
            .map(entry -> entry.get(AuditEntry.EVENT))
            .toList());
    assertEquals(his, bob.customers().asOf(START).find(his.ref()).orElseThrow());
    assertThrows(CrmException.class, () -> bob.records(AuditEntry.TYPE).query().list());
  }

  @Test
  void the_past_shows_what_is_visible_today_whatever_it_was_then() {
    clock.advance(java.time.Duration.ofDays(1));
    Customer now = ada.customers().update(hers, d -> d.set(Customer.LEVEL, "B"));
    ada.customers().update(his, d -> d.set(Customer.LEVEL, "A"));
    assertEquals(now, bob.customers().get(hers.ref()));
    assertEquals(Optional.of(hers), bob.customers().asOf(START).find(hers.ref()));
    assertEquals(List.of(hers), bob.customers().asOf(START).list());
    assertEquals(List.of(hers), bob.customers().asOf(START).list(Customer.LEVEL.is("A")));
  }
}
