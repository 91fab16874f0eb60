package io.crmkit.analytics.pipeline;

import io.crmkit.kernel.record.Ref;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Stage;
import io.crmkit.sales.StageCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A funnel in the making, deal by deal. */
final class FunnelCount {
  private final List<FunnelStage.Count> stages = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final boolean assumingPassed;
  private final @Nullable Instant asOf;
  private final List<Ref<Opportunity>> won = new ArrayList<>();
  private final List<Ref<Opportunity>> unplaced = new ArrayList<>();
  private long placed;

  FunnelCount(List<Stage> openInOrder, boolean assumingPassed, @Nullable Instant asOf) {
    this.assumingPassed = assumingPassed;
    this.asOf = asOf;
    for (Stage stage : openInOrder) {
      places.put(stage.require(Stage.CODE), stages.size());
      stages.add(new FunnelStage.Count(stage));
    }
  }

  void add(DealHistory deal) {
    BitSet entered = entered(deal);
    if (entered.isEmpty()) {
      unplaced.add(deal.deal());
      return;
    }
    placed++;
    if (deal.category() == StageCategory.WON) {
      won.add(deal.deal());
    }
    int furthest = entered.length() - 1;
    stages.get(furthest).ended(deal);
    entered.clear(furthest);
    entered.stream().forEach(place -> stages.get(place).advanced(deal.deal()));
    StageTimes.of(deal, asOf).forEach(this::addTime);
  }

  private void addTime(String stage, Duration time) {
    Integer place = places.get(stage);
    if (place != null) {
      stages.get(place).time(time);
    }
  }

  private BitSet entered(DealHistory deal) {
    BitSet entered = new BitSet();
    mark(deal.stage(), entered);
    for (DealHistory.Fact fact : deal.facts()) {
      mark(fact.from(), entered);
      mark(fact.to(), entered);
    }
    if (assumingPassed) {
      boolean all = deal.category() == StageCategory.WON;
      entered.set(0, all ? stages.size() : entered.length());
    }
    return entered;
  }

  private void mark(@Nullable String stage, BitSet entered) {
    Integer place = places.get(stage);
    if (place != null) {
      entered.set(place);
    }
  }

  Funnel funnel() {
    return new Funnel(
        stages.stream().map(stage -> stage.figures(placed)).toList(), placed, won, unplaced);
  }
}
