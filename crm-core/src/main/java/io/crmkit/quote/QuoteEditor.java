package io.crmkit.quote;

import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.Product;
import io.crmkit.custom.Translations;
import io.crmkit.document.Adjustment;
import io.crmkit.document.Tax;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
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
  private final Taxes taxes;
  private Quote quote;
  private @Nullable Ref<QuoteGroup> group;
  private long lastLine;
  private long lastGroup;
  private long lastAdjustment;

  QuoteEditor(Workspace unit, Quote quote, QuoteTerms terms) {
    this.unit = unit;
    this.quote = quote;
    this.taxes = new Taxes(unit, terms);
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

  /**
   * Takes a heading away; the lines under it stay, under none.
   *
   * @throws io.crmkit.kernel.error.ConflictException where somebody has changed one of them
   */
  public QuoteEditor remove(QuoteGroup heading) {
    for (QuoteLine line : Sums.lines(unit, quote.ref())) {
      if (heading.ref().equals(line.raw(QuoteLine.GROUP))) {
        lines().update(line, d -> d.clear(QuoteLine.GROUP));
      }
    }
    unit.records(QuoteGroup.TYPE).delete(heading);
    return this;
  }

  /** Adds a line for a product at the price that holds for the customer, with its tax. */
  public QuoteEditor line(Product product, String quantity) {
    return line(product, quantity, d -> {});
  }

  /**
   * Adds a line for a product, called as it is in the language of the quote. Price and list price
   * are those of the unit that the line is in: of the product's own unless {@code filling} says
   * another, see {@link io.crmkit.catalog.UnitConversion}.
   *
   * @param quantity a decimal, for example {@code "12.5"}
   * @param filling may say another unit, price, discount, tax
   * @throws InvalidRequestException where the quantity is no decimal, the product is not offered
   *     today, or nobody has said how it is taxed, see {@link TaxRate}
   */
  public QuoteEditor line(Product product, String quantity, Consumer<Draft<QuoteLine>> filling) {
    BigDecimal howMany = Quantities.read(quantity);
    new Catalog(unit).requireOffered(product);
    return add(
        d -> {
          d.set(QuoteLine.QUANTITY, howMany);
          filling.accept(d);
        },
        d -> {
          d.preset(QuoteLine.NAME, text(product, Product.NAME));
          d.preset(QuoteLine.DESCRIPTION, text(product, Product.DESCRIPTION));
          QuoteLine.FIELDS.preset(d, product);
          QuoteLine.FIELDS.presetTax(d, () -> taxes.of(product));
          UnitPrices.measure(unit, quote, product, d);
          d.preset(QuoteLine.UNIT_PRICE, d.get(QuoteLine.LIST_PRICE));
        });
  }

  /** As the product is called in the language of the quote. */
  private @Nullable String text(Product product, TextField<Product> field) {
    return new Translations(unit).text(product, field, quote.language());
  }

  /**
   * Adds a line of any kind.
   *
   * @throws InvalidRequestException where it has a product that is not offered today
   */
  public QuoteEditor line(Consumer<Draft<QuoteLine>> filling) {
    return add(
        filling,
        d -> {
          QuoteLine.FIELDS.requireOffered(unit, d);
          QuoteLine.FIELDS.presetTax(d, taxes::usual);
        });
  }

  private QuoteEditor add(Consumer<Draft<QuoteLine>> filling, Consumer<Draft<QuoteLine>> presets) {
    lines()
        .create(
            d -> {
              filling.accept(d);
              d.unlock(QuoteLine.DEF).set(QuoteLine.QUOTE, quote).clear(QuoteLine.LIST_PRICE);
              d.preset(QuoteLine.POSITION, ++lastLine);
              d.preset(QuoteLine.GROUP, group);
              presets.accept(d);
              LineNet.fill(d, quote);
            });
    return this;
  }

  /**
   * Changes a line.
   *
   * @throws InvalidRequestException where it gets a product that is not offered today
   */
  public QuoteEditor change(QuoteLine line, Consumer<Draft<QuoteLine>> filling) {
    lines()
        .update(
            line,
            d -> {
              filling.accept(d);
              QuoteLine.FIELDS.requireOffered(unit, d);
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
    return adjust(Adjustment.Kind.ALLOWANCE, reason, amount, taxes.usual());
  }

  /** Adds something to the whole quote, at the usual tax. */
  public QuoteEditor charge(String reason, Money amount) {
    return adjust(Adjustment.Kind.CHARGE, reason, amount, taxes.usual());
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
