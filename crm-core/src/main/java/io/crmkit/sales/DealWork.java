package io.crmkit.sales;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the verbs about opportunities are made of, within a unit of work. */
final class DealWork {
  private final Workspace unit;

  DealWork(Workspace unit) {
    this.unit = unit;
  }

  private Records<Opportunity> opportunities() {
    return unit.records(Opportunity.TYPE);
  }

  /** Makes an opportunity with the stages that it has passed. */
  Opportunity enter(
      Customer customer,
      Stages stages,
      StageTrail trail,
      @Nullable String closeReason,
      Consumer<Draft<Opportunity>> filling) {
    Stage last = stages.get(trail.last().stage());
    trail.steps().forEach(step -> stages.get(step.stage()));
    Instant began = trail.steps().get(0).at();
    Instant since = trail.last().at();
    Opportunity deal =
        opportunities()
            .create(
                d -> {
                  filling.accept(d);
                  d.set(Opportunity.CUSTOMER, customer)
                      .unlock(Opportunity.DEF)
                      .set(Opportunity.PIPELINE, stages.pipeline())
                      .setOrClear(Opportunity.OPENED_ON, began == null ? null : unit.dayOf(began));
                  place(d, last, since, closeReason);
                });
    String from = null;
    List<StageTrail.Step> steps = trail.steps();
    for (int i = 0; i < steps.size(); i++) {
      StageTrail.Step step = steps.get(i);
      Stage stage = stages.get(step.stage());
      if (step.at() != null) {
        boolean now = i == steps.size() - 1;
        BigDecimal chances = now ? deal.raw(Opportunity.PROBABILITY) : stage.probability();
        String why = stage.category().closed() ? closeReason : null;
        fact(deal, from, stage, step.at(), chances, why);
      }
      from = step.stage();
    }
    return deal;
  }

  /** Puts an opportunity into another stage now. */
  Opportunity move(Opportunity deal, Stage to, @Nullable String reason, OpportunityEvent event) {
    Opportunity moved =
        opportunities().update(deal, d -> place(d.unlock(Opportunity.DEF), to, unit.now(), reason));
    fact(moved, deal.raw(Opportunity.STAGE), to, unit.now(), to.probability(), reason);
    unit.publish(event);
    return moved;
  }

  /** Puts an opportunity into a stage of the current revision of its pipeline. */
  Opportunity upgrade(Opportunity deal, String stage) {
    Revisions revisions = new Revisions(unit);
    Ref<Pipeline> old = Objects.requireNonNull(deal.raw(Opportunity.PIPELINE));
    Stages stages = revisions.stages(revisions.current(revisions.code(old)));
    Stage to = stages.get(stage);
    StageCategory category = deal.raw(Opportunity.STAGE_CATEGORY);
    if (to.category() != category) {
      throw new InvalidRequestException(
          "sales.other_category", stage, deal.told(Opportunity.STAGE_CATEGORY));
    }
    String from = deal.raw(Opportunity.STAGE);
    boolean stays = stage.equals(from);
    if (stays && stages.pipeline().equals(old)) {
      return deal;
    }
    Instant since = stays ? deal.raw(Opportunity.STAGE_SINCE) : unit.now();
    BigDecimal chances = stays ? ownChances(deal, revisions.stages(old)) : null;
    Opportunity moved =
        opportunities()
            .update(
                deal,
                d -> {
                  d.unlock(Opportunity.DEF).set(Opportunity.PIPELINE, stages.pipeline());
                  place(d, to, since, deal.raw(Opportunity.CLOSE_REASON));
                  d.setOrClear(Opportunity.CLOSED_ON, deal.raw(Opportunity.CLOSED_ON));
                  if (chances != null) {
                    d.set(Opportunity.PROBABILITY, chances);
                  }
                });
    if (!stays) {
      fact(moved, from, to, unit.now(), to.probability(), null);
    }
    return moved;
  }

  /** Puts an opportunity into a stage, with everything that follows from that. */
  private void place(
      Draft<Opportunity> d, Stage to, @Nullable Instant since, @Nullable String closeReason) {
    boolean closed = to.category().closed();
    BigDecimal given = d.isNew() ? d.get(Opportunity.PROBABILITY) : null;
    d.set(Opportunity.STAGE, to.code())
        .set(Opportunity.STAGE_CATEGORY, to.category())
        .setOrClear(Opportunity.STAGE_SINCE, since)
        .set(Opportunity.PROBABILITY, given == null || closed ? to.probability() : given)
        .setOrClear(Opportunity.CLOSED_ON, closed && since != null ? unit.dayOf(since) : null)
        .setOrClear(Opportunity.CLOSE_REASON, closed ? closeReason : null);
  }

  /** What the seller thinks of the chances; null where it is what the stage says. */
  private static @Nullable BigDecimal ownChances(Opportunity deal, Stages stages) {
    BigDecimal chances = deal.raw(Opportunity.PROBABILITY);
    String stage = Objects.requireNonNull(deal.raw(Opportunity.STAGE));
    return chances == null || chances.compareTo(stages.get(stage).probability()) == 0
        ? null
        : chances;
  }

  private void fact(
      Opportunity deal,
      @Nullable String from,
      Stage to,
      Instant at,
      @Nullable BigDecimal chances,
      @Nullable String reason) {
    unit.own(StageChange.DEF, StageChange.TYPE)
        .create(
            d ->
                d.unlock(StageChange.DEF)
                    .set(StageChange.OPPORTUNITY, deal)
                    .setOrClear(StageChange.PIPELINE, deal.raw(Opportunity.PIPELINE))
                    .setOrClear(StageChange.FROM_STAGE, from)
                    .set(StageChange.TO_STAGE, to.code())
                    .set(StageChange.TO_CATEGORY, to.category())
                    .set(StageChange.AT, at)
                    .setOrClear(StageChange.AMOUNT, deal.raw(Opportunity.AMOUNT))
                    .setOrClear(StageChange.PROBABILITY, chances)
                    .setOrClear(
                        StageChange.REASON, reason != null ? reason : unit.context().reason()));
  }
}
