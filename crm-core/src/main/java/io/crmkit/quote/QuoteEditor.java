package io.crmkit.quote;

import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.Product;
import io.crmkit.custom.Translations;
import io.crmkit.document.Adjustment;
import io.crmkit.document.Tax;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a draft, see {@link Quotes#edit}. Lines for products are written together:
 * before something else is changed, or at the end. Not thread-safe.
 */
public final class QuoteEditor {
  /** What lines for products need to know. */
  private record Known(
      UnitPrices prices, Map<Ref<Product>, String> names, Map<Ref<Product>, String> descriptions) {}

  private final Workspace unit;
  private final Taxes taxes;
  private final WaitingLines<Known> waiting = new WaitingLines<>(this::read);
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

  /** The quote with all that was written. */
  Quote quote() {
    waiting.write();
    return quote;
  }

  private Records<QuoteLine> lines() {
    return unit.records(QuoteLine.TYPE);
  }

  /** Changes what stands above and below the lines. */
  public QuoteEditor set(Consumer<Draft<Quote>> filling) {
    quote = unit.records(Quote.TYPE).update(quote(), filling);
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
    for (QuoteLine line : Sums.lines(unit, quote().ref())) {
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
    long position = ++lastLine;
    Ref<QuoteGroup> under = group;
    waiting.add(
        product,
        known ->
            add(
                position,
                under,
                d -> {
                  d.set(QuoteLine.QUANTITY, howMany);
                  filling.accept(d);
                },
                d -> preset(d, product, known)));
    return this;
  }

  private void preset(Draft<QuoteLine> d, Product product, Known known) {
    d.preset(QuoteLine.NAME, known.names().get(product.ref()));
    d.preset(QuoteLine.DESCRIPTION, known.descriptions().get(product.ref()));
    QuoteLine.FIELDS.preset(d, product);
    QuoteLine.FIELDS.presetTax(d, () -> taxes.of(product));
    known.prices().measure(product, d);
    d.preset(QuoteLine.UNIT_PRICE, d.get(QuoteLine.LIST_PRICE));
  }

  /** Products are called as they are in the language of the quote. */
  private Known read(Collection<Product> products) {
    Translations texts = new Translations(unit);
    return new Known(
        UnitPrices.on(quote, unit, products),
        texts.texts(products, Product.NAME, quote.language()),
        texts.texts(products, Product.DESCRIPTION, quote.language()));
  }

  /**
   * Adds a line of any kind.
   *
   * @throws InvalidRequestException where it has a product that is not offered today
   */
  public QuoteEditor line(Consumer<Draft<QuoteLine>> filling) {
    add(
        ++lastLine,
        group,
        filling,
        d -> {
          QuoteLine.FIELDS.requireOffered(unit, d);
          QuoteLine.FIELDS.presetTax(d, taxes::usual);
        });
    return this;
  }

  private void add(
      long position,
      @Nullable Ref<QuoteGroup> under,
      Consumer<Draft<QuoteLine>> filling,
      Consumer<Draft<QuoteLine>> presets) {
    lines()
        .create(
            d -> {
              filling.accept(d);
              d.unlock(QuoteLine.DEF).set(QuoteLine.QUOTE, quote).clear(QuoteLine.LIST_PRICE);
              d.preset(QuoteLine.POSITION, position);
              d.preset(QuoteLine.GROUP, under);
              presets.accept(d);
              LineNet.fill(d, quote);
            });
  }

  /**
   * Changes a line.
   *
   * @throws InvalidRequestException where it gets a product that is not offered today
   */
  public QuoteEditor change(QuoteLine line, Consumer<Draft<QuoteLine>> filling) {
    waiting.write();
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
    waiting.write();
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
