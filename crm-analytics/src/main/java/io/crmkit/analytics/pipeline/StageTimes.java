package io.crmkit.analytics.pipeline;

import io.crmkit.analytics.pipeline.DealHistory.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long one deal was in its stages: for each stage the sum of all its stays, where beginning and
 * end of every one of them are known.
 */
final class StageTimes {
  private final Map<String, Duration> known = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();

  private StageTimes() {}

  /**
   * The time by code of stage; without the stages of which it is not known.
   *
   * @param asOf when the stay that still lasts is taken to end; null where that is not known yet
   */
  static Map<String, Duration> of(DealHistory deal, @Nullable Instant asOf) {
    StageTimes times = new StageTimes();
    List<Fact> facts = deal.facts();
    String before = null;
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      if (fact.from() != null && !fact.from().equals(before)) {
        times.unknown.add(fact.from());
      }
      if (i + 1 < facts.size()) {
        Fact next = facts.get(i + 1);
        times.add(fact, fact.to().equals(next.from()) ? next.at() : null);
      }
      before = fact.to();
    }
    Fact arrival = deal.arrival();
    if (!facts.isEmpty()) {
      times.add(facts.get(facts.size() - 1), arrival == null ? null : asOf);
    }
    if (arrival == null) {
      times.unknown.add(deal.stage());
    }
    times.known.keySet().removeAll(times.unknown);
    return times.known;
  }

  private void add(Fact entry, @Nullable Instant until) {
    if (until == null || until.isBefore(entry.at())) {
      unknown.add(entry.to());
    } else {
      known.merge(entry.to(), Duration.between(entry.at(), until), Duration::plus);
    }
  }
}
