package io.crmkit.examples.bench;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.IdSource;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.openjdk.jmh.annotations.Warmup;

/** One record written at a time, each a transaction of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WriteBenchmark {
  private Crm crm;
  private Session ada;
  private Floor floor;
  private Opportunity deal;
  private Floor.Deal dealFloor;
  private int turn;

  /** Begins anew, so that every iteration works on little data. */
  @Setup(Level.Iteration)
  public void open() {
    crm = Crm.inMemory();
    ada = crm.as("ada");
    IdSource ids = IdSource.monotonic(Clock.systemUTC(), new SecureRandom());
    floor = new Floor(ids::next);
    Customer acme = ada.customers().create(d -> d.set(Customer.NAME, "Acme"));
    deal =
        ada.pipeline()
            .open(
                acme,
                d -> d.set(Opportunity.TITLE, "Deal").set(Opportunity.AMOUNT, Money.of(5, "EUR")));
    dealFloor =
        new Floor.Deal(
            ids.next(),
            1,
            Instant.EPOCH,
            "ada",
            acme.ref().id(),
            acme.ref().id(),
            "Deal",
            BigDecimal.TEN,
            "EUR",
            "proposal",
            LocalDate.EPOCH);
    floor.add(dealFloor);
  }

  /** Lets everything go. */
  @TearDown(Level.Iteration)
  public void close() {
    crm.close();
  }

  /** A customer, with permission, validation, audit and outbox. */
  @Benchmark
  public Customer create() {
    return ada.customers().create(d -> d.set(Customer.NAME, "Acme GmbH").set(Customer.LEVEL, "A"));
  }

  /** Three immutable records into three maps. */
  @Benchmark
  public Floor.Client createFloor() {
    return floor.create("Acme GmbH", "A");
  }

  /** An opportunity into another stage: version check, stage fact, audit, two events. */
  @Benchmark
  public Opportunity stageChange() {
    deal = ada.pipeline().advance(deal, turn++ % 2 == 0 ? "negotiation" : "proposal");
    return deal;
  }

  /** The same into five maps. */
  @Benchmark
  public Floor.Deal stageChangeFloor() {
    dealFloor = floor.advance(dealFloor, turn++ % 2 == 0 ? "negotiation" : "proposal");
    return dealFloor;
  }
}
