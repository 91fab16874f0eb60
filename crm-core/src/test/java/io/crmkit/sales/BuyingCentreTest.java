package io.crmkit.sales;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides about a deal, and what a group of customers buys. */
class BuyingCentreTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private final TestPolicy policy = new TestPolicy();
  private Customer head;
  private Customer north;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @BeforeEach
  void aGroup() {
    head = ada.customers().create(aCustomer("Head"));
    north = ada.customers().create(aCustomer("North"));
    ada.customers().relate(north, "subsidiary", head, TODAY.minusYears(1), d -> {});
  }

  @Test
  void contacts_play_dated_roles_in_the_buying_centre_of_a_deal() {
    Contact eva = ada.customers().addContact(north, aContact("Eva"));
    Contact tom = ada.customers().addContact(north, aContact("Tom"));
    Opportunity deal = ada.pipeline().open(north, aDeal("Seats"));
    BuyingCentre centre = ada.pipeline().buyingCentre();
    DealRole decides =
        centre.assign(
            deal,
            eva,
            "decision_maker",
            TODAY,
            d -> d.set(DealRole.INFLUENCE, "high").set(DealRole.ATTITUDE, "sceptic"));
    DealRole uses = centre.assign(deal, tom, "user", TODAY.plusDays(1), d -> {});
    DealRole ended = centre.end(decides, TODAY.plusDays(1));
    assertEquals("sceptic", ended.get(DealRole.ATTITUDE));
    assertEquals(List.of(ended), centre.of(deal, TODAY));
    assertEquals(List.of(ended, uses), centre.of(deal, TODAY.plusDays(1)));
    assertEquals(List.of(uses), centre.of(deal, TODAY.plusDays(2)));
    assertThrows(
        ValidationException.class, () -> centre.assign(deal, eva, "jester", TODAY, d -> {}));
    ada.opportunities().delete(deal);
    assertEquals(0, centre.query().count());
  }

  @Test
  void nobody_plays_the_same_role_twice_on_a_day() {
    Opportunity deal = ada.pipeline().open(head, aDeal("Seats"));
    Contact eva = ada.customers().addContact(head, aContact("Eva"));
    BuyingCentre centre = ada.pipeline().buyingCentre();
    DealRole first = centre.assign(deal, eva, "buyer", TODAY, d -> {});
    ada.customers().assignRole(eva, head, "buyer", TODAY);
    assertThrows(
        ValidationException.class, () -> centre.assign(deal, eva, "buyer", TODAY, d -> {}));
    assertThrows(
        ValidationException.class,
        () -> ada.customers().assignRole(eva, head, "buyer", TODAY.plusDays(9)));
    assertThrows(
        ValidationException.class,
        () ->
            centre.assign(
                deal, eva, "buyer", TODAY.minusDays(9), d -> d.set(DealRole.UNTIL, TODAY)));
    centre.assign(
        deal, eva, "buyer", TODAY.minusDays(9), d -> d.set(DealRole.UNTIL, TODAY.minusDays(1)));
    centre.assign(deal, eva, "user", TODAY, d -> {});
    centre.end(first, TODAY);
    centre.assign(deal, eva, "buyer", TODAY.plusDays(1), d -> {});
  }

  @Test
  void revenue_and_pipeline_of_a_group_roll_up_by_currency() {
    won(head, eur("100"));
    won(north, eur("20"));
    won(north, Money.of("5", "USD"));
    ada.pipeline().open(north, aDeal("open", eur("7")));
    ada.pipeline().open(north, aDeal("of unknown worth"));
    Opportunity lost = ada.pipeline().open(north, aDeal("lost", eur("1000")));
    ada.pipeline().lose(lost, "price");
    Customer other = ada.customers().create(aCustomer("Other"));
    won(other, eur("5000"));
    GroupSales sales = ada.pipeline().groupSales(head, TODAY);
    assertEquals(Set.of(head.ref(), north.ref()), sales.members());
    assertEquals(Map.of("EUR", eur("120"), "USD", Money.of("5", "USD")), sales.won());
    assertEquals(Map.of("EUR", eur("7")), sales.open());
    assertEquals("{EUR=EUR 7.00}", sales.open().toString());
    assertEquals(
        Map.of("EUR", eur("100")), ada.pipeline().groupSales(head, TODAY.minusYears(2)).won());
    GroupSales before =
        ada.pipeline().groupSales(head, TODAY, TODAY.minusDays(9), TODAY.minusDays(1));
    assertEquals(Map.of(), before.won());
    assertEquals(sales.open(), before.open());
    assertEquals(sales, ada.pipeline().groupSales(head, TODAY, TODAY, TODAY));
    policy.limit("bob", Opportunity.TYPE, Opportunity.CUSTOMER.is(north));
    assertEquals(eur("20"), bob.pipeline().groupSales(head, TODAY).won().get("EUR"));
  }

  private void won(Customer customer, Money amount) {
    ada.pipeline().win(ada.pipeline().open(customer, aDeal("won", amount)), "signed");
  }
}
