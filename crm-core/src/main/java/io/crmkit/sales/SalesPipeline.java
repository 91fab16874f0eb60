package io.crmkit.sales;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Moves opportunities through sales pipelines. Every move is a fact with moment, actor and reason,
 * see {@link StageChange}. Days are those of {@link Workspace#today}.
 */
public final class SalesPipeline {
  /** So many of the last deals won are learnt from. */
  public static final int LEARN_FROM = 500;

  private final Workspace space;

  /** The pipelines as {@code space} sees them. */
  public SalesPipeline(Workspace space) {
    this.space = space;
  }

  /** The opportunities. */
  public Records<Opportunity> opportunities() {
    return space.records(Opportunity.TYPE);
  }

  /** Who decides about deals on the customers' side. */
  public BuyingCentre buyingCentre() {
    return new BuyingCentre(space);
  }

  /**
   * What a customer and all that belonged to it on a day have bought, at whatever time, and may
   * buy. {@link io.crmkit.currency.Currencies#rates} makes one figure of several currencies.
   */
  public GroupSales groupSales(Customer head, LocalDate day) {
    return GroupSales.of(space, head, day, Condition.always());
  }

  /**
   * As {@link #groupSales(Customer, LocalDate)}, of what was bought from one day to another.
   *
   * @param first the first day on which a deal was won that counts
   * @param last the last one
   */
  public GroupSales groupSales(Customer head, LocalDate day, LocalDate first, LocalDate last) {
    return GroupSales.of(
        space,
        head,
        day,
        Opportunity.CLOSED_ON.atLeast(first).and(Opportunity.CLOSED_ON.atMost(last)));
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
    plan.check();
    return space.call(work -> new Revisions(work).define(false, code, plan));
  }

  /** The current revision of a pipeline; empty where there is none of that code. */
  public Optional<Pipeline> find(String code) {
    return Revisions.find(space.records(Pipeline.TYPE), code);
  }

  /**
   * The current revision of a pipeline. The {@linkplain Pipeline#STANDARD standard} one is made
   * where it is asked for first: qualification, proposal, negotiation, won, lost.
   *
   * @throws NotFoundException where there is none of that code
   */
  public Pipeline get(String code) {
    return find(code)
        .orElseGet(() -> space.records(Pipeline.TYPE).get(new Revisions(space).current(code)));
  }

  /** The revisions of a pipeline, the newest first; none where there is none of that code. */
  public List<Pipeline> revisions(String code) {
    return space
        .records(Pipeline.TYPE)
        .where(Pipeline.CODE.is(code))
        .orderBy(Pipeline.REVISION.desc())
        .list();
  }

  /**
   * The stages of a revision, in order.
   *
   * @throws NotFoundException where there is no such revision that the actor may see
   */
  public Stages stages(Ref<Pipeline> pipeline) {
    return new Stages(
        Revisions.get(space.records(Pipeline.TYPE), pipeline),
        space
            .records(Stage.TYPE)
            .where(Stage.PIPELINE.is(pipeline))
            .orderBy(Stage.POSITION.asc())
            .list());
  }

  /** Opens an opportunity in the first stage of the standard pipeline. */
  public Opportunity open(Customer customer, Consumer<Draft<Opportunity>> filling) {
    return open(customer, Pipeline.STANDARD, filling);
  }

  /** Opens an opportunity in the first stage of a pipeline's current revision. */
  public Opportunity open(
      Customer customer, String pipeline, Consumer<Draft<Opportunity>> filling) {
    Function<Workspace, Opportunity> opening =
        work -> {
          Revisions revisions = new Revisions(work);
          Stages stages = revisions.stages(revisions.current(pipeline));
          StageTrail trail = StageTrail.in(stages.first().code(), work.now());
          return new DealWork(work).enter(customer, stages, trail, null, filling);
        };
    try {
      return space.call(opening);
    } catch (ValidationException refused) {
      if (refused.violations().stream().allMatch(v -> v.type().equals(Pipeline.TYPE.name()))) {
        // Somebody else made the standard pipeline at the same moment: now it is there.
        return space.call(opening);
      }
      throw refused;
    }
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
    return space.call(
        work -> {
          Stages stages = new Revisions(work).stages(pipeline.ref());
          return new DealWork(work).enter(customer, stages, trail, closeReason, filling);
        });
  }

  /**
   * Moves an opportunity to another open stage of its revision, forwards or back.
   *
   * @param stage the code of the stage
   * @throws InvalidRequestException where it is closed, or the stage is one of winning or losing
   */
  public Opportunity advance(Opportunity deal, String stage) {
    return advance(deal, stage, null);
  }

  private Opportunity advance(Opportunity deal, String stage, @Nullable String reason) {
    requireOpen(deal);
    Stage to = openStage(deal, stage);
    String from = deal.raw(Opportunity.STAGE);
    return stage.equals(from)
        ? deal
        : move(deal, to, reason, new OpportunityEvent.Advanced(deal.ref(), from, stage));
  }

  /**
   * Moves an opportunity to any stage of its revision, as a card is moved on a board: advances,
   * wins, loses or reopens it, whatever the two stages mean.
   *
   * @param reason why, or null; the close reason where it is won or lost
   * @throws InvalidRequestException where it is won and the stage one of losing, or the reverse
   */
  public Opportunity moveTo(Opportunity deal, String stage, @Nullable String reason) {
    StageCategory to = stagesOf(deal).get(stage).category();
    if (stage.equals(deal.raw(Opportunity.STAGE))) {
      return deal;
    }
    return switch (to) {
      case OPEN -> closed(deal) ? reopen(deal, stage, reason) : advance(deal, stage, reason);
      case WON -> close(deal, to, stage, reason, new OpportunityEvent.Won(deal.ref()));
      case LOST -> close(deal, to, stage, reason, new OpportunityEvent.Lost(deal.ref()));
    };
  }

  /**
   * Confirms an exit criterion of the stage that an opportunity is in; a second time changes
   * nothing.
   *
   * @throws NotFoundException where the stage has no such criterion; names those it has
   */
  public Opportunity confirm(Opportunity deal, String criterion) {
    return confirm(deal, criterion, true);
  }

  /** Takes back what was {@linkplain #confirm confirmed}. */
  public Opportunity withdraw(Opportunity deal, String criterion) {
    return confirm(deal, criterion, false);
  }

  private Opportunity confirm(Opportunity deal, String criterion, boolean is) {
    Stage stage = stagesOf(deal).get(Objects.requireNonNull(deal.raw(Opportunity.STAGE)));
    List<String> codes = stage.exits().stream().map(ExitCriterion::code).toList();
    if (!codes.contains(criterion)) {
      throw NotFoundException.named("exit criterion", criterion, codes);
    }
    Set<String> known = deal.raw(Opportunity.CONFIRMED);
    Set<String> confirmed = new HashSet<>(known == null ? Set.of() : known);
    String code = stage.code() + '/' + criterion;
    boolean changed = is ? confirmed.add(code) : confirmed.remove(code);
    return changed
        ? opportunities()
            .update(deal, d -> d.unlock(Opportunity.DEF).set(Opportunity.CONFIRMED, confirmed))
        : deal;
  }

  /** What sellers are told to do and to know in each stage. */
  public Playbook playbook() {
    return new Playbook(space);
  }

  /**
   * How long it takes yet until an open opportunity is won, if it is: learnt from the last {@value
   * #LEARN_FROM} deals won in its pipeline that the actor may see.
   *
   * @return empty where nobody knows since when it is in its stage, or too few deals tell
   * @throws InvalidRequestException where it is closed
   * @throws io.crmkit.kernel.error.NotFoundException where the actor does not see it
   * @throws io.crmkit.kernel.error.AccessDeniedException where they may not read in which stage it
   *     is and since when
   */
  public Optional<RemainingTime> remainingTime(Opportunity deal) {
    PastDeals past = new PastDeals(space);
    Opportunity its = past.readable(deal);
    requireOpen(its);
    return past.remainingTime(its);
  }

  /**
   * Wins an opportunity today.
   *
   * @throws InvalidRequestException where it is closed, or there are several stages of winning
   */
  public Opportunity win(Opportunity deal, String reason) {
    requireOpen(deal);
    return win(deal, stagesOf(deal).only(StageCategory.WON).code(), reason);
  }

  /** Wins an opportunity today, in one of several stages of winning. */
  public Opportunity win(Opportunity deal, String stage, String reason) {
    return close(deal, StageCategory.WON, stage, reason, new OpportunityEvent.Won(deal.ref()));
  }

  /**
   * Loses an opportunity today.
   *
   * @throws InvalidRequestException where it is closed, or there are several stages of losing
   */
  public Opportunity lose(Opportunity deal, String reason) {
    requireOpen(deal);
    return lose(deal, stagesOf(deal).only(StageCategory.LOST).code(), reason);
  }

  /** Loses an opportunity today, in one of several stages of losing. */
  public Opportunity lose(Opportunity deal, String stage, String reason) {
    return close(deal, StageCategory.LOST, stage, reason, new OpportunityEvent.Lost(deal.ref()));
  }

  private Opportunity close(
      Opportunity deal,
      StageCategory category,
      String stage,
      @Nullable String reason,
      OpportunityEvent event) {
    requireOpen(deal);
    Stage to = stagesOf(deal).get(stage);
    if (to.category() != category) {
      throw new InvalidRequestException("sales.other_category", stage, category);
    }
    return move(deal, to, reason, event);
  }

  /**
   * Opens an opportunity again that was won or lost.
   *
   * @param reason why, or null where the pipeline asks for none
   * @throws InvalidRequestException where it is open, or the stage is one of winning or losing
   */
  public Opportunity reopen(Opportunity deal, String stage, @Nullable String reason) {
    if (!closed(deal)) {
      throw new InvalidRequestException("sales.not_closed", deal.ref());
    }
    Stage to = openStage(deal, stage);
    return move(deal, to, reason, new OpportunityEvent.Reopened(deal.ref(), stage));
  }

  /**
   * Moves an opportunity into the current revision of its pipeline, into the stage of the same
   * code. What the seller thinks of its chances stays.
   *
   * @throws NotFoundException where that revision has no such stage; use the other form then
   */
  public Opportunity upgrade(Opportunity deal) {
    return upgrade(deal, Objects.requireNonNull(deal.raw(Opportunity.STAGE)));
  }

  /**
   * Moves an opportunity into the current revision of its pipeline, into {@code stage}.
   *
   * @throws InvalidRequestException where that stage means something else than the one it is in
   */
  public Opportunity upgrade(Opportunity deal, String stage) {
    return space.call(work -> new DealWork(work).upgrade(deal, stage));
  }

  /** The stages that an opportunity has passed, oldest first. */
  public List<StageChange> history(Opportunity deal) {
    return stageChanges()
        .where(StageChange.OPPORTUNITY.is(deal))
        .orderBy(StageChange.AT.asc())
        .list();
  }

  /** How the amount, expected close, chances and owner of an opportunity changed, oldest first. */
  public List<OpportunityChange> changes(Opportunity deal) {
    return space
        .records(OpportunityChange.TYPE)
        .where(OpportunityChange.OPPORTUNITY.is(deal))
        .orderBy(OpportunityChange.AT.asc())
        .list();
  }

  private Opportunity move(
      Opportunity deal, Stage to, @Nullable String reason, OpportunityEvent event) {
    StageGate.requireWay(
        deal, stagesOf(deal), to, reason != null ? reason : space.context().reason());
    return space.call(work -> new DealWork(work).move(deal, to, reason, event));
  }

  private Stages stagesOf(Opportunity deal) {
    return new Revisions(space).stages(Objects.requireNonNull(deal.raw(Opportunity.PIPELINE)));
  }

  private Stage openStage(Opportunity deal, String code) {
    Stage stage = stagesOf(deal).get(code);
    if (stage.category().closed()) {
      throw new InvalidRequestException("sales.use_win_or_lose", code);
    }
    return stage;
  }

  private static void requireOpen(Opportunity deal) {
    if (closed(deal)) {
      throw new InvalidRequestException("sales.closed", deal.ref());
    }
  }

  private static boolean closed(Opportunity deal) {
    return Objects.requireNonNull(deal.raw(Opportunity.STAGE_CATEGORY)).closed();
  }
}
