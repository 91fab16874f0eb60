package io.crmkit.catalog;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import java.util.List;
import java.util.Map;

/** Products and services. */
public final class CatalogModule implements CrmModule {
  @Override
  public String name() {
    return "catalog";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(Product.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of("product_unit", List.of("piece", "hour", "day", "month", "year", "kg", "m"));
  }
}
