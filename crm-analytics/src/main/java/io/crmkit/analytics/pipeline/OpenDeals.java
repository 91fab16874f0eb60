package io.crmkit.analytics.pipeline;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Stage;
import io.crmkit.sales.StageCategory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Adds up the open deals of a pipeline by stage. */
final class OpenDeals {
  private final Query<Opportunity> deals;
  private final Map<String, OpenStageSum> sums = new LinkedHashMap<>();

  OpenDeals(Workspace work, Condition<Opportunity> which, String pipeline) {
    PipelineStages stages = PipelineStages.of(work, pipeline);
    deals =
        work.records(Opportunity.TYPE)
            .where(which, stages.deals(), Opportunity.STAGE_CATEGORY.is(StageCategory.OPEN));
    stages.all().forEach(stage -> sums.put(stage.require(Stage.CODE), new OpenStageSum(stage)));
  }

  /** Every deal with its own amount or none. */
  OpenPipeline figures() {
    add(deals, Opportunity.AMOUNT.currency(), Opportunity.AMOUNT.sum(), false);
    return pipeline();
  }

  /** Deals without an amount with {@code price} of the record referred to instead. */
  <X extends Entity<X>> OpenPipeline figures(
      RefField<Opportunity, X> reference, MoneyField<X> price) {
    add(
        deals.where(Opportunity.AMOUNT.isPresent()),
        Opportunity.AMOUNT.currency(),
        Opportunity.AMOUNT.sum(),
        false);
    add(
        deals.where(Opportunity.AMOUNT.isMissing()),
        reference.get(price.currency()),
        reference.get(price).sum(),
        true);
    return pipeline();
  }

  private void add(
      Query<Opportunity> which,
      Expr<Opportunity, String> currency,
      Measure<Opportunity, Money> money,
      boolean estimated) {
    for (Group<Opportunity> group :
        which
            .groupBy(Opportunity.STAGE, Opportunity.PROBABILITY, currency)
            .measure(Measure.count(), money)) {
      OpenStageSum sum = Objects.requireNonNull(sums.get(group.get(Opportunity.STAGE)));
      sum.add(group.count(), group.get(money), group.get(Opportunity.PROBABILITY), estimated);
    }
  }

  private OpenPipeline pipeline() {
    return new OpenPipeline(
        sums.values().stream().filter(OpenStageSum::shown).map(OpenStageSum::figures).toList());
  }
}
