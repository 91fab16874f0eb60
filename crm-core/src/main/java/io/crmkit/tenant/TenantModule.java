package io.crmkit.tenant;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import java.util.List;

/** The tenants of an installation. */
public final class TenantModule implements CrmModule {
  @Override
  public String name() {
    return "tenant";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(Tenant.TYPE);
  }
}
