package io.crmkit.catalog;

import io.crmkit.custom.Translations;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.value.SearchText;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * Refuses a product that is not offered today, whatever of it the actor may see.
   *
   * @throws InvalidRequestException naming the product and the remedy
   */
  public void requireOffered(Product product) {
    LocalDate today = space().today();
    if (!product.isOffered(today)) {
      Object name = product.get(Product.NAME);
      throw new InvalidRequestException(
          "catalog.not_offered", name == null ? product.ref() : name, today);
    }
  }

  /** As the other; one that the actor does not see is refused where references are looked at. */
  public void requireOffered(Ref<Product> product) {
    if (space().may(Operation.READ, Product.TYPE)) {
      find(product).ifPresent(this::requireOffered);
    }
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

  /**
   * The products that the host's own system calls so: their shadows here, compared with the source
   * where that was long ago, see {@link ProductSource}. One query, one question to the source and
   * one unit of work, however many there are.
   *
   * @return those there are and that the actor may see, by external identity
   * @throws InvalidRequestException where the host has mounted no products
   */
  public Map<String, Product> mounted(Collection<String> externalIds) {
    new Shadows(space(), source()).refresh(externalIds);
    Map<String, Product> found = new LinkedHashMap<>();
    for (Product product : where(Product.EXTERNAL_ID.in(externalIds)).list()) {
      String externalId = product.raw(Product.EXTERNAL_ID);
      if (externalId != null) {
        found.put(externalId, product);
      }
    }
    return found;
  }

  /**
   * One such product.
   *
   * @throws NotFoundException where there is none
   */
  public Product mounted(String externalId) {
    Product product = mounted(List.of(externalId)).get(externalId);
    if (product == null) {
      throw NotFoundException.record(externalId);
    }
    return product;
  }

  /**
   * Looks for products in the host's own system; nothing of what is found is kept until it is
   * {@link #mounted}.
   *
   * @param after the {@link ProductSource.Found#next} of the page before, or null for the first
   * @throws InvalidRequestException where the host has mounted no products
   */
  public ProductSource.Found searchSource(String words, @Nullable String after, int limit) {
    return source().search(space().context().tenant(), words, after, limit);
  }

  private ProductSource source() {
    return space()
        .module(CatalogModule.class)
        .source()
        .orElseThrow(() -> new InvalidRequestException("catalog.no_source"));
  }

  /**
   * The products of which name, number or description contain every word, the name and the
   * description in whatever language.
   */
  public Query<Product> search(String words) {
    Translations translations = new Translations(space());
    List<Condition<Product>> all = new ArrayList<>();
    for (String word : SearchText.words(words)) {
      List<Condition<Product>> any = new ArrayList<>();
      for (TextField<Product> field : List.of(Product.NAME, Product.DESCRIPTION)) {
        any.add(translations.mentions(field, word));
      }
      any.add(Product.CODE.mentions(word));
      all.add(Condition.any(any));
    }
    return where(Condition.all(all));
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
   * @throws NotFoundException where the product is absent or invisible
   * @throws InvalidRequestException where the quantity is not more than zero, or the currency
   *     unknown
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

  /**
   * What products cost a customer on a day, to be asked for any quantities: with as many queries as
   * for one product. Products that the actor does not see are not on it.
   *
   * @param customer who buys, or null for anybody
   * @param currency an ISO 4217 code
   * @throws InvalidRequestException where the currency is unknown
   */
  public PriceSheet sheet(
      @Nullable Customer customer, LocalDate date, String currency, Set<Ref<Product>> products) {
    return new Prices(space()).sheet(customer, date, currency, products);
  }

  /** As {@link #price}, for many lines with as many queries as for one; in the order of lines. */
  public List<PriceQuote> prices(
      @Nullable Customer customer, LocalDate date, String currency, List<PriceLine> lines) {
    return new Prices(space()).of(customer, date, currency, lines);
  }
}
