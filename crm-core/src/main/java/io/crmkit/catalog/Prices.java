package io.crmkit.catalog;

import io.crmkit.currency.Currencies;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what prices are made of: seven queries at the most, however many lines there are. Products
 * are read in the actor's name; price lists in the feature's own, since who sells has to know the
 * price.
 */
final class Prices {
  private final Workspace space;

  Prices(Workspace space) {
    this.space = space;
  }

  List<PriceQuote> of(
      @Nullable Customer customer, LocalDate date, String currency, List<PriceLine> lines) {
    requireCurrency(currency);
    lines.forEach(line -> PriceSheet.requireQuantity(line.product(), line.quantity()));
    Set<Ref<Product>> wanted = new LinkedHashSet<>();
    lines.forEach(line -> wanted.add(line.product()));
    PriceSheet sheet = sheet(customer, date, currency, wanted);
    return lines.stream()
        .map(line -> sheet.price(line.product(), line.quantity(), line.unit()))
        .toList();
  }

  private static void requireCurrency(String currency) {
    if (!Currencies.isKnown(currency)) {
      throw new InvalidRequestException("catalog.currency", currency);
    }
  }

  /** Products that the actor does not see are not on it. */
  PriceSheet sheet(
      @Nullable Customer customer, LocalDate date, String currency, Set<Ref<Product>> wanted) {
    requireCurrency(currency);
    Map<Ref<Product>, Product> products =
        wanted.isEmpty() ? Map.of() : space.records(Product.TYPE).find(wanted);
    Map<Ref<Product>, Units> units = units(products.keySet());
    Map<Ref<Product>, List<Ref<ProductCategory>>> categories = categories(products.values());
    String group = customer == null ? null : Customer.GROUP.of(customer.snapshot().row());
    PriceBook book = book(customer, group, date, currency, products.keySet(), categories);
    Map<Ref<Product>, PriceRequest> requests = new HashMap<>();
    products.forEach(
        (ref, product) ->
            requests.put(
                ref,
                PriceRequest.of(ref, BigDecimal.ONE, date, currency)
                    .about(
                        categories.getOrDefault(ref, List.of()),
                        product.get(Product.LIST_PRICE),
                        product.raw(Product.UNIT),
                        units.getOrDefault(ref, Units.NONE))
                    .forCustomer(customer == null ? null : customer.ref(), group)));
    return new PriceSheet(book, requests);
  }

  /** By product: what it says of its units itself, and what is said of all. */
  Map<Ref<Product>, Units> units(Collection<Ref<Product>> products) {
    List<UnitConversion> all =
        space
            .own(UnitConversion.DEF, UnitConversion.TYPE)
            .where(UnitConversion.PRODUCT.isMissing().or(UnitConversion.PRODUCT.in(products)))
            .list();
    Map<Ref<Product>, Units> units = new HashMap<>();
    for (Ref<Product> product : products) {
      List<Units.Conversion> its = new ArrayList<>();
      for (UnitConversion conversion : all) {
        Ref<Product> about = conversion.get(UnitConversion.PRODUCT);
        if (about == null || about.equals(product)) {
          its.add(conversion.value());
        }
      }
      units.put(product, Units.of(its));
    }
    return units;
  }

  /** By product: its category and all above, the nearest first. */
  private Map<Ref<Product>, List<Ref<ProductCategory>>> categories(Collection<Product> products) {
    if (products.stream().allMatch(product -> product.raw(Product.CATEGORY) == null)) {
      return Map.of();
    }
    Map<Ref<ProductCategory>, Ref<ProductCategory>> above = new HashMap<>();
    for (ProductCategory category :
        space
            .own(ProductCategory.DEF, ProductCategory.TYPE)
            .where(ProductCategory.PARENT.isPresent())
            .list()) {
      above.put(category.ref(), category.require(ProductCategory.PARENT));
    }
    Map<Ref<Product>, List<Ref<ProductCategory>>> paths = new HashMap<>();
    for (Product product : products) {
      Set<Ref<ProductCategory>> path = new LinkedHashSet<>();
      Ref<ProductCategory> category = product.raw(Product.CATEGORY);
      while (category != null && path.add(category)) {
        category = above.get(category);
      }
      paths.put(product.ref(), List.copyOf(path));
    }
    return paths;
  }

  private PriceBook book(
      @Nullable Customer customer,
      @Nullable String group,
      LocalDate date,
      String currency,
      Set<Ref<Product>> products,
      Map<Ref<Product>, List<Ref<ProductCategory>>> categories) {
    Map<Ref<PriceList>, PriceTerms> lists = lists(customer, group, date, currency);
    if (lists.isEmpty()) {
      return PriceBook.of(List.of());
    }
    Set<Ref<ProductCategory>> about = new TreeSet<>();
    categories.values().forEach(about::addAll);
    List<PriceRule> rules = new ArrayList<>();
    read(PriceListItem.PRODUCT.in(products), lists, rules);
    if (!about.isEmpty()) {
      read(PriceListItem.CATEGORY.in(about), lists, rules);
    }
    read(PriceListItem.PRODUCT.isMissing().and(PriceListItem.CATEGORY.isMissing()), lists, rules);
    return PriceBook.of(rules);
  }

  /** Asked one by one, since a store finds each by an index, and all of them together by none. */
  private void read(
      Condition<PriceListItem> about,
      Map<Ref<PriceList>, PriceTerms> lists,
      List<PriceRule> rules) {
    for (PriceListItem item :
        space
            .own(PriceListItem.DEF, PriceListItem.TYPE)
            .where(about, PriceListItem.LIST.in(lists.keySet()))
            .list()) {
      PriceTerms terms = lists.get(item.require(PriceListItem.LIST));
      if (terms != null) {
        rules.add(item.rule(terms));
      }
    }
  }

  private Map<Ref<PriceList>, PriceTerms> lists(
      @Nullable Customer customer, @Nullable String group, LocalDate date, String currency) {
    Condition<PriceList> audience =
        PriceList.CUSTOMER
            .isMissing()
            .and(
                group == null
                    ? PriceList.GROUP.isMissing()
                    : PriceList.GROUP.isMissing().or(PriceList.GROUP.is(group)));
    if (customer != null) {
      audience = audience.or(PriceList.CUSTOMER.is(customer));
    }
    Map<Ref<PriceList>, PriceTerms> lists = new LinkedHashMap<>();
    for (PriceList list :
        space
            .own(PriceList.DEF, PriceList.TYPE)
            .where(
                PriceList.CURRENCY.is(currency),
                PriceList.ACTIVE.is(true),
                PriceList.on(date),
                audience)
            .list()) {
      lists.put(list.ref(), list.terms());
    }
    return lists;
  }
}
