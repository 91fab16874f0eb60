package io.crmkit.order;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.catalog.Product;
import io.crmkit.catalog.UnitConversion;
import io.crmkit.customer.Customer;
import io.crmkit.document.Tax;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.value.Money;
import io.crmkit.order.HostUpdate.Item;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.TaxRate;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OrderLinesTest extends CrmTest {
  private Customer acme;
  private Product phone;

  @BeforeEach
  void makeAcme() {
    acme = ada.customers().create(aCustomer());
    phone =
        ada.catalog()
            .create(
                aProduct("Phone")
                    .andThen(
                        d ->
                            d.set(Product.LIST_PRICE, eur("300"))
                                .set(Product.UNIT, "piece")
                                .set(Product.TAX_CATEGORY, "reduced")));
    ada.quotes()
        .taxRates()
        .create(d -> d.set(TaxRate.PRODUCT_TAX, "reduced").set(TaxRate.RATE, new BigDecimal("7")));
  }

  private Orders orders() {
    return ada.orders();
  }

  private static void assertRefused(String code, Executable verb) {
    assertEquals(code, assertThrows(CrmException.class, verb).code());
  }

  /** Ten new phones, two old ones back, and a line that only says something. */
  private SalesOrder tradeIn() {
    Quote quote =
        ada.quotes()
            .edit(
                ada.quotes().draft(acme, d -> d.set(Quote.TITLE, "Phones")),
                e ->
                    e.line(phone, "10")
                        .line(phone, "-2", d -> d.set(QuoteLine.UNIT_PRICE, eur("50")))
                        .line(
                            d ->
                                d.set(QuoteLine.NAME, "Colours as they come")
                                    .set(QuoteLine.QUANTITY, BigDecimal.ZERO)
                                    .set(QuoteLine.UNIT_PRICE, eur("0"))));
    return orders().from(ada.quotes().accept(ada.quotes().send(quote)));
  }

  private void assertLine(SalesOrder order, int line, String open, String shipped, String back) {
    OrderLine its = orders().lines(order).get(line);
    assertEquals(
        List.of(open, shipped, back),
        List.of(
            its.require(OrderLine.OPEN).stripTrailingZeros().toPlainString(),
            its.require(OrderLine.SHIPPED).stripTrailingZeros().toPlainString(),
            its.require(OrderLine.RETURNED).stripTrailingZeros().toPlainString()));
  }

  @Test
  void what_a_quote_takes_back_is_a_part_of_its_order() {
    SalesOrder order = orders().confirm(tradeIn());
    assertEquals(eur("2900"), order.get(SalesOrder.NET));
    SalesOrder shipped = orders().ship(order, d -> {}, List.of(Item.of(1, "10"), Item.of(2, "-1")));
    assertEquals(OrderState.PARTLY_SHIPPED, shipped.get(SalesOrder.STATE), "one is still to come");
    assertLine(shipped, 1, "-1", "-1", "0");
    SalesOrder all = orders().shipAll(shipped, d -> {});
    assertEquals(OrderState.SHIPPED, all.get(SalesOrder.STATE));
    assertLine(all, 1, "0", "-2", "0");
    assertLine(all, 2, "0", "0", "0");
    SalesOrder undone = orders().takeBack(all, "does not work", List.of());
    assertLine(undone, 0, "0", "10", "10");
    assertLine(undone, 1, "0", "-2", "-2");
  }

  @Test
  void neither_more_nor_the_other_way_round_is_taken_back() {
    SalesOrder order = orders().confirm(tradeIn());
    for (String quantity : List.of("-3", "1", "0")) {
      assertRefused(
          "order.quantity", () -> orders().ship(order, d -> {}, List.of(Item.of(2, quantity))));
    }
    assertRefused("order.quantity", () -> orders().ship(order, d -> {}, List.of(Item.of(1, "-1"))));
  }

  @Test
  void an_order_of_nothing_is_not_confirmed() {
    SalesOrder nothing = orders().edit(orders().draft(acme, d -> {}), e -> e.line(phone, "0"));
    assertRefused("order.empty", () -> orders().confirm(nothing));
    assertRefused("quote.quantity", () -> Item.of(1, "a few"));
  }

  @Test
  void a_line_has_the_price_of_its_unit_and_the_tax_of_its_product() {
    ada.catalog()
        .conversions()
        .create(
            d ->
                d.set(UnitConversion.UNIT, "box")
                    .set(UnitConversion.FACTOR, BigDecimal.TEN)
                    .set(UnitConversion.OF, "piece"));
    SalesOrder order =
        orders()
            .edit(
                orders().draft(acme, d -> {}),
                e -> e.line(phone, "1", d -> d.set(OrderLine.UNIT, "box")));
    assertEquals(eur("3000"), order.get(SalesOrder.NET));
    assertEquals(Tax.standard("7"), orders().totals(order).taxGroups().get(0).tax());
  }

  @Test
  void allowances_and_charges_are_added_listed_and_taken_away() {
    SalesOrder order =
        orders()
            .edit(
                orders().draft(acme, d -> {}),
                e ->
                    e.line(phone, "1")
                        .charge("Freight", eur("20"))
                        .allowance("Loyalty", eur("30")));
    assertEquals(eur("290"), order.get(SalesOrder.NET));
    List<OrderAdjustment> both = orders().adjustments(order);
    assertEquals(
        List.of("Freight", "Loyalty"),
        both.stream().map(each -> each.get(OrderAdjustment.REASON)).toList());
    assertEquals(eur("270"), orders().edit(order, e -> e.remove(both.get(0))).get(SalesOrder.NET));
  }

  @Test
  void what_was_paid_for_the_quote_is_paid_for_the_order() {
    Quote quote =
        ada.quotes()
            .edit(
                ada.quotes().draft(acme, d -> d.set(Quote.TITLE, "Phones")),
                e -> e.line(phone, "1").set(d -> d.set(Quote.PREPAID, eur("100"))));
    SalesOrder order = orders().from(ada.quotes().accept(ada.quotes().send(quote)));
    assertEquals(eur("221"), orders().totals(order).payable());
    assertRefused(
        "validation", () -> orders().save(order.with(SalesOrder.PREPAID, Money.of(1, "USD"))));
  }

  @Test
  void a_won_deal_is_ordered_once_and_anew_only_where_that_was_cancelled() {
    Opportunity won =
        ada.pipeline().win(ada.pipeline().open(acme, aDeal("Phones", eur("900"))), "agreed");
    SalesOrder order = orders().from(won);
    assertRefused("order.exists", () -> orders().from(won));
    orders().cancel(order, "a mistake");
    assertEquals(eur("900"), orders().from(won).get(SalesOrder.NET));
  }

  @Test
  void of_two_who_order_a_deal_at_once_one_is_told() throws Exception {
    Opportunity won =
        ada.pipeline().win(ada.pipeline().open(acme, aDeal("Phones", eur("900"))), "agreed");
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<SalesOrder>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(pool.submit(() -> orders().from(won)));
      }
      int refused = 0;
      for (Future<SalesOrder> each : all) {
        try {
          each.get();
        } catch (ExecutionException e) {
          assertEquals("order.exists", ((CrmException) e.getCause()).code());
          refused++;
        }
      }
      assertEquals(7, refused);
      assertEquals(1, orders().where(SalesOrder.OPPORTUNITY.is(won)).count());
    } finally {
      pool.shutdownNow();
    }
  }
}
