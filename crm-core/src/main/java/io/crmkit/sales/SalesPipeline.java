package io.crmkit.sales;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves opportunities through sales pipelines. Every move is a fact with moment, actor and reason,
 * see {@link StageChange}. Days are counted in UTC.
 */
public final class SalesPipeline {
  private final Workspace space;

  /** The pipelines as {@code space} sees them. */
  public SalesPipeline(Workspace space) {
    this.space = space;
  }

  /** The opportunities. */
  public Records<Opportunity> opportunities() {
    return space.records(Opportunity.TYPE);
  }

  /** The facts about the stages that opportunities have passed. */
  public Records<StageChange> stageChanges() {
    return space.records(StageChange.TYPE);
  }

  /**
   * Defines a pipeline, or its next revision where there is one of that code. Opportunities stay in
   * the revision they are in, see {@link #upgrade}.
   *
   * @throws InvalidRequestException unless there is an open, a won and a lost stage
   */
  public Pipeline define(String code, Consumer<PipelineDraft> stages) {
    PipelineDraft plan = new PipelineDraft();
    stages.accept(plan);
    List<PipelineDraft.Step> steps = plan.steps();
    return space.call(
        work -> {
          Records<Pipeline> pipelines = work.records(Pipeline.TYPE);
          Optional<Pipeline> old = current(work, code);
          old.ifPresent(
              was ->
                  pipelines.update(was, d -> d.unlock(Pipeline.DEF).set(Pipeline.CURRENT, false)));
          long revision = old.map(was -> was.require(Pipeline.REVISION) + 1).orElse(1L);
          Pipeline made =
              pipelines.create(
                  d ->
                      d.unlock(Pipeline.DEF)
                          .set(Pipeline.CODE, code)
                          .set(Pipeline.NAME, plan.nameOr(code))
                          .set(Pipeline.REVISION, revision)
                          .set(Pipeline.CURRENT, true));
          long position = 1;
          for (PipelineDraft.Step step : steps) {
            addStage(work, made, step, position++);
          }
          return made;
        });
  }

  private static void addStage(
      Workspace work, Pipeline pipeline, PipelineDraft.Step step, long position) {
    work.own(Stage.DEF, Stage.TYPE)
        .create(
            d ->
                d.unlock(Stage.DEF)
                    .set(Stage.PIPELINE, pipeline)
                    .set(Stage.CODE, step.code())
                    .set(Stage.NAME, step.name())
                    .set(Stage.POSITION, position)
                    .set(Stage.CATEGORY, step.category())
                    .set(Stage.PROBABILITY, step.probability()));
  }

  /** The current revision of a pipeline; empty where there is none of that code. */
  public Optional<Pipeline> find(String code) {
    return current(space, code);
  }

  private static Optional<Pipeline> current(Workspace where, String code) {
    return where
        .records(Pipeline.TYPE)
        .where(Pipeline.CODE.is(code), Pipeline.CURRENT.is(true))
        .first();
  }

  /**
   * The current revision of a pipeline. The {@linkplain Pipeline#STANDARD standard} one is made
   * where it is asked for first: qualification, proposal, negotiation, won, lost.
   *
   * @throws NotFoundException where there is none of that code
   */
  public Pipeline get(String code) {
    return find(code)
        .orElseGet(
            () -> {
              if (!code.equals(Pipeline.STANDARD)) {
                throw NotFoundException.named("pipeline", code, List.of(Pipeline.STANDARD));
              }
              return define(code, SalesPipeline::standard);
            });
  }

  private static void standard(PipelineDraft plan) {
    plan.name("Standard")
        .open("qualification", "Qualification", "0.1")
        .open("proposal", "Proposal", "0.4")
        .open("negotiation", "Negotiation", "0.7")
        .won("won", "Won")
        .lost("lost", "Lost");
  }

  /** The stages of a revision, in order. */
  public Stages stages(Ref<Pipeline> pipeline) {
    return space.module(SalesModule.class).stages(space, pipeline);
  }

  /** Opens an opportunity in the first stage of the standard pipeline. */
  public Opportunity open(Customer customer, Consumer<Draft<Opportunity>> filling) {
    return open(customer, Pipeline.STANDARD, filling);
  }

