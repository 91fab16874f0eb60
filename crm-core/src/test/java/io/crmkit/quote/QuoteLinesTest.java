package io.crmkit.quote;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.catalog.PriceList;
import io.crmkit.catalog.PriceListItem;
import io.crmkit.catalog.Product;
import io.crmkit.catalog.UnitConversion;
import io.crmkit.customer.Customer;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintedDocument.Column;
import io.crmkit.document.Tax;
import io.crmkit.document.TaxGroup;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class QuoteLinesTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();
  private Customer acme;
  private Product screw;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @BeforeEach
  void makeAcme() {
    acme = ada.customers().create(aCustomer());
    screw = product("Screw", null);
    ada.catalog()
        .conversions()
        .create(
            d ->
                d.set(UnitConversion.UNIT, "box")
                    .set(UnitConversion.FACTOR, new BigDecimal("12"))
                    .set(UnitConversion.OF, "piece"));
    ada.quotes()
        .terms()
        .create(
            d ->
                d.set(QuoteTerms.CODE, QuoteTerms.STANDARD)
                    .set(QuoteTerms.TAX_RATE, new BigDecimal("19")));
  }

  private Product product(String name, @Nullable String tax) {
    return ada.catalog()
        .create(
            aProduct(name)
                .andThen(
                    d ->
                        d.set(Product.LIST_PRICE, eur("2"))
                            .set(Product.UNIT, "piece")
                            .setOrClear(Product.TAX_CATEGORY, tax)));
  }

  private Quotes quotes() {
    return ada.quotes();
  }

  private Quote draft() {
    return quotes().draft(acme, d -> d.set(Quote.TITLE, "Screws"));
  }

  private QuoteLine line(Quote quote) {
    return quotes().lines(quote).get(0);
  }

  private static void assertRefused(String code, Executable verb) {
    assertEquals(code, assertThrows(CrmException.class, verb).code());
  }

  private static void assertDiscount(String percent, Quote quote) {
    assertEquals(0, new BigDecimal(percent).compareTo(quote.require(Quote.DISCOUNT)));
  }

  @Test
  void a_line_in_another_unit_costs_what_so_many_of_the_products_own_unit_do() {
    Quote quote =
        quotes().edit(draft(), e -> e.line(screw, "2", d -> d.set(QuoteLine.UNIT, "box")));
    assertEquals(eur("24"), line(quote).get(QuoteLine.UNIT_PRICE));
    assertEquals(eur("48"), quote.get(Quote.NET));
    assertRefused(
        "validation",
        () -> quotes().edit(quote, e -> e.line(screw, "1", d -> d.set(QuoteLine.UNIT, "pallet"))));
  }

  @Test
  void a_line_that_changes_its_unit_is_measured_by_the_price_of_the_new_one() {
    Quote pieces = quotes().edit(draft(), e -> e.line(screw, "2"));
    Quote boxes =
        quotes().edit(pieces, e -> e.change(line(pieces), d -> d.set(QuoteLine.UNIT, "box")));
    assertEquals(eur("24"), line(boxes).get(QuoteLine.LIST_PRICE));
    assertDiscount("91.6667", boxes);
  }

  @Test
  void the_quantity_that_the_line_says_in_the_end_decides_about_its_price() {
    priceList(
        d -> d.set(PriceListItem.FROM, BigDecimal.TEN).set(PriceListItem.PRICE, eur("1.50")),
        false);
    Quote quote =
        quotes()
            .edit(draft(), e -> e.line(screw, "1", d -> d.set(QuoteLine.QUANTITY, BigDecimal.TEN)));
    assertEquals(eur("15"), quote.get(Quote.NET));
  }

  private void priceList(Consumer<Draft<PriceListItem>> row, boolean tax) {
    PriceList list =
        ada.catalog()
            .priceLists()
            .create(
                d ->
                    d.set(PriceList.NAME, "List")
                        .set(PriceList.CODE, "list")
                        .set(PriceList.CURRENCY, "EUR")
                        .set(PriceList.TAX_INCLUDED, tax));
    ada.catalog()
        .priceListItems()
        .create(d -> row.accept(d.set(PriceListItem.LIST, list).set(PriceListItem.PRODUCT, screw)));
  }

  @Test
  void a_price_that_contains_the_tax_is_freed_of_the_tax_of_its_line() {
    priceList(d -> d.set(PriceListItem.PRICE, eur("1.07")), true);
    Quote quote =
        quotes()
            .edit(
                draft(),
                e -> e.line(screw, "1", d -> d.set(QuoteLine.TAX_RATE, new BigDecimal("7"))));
    assertEquals(eur("1"), line(quote).get(QuoteLine.UNIT_PRICE));
    assertEquals(eur("1.07"), quote.get(Quote.TOTAL));
  }

  @Test
  void each_product_bears_the_tax_of_its_category_as_it_is_today() {
    rate("7", null);
    rate("5", LocalDate.of(2027, 1, 1));
    rate("9", LocalDate.of(2028, 1, 1));
    Product book = product("Book", "reduced");
    Product licence = product("Licence", "standard");
    Product export = product("Export", "zero");
    Product course = product("Course", "exempt");
    Quote quote =
        quotes()
            .edit(
                draft(),
                e ->
                    e.line(book, "1")
                        .line(licence, "1")
                        .line(export, "1")
                        .line(course, "1")
                        .line(
                            book,
                            "1",
                            d ->
                                d.set(QuoteLine.TAX_CATEGORY, "O")
                                    .set(QuoteLine.TAX_RATE, BigDecimal.ZERO)));
    assertEquals(
        List.of(Tax.standard("19"), Tax.standard("5"), Tax.none("E"), Tax.none("O"), Tax.none("Z")),
        quotes().totals(quote).taxGroups().stream().map(TaxGroup::tax).toList());
  }

  private void rate(String percent, @Nullable LocalDate since) {
    quotes()
        .taxRates()
        .create(
            d ->
                d.set(TaxRate.PRODUCT_TAX, "reduced")
                    .set(TaxRate.RATE, new BigDecimal(percent))
                    .setOrClear(TaxRate.SINCE, since));
  }

  @Test
  void a_product_whose_tax_nobody_knows_is_refused_and_not_taxed_as_usual() {
    Product book = product("Book", "reduced");
    assertRefused("quote.no_tax", () -> quotes().edit(draft(), e -> e.line(book, "1")));
  }

  @Test
  void a_heading_that_is_taken_away_leaves_its_lines() {
    Quote quote =
        quotes()
            .edit(
                draft(),
                e ->
                    e.group("Small", g -> g.line(screw, "1"))
                        .group("Big", g -> g.line(screw, "9")));
    QuoteGroup big = quotes().groups(quote).get(1);
    Quote less = quotes().edit(quote, e -> e.remove(big));
    assertEquals(eur("20"), less.get(Quote.NET));
    assertNull(quotes().lines(less).get(1).get(QuoteLine.GROUP));
    assertEquals(List.of("1", "9"), printed(less));
  }

  @Test
  void lines_are_printed_even_where_their_heading_was_deleted_past_the_editor() {
    Quote quote = quotes().edit(draft(), e -> e.group("Small", g -> g.line(screw, "1")));
    ada.records(QuoteGroup.TYPE).delete(quotes().groups(quote).get(0));
    assertEquals(List.of("1"), printed(quotes().get(quote.ref())));
  }

  private List<String> printed(Quote quote) {
    return quotes().print(quote, Letterhead.of("We")).sections().stream()
        .flatMap(section -> section.rows().stream())
        .map(row -> row.value(Column.QUANTITY))
        .toList();
  }

  @Test
  void what_is_taken_off_the_whole_has_to_be_approved_as_what_is_taken_off_a_line() {
    policy.deny("ada", QuoteModule.APPROVE_DISCOUNT);
    Quote little = quotes().edit(draft(), e -> e.line(screw, "50").allowance("Loyal", eur("10")));
    assertDiscount("10", little);
    Quote much = quotes().edit(little, e -> e.allowance("Friend", eur("15")));
    assertDiscount("25", much);
    assertRefused("quote.discount", () -> quotes().send(much));
  }

  @Test
  void freight_hides_no_discount_and_a_discount_is_no_charge_of_less_than_nothing() {
    Quote freight = quotes().edit(draft(), e -> e.line(screw, "50").charge("Freight", eur("100")));
    assertDiscount("0", freight);
    assertDiscount("30", quotes().edit(freight, e -> e.charge("Friend", eur("-30"))));
    assertDiscount(
        "40",
        quotes().edit(draft(), e -> e.line(screw, "50", d -> d.set(QuoteLine.CHARGE, eur("-40")))));
    assertDiscount(
        "50",
        quotes()
            .edit(
                draft(),
                e ->
                    e.line(screw, "50")
                        .line(
                            d ->
                                d.set(QuoteLine.NAME, "Rebate")
                                    .set(QuoteLine.UNIT_PRICE, eur("-50")))));
  }

  @Test
  void what_a_customer_gives_back_at_its_price_is_no_discount() {
    assertDiscount("0", quotes().edit(draft(), e -> e.line(screw, "50").line(screw, "-20")));
  }

  @Test
  void a_quantity_that_is_none_is_refused_with_a_word_on_how_to_write_it() {
    assertRefused("quote.quantity", () -> quotes().edit(draft(), e -> e.line(screw, "2,5")));
    assertRefused("quote.quantity", () -> quotes().edit(draft(), e -> e.line(screw, "")));
  }

  @Test
  void a_line_is_called_what_its_product_is_called_in_the_language_of_the_quote() {
    ada.translations().put(screw, Product.NAME, Locale.CHINESE, "\u87BA\u4E1D");
    Quote chinese =
        quotes().draft(acme, d -> d.set(Quote.TITLE, "Screws").set(Quote.LANGUAGE, "zh-CN"));
    assertEquals(
        "\u87BA\u4E1D", line(quotes().edit(chinese, e -> e.line(screw, "1"))).get(QuoteLine.NAME));
    assertEquals(
        "Screw", line(quotes().edit(draft(), e -> e.line(screw, "1"))).get(QuoteLine.NAME));
    assertRefused(
        "validation",
        () -> quotes().draft(acme, d -> d.set(Quote.TITLE, "X").set(Quote.LANGUAGE, "?")));
  }
}
