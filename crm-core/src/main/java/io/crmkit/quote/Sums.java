package io.crmkit.quote;

import io.crmkit.document.Totals;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What a quote consists of and adds up to, as the feature itself sees it.
 *
 * @param lines in order
 * @param adjustments in order
 */
record Sums(List<QuoteLine> lines, List<QuoteAdjustment> adjustments, Totals totals) {
  private static final List<Field<?, ?>> TOLD =
      List.of(
          Quote.CURRENCY,
          Quote.TAX_PER,
          Quote.ROUNDING,
          Quote.DECIMALS,
          Quote.PAYABLE_STEP,
          Quote.PREPAID,
          Quote.LINE_TOTAL,
          Quote.ALLOWANCES,
          Quote.CHARGES,
          Quote.NET,
          Quote.TAX,
          Quote.TOTAL,
          Quote.PAYABLE,
          QuoteLine.QUOTE,
          QuoteLine.GROUP,
          QuoteAdjustment.QUOTE);

  static Sums of(Workspace space, Quote quote) {
    List<QuoteLine> lines = lines(space, quote.ref());
    List<QuoteAdjustment> adjustments =
        space
            .own(QuoteAdjustment.DEF, QuoteAdjustment.TYPE)
            .where(QuoteAdjustment.QUOTE.is(quote))
            .orderBy(QuoteAdjustment.POSITION.asc())
            .list();
    String currency = quote.must(Quote.CURRENCY);
    Totals totals =
        Totals.of(
            currency,
            quote.rule(),
            lines.stream().map(QuoteLine::line).toList(),
            adjustments.stream().map(QuoteAdjustment::adjustment).toList(),
            Objects.requireNonNullElseGet(quote.raw(Quote.PREPAID), () -> Money.zero(currency)));
    return new Sums(lines, adjustments, totals);
  }

  /**
   * Refuses sums to whoever may not read all that they are made of and all that they tell.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException naming the field
   */
  static void requireReadable(Workspace space) {
    space.requireReadable(QuoteLine.FIELDS.amounts());
    space.requireReadable(QuoteAdjustment.FIELDS.all());
    space.requireReadable(TOLD);
  }

  static List<QuoteLine> lines(Workspace space, Ref<Quote> quote) {
    return space
        .own(QuoteLine.DEF, QuoteLine.TYPE)
        .where(QuoteLine.QUOTE.is(quote))
        .orderBy(QuoteLine.POSITION.asc())
        .list();
  }

  static List<QuoteGroup> groups(Workspace space, Ref<Quote> quote) {
    return space
        .own(QuoteGroup.DEF, QuoteGroup.TYPE)
        .where(QuoteGroup.QUOTE.is(quote))
        .orderBy(QuoteGroup.POSITION.asc())
        .list();
  }

  /**
   * Writes the sums into a quote, and in any case makes the unit of work depend on nobody else
   * changing the quote at the same time.
   */
  static Quote refresh(Workspace unit, Quote quote) {
    Sums sums = of(unit, quote);
    var quotes = unit.own(Quote.DEF, Quote.TYPE);
    quotes.expect(quote);
    Totals totals = sums.totals();
    return quotes.update(
        quote,
        d ->
            d.unlock(Quote.DEF)
                .set(Quote.LINE_TOTAL, totals.lineTotal())
                .set(Quote.ALLOWANCES, totals.allowances())
                .set(Quote.CHARGES, totals.charges())
                .set(Quote.NET, totals.taxExclusive())
                .set(Quote.TAX, totals.tax())
                .set(Quote.TOTAL, totals.taxInclusive())
                .set(Quote.PAYABLE, totals.payable())
                .set(Quote.DISCOUNT, sums.discount()));
  }

  /** The greatest discount in percent: of a line, or of all with what is taken off the whole. */
  private BigDecimal discount() {
    BigDecimal full = BigDecimal.ZERO;
    BigDecimal asked = BigDecimal.ZERO;
    BigDecimal greatest = BigDecimal.ZERO;
    for (QuoteLine line : lines) {
      full = full.add(line.full());
      asked = asked.add(line.asked());
      greatest = greatest.max(line.realDiscount());
    }
    for (QuoteAdjustment each : adjustments) {
      asked = asked.subtract(each.takenOff());
    }
    return greatest.max(QuoteLine.discount(full, asked));
  }
}