  /** Opens an opportunity in the first stage of a pipeline's current revision. */
  public Opportunity open(
      Customer customer, String pipeline, Consumer<Draft<Opportunity>> filling) {
    return space.call(
        work -> {
          SalesPipeline inside = new SalesPipeline(work);
          Stages stages = inside.stages(inside.get(pipeline).ref());
          StageTrail trail = StageTrail.in(stages.first().require(Stage.CODE), work.now());
          return inside.enter(customer, stages, trail, null, filling);
        });
  }

  /**
   * Brings an opportunity over from elsewhere, with the stages it passed there. Each step with a
   * known moment becomes a fact of that moment, so that time in stage and length of cycle are true.
   *
   * @param pipeline the revision it is in
   * @param closeReason why it was won or lost, or null
   */
  public Opportunity record(
      Customer customer,
      Pipeline pipeline,
      StageTrail trail,
      @Nullable String closeReason,
      Consumer<Draft<Opportunity>> filling) {
    Stages stages = stages(pipeline.ref());
    return space.call(
        work -> new SalesPipeline(work).enter(customer, stages, trail, closeReason, filling));
  }

  private Opportunity enter(
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
                  d.unlock(Opportunity.DEF)
                      .set(Opportunity.CUSTOMER, customer)
                      .set(Opportunity.PIPELINE, stages.pipeline())
                      .setOrClear(Opportunity.OPENED_ON, began == null ? null : day(began));
                  place(d, last, since, closeReason);
                });
    String from = null;
    for (StageTrail.Step step : trail.steps()) {
      if (step.at() != null) {
        fact(deal, from, stages.get(step.stage()), step.at(), closeReason);
      }
      from = step.stage();
    }
    return deal;
  }

  /**
   * Moves an opportunity to another open stage of its revision, forwards or back.
   *
   * @param stage the code of the stage
   */
  public Opportunity advance(Opportunity deal, String stage) {
    requireOpen(deal);
    Stage to = stagesOf(deal).get(stage);
    if (to.require(Stage.CATEGORY).closed()) {
      throw new InvalidRequestException("sales.use_win_or_lose", stage);
    }
    if (stage.equals(deal.get(Opportunity.STAGE))) {
      return deal;
    }
    return move(
        deal,
        to,
        null,
        new OpportunityEvent.Advanced(deal.ref(), deal.get(Opportunity.STAGE), stage));
  }

  /** Wins an opportunity today. */
  public Opportunity win(Opportunity deal, String reason) {
    requireOpen(deal);
    return move(
        deal, stagesOf(deal).only(StageCategory.WON), reason, new OpportunityEvent.Won(deal.ref()));
  }

  /** Loses an opportunity today. */
  public Opportunity lose(Opportunity deal, String reason) {
    requireOpen(deal);
    return move(
        deal,
        stagesOf(deal).only(StageCategory.LOST),
        reason,
        new OpportunityEvent.Lost(deal.ref()));
  }

  /** Opens an opportunity again that was won or lost. */
  public Opportunity reopen(Opportunity deal, String stage, String reason) {
    if (!deal.require(Opportunity.STAGE_CATEGORY).closed()) {
      throw new InvalidRequestException("sales.not_closed", deal.ref());
    }
    Stage to = stagesOf(deal).get(stage);
    if (to.require(Stage.CATEGORY).closed()) {
      throw new InvalidRequestException("sales.use_win_or_lose", stage);
    }
    return move(deal, to, reason, new OpportunityEvent.Reopened(deal.ref(), stage));
  }

  /**
   * Moves an opportunity into the current revision of its pipeline, into the stage of the same
   * code.
   *
   * @throws NotFoundException where that revision has no such stage; use the other form then
   */
  public Opportunity upgrade(Opportunity deal) {
    return upgrade(deal, deal.require(Opportunity.STAGE));
  }

  /** Moves an opportunity into the current revision of its pipeline, into {@code stage}. */
  public Opportunity upgrade(Opportunity deal, String stage) {
    return space.call(
        work -> {
          SalesPipeline inside = new SalesPipeline(work);
          String code =
              work.own(Pipeline.DEF, Pipeline.TYPE)
                  .get(deal.require(Opportunity.PIPELINE))
                  .require(Pipeline.CODE);
          Stages stages = inside.stages(inside.get(code).ref());
          Stage to = stages.get(stage);
          if (to.require(Stage.CATEGORY) != deal.require(Opportunity.STAGE_CATEGORY)) {
            throw new InvalidRequestException("sales.other_category", stage);
          }
          Opportunity moved =
              inside
                  .opportunities()
                  .update(
                      deal,
                      d -> {
                        d.unlock(Opportunity.DEF).set(Opportunity.PIPELINE, stages.pipeline());
                        place(d, to, work.now(), deal.get(Opportunity.CLOSE_REASON));
                        d.setOrClear(Opportunity.CLOSED_ON, deal.get(Opportunity.CLOSED_ON));
                      });
          if (!stage.equals(deal.get(Opportunity.STAGE))) {
            inside.fact(moved, deal.get(Opportunity.STAGE), to, work.now(), null);
          }
          return moved;
        });
  }

  /** The stages that an opportunity has passed, oldest first. */
  public List<StageChange> history(Opportunity deal) {
    return stageChanges()
        .where(StageChange.OPPORTUNITY.is(deal))
        .orderBy(StageChange.AT.asc())
        .list();
  }

  private Opportunity move(
      Opportunity deal, Stage to, @Nullable String reason, OpportunityEvent event) {
    return space.call(
        work -> {
          SalesPipeline inside = new SalesPipeline(work);
          Opportunity moved =
              inside
                  .opportunities()
                  .update(deal, d -> place(d.unlock(Opportunity.DEF), to, work.now(), reason));
          inside.fact(moved, deal.get(Opportunity.STAGE), to, work.now(), reason);
          work.publish(event);
          return moved;
        });
  }

  /** Puts an opportunity into a stage, with everything that follows from that. */
  private static void place(
      Draft<Opportunity> d, Stage to, @Nullable Instant since, @Nullable String closeReason) {
    boolean closed = to.require(Stage.CATEGORY).closed();
    BigDecimal given = d.isNew() ? d.get(Opportunity.PROBABILITY) : null;
    d.set(Opportunity.STAGE, to.require(Stage.CODE))
        .set(Opportunity.STAGE_CATEGORY, to.require(Stage.CATEGORY))
        .setOrClear(Opportunity.STAGE_SINCE, since)
        .set(
            Opportunity.PROBABILITY,
            given == null || closed ? to.require(Stage.PROBABILITY) : given)
        .setOrClear(Opportunity.CLOSED_ON, closed && since != null ? day(since) : null)
        .setOrClear(Opportunity.CLOSE_REASON, closed ? closeReason : null);
  }

  private void fact(
      Opportunity deal, @Nullable String from, Stage to, Instant at, @Nullable String reason) {
    space
        .own(StageChange.DEF, StageChange.TYPE)
        .create(
            d ->
                d.unlock(StageChange.DEF)
                    .set(StageChange.OPPORTUNITY, deal)
                    .set(StageChange.PIPELINE, deal.require(Opportunity.PIPELINE))
                    .setOrClear(StageChange.FROM_STAGE, from)
                    .set(StageChange.TO_STAGE, to.require(Stage.CODE))
                    .set(StageChange.TO_CATEGORY, to.require(Stage.CATEGORY))
                    .set(StageChange.AT, at)
                    .setOrClear(StageChange.AMOUNT, deal.get(Opportunity.AMOUNT))
                    .set(StageChange.PROBABILITY, to.require(Stage.PROBABILITY))
                    .setOrClear(
                        StageChange.REASON, reason != null ? reason : space.context().reason()));
  }

  private Stages stagesOf(Opportunity deal) {
    return stages(deal.require(Opportunity.PIPELINE));
  }

  private static void requireOpen(Opportunity deal) {
    if (deal.require(Opportunity.STAGE_CATEGORY).closed()) {
      throw new InvalidRequestException("sales.closed", deal.ref());
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
