package io.crmkit.analytics.pipeline;

import io.crmkit.analytics.MoneyBag;
import io.crmkit.analytics.Tally;
import java.util.List;

/**
 * The open deals of a pipeline by stage. Immutable.
 *
 * @param stages every open stage in order, those without a deal included
 */
public record OpenPipeline(List<OpenStage> stages) {
  /** Copies the list. */
  public OpenPipeline {
    stages = List.copyOf(stages);
  }

  /** All open deals: how many and what they are worth, estimates included. */
  public Tally deals() {
    return stages.stream().map(OpenStage::deals).reduce(Tally.NONE, Tally::plus);
  }

  /** What may be expected of all open deals: the sum of the weighted amounts. */
  public MoneyBag weighted() {
    return stages.stream().map(OpenStage::weighted).reduce(MoneyBag.EMPTY, MoneyBag::plus);
  }
}
