package io.crmkit.examples.aftersale;

import io.crmkit.Session;
import io.crmkit.catalog.Product;
import io.crmkit.kernel.record.Ref;
import io.crmkit.org.User;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteLine;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.quote.Quotes;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageCategory;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Quotes the most valuable open deal: drafted, sent, and revised because the customer asks so. */
final class QuoteStory {
  private static final BigDecimal TAX = BigDecimal.valueOf(19);
  private static final BigDecimal DISCOUNT = BigDecimal.valueOf(8);

  private static final String INTRODUCTION =
      "Thank you for your interest. As discussed, we offer you three at a better price.";

  private final Session manager;

  QuoteStory(Session manager) {
    this.manager = manager;
  }

  void play() {
    Map<Ref<Product>, Product> products = new HashMap<>();
    manager
        .catalog()
        .where(Product.LIST_PRICE.isPresent())
        .list()
        .forEach(p -> products.put(p.ref(), p));
    manager
        .opportunities()
        .where(
            Opportunity.STAGE_CATEGORY.is(StageCategory.OPEN),
            Opportunity.PRODUCT.in(products.keySet()))
        .orderBy(Opportunity.EXTERNAL_ID.asc())
        .list()
        .stream()
        .max(Comparator.comparing(deal -> price(products, deal)))
        .ifPresent(this::quote);
  }

  private static BigDecimal price(Map<Ref<Product>, Product> products, Opportunity deal) {
    Product product = Objects.requireNonNull(products.get(deal.require(Opportunity.PRODUCT)));
    return product.require(Product.LIST_PRICE).amount();
  }

  private void quote(Opportunity deal) {
    Quotes quotes = manager.quotes();
    quotes
        .terms()
        .create(
            d ->
                d.set(QuoteTerms.CODE, QuoteTerms.STANDARD)
                    .set(QuoteTerms.TAX_RATE, TAX)
                    .set(QuoteTerms.TERMS, "Payment within 30 days of delivery."));
    Ref<User> owner = deal.get(Opportunity.OWNER);
    Quote first =
        quotes.edit(
            quotes.draft(deal),
            e ->
                e.set(d -> d.setOrClear(Quote.OWNER, owner).set(Quote.INTRODUCTION, INTRODUCTION)));
    Quote revised = quotes.revise(quotes.send(first));
    List<QuoteLine> lines = quotes.lines(revised);
    quotes.send(
        quotes.edit(
            revised,
            e ->
                lines.forEach(
                    line ->
                        e.change(
                            line,
                            d ->
                                d.set(QuoteLine.QUANTITY, BigDecimal.valueOf(3))
                                    .set(QuoteLine.DISCOUNT, DISCOUNT)))));
  }
}
