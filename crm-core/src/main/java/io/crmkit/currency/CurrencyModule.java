package io.crmkit.currency;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import java.util.List;
import java.util.Map;

/** Exchange rates and the currency of the company. */
public final class CurrencyModule implements CrmModule {
  @Override
  public String name() {
    return "currency";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(CompanyCurrency.TYPE, ExchangeRate.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of("rate_basis", List.of("closing", "average", "budget", "buying", "selling"));
  }
}
