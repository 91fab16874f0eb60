package io.crmkit.examples.bench;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Query;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Work all over a million opportunities, which have to be found first, kept in order and listed.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 4, batchSize = LargeBenchmark.MANY)
@Measurement(iterations = 5, batchSize = LargeBenchmark.MANY)
public class LargeBenchmark {
  static final int MANY = 100_000;
  private static final int PAGE = 50;
  private static final BigDecimal AMOUNT = new BigDecimal(500);

  /** Asks for every list once, so that from now on they are kept. */
  void list(Million data) {
    Query<Customer> customers = data.all.customers().query().limit(PAGE);
    customers.orderBy(Customer.NAME.asc()).list();
    customers.where(Customer.OWNER.is(data.nextOwner())).list();
  }

  /** A customer more, who is listed by name and by owner, with audit and outbox. */
  @Benchmark
  public Customer addCustomer(Million data) {
    String name = data.nextName();
    Ref<User> owner = data.nextOwner();
    return data.all.customers().create(d -> d.set(Customer.NAME, name).set(Customer.OWNER, owner));
  }

  /** The same into maps. */
  @Benchmark
  public Floor.Client addCustomerFloor(Million data) {
    return data.floor.createListed(data.nextName(), data.nextOwner().id());
  }

  /** An opportunity more, with the fact of its first stage, audit and outbox. */
  @Benchmark
  public Opportunity openDeal(Million data) {
    return data.all
        .pipeline()
        .open(
            data.nextCustomer(),
            d ->
                d.set(Opportunity.TITLE, "Deal")
                    .set(Opportunity.OWNER, data.nextOwner())
                    .set(Opportunity.AMOUNT, Money.of(AMOUNT, "EUR"))
                    .set(Opportunity.CLOSES_ON, data.nextDay()));
  }

  /** The same into maps. */
  @Benchmark
  public Floor.Deal openDealFloor(Million data) {
    return data.floor.open(
        data.nextCustomer().ref().id(), data.nextOwner().id(), "Deal", AMOUNT, data.nextDay());
  }

  /** One of them read, and moved to another stage if nobody else did meanwhile. */
  @Benchmark
  public Opportunity moveDeal(Million data) {
    Opportunity deal = data.all.opportunities().get(data.nextOpen());
    return data.all.pipeline().advance(deal, other(deal.require(Opportunity.STAGE)));
  }

  /** The same in maps. */
  @Benchmark
  public Floor.Deal moveDealFloor(Million data) {
    Floor.Deal deal = data.floor.get(data.nextOpen().id());
    if (deal == null) {
      throw new IllegalStateException("no such deal");
    }
    return data.floor.advance(deal, other(deal.stage()));
  }

  private static String other(String stage) {
    return stage.equals("proposal") ? "negotiation" : "proposal";
  }

  /** 50 of those that an actor sees of half of the owners, by date, from some day on. */
  @Benchmark
  public List<Opportunity> pageFromADay(Million data) {
    return data.broad
        .opportunities()
        .where(Opportunity.CLOSES_ON.atLeast(data.nextDay()))
        .orderBy(Opportunity.CLOSES_ON.asc())
        .limit(PAGE)
        .list();
  }

  /** The same by hand. */
  @Benchmark
  public List<Floor.Deal> pageFromADayFloor(Million data) {
    return data.floor.broadPage(data.halfOfTheOwners, data.nextDay(), PAGE);
  }
}
