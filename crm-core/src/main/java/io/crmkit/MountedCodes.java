package io.crmkit;

import io.crmkit.kernel.layout.CodeSource;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import java.util.List;

/** Brings a code table of the host. */
record MountedCodes(CodeSource source) implements CrmModule {
  @Override
  public String name() {
    return "codes of the host";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of();
  }

  @Override
  public List<CodeSource> codeSources() {
    return List.of(source);
  }
}
