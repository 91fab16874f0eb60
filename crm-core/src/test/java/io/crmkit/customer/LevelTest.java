package io.crmkit.customer;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.custom.CodeUse;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Measure;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Levels and classification with effective dates and reasons. */
class LevelTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private final TestPolicy policy = new TestPolicy();
  private Customer acme;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @BeforeEach
  void aCustomerOfLevelC() {
    acme = ada.customers().create(aCustomer().andThen(d -> d.set(Customer.LEVEL, "C")));
  }

  private void level(String level, LocalDate since) {
    ada.customers().setLevel(acme, level, since, "because of " + level);
  }

  private String on(LocalDate day) {
    return ada.customers().levelOn(acme, day).orElse("-");
  }

  private Customer now() {
    return ada.customers().get(acme.ref());
  }

  private void passDays(int days) {
    clock.advance(Duration.ofDays(days));
  }

  @Test
  void which_level_had_a_customer_on_the_first_of_march() {
    passDays(10);
    level("B", TODAY.plusDays(5));
    level("A", TODAY.plusDays(10));
    assertEquals("-", on(TODAY.minusDays(1)));
    assertEquals("C", on(TODAY));
    assertEquals("C", on(TODAY.plusDays(4)));
    assertEquals("B", on(TODAY.plusDays(5)));
    assertEquals("B", on(TODAY.plusDays(9)));
    assertEquals("A", on(TODAY.plusDays(10)));
    assertEquals("A", on(TODAY.plusYears(9)));
    assertEquals("A", now().get(Customer.LEVEL));
    assertEquals(TODAY.plusDays(10), now().get(Customer.LEVEL_SINCE));
  }

  @Test
  void a_level_keeps_its_reason_and_who_decided_and_lasts_until_the_next() {
    passDays(1);
    bob.customers().setLevel(acme, "A", TODAY.plusDays(1), "turnover doubled");
    List<Classification> periods =
        ada.customers().classifications().query().orderBy(Classification.SINCE.asc()).list();
    assertEquals(2, periods.size());
    assertEquals(TODAY, periods.get(0).get(Classification.UNTIL));
    assertEquals("turnover doubled", periods.get(1).get(Classification.REASON));
    assertEquals("bob", periods.get(1).get(Classification.TYPE.createdBy()));
    assertNull(periods.get(1).get(Classification.UNTIL));
  }

  @Test
  void a_level_of_a_day_to_come_is_put_into_force_on_that_day_once() {
    level("A", TODAY.plusDays(3));
    assertEquals("C", now().get(Customer.LEVEL));
    assertEquals("A", on(TODAY.plusDays(3)));
    passDays(2);
    assertEquals(0, done());
    assertEquals("C", now().get(Customer.LEVEL));
    passDays(1);
    assertEquals(2, done(), "one period is over, one has begun");
    assertEquals("A", now().get(Customer.LEVEL));
    assertEquals(0, done());
    assertEquals("C", on(TODAY));
  }

  /** What began and what ended. */
  private int done() {
    return crm.jobs().runDue().stream()
        .filter(run -> run.job().equals("customer.classification"))
        .mapToInt(run -> run.done())
        .sum();
  }

  @Test
  void a_level_set_on_the_customer_itself_begins_today() {
    passDays(7);
    Customer changed =
        ada.because("signed").customers().update(acme, d -> d.set(Customer.LEVEL, "A"));
    assertEquals("C", on(TODAY.plusDays(6)));
    assertEquals("A", on(TODAY.plusDays(7)));
    assertEquals(TODAY.plusDays(7), now().get(Customer.LEVEL_SINCE));
    assertEquals(
        "signed",
        ada.customers()
            .classifications()
            .where(Classification.LAST.is(true))
            .list()
            .get(0)
            .get(Classification.REASON));
    passDays(1);
    ada.customers().update(now(), d -> d.clear(Customer.LEVEL));
    assertEquals("A", on(TODAY.plusDays(7)));
    assertEquals("-", on(TODAY.plusDays(8)));
    assertNull(now().get(Customer.LEVEL));
    assertThrows(
        ConflictException.class,
        () -> ada.customers().update(changed, d -> d.set(Customer.LEVEL, "D")));
  }

  @Test
  void a_customer_without_a_level_gets_one_and_had_none_before() {
    Customer none = ada.customers().create(aCustomer("None"));
    passDays(3);
    ada.customers().update(none, d -> d.set(Customer.LEVEL, "B"));
    assertEquals(Optional.empty(), ada.customers().levelOn(none, TODAY.plusDays(2)));
    assertEquals(Optional.of("B"), ada.customers().levelOn(none, TODAY.plusDays(3)));
  }

  @Test
  void a_level_that_was_forgotten_is_entered_between_two_others() {
    passDays(30);
    level("A", TODAY.plusDays(20));
    level("D", TODAY.plusDays(10));
    assertEquals("C", on(TODAY.plusDays(9)));
    assertEquals("D", on(TODAY.plusDays(19)));
    assertEquals("A", on(TODAY.plusDays(20)));
    level("B", TODAY.plusDays(10));
    assertEquals("B", on(TODAY.plusDays(10)));
    assertEquals("A", now().get(Customer.LEVEL));
  }

  @Test
  void the_levels_of_all_customers_on_a_day_are_one_list_and_can_be_counted() {
    Customer globex =
        ada.customers().create(aCustomer("Globex").andThen(d -> d.set(Customer.LEVEL, "A")));
    ada.customers().create(aCustomer("None"));
    passDays(5);
    level("A", TODAY.plusDays(5));
    assertEquals(
        Map.of(acme.ref(), "C", globex.ref(), "A"), ada.customers().levelsOn(TODAY.plusDays(4)));
    assertEquals(
        Map.of(acme.ref(), "A", globex.ref(), "A"), ada.customers().levelsOn(TODAY.plusDays(5)));
    assertEquals(Map.of(), ada.customers().levelsOn(TODAY.minusDays(1)));
    assertEquals(
        1,
        ada.customers()
            .classifications()
            .where(Classification.on(TODAY.plusDays(5)))
            .groupBy(Classification.VALUE)
            .measure(Measure.count())
            .get(0)
            .count());
  }

  @Test
  void any_code_table_classes_customers() {
    ada.customers().classify(acme, "industry", "energy", TODAY.minusYears(1), "register");
    ada.customers().classify(acme, "industry", "software", TODAY, "sold the plants");
    assertEquals("C", on(TODAY));
    assertEquals(
        List.of("energy"),
        ada
            .customers()
            .classifications()
            .where(Classification.SCHEME.is("industry"), Classification.on(TODAY.minusDays(1)))
            .list()
            .stream()
            .map(c -> c.get(Classification.VALUE))
            .toList());
    assertThrows(
        ValidationException.class,
        () -> ada.customers().classify(acme, "industry", "magic", TODAY, "x"));
    assertThrows(ValidationException.class, () -> level("Z", TODAY));
  }

  @Test
  void a_planned_level_comes_into_force_although_its_code_is_not_given_any_more() {
    Customer other = ada.customers().create(aCustomer("Other"));
    level("A", TODAY.plusDays(5));
    ada.customers().setLevel(other, "B", TODAY.plusDays(6), "planned");
    ada.codes().deactivate("customer_level", "A");
    passDays(7);
    assertEquals(
        List.of(), crm.jobs().runDue().stream().flatMap(r -> r.failed().stream()).toList());
    assertEquals("A", now().get(Customer.LEVEL));
    assertEquals("B", ada.customers().get(other.ref()).get(Customer.LEVEL));
  }

  @Test
  void a_code_that_a_period_has_is_in_use_and_is_merged_where_it_is_not_over() {
    ada.codes().add("customer_level", Code.of("X"));
    level("X", TODAY);
    passDays(1);
    level("B", TODAY.plusDays(1));
    level("X", TODAY.plusDays(9));
    assertEquals(
        List.of(new CodeUse(Classification.VALUE, 2)), ada.codes().uses("customer_level", "X"));
    assertThrows(ValidationException.class, () -> ada.codes().remove("customer_level", "X"));
    assertEquals(1, ada.codes().merge("customer_level", "X", "A"));
    assertEquals("X", on(TODAY));
    assertEquals("B", on(TODAY.plusDays(8)));
    assertEquals("A", on(TODAY.plusDays(9)));
  }

  @Test
  void a_table_or_code_that_is_none_is_refused() {
    assertThrows(
        NotFoundException.class,
        () -> ada.customers().classify(acme, "nonsense", null, TODAY, "why"));
    assertThrows(ValidationException.class, () -> level("Q", TODAY));
  }

  @Test
  void a_level_is_good_where_its_code_was_on_the_first_day() {
    ada.codes().add("customer_level", Code.of("old").valid(null, TODAY.minusDays(10)));
    ada.codes().add("customer_level", Code.of("new").valid(TODAY.plusDays(10), null));
    level("old", TODAY.minusDays(30));
    level("new", TODAY.plusDays(10));
    assertEquals("old", on(TODAY.minusDays(20)));
    assertThrows(ValidationException.class, () -> level("new", TODAY.plusDays(9)));
  }

  @Test
  void two_first_classifications_at_once_cannot_both_be_the_last() {
    assertThrows(
        CrmException.class,
        () ->
            ada.run(
                work -> {
                  work.customers().classify(acme, "industry", "energy", TODAY, "x");
                  bob.customers().classify(acme, "industry", "software", TODAY.plusDays(1), "y");
                }));
    assertEquals(1, ada.customers().classifications().query().count());
  }

  @Test
  void who_may_not_see_a_customer_does_not_learn_its_levels() {
    Condition<Customer> others = Customer.NAME.isNot("Acme GmbH");
    policy
        .limit("bob", Customer.TYPE, others)
        .limit("bob", Classification.TYPE, Classification.CUSTOMER.matches(others));
    passDays(1);
    level("A", TODAY.plusDays(1));
    assertEquals(Map.of(), bob.customers().levelsOn(TODAY));
    assertEquals(Optional.empty(), bob.customers().levelOn(acme, TODAY));
  }
}
