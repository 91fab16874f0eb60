package io.crmkit.catalog;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.catalog.PriceRefusal.Reason;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceListTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  private Product lamp() {
    return lamp(null);
  }

  private Product lamp(@Nullable ProductCategory category) {
    return ada.catalog()
        .create(
            aProduct("Lamp")
                .andThen(
                    d -> {
                      d.set(Product.LIST_PRICE, eur("50.00")).set(Product.UNIT, "piece");
                      if (category != null) {
                        d.set(Product.CATEGORY, category);
                      }
                    }));
  }

  private PriceList aList(String code, Consumer<Draft<PriceList>> more) {
    return ada.catalog()
        .priceLists()
        .create(
            d -> {
              d.set(PriceList.CODE, code).set(PriceList.NAME, code).set(PriceList.CURRENCY, "EUR");
              more.accept(d);
            });
  }

  private PriceListItem aRow(PriceList list, Consumer<Draft<PriceListItem>> filling) {
    return ada.catalog()
        .priceListItems()
        .create(
            d -> {
              d.set(PriceListItem.LIST, list);
              filling.accept(d);
            });
  }

  private PriceListItem fixed(PriceList list, Product product, String price) {
    return aRow(
        list, d -> d.set(PriceListItem.PRODUCT, product).set(PriceListItem.PRICE, eur(price)));
  }

  private PriceListItem discount(
      PriceList list, String percent, Consumer<Draft<PriceListItem>> more) {
    return aRow(
        list,
        d -> {
          d.set(PriceListItem.KIND, PriceListItem.Kind.DISCOUNT)
              .set(PriceListItem.PERCENT, new BigDecimal(percent));
          more.accept(d);
        });
  }

  private PriceQuote price(Product product, @Nullable Customer customer, String quantity) {
    return ada.catalog().price(product, customer, new BigDecimal(quantity), null, TODAY, "EUR");
  }

  private static Optional<Reason> reason(PriceQuote quote, PriceListItem item) {
    return quote.refused().stream()
        .filter(refusal -> refusal.rule().item().equals(item.ref()))
        .map(PriceRefusal::reason)
        .findFirst();
  }

  @Test
  void a_seller_prices_a_product_for_a_customer_and_sees_which_rules_made_the_price() {
    Product lamp = lamp();
    Customer acme =
        ada.customers().create(aCustomer().andThen(d -> d.set(Customer.GROUP, "wholesale")));
    PriceList everybody = aList("everybody", d -> {});
    PriceListItem plain = fixed(everybody, lamp, "48.00");
    PriceList wholesale = aList("wholesale", d -> d.set(PriceList.GROUP, "wholesale"));
    PriceListItem fromTen =
        discount(
            wholesale,
            "12.5",
            d -> d.set(PriceListItem.PRODUCT, lamp).set(PriceListItem.FROM, new BigDecimal("10")));
    PriceListItem fromHundred =
        discount(
            wholesale,
            "20",
            d -> d.set(PriceListItem.PRODUCT, lamp).set(PriceListItem.FROM, new BigDecimal("100")));

    PriceQuote ten = price(lamp, acme, "10");
    assertEquals(eur("42.00"), ten.price());
    assertEquals(eur("48.00"), ten.listPrice());
    assertEquals(Optional.of(eur("6.00")), ten.discount());
    assertEquals(Optional.of(new BigDecimal("12.5000")), ten.discountPercent());
    assertEquals(eur("420.00"), ten.amount());
    assertEquals(
        List.of(plain.ref(), fromTen.ref()),
        ten.applied().stream().map(PriceStep::rule).map(PriceRule::item).toList());
    assertEquals(Optional.of(Reason.BELOW_QUANTITY), reason(ten, fromHundred));
    assertEquals(
        List.of(
            "Price by the list everybody: 48.",
            "By the list wholesale times 0.875, plus 0: 42.",
            "Not by the list wholesale: it holds from a greater quantity on."),
        ten.explain(Locale.ENGLISH));
    assertEquals("按价目表 everybody 的价格：48。", ten.explain(Locale.CHINESE).get(0));

    assertEquals(eur("48.00"), price(lamp, acme, "9.5").price());
    assertEquals(eur("38.40"), price(lamp, acme, "100").price());
    assertEquals(eur("48.00"), price(lamp, null, "100").price());
  }

  @Test
  void the_most_specific_rule_makes_the_price() {
    ProductCategory lights =
        ada.catalog().categories().create(d -> d.set(ProductCategory.NAME, "Lights"));
    ProductCategory desk =
        ada.catalog()
            .categories()
            .create(
                d ->
                    d.set(ProductCategory.NAME, "Desk lights").set(ProductCategory.PARENT, lights));
    Product lamp = lamp(desk);
    Customer acme =
        ada.customers().create(aCustomer().andThen(d -> d.set(Customer.GROUP, "retail")));
    PriceList all = aList("all", d -> {});
    PriceListItem everything = discount(all, "1", d -> {});
    assertEquals(eur("49.50"), price(lamp, acme, "1").price());
    discount(all, "2", d -> d.set(PriceListItem.CATEGORY, lights));
    assertEquals(eur("49.00"), price(lamp, acme, "1").price());
    discount(all, "3", d -> d.set(PriceListItem.CATEGORY, desk));
    assertEquals(eur("48.50"), price(lamp, acme, "1").price());
    discount(all, "4", d -> d.set(PriceListItem.PRODUCT, lamp));
    assertEquals(eur("48.00"), price(lamp, acme, "1").price());
    PriceList group = aList("group", d -> d.set(PriceList.GROUP, "retail"));
    discount(group, "5", d -> d.set(PriceListItem.PRODUCT, lamp));
    assertEquals(eur("47.50"), price(lamp, acme, "1").price());
    PriceList own = aList("own", d -> d.set(PriceList.CUSTOMER, acme));
    discount(own, "6", d -> d.set(PriceListItem.PRODUCT, lamp));
    PriceQuote quote = price(lamp, acme, "1");
    assertEquals(eur("47.00"), quote.price());
    assertEquals(Optional.of(Reason.OVERRULED), reason(quote, everything));
    PriceList later =
        aList(
            "later", d -> d.set(PriceList.CUSTOMER, acme).set(PriceList.SINCE, TODAY.minusDays(3)));
    discount(later, "7", d -> d.set(PriceListItem.PRODUCT, lamp));
    assertEquals(eur("46.50"), price(lamp, acme, "1").price());
  }

  @Test
  void lists_out_of_force_or_out_of_use_or_in_other_currencies_make_no_price() {
    Product lamp = lamp();
    fixed(aList("past", d -> d.set(PriceList.UNTIL, TODAY.minusDays(1))), lamp, "1");
    fixed(aList("future", d -> d.set(PriceList.SINCE, TODAY.plusDays(1))), lamp, "2");
    fixed(aList("unused", d -> d.set(PriceList.ACTIVE, false)), lamp, "3");
    PriceList dollars = aList("dollars", d -> d.set(PriceList.CURRENCY, "USD"));
    aRow(
        dollars,
        d -> d.set(PriceListItem.PRODUCT, lamp).set(PriceListItem.PRICE, Money.of("4", "USD")));
    PriceListItem old =
        aRow(
            aList("rows", d -> {}),
            d ->
                d.set(PriceListItem.PRODUCT, lamp)
                    .set(PriceListItem.PRICE, eur("5"))
                    .set(PriceListItem.UNTIL, TODAY.minusDays(1)));
    PriceQuote quote = price(lamp, null, "1");
    assertEquals(eur("50.00"), quote.price());
    assertEquals(Optional.of(Reason.NOT_IN_FORCE), reason(quote, old));
    assertEquals(
        Money.of("4.00", "USD"),
        ada.catalog().price(lamp, null, BigDecimal.ONE, null, TODAY, "USD").price());
    PriceQuote none = ada.catalog().price(lamp, null, BigDecimal.ONE, null, TODAY, "GBP");
    assertFalse(none.isFound());
    assertThrows(InvalidRequestException.class, none::price);
  }

  @Test
  void a_box_of_twelve_is_priced_by_the_piece_and_by_the_box() {
    Product lamp = lamp();
    ada.catalog()
        .conversions()
        .create(
            d ->
                d.set(UnitConversion.PRODUCT, lamp)
                    .set(UnitConversion.UNIT, "box")
                    .set(UnitConversion.FACTOR, new BigDecimal("12"))
                    .set(UnitConversion.OF, "piece"));
    assertEquals(eur("600.00"), boxes(lamp, "1").price());
    PriceList list = aList("breaks", d -> {});
    discount(list, "10", d -> d.set(PriceListItem.FROM, new BigDecimal("24")));
    assertEquals(eur("600.00"), boxes(lamp, "1").price());
    assertEquals(eur("540.00"), boxes(lamp, "2").price());
    aRow(
        list,
        d ->
            d.set(PriceListItem.PRODUCT, lamp)
                .set(PriceListItem.UNIT, "box")
                .set(PriceListItem.PRICE, eur("555")));
    assertEquals(eur("555.00"), boxes(lamp, "3").price());
    assertEquals(eur("46.25"), price(lamp, null, "12").price());
    PriceQuote unknown = ada.catalog().price(lamp, null, BigDecimal.ONE, "pallet", TODAY, "EUR");
    assertFalse(unknown.isFound());
  }

  private PriceQuote boxes(Product product, String quantity) {
    return ada.catalog().price(product, null, new BigDecimal(quantity), "box", TODAY, "EUR");
  }

  @Test
  void a_campaign_comes_on_top_of_the_price_and_the_result_is_rounded_once() {
    Product lamp = lamp();
    PriceList base = aList("base", d -> d.set(PriceList.ROUND_TO, new BigDecimal("0.05")));
    discount(base, "7", d -> {});
    PriceList campaign = aList("campaign", d -> d.set(PriceList.ON_TOP, true));
    PriceListItem extra = discount(campaign, "3", d -> d.set(PriceListItem.PRODUCT, lamp));
    PriceListItem less = discount(campaign, "50", d -> {});
    PriceQuote quote = price(lamp, null, "1"); // 50 × 0.93 × 0.97 = 45.105
    assertEquals(eur("45.10"), quote.price());
    assertEquals(
        List.of(
            PriceStep.Kind.LIST_PRICE,
            PriceStep.Kind.RULE,
            PriceStep.Kind.ON_TOP,
            PriceStep.Kind.ROUNDING),
        quote.applied().stream().map(PriceStep::kind).toList());
    assertEquals(extra.ref(), quote.applied().get(2).rule().item());
    assertEquals(Optional.of(Reason.OVERRULED), reason(quote, less));
  }

  @Test
  void a_formula_and_a_markup_change_the_list_price() {
    Product lamp = lamp();
    PriceList list = aList("formulas", d -> {});
    PriceListItem row =
        aRow(
            list,
            d ->
                d.set(PriceListItem.KIND, PriceListItem.Kind.FORMULA)
                    .set(PriceListItem.FACTOR, new BigDecimal("0.9"))
                    .set(PriceListItem.PRICE, eur("2.5")));
    assertEquals(eur("47.50"), price(lamp, null, "1").price());
    ada.catalog().priceListItems().delete(row);
    aRow(
        list,
        d ->
            d.set(PriceListItem.KIND, PriceListItem.Kind.MARKUP)
                .set(PriceListItem.PERCENT, new BigDecimal("15")));
    assertEquals(eur("57.50"), price(lamp, null, "1").price());
    assertEquals(Optional.of(eur("-7.50")), price(lamp, null, "1").discount());
  }

  @Test
  void a_price_with_tax_is_never_made_from_one_without() {
    Product lamp = lamp();
    PriceList shop = aList("shop", d -> d.set(PriceList.TAX_INCLUDED, true));
    PriceListItem off = discount(shop, "10", d -> {});
    PriceQuote net = price(lamp, null, "1");
    assertEquals(eur("50.00"), net.price());
    assertFalse(net.taxIncluded());
    assertEquals(Optional.of(Reason.NO_LIST_PRICE), reason(net, off));
    fixed(shop, lamp, "59.50");
    PriceQuote gross = price(lamp, null, "1");
    assertEquals(eur("59.50"), gross.price());
    assertTrue(gross.taxIncluded());
  }

  @Test
  void many_lines_are_priced_in_one_go_and_in_their_order() {
    List<PriceLine> lines = new ArrayList<>();
    PriceList list = aList("list", d -> {});
    for (int i = 1; i <= 30; i++) {
      Product product = ada.catalog().create(aProduct("Product " + i));
      fixed(list, product, String.valueOf(i));
      lines.add(PriceLine.of(product, i));
    }
    List<PriceQuote> quotes = ada.catalog().prices(null, TODAY, "EUR", lines);
    for (int i = 1; i <= 30; i++) {
      assertEquals(eur(String.valueOf(i)), quotes.get(i - 1).price());
      assertEquals(eur(String.valueOf(i * i)), quotes.get(i - 1).amount());
    }
    assertEquals(List.of(), ada.catalog().prices(null, TODAY, "EUR", List.of()));
  }

  @Test
  void whoever_may_not_look_into_price_lists_still_gets_prices_of_visible_products() {
    Product lamp = lamp();
    Product secret = ada.catalog().create(aProduct("Secret"));
    fixed(aList("list", d -> {}), lamp, "45");
    policy
        .deny("bob", PriceList.TYPE)
        .deny("bob", PriceListItem.TYPE)
        .limit("bob", Product.TYPE, Product.NAME.is("Lamp"));
    assertEquals(
        eur("45.00"), bob.catalog().price(lamp, null, BigDecimal.ONE, null, TODAY, "EUR").price());
    assertThrows(
        NotFoundException.class,
        () -> bob.catalog().price(secret, null, BigDecimal.ONE, null, TODAY, "EUR"));
  }

  @Test
  void rows_that_make_no_sense_are_refused() {
    Product lamp = lamp();
    PriceList list = aList("list", d -> {});
    PriceList campaign = aList("campaign", d -> d.set(PriceList.ON_TOP, true));
    assertThrows(ValidationException.class, () -> aRow(list, d -> {}));
    assertThrows(ValidationException.class, () -> fixed(list, lamp, "-1"));
    assertThrows(ValidationException.class, () -> discount(list, "100", d -> {}));
    assertThrows(ValidationException.class, () -> fixed(campaign, lamp, "10"));
    assertThrows(
        ValidationException.class,
        () -> aRow(list, d -> d.set(PriceListItem.PRICE, Money.of("1", "USD"))));
    assertThrows(
        ValidationException.class, () -> aList("euros", d -> d.set(PriceList.CURRENCY, "EUX")));
    fixed(list, lamp, "10");
    assertThrows(
        ValidationException.class,
        () -> ada.catalog().priceLists().update(list, d -> d.set(PriceList.ON_TOP, true)));
  }

  @Test
  void what_cannot_have_a_price_is_refused_with_a_word_on_what_to_ask_instead() {
    Product lamp = lamp();
    assertRefused("catalog.quantity", lamp, "0", null, "EUR");
    assertRefused("catalog.quantity", lamp, "-1", null, "EUR");
    assertRefused("catalog.currency", lamp, "1", null, "eur");
    assertRefused("catalog.no_unit", lamp, "1", "box", "EUR");
    assertRefused("catalog.no_price", lamp, "1", null, "USD");
  }

  private void assertRefused(
      String code, Product product, String quantity, @Nullable String unit, String currency) {
    InvalidRequestException refused =
        assertThrows(
            InvalidRequestException.class,
            () ->
                ada.catalog()
                    .price(product, null, new BigDecimal(quantity), unit, TODAY, currency)
                    .price());
    assertEquals(code, refused.code());
  }
}
