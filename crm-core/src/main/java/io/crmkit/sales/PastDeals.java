package io.crmkit.sales;

import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the deals that were won tell about those that are open. */
final class PastDeals {
  private static final List<Field<?, ?>> TOLD =
      List.of(
          Pipeline.CODE,
          Opportunity.PIPELINE,
          Opportunity.STAGE,
          Opportunity.STAGE_CATEGORY,
          Opportunity.STAGE_SINCE);

  private final Workspace space;

  PastDeals(Workspace space) {
    this.space = space;
  }

  private Records<StageChange> changes() {
    return space.records(StageChange.TYPE);
  }

  /** A deal as the actor sees it now, who may read where it is and since when. */
  Opportunity readable(Opportunity deal) {
    Opportunity its = space.records(Opportunity.TYPE).get(deal.ref());
    space.requireReadable(TOLD);
    return its;
  }

  /** See {@link SalesPipeline#remainingTime}. */
  Optional<RemainingTime> remainingTime(Opportunity deal) {
    Instant since = deal.raw(Opportunity.STAGE_SINCE);
    if (since == null) {
      return Optional.empty();
    }
    Map<Ref<Opportunity>, Instant> won = new HashMap<>();
    for (StageChange end :
        changes()
            .where(
                StageChange.PIPELINE.in(revisions(deal)),
                StageChange.TO_CATEGORY.is(StageCategory.WON))
            .orderBy(StageChange.AT.desc())
            .limit(SalesPipeline.LEARN_FROM)
            .list()) {
      won.putIfAbsent(end.require(StageChange.OPPORTUNITY), end.require(StageChange.AT));
    }
    return RemainingTime.of(
        durations(won, Objects.requireNonNull(deal.raw(Opportunity.STAGE))),
        Duration.between(since, space.now()));
  }

  private Set<Ref<Pipeline>> revisions(Opportunity deal) {
    Revisions revisions = new Revisions(space);
    return revisions.all(revisions.code(Objects.requireNonNull(deal.raw(Opportunity.PIPELINE))));
  }

  /** From entering the stage for the last time before it to the end. */
  private List<Duration> durations(Map<Ref<Opportunity>, Instant> ends, String stage) {
    Map<Ref<Opportunity>, Instant> entered = new HashMap<>();
    for (StageChange entry :
        changes()
            .where(StageChange.OPPORTUNITY.in(ends.keySet()), StageChange.TO_STAGE.is(stage))
            .orderBy(StageChange.AT.asc())
            .list()) {
      entered.put(entry.require(StageChange.OPPORTUNITY), entry.require(StageChange.AT));
    }
    List<Duration> durations = new ArrayList<>();
    entered.forEach(
        (deal, at) -> durations.add(Duration.between(at, Objects.requireNonNull(ends.get(deal)))));
    return durations;
  }
}
