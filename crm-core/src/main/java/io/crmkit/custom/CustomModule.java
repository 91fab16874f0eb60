package io.crmkit.custom;

import io.crmkit.kernel.layout.CodeItem;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.TypeDefinition;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import java.util.List;

/** Guards what administrators define: a definition that makes no field never commits. */
public final class CustomModule implements CrmModule {
  @Override
  public String name() {
    return "custom";
  }

  /** The translations alone: the definitions are the kernel's own records. */
  @Override
  public List<EntityType<?>> types() {
    return List.of(Translation.TYPE);
  }

  /** Where something is in use may be asked beyond what one sees: counts, and nothing else. */
  @Override
  public List<String> permissions() {
    return List.of(Codes.RIGHT);
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .beforeCommit(FieldDefinition.TYPE, FieldGuard::check)
        .beforeCommit(TypeDefinition.TYPE, TypeGuard::check)
        .beforeCommit(CodeItem.TYPE, CodeGuard::check);
  }
}
