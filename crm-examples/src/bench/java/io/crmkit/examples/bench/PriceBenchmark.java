package io.crmkit.examples.bench;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.catalog.PriceBook;
import io.crmkit.catalog.PriceFormula;
import io.crmkit.catalog.PriceLine;
import io.crmkit.catalog.PriceList;
import io.crmkit.catalog.PriceListItem;
import io.crmkit.catalog.PriceQuote;
import io.crmkit.catalog.PriceRequest;
import io.crmkit.catalog.PriceRule;
import io.crmkit.catalog.PriceTerms;
import io.crmkit.catalog.Pricing;
import io.crmkit.catalog.Product;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Prices per second out of price lists with ten thousand rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PriceBenchmark {
  private static final int PRODUCTS = 2_500;
  private static final int BREAKS = 4;
  private static final int LINES = 100;
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  private final List<Product> products = new ArrayList<>();
  private final List<PriceLine> lines = new ArrayList<>();
  private Crm crm;
  private Session ada;
  private PriceBook book;
  private int turn;

  /** 2,500 products with a price and three quantity breaks each. */
  @Setup
  public void open() {
    crm = Crm.inMemory();
    ada = crm.as("ada");
    ada.run(
        work -> {
          PriceList list =
              work.catalog()
                  .priceLists()
                  .create(
                      d ->
                          d.set(PriceList.CODE, "all")
                              .set(PriceList.NAME, "All")
                              .set(PriceList.CURRENCY, "EUR"));
          List<PriceRule> rules = new ArrayList<>();
          PriceTerms terms = PriceTerms.of("all", "EUR");
          for (int i = 0; i < PRODUCTS; i++) {
            String name = "Product " + i;
            Product product = work.catalog().create(d -> d.set(Product.NAME, name));
            products.add(product);
            for (int step = 0; step < BREAKS; step++) {
              BigDecimal from = BigDecimal.valueOf(step * 10L);
              BigDecimal price = BigDecimal.valueOf(100L - step);
              PriceListItem item =
                  work.catalog()
                      .priceListItems()
                      .create(
                          d ->
                              d.set(PriceListItem.LIST, list)
                                  .set(PriceListItem.PRODUCT, product)
                                  .set(PriceListItem.FROM, from)
                                  .set(PriceListItem.PRICE, Money.of(price, "EUR")));
              rules.add(rule(item.ref(), terms, product.ref(), from, price));
            }
          }
          book = PriceBook.of(rules);
        });
    for (int i = 0; i < LINES; i++) {
      lines.add(PriceLine.of(products.get(i * (PRODUCTS / LINES)), 25));
    }
  }

  private static PriceRule rule(
      Ref<PriceListItem> item,
      PriceTerms terms,
      Ref<Product> product,
      BigDecimal from,
      BigDecimal price) {
    return new PriceRule(
        item, terms, product, null, null, from, null, null, PriceFormula.fixed(price));
  }

  /** Ends. */
  @TearDown
  public void close() {
    crm.close();
  }

  /** The function alone, on a book of all rows. */
  @Benchmark
  public PriceQuote function() {
    Product product = products.get(turn++ % PRODUCTS);
    return Pricing.price(
        PriceRequest.of(product.ref(), BigDecimal.valueOf(turn % 40 + 1), DAY, "EUR"), book);
  }

  /** One product, its rows read out of the store. */
  @Benchmark
  public PriceQuote one() {
    Product product = products.get(turn++ % PRODUCTS);
    return ada.catalog().price(product, null, BigDecimal.valueOf(25), null, DAY, "EUR");
  }

  /** A hundred lines in one go; figures are per line. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public List<PriceQuote> hundred() {
    return ada.catalog().prices(null, DAY, "EUR", lines);
  }
}
