package io.crmkit.document;

import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a line amounts to while it is being written. */
public final class LineAmount {
  private LineAmount() {}

  /**
   * The net amount of a line; null where its values make none, since somebody is about to refuse
   * them.
   *
   * @param quantity 1 where it is missing
   * @throws io.crmkit.kernel.error.InvalidRequestException where an amount is of another currency
   */
  public static @Nullable Money of(
      String currency,
      RoundingRule rule,
      @Nullable BigDecimal quantity,
      @Nullable Money unitPrice,
      @Nullable BigDecimal discountPercent,
      @Nullable Money allowance,
      @Nullable Money charge) {
    if (unitPrice == null) {
      return null;
    }
    Money nothing = Money.zero(unitPrice.currency());
    try {
      DocumentLine line =
          DocumentLine.of(
                  Objects.requireNonNullElse(quantity, BigDecimal.ONE),
                  unitPrice,
                  Tax.none(Tax.STANDARD))
              .discount(Objects.requireNonNullElse(discountPercent, BigDecimal.ZERO))
              .adjusted(
                  Objects.requireNonNullElse(allowance, nothing),
                  Objects.requireNonNullElse(charge, nothing));
      return Totals.of(currency, rule, List.of(line), List.of()).lineTotal();
    } catch (IllegalArgumentException refused) {
      return null;
    }
  }
}
