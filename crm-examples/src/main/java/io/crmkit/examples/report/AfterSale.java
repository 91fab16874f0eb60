package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the won deals, and of the customers who asked for help. Immutable.
 *
 * @param orders by state, every state there is, in the order of a life
 * @param returned the orders of which everything came back, at what was shipped
 * @param caseStates the states of cases, in the order of a life
 * @param cases by priority, the most urgent first
 * @param channels how many cases came in which way, most first
 * @param promises what was promised, and how often it was kept
 * @param escalations latest first
 * @param agents who worked on how many cases, in the order of names
 * @param storyOf the name of the customer whose story is told; empty where there is none
 * @param story what happened to that customer, latest first
 * @param views how much whom sees
 * @param quote the revisions of the quote that was made, the first one first
 */
public record AfterSale(
    List<OrderTally> orders,
    Tally returned,
    List<String> caseStates,
    List<CaseTally> cases,
    Map<String, Long> channels,
    List<Promise> promises,
    List<Escalated> escalations,
    List<AgentTally> agents,
    String storyOf,
    List<Happening> story,
    List<View> views,
    List<QuoteRevision> quote) {
  /** Nothing happened. */
  public static final AfterSale NONE =
      new AfterSale(
          List.of(),
          Tally.NONE,
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          "",
          List.of(),
          List.of(),
          List.of());

  /** Copies the lists. */
  public AfterSale {
    orders = List.copyOf(orders);
    Objects.requireNonNull(returned, "returned");
    caseStates = List.copyOf(caseStates);
    cases = List.copyOf(cases);
    channels = PipelineFigures.ordered(channels);
    promises = List.copyOf(promises);
    escalations = List.copyOf(escalations);
    agents = List.copyOf(agents);
    Objects.requireNonNull(storyOf, "storyOf");
    story = List.copyOf(story);
    views = List.copyOf(views);
    quote = List.copyOf(quote);
  }

  /** Returns all orders, whatever their state. */
  public OrderTally allOrders() {
    return orders.stream().reduce(OrderTally.NONE, OrderTally::plus);
  }

  /** Returns all cases, whatever their priority. */
  public CaseTally allCases() {
    List<Long> sums = new ArrayList<>();
    for (int i = 0; i < caseStates.size(); i++) {
      int state = i;
      sums.add(cases.stream().mapToLong(each -> each.byState().get(state)).sum());
    }
    return new CaseTally("Total", sums);
  }

  /**
   * The orders of a state. Once an order is confirmed, what is shipped, open and cancelled together
   * is its amount.
   *
   * @param state in words
   * @param count how many
   * @param amount what was ordered, without tax
   * @param shipped what of it was shipped
   * @param open what of it is still to be shipped
   * @param cancelled what of it will not be shipped
   */
  public record OrderTally(
      String state,
      long count,
      BigDecimal amount,
      BigDecimal shipped,
      BigDecimal open,
      BigDecimal cancelled) {
    static final OrderTally NONE =
        new OrderTally(
            "Total", 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Returns both together, under the name of this one. */
    OrderTally plus(OrderTally other) {
      return new OrderTally(
          state,
          count + other.count,
          amount.add(other.amount),
          shipped.add(other.shipped),
          open.add(other.open),
          cancelled.add(other.cancelled));
    }
  }

  /**
   * The cases of a priority.
   *
   * @param priority in words
   * @param byState how many are in each of the states
   */
  public record CaseTally(String priority, List<Long> byState) {
    /** Copies the list. */
    public CaseTally {
      byState = List.copyOf(byState);
    }

    /** Returns how many there are. */
    public long count() {
      return byState.stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * How often a promise was kept.
   *
   * @param name what is promised
   * @param met how often in time
   * @param breached how often late
   * @param running how often it is still to be seen
   */
  public record Promise(String name, long met, long breached, long running) {
    /** Returns the share that was kept, 0 to 1; of none it is 1. */
    public double share() {
      return met + breached == 0 ? 1 : (double) met / (met + breached);
    }
  }

  /**
   * A case that was escalated.
   *
   * @param at when
   * @param number of the case
   * @param priority of the case now, in words
   * @param subject of the case
   * @param reason which part of which promise had passed
   * @param outcome what was done about it
   */
  public record Escalated(
      Instant at, String number, String priority, String subject, String reason, String outcome) {}

  /**
   * The cases of an agent.
   *
   * @param name of the agent
   * @param cases how many they have or had last
   * @param done how many of them are resolved
   * @param late how many of them were answered late
   */
  public record AgentTally(String name, long cases, long done, long late) {}

  /**
   * Something that happened to a customer.
   *
   * @param at when
   * @param what in a word
   * @param text what is told about it
   */
  public record Happening(Instant at, String what, String text) {}

  /**
   * How much somebody sees.
   *
   * @param name who
   * @param role in words
   */
  public record View(String name, String role, long deals, long orders, long cases) {}

  /**
   * A revision of the quote.
   *
   * @param number with the revision
   * @param customer for whom
   * @param title what for
   * @param state in words
   * @param net without tax
   * @param total with tax
   */
  public record QuoteRevision(
      String number,
      String customer,
      String title,
      String state,
      BigDecimal net,
      BigDecimal total) {}
}
