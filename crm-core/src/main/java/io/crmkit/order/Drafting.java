package io.crmkit.order;

import io.crmkit.catalog.Product;
import io.crmkit.currency.Currencies;
import io.crmkit.customer.Customer;
import io.crmkit.document.RoundingRule;
import io.crmkit.document.Tax;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteAdjustment;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.quote.Quotes;
import io.crmkit.sales.Opportunity;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one order, within a unit of work. */
final class Drafting {
  private final Workspace unit;
  private final String number;

  Drafting(Workspace unit, String number) {
    this.unit = unit;
    this.number = number;
  }

  /** An order without lines. */
  SalesOrder empty(Customer customer, Consumer<Draft<SalesOrder>> filling) {
    return begin(
        filling.andThen(d -> d.set(SalesOrder.CUSTOMER, customer)), // whom the caller has to see
        d -> rules(d, new Quotes(unit).standardTerms()));
  }

  private static void rules(Draft<SalesOrder> d, QuoteTerms terms) {
    if (d.get(SalesOrder.CURRENCY) == null) {
      d.set(SalesOrder.CURRENCY, terms.require(QuoteTerms.CURRENCY));
    }
    String currency = Objects.requireNonNull(d.get(SalesOrder.CURRENCY));
    if (!Currencies.isKnown(currency)) {
      throw new InvalidRequestException("quote.currency", currency);
    }
    d.set(SalesOrder.TAX_PER, terms.require(QuoteTerms.TAX_PER))
        .set(SalesOrder.ROUNDING, terms.require(QuoteTerms.ROUNDING))
        .set(SalesOrder.DECIMALS, (long) RoundingRule.of(currency).decimals())
        .setOrClear(SalesOrder.PAYABLE_STEP, terms.get(QuoteTerms.PAYABLE_STEP))
        .preset(SalesOrder.LANGUAGE, terms.get(QuoteTerms.LANGUAGE))
        .preset(SalesOrder.TERMS, terms.get(QuoteTerms.TERMS));
  }

  private SalesOrder begin(
      Consumer<Draft<SalesOrder>> filling, Consumer<Draft<SalesOrder>> presets) {
    return unit.records(SalesOrder.TYPE)
        .create(
            d -> {
              filling.accept(d);
              presets.accept(
                  d.unlock(SalesOrder.DEF)
                      .set(SalesOrder.NUMBER, number)
                      .set(SalesOrder.STATE, OrderState.DRAFT)
                      .set(SalesOrder.IN_FORCE, true)
                      .set(SalesOrder.MOVES, 0L));
              Money nothing = Money.zero(Objects.requireNonNull(d.get(SalesOrder.CURRENCY)));
              List.of(SalesOrder.NET, SalesOrder.TAX, SalesOrder.TOTAL)
                  .forEach(field -> d.set(field, nothing));
            });
  }

  /** The order of an accepted quote. */
  SalesOrder from(Quote quote) {
    Quotes quotes = new Quotes(unit);
    quotes.expect(quote);
    SalesOrder order =
        begin(
            d -> {},
            d ->
                d.set(SalesOrder.QUOTE, quote)
                    .set(SalesOrder.CUSTOMER, quote.require(Quote.CUSTOMER))
                    .setOrClear(SalesOrder.CONTACT, quote.get(Quote.CONTACT))
                    .setOrClear(SalesOrder.OPPORTUNITY, quote.get(Quote.OPPORTUNITY))
                    .set(SalesOrder.CURRENCY, quote.require(Quote.CURRENCY))
                    .set(SalesOrder.TAX_PER, quote.require(Quote.TAX_PER))
                    .set(SalesOrder.ROUNDING, quote.require(Quote.ROUNDING))
                    .set(SalesOrder.DECIMALS, quote.require(Quote.DECIMALS))
                    .setOrClear(SalesOrder.PAYABLE_STEP, quote.get(Quote.PAYABLE_STEP))
                    .setOrClear(SalesOrder.PREPAID, quote.get(Quote.PREPAID))
                    .setOrClear(SalesOrder.LANGUAGE, quote.get(Quote.LANGUAGE))
                    .setOrClear(SalesOrder.TERMS, quote.get(Quote.TERMS)));
    OrderEditor editor = new OrderEditor(unit, order, quotes.standardTerms(), 0).agreed();
    for (QuoteLine line : quotes.lines(quote)) {
      editor.line(d -> QuoteLine.FIELDS.copy(line, OrderLine.FIELDS, d));
    }
    for (QuoteAdjustment each : quotes.adjustments(quote)) {
      editor.adjust(
          each.require(QuoteAdjustment.KIND),
          each.require(QuoteAdjustment.REASON),
          each.require(QuoteAdjustment.AMOUNT),
          new Tax(
              each.require(QuoteAdjustment.TAX_CATEGORY), each.require(QuoteAdjustment.TAX_RATE)));
    }
    return OrderSums.refresh(unit, editor.order());
  }

  /** Who says it twice does not want it twice. */
  private void requireNone(Opportunity deal) {
    unit.own(SalesOrder.DEF, SalesOrder.TYPE)
        .where(SalesOrder.OPPORTUNITY.is(deal), SalesOrder.STATE.isNot(OrderState.CANCELLED))
        .first()
        .ifPresent(
            its -> {
              throw new InvalidRequestException(
                  "order.exists",
                  deal.ref(),
                  unit.records(SalesOrder.TYPE)
                      .find(its.ref())
                      .map(SalesOrder::called)
                      .orElse(its.ref().toString()));
            });
  }

  /** The order of a won deal. */
  SalesOrder from(Opportunity deal) {
    requireNone(deal);
    QuoteTerms terms = new Quotes(unit).standardTerms();
    Money amount = deal.get(Opportunity.AMOUNT);
    SalesOrder order =
        begin(
            d -> {},
            d -> {
              d.set(SalesOrder.CUSTOMER, deal.require(Opportunity.CUSTOMER))
                  .setOrClear(SalesOrder.CONTACT, deal.get(Opportunity.CONTACT))
                  .set(SalesOrder.OPPORTUNITY, deal);
              if (amount != null) {
                d.set(SalesOrder.CURRENCY, amount.currency());
              }
              rules(d, terms);
            });
    OrderEditor editor = new OrderEditor(unit, order, terms, 0).agreed();
    Ref<Product> ref = deal.get(Opportunity.PRODUCT);
    Product product = ref == null ? null : unit.records(Product.TYPE).find(ref).orElse(null);
    if (product != null) {
      editor.line(product, "1", d -> price(d, amount));
    } else if (amount != null) {
      editor.line(d -> price(d.setOrClear(OrderLine.NAME, deal.get(Opportunity.TITLE)), amount));
    }
    return OrderSums.refresh(unit, editor.order());
  }

  private static void price(Draft<OrderLine> d, @Nullable Money price) {
    if (price != null) {
      d.set(OrderLine.UNIT_PRICE, price);
    }
  }
}
