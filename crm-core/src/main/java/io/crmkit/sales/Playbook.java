package io.crmkit.sales;

import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What sellers are told to do and to know in each stage of a pipeline, and whether it helps. */
public final class Playbook {
  private static final Path<PlaybookMark, Opportunity, StageCategory> OUTCOME =
      PlaybookMark.OPPORTUNITY.get(Opportunity.STAGE_CATEGORY);

  private record Tally(long won, long closed) {
    static final Tally NONE = new Tally(0, 0);

    Tally and(StageCategory outcome, long count) {
      return new Tally(won + (outcome == StageCategory.WON ? count : 0), closed + count);
    }
  }

  private final Workspace space;

  Playbook(Workspace space) {
    this.space = space;
  }

  /** The items, to be made and changed. */
  public Records<PlaybookItem> items() {
    return space.records(PlaybookItem.TYPE);
  }

  /**
   * What is to be done and known in the stage that an opportunity is in: first what is not done
   * yet, among that what has proved itself most in deals that were won.
   *
   * @throws io.crmkit.kernel.error.NotFoundException where the actor does not see it
   * @throws io.crmkit.kernel.error.AccessDeniedException where they may not read in which stage it
   *     is
   */
  public List<Guidance> guidance(Opportunity deal) {
    Opportunity its = space.records(Opportunity.TYPE).get(deal.ref());
    space.requireReadable(List.of(Opportunity.PIPELINE, Opportunity.STAGE));
    String pipeline = new Revisions(space).code(its.require(Opportunity.PIPELINE));
    String stage = its.require(Opportunity.STAGE);
    Map<Ref<PlaybookItem>, PlaybookMark> marks = new HashMap<>();
    for (PlaybookMark mark : marks().where(PlaybookMark.OPPORTUNITY.is(deal)).list()) {
      marks.put(mark.require(PlaybookMark.ITEM), mark);
    }
    List<Guidance> all = new ArrayList<>();
    for (Guidance known : ranking(pipeline, stage)) {
      PlaybookMark mark = marks.get(known.item().ref());
      all.add(
          new Guidance(
              known.item(),
              mark == null ? null : mark.ref(),
              known.won(),
              known.closed(),
              known.wonWithout(),
              known.closedWithout()));
    }
    all.sort(Comparator.comparing(Guidance::done)); // a stable sort: the ranking stays within
    return all;
  }

  /**
   * The items of a stage, what has proved itself most in deals that were won first.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may not read which code a
   *     pipeline has
   */
  public List<Guidance> ranking(String pipeline, String stage) {
    space.requireReadable(Pipeline.CODE);
    List<PlaybookItem> items =
        items()
            .where(
                PlaybookItem.PIPELINE.is(pipeline),
                PlaybookItem.STAGE.is(stage),
                PlaybookItem.ACTIVE.is(true))
            .orderBy(PlaybookItem.POSITION.asc())
            .list();
    if (items.isEmpty()) {
      return List.of();
    }
    Map<Ref<PlaybookItem>, Tally> with = tallies(items);
    Tally all = closedDeals(pipeline);
    List<Guidance> ranked = new ArrayList<>();
    for (PlaybookItem item : items) {
      Tally its = with.getOrDefault(item.ref(), Tally.NONE);
      ranked.add(
          new Guidance(
              item,
              null,
              its.won(),
              its.closed(),
              all.won() - its.won(),
              all.closed() - its.closed()));
    }
    ranked.sort(Comparator.comparingDouble(Guidance::proven).reversed());
    return ranked;
  }

  private Map<Ref<PlaybookItem>, Tally> tallies(List<PlaybookItem> items) {
    Set<Ref<PlaybookItem>> refs = items.stream().map(PlaybookItem::ref).collect(Collectors.toSet());
    Map<Ref<PlaybookItem>, Tally> tallies = new HashMap<>();
    for (Group<PlaybookMark> group :
        marks()
            .where(PlaybookMark.ITEM.in(refs), OUTCOME.in(StageCategory.WON, StageCategory.LOST))
            .groupBy(PlaybookMark.ITEM, OUTCOME)
            .measure(Measure.count())) {
      tallies.merge(
          Objects.requireNonNull(group.get(PlaybookMark.ITEM)),
          Tally.NONE.and(Objects.requireNonNull(group.get(OUTCOME)), group.count()),
          (a, b) -> new Tally(a.won() + b.won(), a.closed() + b.closed()));
    }
    return tallies;
  }

  private Tally closedDeals(String pipeline) {
    Tally all = Tally.NONE;
    for (Group<Opportunity> group :
        space
            .records(Opportunity.TYPE)
            .where(
                Opportunity.PIPELINE.in(new Revisions(space).all(pipeline)),
                Opportunity.STAGE_CATEGORY.in(StageCategory.WON, StageCategory.LOST))
            .groupBy(Opportunity.STAGE_CATEGORY)
            .measure(Measure.count())) {
      all = all.and(Objects.requireNonNull(group.get(Opportunity.STAGE_CATEGORY)), group.count());
    }
    return all;
  }

  /**
   * Notes that an item was done for an opportunity; a second time changes nothing.
   *
   * @throws io.crmkit.kernel.error.NotFoundException where the actor cannot see the opportunity
   */
  public PlaybookMark done(Opportunity deal, PlaybookItem item) {
    Function<Workspace, PlaybookMark> marking =
        work ->
            new Playbook(work)
                .find(deal, item)
                .orElseGet(
                    () -> {
                      work.records(Opportunity.TYPE).get(deal.ref());
                      return work.records(PlaybookMark.TYPE)
                          .create(
                              d ->
                                  d.unlock(PlaybookMark.DEF)
                                      .set(PlaybookMark.OPPORTUNITY, deal)
                                      .set(PlaybookMark.ITEM, item));
                    });
    return space.call(marking);
  }

  /** Takes back that an item was done; nothing happens where it was not. */
  public void undone(Opportunity deal, PlaybookItem item) {
    space.run(
        work ->
            new Playbook(work).find(deal, item).ifPresent(work.records(PlaybookMark.TYPE)::delete));
  }

  private Optional<PlaybookMark> find(Opportunity deal, PlaybookItem item) {
    return marks().where(PlaybookMark.OPPORTUNITY.is(deal), PlaybookMark.ITEM.is(item)).first();
  }

  private Records<PlaybookMark> marks() {
    return space.records(PlaybookMark.TYPE);
  }
}
