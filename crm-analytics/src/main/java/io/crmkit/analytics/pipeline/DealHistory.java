package io.crmkit.analytics.pipeline;

import io.crmkit.kernel.record.Ref;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageCategory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal with what is known of its way.
 *
 * @param deal which deal
 * @param stage the code of the stage it is in now
 * @param category what that stage means
 * @param facts the stages it entered, oldest first; of the same moment in the order in which they
 *     were written
 */
record DealHistory(Ref<Opportunity> deal, String stage, StageCategory category, List<Fact> facts) {
  /**
   * A deal entered a stage.
   *
   * @param from the stage it left; null where it entered the pipeline
   * @param to the stage it entered
   * @param at when
   */
  record Fact(@Nullable String from, String to, Instant at) {}

  /** The same deal with facts. */
  DealHistory with(List<Fact> itsFacts) {
    return new DealHistory(deal, stage, category, itsFacts);
  }

  /** The last fact where it tells how the deal came into the stage it is in now; else null. */
  @Nullable Fact arrival() {
    Fact last = facts.isEmpty() ? null : facts.get(facts.size() - 1);
    return last != null && last.to().equals(stage) ? last : null;
  }
}
