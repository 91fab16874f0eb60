package io.crmkit.examples.bench;

import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.work.Group;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Records, lists and figures out of a million opportunities. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadBenchmark {
  private static final int PAGE = 50;

  /** One of a million by identity, any of them, as a permitted actor. */
  @Benchmark
  public Opportunity pointRead(Million data) {
    Opportunity deal = data.all.opportunities().get(data.nextDeal());
    data.read(deal.version());
    return deal;
  }

  /** The same out of a map. */
  @Benchmark
  public Floor.@Nullable Deal pointReadFloor(Million data) {
    Floor.Deal deal = data.floor.get(data.nextDeal().id());
    data.read(deal == null ? 0 : deal.version());
    return deal;
  }

  /** 50 of a thousand that one owner has, by date. */
  @Benchmark
  public List<Opportunity> narrowPage(Million data) {
    return page(data.narrow);
  }

  /** The same by hand. */
  @Benchmark
  public List<Floor.Deal> narrowPageFloor(Million data) {
    return data.floor.narrowPage(data.oneOwner, PAGE);
  }

  /** 50 of half a million, by date. */
  @Benchmark
  public List<Opportunity> broadPage(Million data) {
    return page(data.broad);
  }

  /** The same by hand. */
  @Benchmark
  public List<Floor.Deal> broadPageFloor(Million data) {
    return data.floor.broadPage(data.halfOfTheOwners, PAGE);
  }

  private static List<Opportunity> page(io.crmkit.Session session) {
    return session.opportunities().query().orderBy(Opportunity.CLOSES_ON.asc()).limit(PAGE).list();
  }

  /** Count and sum per stage over everything. */
  @Benchmark
  public List<Group<Opportunity>> funnel(Million data) {
    return data.all
        .opportunities()
        .query()
        .groupBy(Opportunity.STAGE)
        .measure(Measure.count(), Opportunity.AMOUNT.sum());
  }

  /** The same by hand. */
  @Benchmark
  public Map<String, BigDecimal> funnelFloor(Million data) {
    return data.floor.funnel();
  }
}
