package io.crmkit.sales;

import io.crmkit.customer.Customer;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a group of customers has bought and may buy, rolled up, as far as the actor may see it.
 *
 * @param members the customer at the head and all that belonged to it on the day
 * @param won the worth of the deals won with any of them, in the time asked about, by currency
 * @param open the worth of their open deals, by currency
 */
public record GroupSales(
    Set<Ref<Customer>> members, Map<String, Money> won, Map<String, Money> open) {
  /** Copies the figures. */
  public GroupSales {
    members = Set.copyOf(members);
    won = Map.copyOf(won);
    open = Map.copyOf(open);
  }

  /**
   * Adds up, in one question, over the group of a day.
   *
   * @param when which of the deals that were won count
   */
  static GroupSales of(Workspace space, Customer head, LocalDate day, Condition<Opportunity> when) {
    Set<Ref<Customer>> members = new Customers(space).group(head, day);
    Map<StageCategory, Map<String, Money>> sums = new EnumMap<>(StageCategory.class);
    var currency = Opportunity.AMOUNT.currency();
    var sum = Opportunity.AMOUNT.sum();
    List<Group<Opportunity>> groups =
        space
            .records(Opportunity.TYPE)
            .where(
                Opportunity.CUSTOMER.in(members),
                Opportunity.AMOUNT.isPresent(),
                Opportunity.STAGE_CATEGORY
                    .is(StageCategory.OPEN)
                    .or(Opportunity.STAGE_CATEGORY.is(StageCategory.WON).and(when)))
            .groupBy(Opportunity.STAGE_CATEGORY, currency)
            .measure(sum);
    for (Group<Opportunity> group : groups) {
      StageCategory category = group.get(Opportunity.STAGE_CATEGORY);
      String code = group.get(currency);
      Money total = group.get(sum);
      if (category != null && code != null && total != null) {
        sums.computeIfAbsent(category, c -> new TreeMap<>()).put(code, total);
      }
    }
    return new GroupSales(
        members,
        sums.getOrDefault(StageCategory.WON, Map.of()),
        sums.getOrDefault(StageCategory.OPEN, Map.of()));
  }
}
