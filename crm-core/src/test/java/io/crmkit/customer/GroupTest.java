package io.crmkit.customer;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.testing.CrmTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customer groups and subsidiaries, dated. */
class GroupTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private Customer head;
  private Customer north;
  private Customer shop;

  @BeforeEach
  void threeCustomers() {
    head = ada.customers().create(aCustomer("Head"));
    north = ada.customers().create(aCustomer("North"));
    shop = ada.customers().create(aCustomer("Shop"));
  }

  private CustomerRelation relate(Customer from, Customer to, LocalDate since) {
    return ada.customers().relate(from, "subsidiary", to, since, d -> {});
  }

  private static Consumer<Draft<CustomerRelation>> share(String percent) {
    return d -> d.set(CustomerRelation.SHARE, new BigDecimal(percent));
  }

  private Customer now(Customer customer) {
    return ada.customers().get(customer.ref());
  }

  private void runDue() {
    crm.jobs()
        .runDue()
        .forEach(
            run ->
                run.failed()
                    .ifPresent(
                        failure -> {
                          throw failure;
                        }));
  }

  @Test
  void a_group_on_a_day_is_a_customer_with_all_its_subsidiaries_of_that_day() {
    CustomerRelation old = relate(north, head, TODAY.minusYears(2));
    relate(shop, north, TODAY.minusYears(1));
    ada.customers().relate(shop, "partner", head, TODAY.minusYears(3), d -> {});
    ada.customers().endRelation(old, TODAY.minusDays(1));
    assertEquals(Set.of(head.ref()), ada.customers().group(head, TODAY.minusYears(3)));
    assertEquals(Set.of(head.ref(), north.ref()), ada.customers().group(head, TODAY.minusYears(2)));
    assertEquals(
        Set.of(head.ref(), north.ref(), shop.ref()),
        ada.customers().group(head, TODAY.minusDays(1)));
    assertEquals(Set.of(head.ref()), ada.customers().group(head, TODAY));
    assertEquals(Set.of(north.ref(), shop.ref()), ada.customers().group(north, TODAY));
  }

  @Test
  void the_parent_of_a_customer_is_its_owner_of_today_whichever_of_both_is_written() {
    relate(north, head, TODAY);
    assertEquals(head.ref(), now(north).get(Customer.PARENT));
    ada.customers().update(now(north), d -> d.set(Customer.PARENT, shop));
    assertEquals(Set.of(shop.ref(), north.ref()), ada.customers().group(shop, TODAY));
    assertEquals(Set.of(head.ref()), ada.customers().group(head, TODAY));
    clock.advance(Duration.ofDays(5));
    ada.customers().update(now(north), d -> d.clear(Customer.PARENT));
    assertEquals(Set.of(shop.ref(), north.ref()), ada.customers().group(shop, TODAY.plusDays(4)));
    assertEquals(Set.of(shop.ref()), ada.customers().group(shop, TODAY.plusDays(5)));
    Customer born =
        ada.customers().create(aCustomer("Born").andThen(d -> d.set(Customer.PARENT, head)));
    assertEquals(Set.of(head.ref(), born.ref()), ada.customers().group(head, TODAY));
  }

  @Test
  void of_several_owners_the_one_with_the_greatest_share_is_the_parent() {
    ada.customers().relate(shop, "subsidiary", head, TODAY, share("40"));
    assertEquals(head.ref(), now(shop).get(Customer.PARENT));
    CustomerRelation most = ada.customers().relate(shop, "subsidiary", north, TODAY, share("60"));
    assertEquals(north.ref(), now(shop).get(Customer.PARENT));
    assertEquals(Set.of(head.ref(), shop.ref()), ada.customers().group(head, TODAY));
    ada.customers().relations().delete(most);
    assertEquals(head.ref(), now(shop).get(Customer.PARENT));
    assertThrows(
        ValidationException.class,
        () -> ada.customers().relate(shop, "subsidiary", head, TODAY, share("101")));
  }

  @Test
  void a_relation_that_begins_or_ends_later_is_noticed_on_its_day() {
    CustomerRelation relation = relate(north, head, TODAY.plusDays(2));
    ada.customers().endRelation(relation, TODAY.plusDays(3));
    assertNull(now(north).get(Customer.PARENT));
    clock.advance(Duration.ofDays(2));
    runDue();
    assertEquals(head.ref(), now(north).get(Customer.PARENT));
    clock.advance(Duration.ofDays(2));
    runDue();
    assertNull(now(north).get(Customer.PARENT));
    assertEquals(
        Phase.PAST, ada.customers().relations().get(relation.ref()).get(CustomerRelation.PHASE));
  }

  @Test
  void nobody_belongs_to_itself_on_any_day() {
    relate(north, head, TODAY.plusDays(10));
    relate(shop, north, TODAY.plusDays(20));
    ValidationException circle =
        assertThrows(ValidationException.class, () -> relate(head, shop, TODAY.plusDays(30)));
    assertEquals("violation.cycle", circle.violations().get(0).code());
    assertThrows(ValidationException.class, () -> relate(head, head, TODAY));
    CustomerRelation before =
        ada.customers()
            .relate(
                head,
                "subsidiary",
                shop,
                TODAY,
                d -> d.set(CustomerRelation.UNTIL, TODAY.plusDays(19)));
    assertThrows(
        ValidationException.class, () -> ada.customers().endRelation(before, TODAY.plusDays(20)));
    ada.customers().relate(head, "partner", shop, TODAY, d -> {});
  }

  @Test
  void two_relations_made_at_once_cannot_close_a_circle_in_the_future() {
    assertThrows(
        CrmException.class,
        () ->
            ada.run(
                work -> {
                  work.customers().get(head.ref());
                  work.customers().relate(head, "subsidiary", north, TODAY.plusDays(9), d -> {});
                  bob.customers().relate(north, "subsidiary", head, TODAY.plusDays(9), d -> {});
                }));
    assertEquals(Set.of(head.ref(), north.ref()), ada.customers().group(head, TODAY.plusDays(9)));
  }

  @Test
  void a_relation_goes_into_the_bin_with_the_subsidiary_and_outlives_that_of_the_parent() {
    relate(north, head, TODAY);
    Customer below = ada.customers().delete(now(north));
    assertEquals(Set.of(head.ref()), ada.customers().group(head, TODAY));
    ada.customers().restore(below);
    assertEquals(Set.of(head.ref(), north.ref()), ada.customers().group(head, TODAY));
    Customer above = ada.customers().delete(now(head));
    assertEquals(head.ref(), now(north).get(Customer.PARENT));
    ada.customers().restore(above);
    assertEquals(Set.of(head.ref(), north.ref()), ada.customers().group(head, TODAY));
  }
}
