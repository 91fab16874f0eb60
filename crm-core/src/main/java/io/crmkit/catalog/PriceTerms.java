package io.crmkit.catalog;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Ref;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all rules of a price list.
 *
 * @param list the code of the list
 * @param currency of its prices
 * @param customer the only customer it is for, or null
 * @param group the only customer group it is for, or null
 * @param since the first day, or null
 * @param until the last day, or null
 * @param priority the greater goes first where nothing else decides
 * @param taxIncluded true where its prices contain the tax
 * @param onTop true where its rules change the price that other lists made, false where they make
 *     it
 * @param rounding of the prices that it makes
 */
public record PriceTerms(
    String list,
    String currency,
    @Nullable Ref<Customer> customer,
    @Nullable String group,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    long priority,
    boolean taxIncluded,
    boolean onTop,
    PriceRounding rounding) {
  /** The terms of a list for everybody, for ever, without tax. */
  public static PriceTerms of(String list, String currency) {
    return new PriceTerms(
        list, currency, null, null, null, null, 0, false, false, PriceRounding.of(currency));
  }

  /** 0 for one customer, 1 for a group, 2 for everybody. */
  int audience() {
    return customer != null ? 0 : group != null ? 1 : 2;
  }
}
