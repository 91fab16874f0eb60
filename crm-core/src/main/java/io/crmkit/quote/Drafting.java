package io.crmkit.quote;

import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.Product;
import io.crmkit.currency.Currencies;
import io.crmkit.customer.Customer;
import io.crmkit.document.RoundingRule;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes quotes and further revisions of them, within a unit of work. */
final class Drafting {
  private final Workspace unit;

  Drafting(Workspace unit) {
    this.unit = unit;
  }

  /** The terms of the tenant; where it has none, a record of defaults that is kept nowhere. */
  static QuoteTerms terms(Workspace unit) {
    var all = unit.own(QuoteTerms.DEF, QuoteTerms.TYPE);
    return all.where(QuoteTerms.CODE.is(QuoteTerms.STANDARD))
        .first()
        .orElseGet(
            () ->
                unit.rehearse(
                    dry ->
                        dry.own(QuoteTerms.DEF, QuoteTerms.TYPE)
                            .create(d -> d.set(QuoteTerms.CODE, QuoteTerms.STANDARD))));
  }

  Quote first(
      String number, Ref<Customer> customer, QuoteTerms terms, Consumer<Draft<Quote>> filling) {
    return unit.records(Quote.TYPE)
        .create(
            d -> {
              filling.accept(d);
              d.unlock(Quote.DEF);
              d.set(Quote.CUSTOMER, customer).set(Quote.NUMBER, number).set(Quote.REVISION, 1L);
              d.preset(Quote.CURRENCY, terms.get(QuoteTerms.CURRENCY));
              d.preset(Quote.LANGUAGE, terms.get(QuoteTerms.LANGUAGE));
              d.preset(Quote.TERMS, terms.get(QuoteTerms.TERMS));
              d.preset(Quote.TAX_PER, terms.get(QuoteTerms.TAX_PER));
              d.preset(Quote.ROUNDING, terms.get(QuoteTerms.ROUNDING));
              d.preset(Quote.PAYABLE_STEP, terms.get(QuoteTerms.PAYABLE_STEP));
              d.preset(Quote.VALID_UNTIL, validUntil(terms));
              begin(d);
            });
  }

  /** The first quote for a deal. */
  Quote first(String number, Opportunity deal) {
    QuoteTerms terms = terms(unit);
    Ref<Product> ref = deal.get(Opportunity.PRODUCT);
    Product product = ref == null ? null : unit.records(Product.TYPE).find(ref).orElse(null);
    Money amount = deal.get(Opportunity.AMOUNT);
    Money list = product == null ? null : product.get(Product.LIST_PRICE);
    Money price = amount != null ? amount : list;
    Quote quote =
        first(
            number,
            deal.require(Opportunity.CUSTOMER),
            terms,
            d -> {
              d.set(Quote.OPPORTUNITY, deal)
                  .setOrClear(Quote.TITLE, deal.get(Opportunity.TITLE))
                  .setOrClear(Quote.CONTACT, deal.get(Opportunity.CONTACT));
              if (price != null) {
                d.set(Quote.CURRENCY, price.currency());
              }
            });
    QuoteEditor editor = new QuoteEditor(unit, quote, terms);
    if (product != null) {
      editor.line(product, "1", d -> price(d, amount));
    } else if (amount != null) {
      editor.line(d -> price(d.setOrClear(QuoteLine.NAME, deal.get(Opportunity.TITLE)), amount));
    }
    return Sums.refresh(unit, editor.quote());
  }

  private static void price(Draft<QuoteLine> d, @Nullable Money price) {
    if (price != null) {
      d.set(QuoteLine.UNIT_PRICE, price);
    }
  }

  private LocalDate validUntil(QuoteTerms terms) {
    return unit.today().plusDays(terms.require(QuoteTerms.VALID_DAYS));
  }

