package io.crmkit.catalog;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Products and services and what they cost. */
public final class CatalogModule implements CrmModule {
  private final Optional<ProductSource> source;

  /** Products that are kept here. */
  public CatalogModule() {
    this(null);
  }

  /** Products that the host keeps; null for those that are kept here. */
  public CatalogModule(@Nullable ProductSource source) {
    this.source = Optional.ofNullable(source);
  }

  Optional<ProductSource> source() {
    return source;
  }

  @Override
  public String name() {
    return "catalog";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        ProductCategory.TYPE,
        Product.TYPE,
        UnitConversion.TYPE,
        PriceList.TYPE,
        PriceListItem.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of(
        "product_unit",
        List.of(
            "piece", "box", "pallet", "minute", "hour", "day", "month", "year", "g", "kg", "t", "m",
            "km", "l"),
        "tax_category",
        List.of("standard", "reduced", "zero", "exempt"));
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .beforeCommit(ProductCategory.TYPE, Trees.withoutCycles(ProductCategory.PARENT))
        .beforeCommit(Product.TYPE, Trees.withoutCycles(Product.SUCCESSOR))
        .beforeCommit(UnitConversion.TYPE, CatalogModule::saysItOnce)
        .beforeCommit(PriceListItem.TYPE, CatalogModule::fitsItsList)
        .beforeCommit(PriceList.TYPE, CatalogModule::keepsItsWay);
  }

  /** What is said of all products has no product, and no key holds it; nor the way back. */
  private static void saysItOnce(
      Workspace space, @Nullable UnitConversion before, @Nullable UnitConversion after) {
    if (after == null || after.deleted()) {
      return;
    }
    String unit = after.require(UnitConversion.UNIT);
    String of = after.require(UnitConversion.OF);
    Ref<Product> product = after.get(UnitConversion.PRODUCT);
    Condition<UnitConversion> same =
        product == null ? UnitConversion.PRODUCT.isMissing() : UnitConversion.PRODUCT.is(product);
    Condition<UnitConversion> there = UnitConversion.UNIT.is(unit).and(UnitConversion.OF.is(of));
    Condition<UnitConversion> back = UnitConversion.UNIT.is(of).and(UnitConversion.OF.is(unit));
    for (UnitConversion other :
        space.own(UnitConversion.DEF, UnitConversion.TYPE).where(same, there.or(back)).list()) {
      if (!other.ref().equals(after.ref())) {
        throw refused(UnitConversion.OF, "catalog.said_before", other.ref());
      }
    }
  }

  private static void fitsItsList(
      Workspace space, @Nullable PriceListItem before, @Nullable PriceListItem after) {
    if (after == null || after.deleted()) {
      return;
    }
    Ref<PriceList> ref = after.require(PriceListItem.LIST);
    PriceList list = space.own(PriceList.DEF, PriceList.TYPE).get(ref);
    String currency = list.require(PriceList.CURRENCY);
    Money price = after.get(PriceListItem.PRICE);
    if (price != null && !price.currency().equals(currency)) {
      throw refused(PriceListItem.PRICE, "catalog.other_currency", currency);
    }
    if (list.require(PriceList.ON_TOP)
        && after.require(PriceListItem.KIND) == PriceListItem.Kind.FIXED) {
      throw refused(PriceListItem.KIND, "catalog.fixed_on_top", ref);
    }
  }

  /** A list with rows stays what it is: its fixed prices would make no sense on top. */
  private static void keepsItsWay(
      Workspace space, @Nullable PriceList before, @Nullable PriceList after) {
    if (before == null
        || after == null
        || before.require(PriceList.ON_TOP).equals(after.require(PriceList.ON_TOP))) {
      return;
    }
    if (space
        .own(PriceListItem.DEF, PriceListItem.TYPE)
        .where(PriceListItem.LIST.is(after))
        .exists()) {
      throw refused(PriceList.ON_TOP, "catalog.has_rows", after);
    }
  }

  private static ValidationException refused(
      Field<?, ?> field, String code, @Nullable Object argument) {
    return new ValidationException(
        List.of(Violation.of(field.type().name(), field.name(), code, argument)));
  }
}
