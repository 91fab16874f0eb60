package io.crmkit.quote;

import io.crmkit.catalog.Product;
import io.crmkit.document.Adjustment;
import io.crmkit.document.Tax;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the content of a draft, see {@link Quotes#edit}. Not thread-safe. */
public final class QuoteEditor {
  private final Workspace unit;
  private final QuoteTerms terms;
  private Quote quote;
  private @Nullable Ref<QuoteGroup> group;
  private long lastLine;
  private long lastGroup;
  private long lastAdjustment;

  QuoteEditor(Workspace unit, Quote quote, QuoteTerms terms) {
    this.unit = unit;
    this.quote = quote;
    this.terms = terms;
  }

  /** Begins behind what is there already. */
  QuoteEditor behind(Sums sums, List<QuoteGroup> groups) {
    sums.lines().forEach(l -> lastLine = Math.max(lastLine, l.must(QuoteLine.POSITION)));
    groups.forEach(g -> lastGroup = Math.max(lastGroup, g.require(QuoteGroup.POSITION)));
    lastAdjustment = sums.adjustments().size();
    return this;
  }

  Quote quote() {
    return quote;
  }

  private Records<QuoteLine> lines() {
    return unit.records(QuoteLine.TYPE);
  }

  /** Changes what stands above and below the lines. */
  public QuoteEditor set(Consumer<Draft<Quote>> filling) {
    quote = unit.records(Quote.TYPE).update(quote, filling);
    return this;
  }

  /** Adds a group; lines that {@code content} adds are in it. */
  public QuoteEditor group(String title, Consumer<QuoteEditor> content) {
    Ref<QuoteGroup> outer = group;
    group =
        unit.records(QuoteGroup.TYPE)
            .create(
                d ->
                    d.set(QuoteGroup.QUOTE, quote)
                        .set(QuoteGroup.POSITION, ++lastGroup)
                        .set(QuoteGroup.TITLE, title))
            .ref();
    content.accept(this);
    group = outer;
    return this;
  }

  /** Adds a line for a product at the price that holds for the customer. */
  public QuoteEditor line(Product product, String quantity) {
    return line(product, quantity, d -> {});
  }

  /**
   * Adds a line for a product.
   *
   * @param quantity a decimal, for example {@code "12.5"}
   * @param filling may say another price, a discount, another tax
   */
  public QuoteEditor line(Product product, String quantity, Consumer<Draft<QuoteLine>> filling) {
    BigDecimal howMany = new BigDecimal(quantity);
    Money price = UnitPrices.of(unit, quote, product, howMany, terms.require(QuoteTerms.TAX_RATE));
    return add(
        price,
        d -> {
          d.set(QuoteLine.QUANTITY, howMany);
          filling.accept(d);
        },
        d -> QuoteLine.FIELDS.preset(d, product, price));
  }

  /** Adds a line of any kind. */
  public QuoteEditor line(Consumer<Draft<QuoteLine>> filling) {
    return add(null, filling, d -> {});
  }

  private QuoteEditor add(
      @Nullable Money listPrice,
      Consumer<Draft<QuoteLine>> filling,
      Consumer<Draft<QuoteLine>> presets) {
    lines()
        .create(
            d -> {
              filling.accept(d);
              d.unlock(QuoteLine.DEF).set(QuoteLine.QUOTE, quote);
              d.preset(QuoteLine.POSITION, ++lastLine);
              d.preset(QuoteLine.GROUP, group);
              d.preset(QuoteLine.TAX_CATEGORY, terms.get(QuoteTerms.TAX_CATEGORY));
              d.preset(QuoteLine.TAX_RATE, terms.get(QuoteTerms.TAX_RATE));
              presets.accept(d);
              d.setOrClear(QuoteLine.LIST_PRICE, listPrice);
              LineNet.fill(d, quote);
            });
    return this;
  }

  /** Changes a line. */
  public QuoteEditor change(QuoteLine line, Consumer<Draft<QuoteLine>> filling) {
    lines()
        .update(
            line,
            d -> {
              filling.accept(d);
              UnitPrices.measureAnew(unit, quote, d.unlock(QuoteLine.DEF));
              LineNet.fill(d, quote);
            });
    return this;
  }

  /** Takes a line away. */
  public QuoteEditor remove(QuoteLine line) {
    lines().delete(line);
    return this;
  }

  /** Takes something off the whole quote, at the usual tax. */
  public QuoteEditor allowance(String reason, Money amount) {
    return adjust(Adjustment.Kind.ALLOWANCE, reason, amount, tax());
  }

  /** Adds something to the whole quote, at the usual tax. */
  public QuoteEditor charge(String reason, Money amount) {
    return adjust(Adjustment.Kind.CHARGE, reason, amount, tax());
  }

  private Tax tax() {
    return new Tax(terms.require(QuoteTerms.TAX_CATEGORY), terms.require(QuoteTerms.TAX_RATE));
  }

  /** Takes something off, or adds something to, the whole quote. */
  public QuoteEditor adjust(Adjustment.Kind kind, String reason, Money amount, Tax tax) {
    unit.records(QuoteAdjustment.TYPE)
        .create(
            d ->
                QuoteAdjustment.FIELDS.fill(
                    d.set(QuoteAdjustment.QUOTE, quote)
                        .set(QuoteAdjustment.POSITION, ++lastAdjustment),
                    kind,
                    reason,
                    amount,
                    tax));
    return this;
  }

  /** Takes an allowance or a charge away. */
  public QuoteEditor remove(QuoteAdjustment adjustment) {
    unit.records(QuoteAdjustment.TYPE).delete(adjustment);
    return this;
  }
}
