package io.crmkit.analytics.pipeline;

import io.crmkit.analytics.pipeline.DealHistory.Fact;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageChange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the histories of many deals: first which deals there are, then all facts in one pass beside
 * them, holding those of one deal at a time.
 */
final class DealHistories {
  private final Workspace work;
  private final Iterator<StageChange> changes;
  private @Nullable StageChange next;

  private DealHistories(Workspace work, Iterator<StageChange> changes) {
    this.work = work;
    this.changes = changes;
    skip();
  }

  /**
   * Calls {@code sink} once for every deal that meets {@code which}, in the order of identity.
   *
   * @param work a unit of work, so that deals and facts are of one moment
   */
  static void read(Workspace work, Condition<Opportunity> which, Consumer<DealHistory> sink) {
    List<DealHistory> deals = deals(work, which);
    try (Stream<StageChange> facts =
        work
            .records(StageChange.TYPE)
            .where(StageChange.OPPORTUNITY.matches(which))
            .orderBy(StageChange.OPPORTUNITY.asc(), StageChange.AT.asc())
            .stream()) {
      DealHistories histories = new DealHistories(work, facts.iterator());
      deals.forEach(deal -> sink.accept(deal.with(histories.factsOf(deal.deal()))));
    }
  }

  private static List<DealHistory> deals(Workspace work, Condition<Opportunity> which) {
    try (Stream<Opportunity> deals = work.records(Opportunity.TYPE).where(which).stream()) {
      return deals
          .map(
              deal ->
                  new DealHistory(
                      deal.ref(),
                      seen(work, deal, Opportunity.STAGE).require(Opportunity.STAGE),
                      seen(work, deal, Opportunity.STAGE_CATEGORY)
                          .require(Opportunity.STAGE_CATEGORY),
                      List.of()))
          .toList();
    }
  }

  private List<Fact> factsOf(Ref<Opportunity> deal) {
    List<Fact> facts = new ArrayList<>();
    while (next != null) {
      int order = next.require(StageChange.OPPORTUNITY).compareTo(deal);
      if (order > 0) {
        break;
      }
      if (order == 0) {
        facts.add(
            new Fact(
                seen(work, next, StageChange.FROM_STAGE).get(StageChange.FROM_STAGE),
                seen(work, next, StageChange.TO_STAGE).require(StageChange.TO_STAGE),
                next.require(StageChange.AT)));
      }
      skip();
    }
    return facts;
  }

  private void skip() {
    next = changes.hasNext() ? changes.next() : null;
  }

  /** Refuses a record with a hidden field: what is hidden must not be taken for missing. */
  private static <E extends Entity<E>> E seen(Workspace work, E record, Field<E, ?> field) {
    if (!record.sees(field)) {
      throw AccessDeniedException.field(work.context().actor(), record.type().name(), field.name());
    }
    return record;
  }
}
