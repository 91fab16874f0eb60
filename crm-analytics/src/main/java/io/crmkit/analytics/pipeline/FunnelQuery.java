package io.crmkit.analytics.pipeline;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a {@link Funnel} is to be measured of. Immutable. */
public final class FunnelQuery {
  private final Workspace space;
  private final Condition<Opportunity> cohort;
  private final String pipeline;
  private final boolean assumingPassed;
  private final @Nullable Instant asOf;

  FunnelQuery(
      Workspace space,
      Condition<Opportunity> cohort,
      String pipeline,
      boolean assumingPassed,
      @Nullable Instant asOf) {
    this.space = space;
    this.cohort = cohort;
    this.pipeline = pipeline;
    this.assumingPassed = assumingPassed;
    this.asOf = asOf;
  }

  /**
   * Takes a deal to have entered every stage before the furthest one it is known to have reached,
   * and a won deal to have entered every open stage, whether there is a fact about it or not.
   *
   * <p>This is how funnels are commonly read, and the only sensible way where the history is
   * incomplete: where nobody knows when deals entered the first stage, those seen later would
   * otherwise never have been in it. Without it, a deal that skipped a stage did not enter it. Time
   * in stage is never assumed.
   */
  public FunnelQuery assumePassed() {
    return new FunnelQuery(space, cohort, pipeline, true, asOf);
  }

  /**
   * Measures the time of deals that are still in a stage as well, up to this moment. Without it,
   * only deals that have left a stage have a time in it. A stay that begins later is not measured.
   */
  public FunnelQuery asOf(Instant moment) {
    return new FunnelQuery(space, cohort, pipeline, assumingPassed, moment);
  }

  /**
   * Measures the funnel, in one pass over the facts about its deals. Memory grows with the number
   * of deals, not with the length of their histories.
   *
   * @throws io.crmkit.kernel.error.NotFoundException where there is no such pipeline; names those
   *     there are
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may not read the stages of
   *     deals or the facts about them
   */
  public Funnel measure() {
    return space.call(
        work -> {
          PipelineStages stages = PipelineStages.of(work, pipeline);
          FunnelCount count = new FunnelCount(stages.open(), assumingPassed, asOf);
          DealHistories.read(work, cohort.and(stages.deals()), count::add);
          return count.funnel();
        });
  }
}
