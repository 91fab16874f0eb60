package io.crmkit.examples.aftersale;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.examples.report.AfterSale;
import io.crmkit.examples.report.AfterSale.OrderTally;
import io.crmkit.examples.report.AfterSale.QuoteRevision;
import io.crmkit.examples.report.AfterSale.View;
import io.crmkit.examples.report.PipelineFigures.Tally;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.order.OrderLine;
import io.crmkit.order.OrderState;
import io.crmkit.order.SalesOrder;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.quote.Quote;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the second act has left in a CRM; nothing of it is remembered. */
public final class AfterSaleReader {
  private final Crm crm;
  private final Session session;
  private final String currency;

  /**
   * @param session in whose name the figures are read
   * @param currency the ISO 4217 code of the currency to report in; other orders do not count
   */
  public AfterSaleReader(Crm crm, Session session, String currency) {
    this.crm = crm;
    this.session = session;
    this.currency = currency;
  }

  /** The figures as they are now. */
  public AfterSale figures() {
    CaseReader cases = new CaseReader(session);
    StoryReader story = new StoryReader(session);
    Optional<Customer> teller = story.customer();
    return new AfterSale(
        orders(),
        returned(),
        cases.states(),
        cases.tallies(),
        cases.channels(),
        cases.promises(),
        cases.escalations(),
        cases.agents(),
        teller.map(customer -> customer.require(Customer.NAME)).orElse(""),
        teller.map(story::of).orElse(List.of()),
        views(),
        quote());
  }

  private List<OrderTally> orders() {
    Map<OrderState, Group<SalesOrder>> counted = new EnumMap<>(OrderState.class);
    for (Group<SalesOrder> group :
        session
            .orders()
            .where(SalesOrder.CURRENCY.is(currency))
            .groupBy(SalesOrder.STATE)
            .measure(Measure.count(), SalesOrder.NET.sum())) {
      counted.put(Groups.key(group, SalesOrder.STATE), group);
    }
    Map<OrderState, Group<OrderLine>> parts = new EnumMap<>(OrderState.class);
    for (Group<OrderLine> group :
        session
            .records(OrderLine.TYPE)
            .where(OrderLine.ORDER.get(SalesOrder.CURRENCY).is(currency))
            .groupBy(OrderLine.ORDER.get(SalesOrder.STATE))
            .measure(
                OrderLine.SHIPPED_AMOUNT.sum(),
                OrderLine.OPEN_AMOUNT.sum(),
                OrderLine.CANCELLED_AMOUNT.sum())) {
      parts.put(Groups.key(group, OrderLine.ORDER.get(SalesOrder.STATE)), group);
    }
    List<OrderTally> tallies = new ArrayList<>();
    counted.forEach(
        (state, group) ->
            tallies.add(
                new OrderTally(
                    Words.of(state),
                    group.count(),
                    amount(group.get(SalesOrder.NET.sum())),
                    amount(parts.get(state), OrderLine.SHIPPED_AMOUNT.sum()),
                    amount(parts.get(state), OrderLine.OPEN_AMOUNT.sum()),
                    amount(parts.get(state), OrderLine.CANCELLED_AMOUNT.sum()))));
    return tallies;
  }

  private static BigDecimal amount(
      @Nullable Group<OrderLine> group, Measure<OrderLine, Money> sum) {
    return group == null ? BigDecimal.ZERO : amount(group.get(sum));
  }

  private static BigDecimal amount(@Nullable Money sum) {
    return sum == null ? BigDecimal.ZERO : sum.amount();
  }

  private Tally returned() {
    Group<OrderLine> group =
        session
            .records(OrderLine.TYPE)
            .where(
                OrderLine.RETURNED.moreThan(BigDecimal.ZERO),
                OrderLine.ORDER.get(SalesOrder.CURRENCY).is(currency))
            .measure(Measure.count(), OrderLine.SHIPPED_AMOUNT.sum());
    return new Tally(group.count(), amount(group.get(OrderLine.SHIPPED_AMOUNT.sum())));
  }

  /** The seller who won most, their manager, somebody of the service desk, and the whole. */
  private List<View> views() {
    List<View> views = new ArrayList<>();
    Map<Ref<User>, Long> deals = new HashMap<>();
    for (Group<Opportunity> group :
        session
            .opportunities()
            .where(Opportunity.OWNER.isPresent())
            .groupBy(Opportunity.OWNER)
            .measure(Measure.count())) {
      deals.put(Groups.key(group, Opportunity.OWNER), group.count());
    }
    session.organization().find(deals.keySet()).values().stream()
        .filter(user -> user.get(User.MANAGER) != null)
        .max(
            Comparator.comparing((User user) -> deals.getOrDefault(user.ref(), 0L))
                .thenComparing(user -> user.require(User.USERNAME)))
        .ifPresent(
            seller -> {
              views.add(view(seller, "seller: own deals"));
              User boss = session.organization().get(seller.require(User.MANAGER));
              views.add(view(boss, "sales manager: the region's"));
            });
    session
        .organization()
        .where(User.UNIT.get(OrgUnit.NAME).is(People.SERVICE_UNIT))
        .orderBy(User.USERNAME.desc())
        .first()
        .ifPresent(agent -> views.add(view(agent, "service agent: own cases")));
    views.add(counted("Administrator", "everything", session));
    return views;
  }

  private View view(User user, String role) {
    return counted(user.require(User.FULL_NAME), role, crm.as(user.require(User.USERNAME)));
  }

  private static View counted(String name, String role, Session eyes) {
    return new View(
        name,
        role,
        eyes.opportunities().query().count(),
        eyes.orders().query().count(),
        eyes.service().cases().query().count());
  }

  private List<QuoteRevision> quote() {
    return session
        .quotes()
        .query()
        .orderBy(Quote.NUMBER.asc(), Quote.REVISION.asc())
        .list()
        .stream()
        .map(this::revision)
        .toList();
  }

  private QuoteRevision revision(Quote quote) {
    return new QuoteRevision(
        quote.fullNumber(),
        session.customers().get(quote.require(Quote.CUSTOMER)).require(Customer.NAME),
        quote.require(Quote.TITLE),
        Words.of(quote.require(Quote.STATE)),
        quote.require(Quote.NET).amount(),
        quote.require(Quote.TOTAL).amount());
  }
}
