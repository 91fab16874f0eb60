package io.crmkit.analytics.pipeline;

import io.crmkit.analytics.Durations;
import io.crmkit.analytics.pipeline.DealHistory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long closed deals took, deal by deal. */
final class CloseTimes {
  private final List<Duration> measured = new ArrayList<>();
  private long unknown;

  void add(DealHistory deal) {
    Fact closing = deal.arrival();
    if (closing == null || deal.facts().size() < 2) {
      unknown++;
    } else {
      measured.add(Duration.between(deal.facts().get(0).at(), closing.at()));
    }
  }

  Durations figures() {
    return Durations.of(measured, unknown);
  }
}
