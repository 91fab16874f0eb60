package io.crmkit.catalog;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The products and services on offer, and what they cost. */
public final class Catalog extends Records<Product> {
  /** The catalogue as {@code space} sees it. */
  public Catalog(Workspace space) {
    super(space, Product.TYPE);
  }

  /** The products that have not been discontinued, whatever the day. */
  public Query<Product> offered() {
    return where(Product.ACTIVE.is(true));
  }

  /** The products that are offered on a day. */
  public Query<Product> offeredOn(LocalDate day) {
    return where(Product.ACTIVE.is(true), Product.on(day));
  }

  /** Takes a product off the offer; what was sold of it stays. */
  public Product retire(Product product) {
    return update(product, draft -> draft.set(Product.ACTIVE, false));
  }

  /** Takes a product off the offer; {@code successor} is offered instead. */
  public Product retire(Product product, Product successor) {
    return update(
        product, draft -> draft.set(Product.ACTIVE, false).set(Product.SUCCESSOR, successor));
  }

  /**
   * What is offered instead of a product: the product itself while it is offered, else the first
   * one offered among its successors, else the last of them that the actor may see.
   */
  public Product current(Product product) {
    Product now = product;
    Ref<Product> next = now.get(Product.SUCCESSOR);
    while (next != null && !Boolean.TRUE.equals(now.get(Product.ACTIVE))) {
      Product after = find(next).orElse(null);
      if (after == null) {
        return now;
      }
      now = after;
      next = now.get(Product.SUCCESSOR);
    }
    return now;
  }

  /** The categories. */
  public Records<ProductCategory> categories() {
    return space().records(ProductCategory.TYPE);
  }

  /** The products of a category and of all below it. */
  public Query<Product> in(Ref<ProductCategory> category) {
    Set<Ref<ProductCategory>> all = Trees.andBelow(categories(), ProductCategory.PARENT, category);
    return where(Product.CATEGORY.in(all));
  }

  /** What units have to do with each other. */
  public Records<UnitConversion> conversions() {
    return space().records(UnitConversion.TYPE);
  }

  /** The units of one product: what is said of it, and what is said of all. */
  public Units units(Ref<Product> product) {
    return Objects.requireNonNull(new Prices(space()).units(List.of(product)).get(product));
  }

  /** The price lists. */
  public Records<PriceList> priceLists() {
    return space().records(PriceList.TYPE);
  }

  /** The rows of the price lists. */
  public Records<PriceListItem> priceListItems() {
    return space().records(PriceListItem.TYPE);
  }

  /**
   * What a product costs, see {@link Pricing} for the rules. Whoever may see the product is told
   * its price and the rules that made it, whether they may look into price lists or not; a list
   * price that they may not see counts as absent.
   *
   * @param customer who buys, or null for anybody
   * @param quantity how many, in {@code unit}; more than zero
   * @param unit a code of {@code product_unit}, or null for the product's own unit
   * @param date the day that the price has to be good on
   * @param currency an ISO 4217 code
   * @throws io.crmkit.kernel.error.NotFoundException where the product is absent or invisible
   */
  public PriceQuote price(
      Product product,
      @Nullable Customer customer,
      BigDecimal quantity,
      @Nullable String unit,
      LocalDate date,
      String currency) {
    PriceLine line = new PriceLine(product.ref(), quantity, unit);
    return prices(customer, date, currency, List.of(line)).get(0);
  }

  /** As {@link #price}, for many lines with as many queries as for one; in the order of lines. */
  public List<PriceQuote> prices(
      @Nullable Customer customer, LocalDate date, String currency, List<PriceLine> lines) {
    return new Prices(space()).of(customer, date, currency, lines);
  }
}
