package io.crmkit.examples.bench;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.work.Page;
import io.crmkit.sales.Opportunity;
import io.crmkit.timeline.TimelineItem;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/**
 * Pages of 50 out of the timeline of a customer with 10,000 linked records: the first one and one
 * deep down must cost the same.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimelineBenchmark {
  private static final int PAGE = 50;
  private static final int RECORDS = 10_000;
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

  /** The customer with all that happened. */
  @State(Scope.Benchmark)
  public static class Life {
    private final Crm crm = Crm.inMemory();
    private final Session ada = crm.as("ada");
    private Customer acme = ada.customers().create(d -> d.set(Customer.NAME, "Acme GmbH"));
    private @Nullable String deep;

    /** Makes 6,000 interactions, 3,000 tasks and 1,000 deals, and walks down to the middle. */
    @Setup(Level.Trial)
    public void fill() {
      for (int i = 0; i < RECORDS; i++) {
        int one = i;
        if (i % 10 < 6) {
          ada.activities()
              .log(
                  acme,
                  Interaction.Kind.CALL,
                  List.of(),
                  d ->
                      d.set(Interaction.SUBJECT, "Call " + one)
                          .set(Interaction.AT, START.plusSeconds(one)));
        } else if (i % 10 < 9) {
          ada.activities().plan(acme.ref(), d -> d.set(Task.SUBJECT, "Task " + one));
        } else {
          ada.pipeline().open(acme, d -> d.set(Opportunity.TITLE, "Deal " + one));
        }
      }
      for (int i = 0; i < RECORDS / PAGE / 2; i++) {
        deep = ada.timeline().of(acme).limit(PAGE).after(deep).page().token();
      }
    }

    /** Closes the CRM. */
    @TearDown(Level.Trial)
    public void close() {
      crm.close();
    }
  }

  /** The newest 50. */
  @Benchmark
  public Page<TimelineItem> firstPage(Life life) {
    return life.ada.timeline().of(life.acme).limit(PAGE).page();
  }

  /** 50 behind the newest 5,000. */
  @Benchmark
  public Page<TimelineItem> deepPage(Life life) {
    return life.ada.timeline().of(life.acme).limit(PAGE).after(life.deep).page();
  }
}
