package io.crmkit.analytics.pipeline;

import static io.crmkit.analytics.pipeline.Sales.B2B;
import static io.crmkit.analytics.pipeline.Sales.day;
import static io.crmkit.analytics.pipeline.Sales.euros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.analytics.MoneyBag;
import io.crmkit.analytics.Tally;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.StageCategory;
import io.crmkit.sales.StageChange;
import io.crmkit.sales.StageTrail;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestrictedActorTest {
  /** Root may do everything; others see the deals below 100 euros, and not the fields named. */
  private static final class SmallDealsOnly implements AccessPolicy {
    private final Set<Field<?, ?>> hidden = new HashSet<>();

    private static boolean mayAll(CallContext who) {
      return who.actor().equals("root");
    }

    @Override
    public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
      return mayAll(who) || operation == Operation.READ;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E extends Entity<E>> Condition<E> rows(
        CallContext who, Operation operation, EntityType<E> type) {
      if (mayAll(who)) {
        return Condition.always();
      }
      if (type.name().equals(Opportunity.TYPE.name())) {
        return (Condition<E>) Opportunity.AMOUNT.lessThan(euros("100"));
      }
      if (type.name().equals(User.TYPE.name())) {
        return (Condition<E>) User.USERNAME.isNot("bob");
      }
      return Condition.always();
    }

    @Override
    public FieldRight field(CallContext who, Field<?, ?> field) {
      return mayAll(who)
          ? FieldRight.WRITE
          : hidden.contains(field) ? FieldRight.HIDDEN : FieldRight.READ_ONLY;
    }
  }

  private final SmallDealsOnly policy = new SmallDealsOnly();
  private final Sales sales = new Sales(policy);
  private final PipelineAnalytics figures = PipelineAnalytics.of(sales.as("clerk"));

  @BeforeEach
  void sellForAYear() {
    int number = 0;
    for (User owner : List.of(sales.ada, sales.bob)) {
      for (String end : List.of("won", "lost", "offer")) {
        for (String amount : List.of("10", "99", "100", "1000")) {
          int start = ++number;
          StageTrail trail =
              StageTrail.in("first", day(start)).then(end, day(start * 2 + amount.length()));
          sales.deal(
              trail, d -> d.set(Opportunity.OWNER, owner).set(Opportunity.AMOUNT, euros(amount)));
        }
      }
    }
  }

  @AfterEach
  void close() {
    sales.close();
  }

  private List<Opportunity> visible(StageCategory category) {
    return sales.as("clerk").opportunities().where(Opportunity.STAGE_CATEGORY.is(category)).list();
  }

  private static Tally tally(List<Opportunity> deals) {
    MoneyBag sum =
        MoneyBag.of(deals.stream().map(deal -> deal.require(Opportunity.AMOUNT)).toList());
    return new Tally(deals.size(), sum);
  }

  @Test
  void countsWhatTheListShows() {
    assertEquals(4, visible(StageCategory.WON).size());
    assertEquals(tally(visible(StageCategory.WON)), figures.won());
    assertEquals(new WinRate(4, 4), figures.winRate());
    assertEquals(tally(visible(StageCategory.LOST)), figures.stages(B2B).get(4).tally());
    assertEquals(tally(visible(StageCategory.OPEN)), figures.openPipeline(B2B).deals());
    Tally adas = figures.wonBy(Opportunity.OWNER).get(sales.ada.ref());
    assertEquals(new Tally(2, MoneyBag.of(euros("109"))), adas);
  }

  @Test
  void followsNoReferenceToWhatIsHidden() {
    assertEquals(
        new Tally(2, MoneyBag.of(euros("109"))),
        figures.wonBy(Opportunity.OWNER.get(User.UNIT)).missing());
  }

  @Test
  void readsOnlyTheFactsOfVisibleDeals() {
    Funnel funnel = figures.funnel(B2B).measure();
    List<Ref<Opportunity>> all =
        sales.as("clerk").opportunities().query().list().stream().map(Opportunity::ref).toList();
    assertEquals(12, all.size());
    assertEquals(all, funnel.drill("first", Outcome.ENTERED));
    assertEquals(
        visible(StageCategory.LOST).stream().map(Opportunity::ref).toList(),
        funnel.drill("first", Outcome.LOST));
    double mean =
        visible(StageCategory.WON).stream()
            .mapToLong(
                deal ->
                    deal.require(Opportunity.CLOSED_ON).toEpochDay()
                        - deal.require(Opportunity.OPENED_ON).toEpochDay())
            .average()
            .orElseThrow();
    assertEquals(mean, figures.daysToClose(StageCategory.WON).meanDays().orElseThrow(), 1e-9);
  }

  @Test
  void refusesFiguresOfHiddenFields() {
    policy.hidden.add(Opportunity.AMOUNT);
    assertThrows(AccessDeniedException.class, figures::won);
    assertThrows(AccessDeniedException.class, () -> figures.openPipeline(B2B));
    assertEquals(new WinRate(4, 4), figures.winRate());
    policy.hidden.add(StageChange.FROM_STAGE);
    assertThrows(AccessDeniedException.class, () -> figures.funnel(B2B).measure());
    policy.hidden.clear();
    policy.hidden.add(Opportunity.STAGE);
    assertThrows(AccessDeniedException.class, () -> figures.funnel(B2B).measure());
    assertThrows(AccessDeniedException.class, () -> figures.stages(B2B));
  }

  @Test
  void seesNoPipelineWithoutTheRightToRead() {
    policy.hidden.add(Pipeline.CODE);
    assertThrows(AccessDeniedException.class, () -> figures.stages(B2B));
    assertEquals(Money.of("109", "EUR").times(2), figures.won().amount("EUR"));
  }
}
