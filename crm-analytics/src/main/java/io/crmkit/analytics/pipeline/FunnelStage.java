package io.crmkit.analytics.pipeline;

import io.crmkit.analytics.Durations;
import io.crmkit.kernel.record.Ref;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An open stage of a {@link Funnel}: how many of the cohort entered it and what became of them.
 * Immutable.
 */
public final class FunnelStage {
  private final String code;
  private final String name;
  private final long placed;
  private final List<Ref<Opportunity>> advanced;
  private final List<Ref<Opportunity>> lost;
  private final List<Ref<Opportunity>> stillOpen;
  private final Durations time;

  private FunnelStage(Count count, long placed) {
    this.code = count.stage.require(Stage.CODE);
    this.name = count.stage.require(Stage.NAME);
    this.placed = placed;
    this.advanced = List.copyOf(count.advanced);
    this.lost = List.copyOf(count.lost);
    this.stillOpen = List.copyOf(count.stillOpen);
    this.time = Durations.of(count.times, entered() - count.times.size());
  }

  /** The code of the stage. */
  public String code() {
    return code;
  }

  /** The name that people read. */
  public String name() {
    return name;
  }

  /** How many deals entered the stage, each counted once however often it came back. */
  public long entered() {
    return advanced() + lost() + stillOpen();
  }

  /** How many of them have reached a later open stage, or are won. */
  public long advanced() {
    return advanced.size();
  }

  /** How many of them are lost and had come no further than this stage. */
  public long lost() {
    return lost.size();
  }

  /** How many of them are open and have come no further than this stage. */
  public long stillOpen() {
    return stillOpen.size();
  }

  /** The share of those that entered which advanced, 0 to 1; absent where none entered. */
  public OptionalDouble conversion() {
    return share(advanced(), entered());
  }

  /**
   * The share of the deals at the top of the funnel, which are all that entered any open stage,
   * that entered this one, 0 to 1; absent where there is none.
   */
  public OptionalDouble conversionFromTop() {
    return share(entered(), placed);
  }

  static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  /**
   * How long the deals were in the stage: of each the sum of all its stays, from the facts. {@link
   * Durations#unknown} are those that have not left it, unless measured {@linkplain
   * FunnelQuery#asOf as of} a moment, and those of which the beginning or end of a stay is not
   * known.
   */
  public Durations time() {
    return time;
  }

  /** The deals behind a number, in the order in which they were made. */
  public List<Ref<Opportunity>> deals(Outcome outcome) {
    return switch (outcome) {
      case ADVANCED -> advanced;
      case LOST -> lost;
      case STILL_OPEN -> stillOpen;
      case ENTERED -> {
        List<Ref<Opportunity>> all = new ArrayList<>(advanced);
        all.addAll(lost);
        all.addAll(stillOpen);
        all.sort(null);
        yield all;
      }
    };
  }

  /** For example {@code proposal: 5 entered, 3 advanced, 1 lost, 1 still open}. */
  @Override
  public String toString() {
    return code
        + ": "
        + entered()
        + " entered, "
        + advanced()
        + " advanced, "
        + lost()
        + " lost, "
        + stillOpen()
        + " still open";
  }

  /** A stage in the making. */
  static final class Count {
    private final Stage stage;
    private final List<Ref<Opportunity>> advanced = new ArrayList<>();
    private final List<Ref<Opportunity>> lost = new ArrayList<>();
    private final List<Ref<Opportunity>> stillOpen = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();

    Count(Stage stage) {
      this.stage = stage;
    }

    void advanced(Ref<Opportunity> deal) {
      advanced.add(deal);
    }

    void ended(DealHistory deal) {
      switch (deal.category()) {
        case WON -> advanced.add(deal.deal());
        case LOST -> lost.add(deal.deal());
        case OPEN -> stillOpen.add(deal.deal());
      }
    }

    void time(Duration inStage) {
      times.add(inStage);
    }

    FunnelStage figures(long placed) {
      return new FunnelStage(this, placed);
    }
  }
}
