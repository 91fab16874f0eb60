package io.crmkit.quote;

import io.crmkit.document.DocumentLine;
import io.crmkit.document.Tax;
import io.crmkit.document.Totals;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out what a line amounts to whenever it is written. */
final class LineNet {
  private LineNet() {}

  /** The hook for lines that are written past the editor. */
  static void prepare(Workspace unit, Draft<QuoteLine> d) {
    Ref<Quote> ref = d.get(QuoteLine.QUOTE);
    if (ref == null || d.isTouched(QuoteLine.NET)) {
      return; // a missing quote is told with all else, and what is touched the feature has written
    }
    Quote quote = unit.own(Quote.DEF, Quote.TYPE).find(ref).orElse(null);
    if (quote != null) {
      Quotes.requireDraft(quote);
      UnitPrices.measureAnew(unit, quote, d.unlock(QuoteLine.DEF));
      fill(d, quote);
    }
  }

  /** Sets the net amount, where the values make one: others are about to be refused. */
  static void fill(Draft<QuoteLine> d, Quote quote) {
    Money price = d.get(QuoteLine.UNIT_PRICE);
    BigDecimal quantity = or(d.get(QuoteLine.QUANTITY), BigDecimal.ONE);
    BigDecimal discount = or(d.get(QuoteLine.DISCOUNT), BigDecimal.ZERO);
    if (price == null) {
      d.clear(QuoteLine.NET);
      return;
    }
    Money nothing = Money.zero(price.currency());
    String currency = quote.must(Quote.CURRENCY);
    try {
      DocumentLine line =
          DocumentLine.of(quantity, price, Tax.none(Tax.STANDARD))
              .discount(discount)
              .adjusted(
                  or(d.get(QuoteLine.ALLOWANCE), nothing), or(d.get(QuoteLine.CHARGE), nothing));
      d.set(QuoteLine.NET, Totals.of(currency, quote.rule(), List.of(line), List.of()).lineTotal());
    } catch (IllegalArgumentException refused) {
      d.clear(QuoteLine.NET);
    }
  }

  private static <T> T or(@Nullable T value, T other) {
    return Objects.requireNonNullElse(value, other);
  }
}
