package io.crmkit.examples.bench;

import io.crmkit.calendar.BusinessHours;
import io.crmkit.calendar.Opening;
import io.crmkit.service.CaseState;
import io.crmkit.service.ServiceClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast working time is computed: two shifts a day with lunch in between, two hundred holidays,
 * a zone with daylight saving.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ServiceBenchmark {
  private static final Instant START = Instant.parse("2027-03-05T10:00:00Z");
  private static final Instant LATER = Instant.parse("2027-03-25T10:00:00Z");
  private static final Instant FAR = Instant.parse("2127-03-25T10:00:00Z");
  private static final Duration TARGET = Duration.ofHours(40);

  private final BusinessHours hours = hours();
  private final List<ServiceClock.Entry> trail = trail();

  private static BusinessHours hours() {
    BusinessHours.Builder hours =
        BusinessHours.in(ZoneId.of("Europe/Berlin"))
            .open(
                DayOfWeek.MONDAY,
                DayOfWeek.FRIDAY,
                Opening.of("09:00", "12:00"),
                Opening.of("13:00", "18:00"));
    for (int year = 2020; year < 2040; year++) {
      for (int month = 1; month <= 10; month++) {
        hours.closedOn(LocalDate.of(year, month, month));
      }
    }
    return hours.build();
  }

  private static List<ServiceClock.Entry> trail() {
    List<ServiceClock.Entry> trail = new ArrayList<>();
    CaseState[] states = {
      CaseState.NEW,
      CaseState.OPEN,
      CaseState.WAITING_CUSTOMER,
      CaseState.OPEN,
      CaseState.ON_HOLD,
      CaseState.OPEN
    };
    for (int i = 0; i < states.length; i++) {
      trail.add(new ServiceClock.Entry(START.plus(Duration.ofHours(7L * i)), states[i]));
    }
    return trail;
  }

  private static boolean runs(CaseState state) {
    return state == CaseState.NEW || state == CaseState.OPEN;
  }

  /** The working time of three weeks. */
  @Benchmark
  public Duration workingTime() {
    return hours.between(START, LATER);
  }

  /** The working time of a century. */
  @Benchmark
  public Duration workingTimeOfACentury() {
    return hours.between(START, FAR);
  }

  /** When forty hours have been worked. */
  @Benchmark
  public Instant workedBy() {
    return hours.plus(START, TARGET);
  }

  /** What a change of a case costs: both promises of one that was on hold twice. */
  @Benchmark
  public List<Optional<Instant>> promises() {
    ServiceClock clock = ServiceClock.of(hours, trail, ServiceBenchmark::runs);
    return List.of(clock.shows(Duration.ofHours(4)), clock.shows(TARGET));
  }

  /** What a change of a calendar costs once. */
  @Benchmark
  public BusinessHours compiled() {
    return hours();
  }
}
