package io.crmkit.view;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import java.util.List;

/** Saved views and layouts of forms. */
public final class ViewModule implements CrmModule {
  /** The right to change views that others have saved, and the layouts of forms. */
  public static final String ADMINISTER = "view.administer";

  @Override
  public String name() {
    return "view";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(SavedView.TYPE, FormLayout.TYPE);
  }

  @Override
  public List<String> permissions() {
    return List.of(ADMINISTER);
  }
}
