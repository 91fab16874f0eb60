package io.crmkit.quote;

import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;

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
      Quotes.requireDraft(unit, quote);
      QuoteLine.FIELDS.requireOffered(unit, d);
      UnitPrices.measureAnew(unit, quote, d.unlock(QuoteLine.DEF));
      fill(d, quote);
    }
  }

  static void fill(Draft<QuoteLine> d, Quote quote) {
    QuoteLine.FIELDS.fillNet(d, quote.must(Quote.CURRENCY), quote.rule());
  }
}
