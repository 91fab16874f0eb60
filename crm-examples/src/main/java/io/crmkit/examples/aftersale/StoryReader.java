package io.crmkit.examples.aftersale;

import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.examples.report.AfterSale.Happening;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Group;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.quote.Quote;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageChange;
import io.crmkit.service.Case;
import io.crmkit.service.CaseState;
import io.crmkit.service.CaseStep;
import io.crmkit.service.StepKind;
import io.crmkit.timeline.TimelineItem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the story of one customer from the timeline. */
final class StoryReader {
  private static final int PAGE = 60;
  private static final int MOST = 16;
  private static final String[] KINDS = {
    Case.TYPE.name(),
    CaseStep.TYPE.name(),
    SalesOrder.TYPE.name(),
    Shipment.TYPE.name(),
    Quote.TYPE.name(),
    StageChange.TYPE.name()
  };

  private static final Set<StepKind> SILENT = Set.of(StepKind.ASSIGNMENT, StepKind.MESSAGE);

  private final Session session;
  private final Map<Ref<Case>, String> numbers = new HashMap<>();

  StoryReader(Session session) {
    this.session = session;
  }

  /** The customer with the most cases; of several the first by name. */
  Optional<Customer> customer() {
    Map<Ref<Customer>, Long> counts = new HashMap<>();
    for (Group<Case> group :
        session
            .service()
            .cases()
            .where(Case.CUSTOMER.isPresent())
            .groupBy(Case.CUSTOMER)
            .measure(Measure.count())) {
      counts.put(Groups.key(group, Case.CUSTOMER), group.count());
    }
    return session.customers().find(counts.keySet()).values().stream()
        .min(
            Comparator.comparing((Customer each) -> -counts.getOrDefault(each.ref(), 0L))
                .thenComparing(each -> each.require(Customer.NAME)));
  }

  /** The latest of the customer's timeline, without what the desk did for itself. */
  List<Happening> of(Customer customer) {
    return session.timeline().of(customer).only(KINDS).limit(PAGE).page().items().stream()
        .filter(StoryReader::isTold)
        .limit(MOST)
        .map(item -> new Happening(item.at(), what(item), text(item)))
        .toList();
  }

  /** A message is told by its case, which is new then, and an answer opens it. */
  private static boolean isTold(TimelineItem item) {
    return item.as(CaseStep.TYPE)
        .filter(
            step ->
                SILENT.contains(step.require(CaseStep.KIND))
                    || step.get(CaseStep.TO_STATE) == CaseState.NEW
                    || step.get(CaseStep.TO_STATE) == CaseState.OPEN)
        .isEmpty();
  }

  private static String what(TimelineItem item) {
    return item.as(CaseStep.TYPE)
        .map(step -> Words.of(step.require(CaseStep.KIND)))
        .orElseGet(
            () ->
                item.as(Case.TYPE).isPresent()
                    ? "Case"
                    : Words.capital(item.kind().replace('_', ' ')));
  }

  private String text(TimelineItem item) {
    return item.as(CaseStep.TYPE)
        .map(this::text)
        .or(() -> item.as(Case.TYPE).map(StoryReader::text))
        .or(() -> item.as(SalesOrder.TYPE).map(StoryReader::text))
        .or(
            () ->
                item.as(Shipment.TYPE)
                    .map(shipment -> "parcel " + shipment.get(Shipment.TRACKING_NUMBER)))
        .or(() -> item.as(Quote.TYPE).map(quote -> quote.fullNumber()))
        .or(() -> item.as(StageChange.TYPE).map(this::text))
        .orElse("");
  }

  private static String text(Case its) {
    return its.require(Case.NUMBER) + ": " + its.require(Case.SUBJECT);
  }

  private static String text(SalesOrder order) {
    return order.require(SalesOrder.NUMBER)
        + ", "
        + Words.of(order.require(SalesOrder.STATE)).toLowerCase(Locale.ROOT);
  }

  private String text(StageChange change) {
    return session
            .opportunities()
            .get(change.require(StageChange.OPPORTUNITY))
            .require(Opportunity.TITLE)
        + " → "
        + change.require(StageChange.TO_STAGE);
  }

  private String text(CaseStep step) {
    String number =
        Objects.requireNonNull(
            numbers.computeIfAbsent(
                step.require(CaseStep.CASE),
                its -> session.service().cases().get(its).require(Case.NUMBER)));
    CaseState to = step.get(CaseStep.TO_STATE);
    String said =
        step.require(CaseStep.KIND) == StepKind.STATE && to != null
            ? "→ " + Words.of(to).toLowerCase(Locale.ROOT)
            : step.text(Locale.ENGLISH).orElse("");
    return number + ": " + said;
  }
}
