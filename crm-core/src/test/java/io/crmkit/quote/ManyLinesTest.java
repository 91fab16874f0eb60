package io.crmkit.quote;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.CrmBuilder;
import io.crmkit.catalog.PriceList;
import io.crmkit.catalog.PriceListItem;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.order.SalesOrder;
import io.crmkit.testing.CountingStore;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestStores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lines need to know is read once, however many there are. */
class ManyLinesTest extends CrmTest {
  private final CountingStore store = new CountingStore(TestStores.fresh());
  private final List<Product> products = new ArrayList<>();
  private Customer acme;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.store(store.store());
  }

  @BeforeEach
  void productsWithPrices() {
    acme = ada.customers().create(aCustomer());
    PriceList list =
        ada.catalog()
            .priceLists()
            .create(
                d ->
                    d.set(PriceList.NAME, "List")
                        .set(PriceList.CODE, "list")
                        .set(PriceList.CURRENCY, "EUR"));
    for (int i = 1; i <= 20; i++) {
      Product product = ada.catalog().create(aProduct("Product " + i));
      String price = Integer.toString(i);
      ada.catalog()
          .priceListItems()
          .create(
              d ->
                  d.set(PriceListItem.LIST, list)
                      .set(PriceListItem.PRODUCT, product)
                      .set(PriceListItem.PRICE, eur(price)));
      products.add(product);
    }
  }

  private long askedToQuote(int lines) {
    Quote draft = ada.quotes().draft(acme, q -> q.set(Quote.TITLE, "Offer"));
    return store.asked(
        () ->
            ada.quotes()
                .edit(draft, e -> products.subList(0, lines).forEach(each -> e.line(each, "1"))));
  }

  private long askedToOrder(int lines) {
    SalesOrder draft = ada.orders().draft(acme, o -> {});
    return store.asked(
        () ->
            ada.orders()
                .edit(draft, e -> products.subList(0, lines).forEach(each -> e.line(each, "1"))));
  }

  @Test
  void twenty_lines_of_a_quote_ask_as_much_as_two() {
    askedToQuote(1);
    assertEquals(askedToQuote(2), askedToQuote(20));
  }

  @Test
  void twenty_lines_of_an_order_ask_as_much_as_two() {
    askedToOrder(1);
    assertEquals(askedToOrder(2), askedToOrder(20));
  }

  @Test
  void lines_keep_their_order_and_their_groups_whatever_is_written_between_them() {
    Quote quote =
        ada.quotes()
            .edit(
                ada.quotes().draft(acme, q -> q.set(Quote.TITLE, "Offer")),
                e ->
                    e.line(products.get(0), "1")
                        .line(
                            d -> d.set(QuoteLine.NAME, "Setup").set(QuoteLine.UNIT_PRICE, eur("5")))
                        .group("More", g -> g.line(products.get(2), "1"))
                        .set(q -> q.set(Quote.TITLE, "Another"))
                        .line(products.get(3), "2"));
    List<QuoteLine> lines = ada.quotes().lines(quote);
    assertEquals(
        List.of("Product 1", "Setup", "Product 3", "Product 4"),
        lines.stream().map(line -> line.require(QuoteLine.NAME)).toList());
    assertEquals(
        List.of(false, false, true, false),
        lines.stream().map(line -> line.get(QuoteLine.GROUP) != null).toList());
    assertEquals(eur("17"), quote.get(Quote.NET));
    assertEquals("Another", quote.get(Quote.TITLE));
  }
}
