package io.crmkit.currency;

import io.crmkit.kernel.value.Ratio;
import java.util.List;

/**
 * How one currency was converted into another.
 *
 * @param from what was converted
 * @param to into what
 * @param ratio what one of {@code from} is worth
 * @param rates the rates it comes from, in the order of the way: none within one currency, one
 *     taken as it stands or the other way round, two through the base currency
 */
public record UsedRate(String from, String to, Ratio ratio, List<Rate> rates) {
  /** Copies the rates. */
  public UsedRate {
    rates = List.copyOf(rates);
  }
}
