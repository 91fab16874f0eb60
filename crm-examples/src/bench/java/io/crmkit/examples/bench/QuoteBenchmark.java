package io.crmkit.examples.bench;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.document.Adjustment;
import io.crmkit.document.DocumentLine;
import io.crmkit.document.RoundingRule;
import io.crmkit.document.Tax;
import io.crmkit.document.Totals;
import io.crmkit.kernel.value.Money;
import io.crmkit.numbering.NumberRange;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Quotes of 100 lines, and numbers without gaps, in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class QuoteBenchmark {
  private static final int LINES = 100;
  private static final NumberRange NUMBERS = NumberRange.of("paper", "P-{year}-{00000}");

  private final List<DocumentLine> lines = new ArrayList<>();
  private final List<Adjustment> adjustments =
      List.of(
          Adjustment.allowance(Money.of("50", "EUR"), Tax.standard("19")),
          Adjustment.charge(Money.of("12.50", "EUR"), Tax.standard("19")));
  private final RoundingRule rule = RoundingRule.of("EUR");
  private Crm crm;
  private Session ada;
  private Quote quote;

  /** Begins anew, so that every iteration works on little data. */
  @Setup(Level.Iteration)
  public void open() {
    lines.clear();
    for (int i = 1; i <= LINES; i++) {
      lines.add(
          DocumentLine.of(
                  BigDecimal.valueOf(i),
                  Money.of(BigDecimal.valueOf(1999 + i, 2), "EUR"),
                  Tax.standard(i % 3 == 0 ? "7" : "19"))
              .discount(BigDecimal.valueOf(i % 4 * 25, 1))
              .in(i / 10));
    }
    crm = Crm.inMemory();
    ada = crm.as("ada");
    Customer acme = ada.customers().create(d -> d.set(Customer.NAME, "Acme"));
    quote = written(ada.quotes().draft(acme, d -> d.set(Quote.TITLE, "Offer")));
  }

  private Quote written(Quote draft) {
    return ada.quotes()
        .edit(
            draft,
            e -> {
              for (DocumentLine line : lines) {
                e.line(
                    d ->
                        d.set(QuoteLine.NAME, "Part")
                            .set(QuoteLine.QUANTITY, line.quantity())
                            .set(QuoteLine.UNIT_PRICE, line.unitPrice())
                            .set(QuoteLine.DISCOUNT, line.discountPercent()));
              }
            });
  }

  /** Lets everything go. */
  @TearDown(Level.Iteration)
  public void close() {
    crm.close();
  }

  /** The arithmetic alone. */
  @Benchmark
  public Totals totals() {
    return Totals.of("EUR", rule, lines, adjustments);
  }

  /** The sums of a quote that is kept. */
  @Benchmark
  public Totals totalsOfAQuote() {
    return ada.quotes().totals(quote);
  }

  /** A record of its own with the next number, as one of eight who do so at once. */
  @Benchmark
  @Threads(8)
  public Customer numberUnderEightWriters() {
    return NUMBERS.give(
        ada.workspace(),
        (work, number) -> work.records(Customer.TYPE).create(d -> d.set(Customer.NAME, number)));
  }

  /** The same by one alone. */
  @Benchmark
  public Customer number() {
    return numberUnderEightWriters();
  }
}