  private static void begin(Draft<Quote> d) {
    String currency = d.get(Quote.CURRENCY);
    if (currency == null || !Currencies.isKnown(currency)) {
      throw new InvalidRequestException("quote.currency", currency);
    }
    Money nothing = Money.zero(currency);
    d.set(Quote.STATE, QuoteState.DRAFT)
        .set(Quote.CURRENT, true)
        .set(Quote.DECIMALS, (long) RoundingRule.of(currency).decimals())
        .set(Quote.DISCOUNT, BigDecimal.ZERO);
    List.of(
            Quote.LINE_TOTAL,
            Quote.ALLOWANCES,
            Quote.CHARGES,
            Quote.NET,
            Quote.TAX,
            Quote.TOTAL,
            Quote.PAYABLE)
        .forEach(field -> d.set(field, nothing));
  }

  /** The next revision of a quote, with everything in it. */
  Quote next(Quote old) {
    return filled(
        old,
        Sums.of(unit, old),
        d -> {
          copy(old, d, Set.of());
          d.set(Quote.NUMBER, old.must(Quote.NUMBER))
              .set(Quote.REVISION, old.must(Quote.REVISION) + 1);
        });
  }

  /** Another quote with everything in it that is not about the one alone. */
  Quote copy(Quote old, String number) {
    Sums sums = Sums.of(unit, old);
    Catalog catalog = new Catalog(unit);
    for (QuoteLine line : sums.lines()) {
      Ref<Product> product = line.raw(QuoteLine.PRODUCT);
      if (product != null) {
        catalog.requireOffered(product);
      }
    }
    return filled(
        old,
        sums,
        d -> {
          copy(old, d, Set.of(Quote.OWNER, Quote.PREPAID));
          d.set(Quote.NUMBER, number).set(Quote.REVISION, 1L);
        });
  }

  private Quote filled(Quote old, Sums sums, Consumer<Draft<Quote>> filling) {
    Quote made =
        unit.records(Quote.TYPE)
            .create(
                d -> {
                  filling.accept(d.unlock(Quote.DEF));
                  begin(d);
                  d.set(Quote.VALID_UNTIL, validUntil(terms(unit)));
                });
    Map<Ref<QuoteGroup>, Ref<QuoteGroup>> groups = new HashMap<>();
    for (QuoteGroup group : Sums.groups(unit, old.ref())) {
      QuoteGroup copy = copy(group, QuoteGroup.DEF, QuoteGroup.QUOTE, made, d -> {});
      groups.put(group.ref(), copy.ref());
    }
    for (QuoteLine line : sums.lines()) {
      Ref<QuoteGroup> group = line.raw(QuoteLine.GROUP);
      copy(
          line,
          QuoteLine.DEF,
          QuoteLine.QUOTE,
          made,
          d ->
              d.setOrClear(QuoteLine.GROUP, group == null ? null : groups.get(group))
                  .setOrClear(QuoteLine.LIST_PRICE, line.raw(QuoteLine.LIST_PRICE))
                  .setOrClear(QuoteLine.NET, line.raw(QuoteLine.NET)));
    }
    for (QuoteAdjustment each : sums.adjustments()) {
      copy(each, QuoteAdjustment.DEF, QuoteAdjustment.QUOTE, made, d -> {});
    }
    return Sums.refresh(unit, made);
  }

  private <E extends Entity<E>> E copy(
      E part,
      Definition<E> definition,
      RefField<E, Quote> quote,
      Quote made,
      Consumer<Draft<E>> more) {
    return unit.own(definition, part.type())
        .create(
            d -> {
              d.unlock(definition);
              copy(part, d, Set.of());
              d.set(quote, made);
              more.accept(d);
            });
  }

  /** Copies all that is not the feature's own business, custom fields included. */
  private <E extends Entity<E>> void copy(E from, Draft<E> to, Set<Field<E, ?>> without) {
    for (Field<E, ?> field : unit.layout().fields(from.type())) {
      if (!field.managed() && !without.contains(field)) {
        copy(from, to, field);
      }
    }
  }

  private static <E extends Entity<E>, T> void copy(E from, Draft<E> to, Field<E, T> field) {
    to.setOrClear(field, field.of(from.snapshot().row()));
  }
}
