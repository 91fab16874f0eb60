package io.crmkit.analytics.pipeline;

import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.sales.Opportunity;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A cohort of deals on its way through the open stages of a pipeline. Immutable.
 *
 * <p><b>Entered.</b> A deal entered a stage where a fact says that it came into it or left it, or
 * where it is in it now; further stages only where {@linkplain FunnelQuery#assumePassed asked for}.
 * However often it came back, it counts once.
 *
 * <p><b>What became of it.</b> A deal counts by the furthest open stage it has reached: in every
 * stage before that it {@linkplain Outcome#ADVANCED advanced}; in the furthest one it advanced if
 * it is won, is {@linkplain Outcome#LOST lost} if it is lost now, and else {@linkplain
 * Outcome#STILL_OPEN still open}, even if it went back since. What counts is what it is now: a won
 * deal that was reopened is not won. So in every stage {@code entered = advanced + lost +
 * stillOpen}, and over all stages every lost and every open deal is counted as such exactly once.
 * Where open deals stand at present is another question: see {@link PipelineAnalytics#stages}.
 *
 * <p><b>Order.</b> Stages are in the order of the pipeline's current revision; those that only
 * older revisions have stand where they stood.
 */
public final class Funnel {
  private final List<FunnelStage> stages;
  private final long placed;
  private final List<Ref<Opportunity>> won;
  private final List<Ref<Opportunity>> unplaced;

  Funnel(
      List<FunnelStage> stages,
      long placed,
      List<Ref<Opportunity>> won,
      List<Ref<Opportunity>> unplaced) {
    this.stages = List.copyOf(stages);
    this.placed = placed;
    this.won = List.copyOf(won);
    this.unplaced = List.copyOf(unplaced);
  }

  /** The open stages, in order. */
  public List<FunnelStage> stages() {
    return stages;
  }

  /**
   * An open stage by its code.
   *
   * @throws NotFoundException where there is none; names those there are
   */
  public FunnelStage stage(String code) {
    return stages.stream()
        .filter(stage -> stage.code().equals(code))
        .findAny()
        .orElseThrow(
            () ->
                NotFoundException.named(
                    "stage", code, stages.stream().map(FunnelStage::code).toList()));
  }

  /**
   * The deals behind a number of a stage, in the order in which they were made.
   *
   * @throws NotFoundException where there is no open stage of that code; names those there are
   */
  public List<Ref<Opportunity>> drill(String stage, Outcome outcome) {
    return stage(stage).deals(outcome);
  }

  /** How many deals entered any open stage: the top of the funnel. */
  public long top() {
    return placed;
  }

  /** Those of them that are won, in the order in which they were made. */
  public List<Ref<Opportunity>> won() {
    return won;
  }

  /** The share of the deals at the top that is won, 0 to 1; absent where there is none. */
  public OptionalDouble conversion() {
    return FunnelStage.share(won.size(), placed);
  }

  /**
   * The deals of the cohort that are in no number, because nothing says that they have ever been in
   * an open stage: such as a deal that was recorded when it was lost already.
   */
  public List<Ref<Opportunity>> unplaced() {
    return unplaced;
  }

  /** The numbers of the stages. */
  @Override
  public String toString() {
    return stages.toString();
  }
}
