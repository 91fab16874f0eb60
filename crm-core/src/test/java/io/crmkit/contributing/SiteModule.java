package io.crmkit.contributing;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import java.util.List;

public final class SiteModule implements CrmModule {
  @Override
  public String name() {
    return "site";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(Site.TYPE);
  }
}
