package io.crmkit.custom;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldMaker;
import io.crmkit.kernel.layout.TypeDefinition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Guards what administrators define: a definition that makes no field never commits. */
public final class CustomModule implements CrmModule {
  @Override
  public String name() {
    return "custom";
  }

  /** None: the definitions are the kernel's own records. */
  @Override
  public List<EntityType<?>> types() {
    return List.of();
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .beforeCommit(FieldDefinition.TYPE, CustomModule::checkField)
        .beforeCommit(TypeDefinition.TYPE, CustomModule::checkType);
  }

  private static void checkType(
      Workspace work, @Nullable TypeDefinition before, @Nullable TypeDefinition after) {
    if (before == null && after != null) {
      String name = after.require(TypeDefinition.NAME);
      if (work.layout().types().stream().anyMatch(type -> type.name().equals(name))) {
        throw invalid(
            TypeDefinition.TYPE, TypeDefinition.NAME.name(), "violation.type_exists", name);
      }
      checkName(TypeDefinition.TYPE, TypeDefinition.NAME.name(), name);
    }
  }

  private static void checkName(EntityType<?> type, String field, String name) {
    try {
      FieldMaker.checkName(name);
    } catch (Refused refused) {
      throw invalid(type, field, refused.code(), refused.arguments().toArray());
    }
  }

  private static void checkField(
      Workspace work, @Nullable FieldDefinition before, @Nullable FieldDefinition after) {
    if (after == null || after.deleted()) {
      return;
    }
    checkName(
        FieldDefinition.TYPE, FieldDefinition.NAME.name(), after.require(FieldDefinition.NAME));
    EntityType<?> type = work.layout().type(after.require(FieldDefinition.RECORD_TYPE));
    String target = after.get(FieldDefinition.TARGET);
    if (target != null) {
      work.layout().type(target);
    }
    FieldMaker.make(type, after, work.layout()::type);
    boolean newlyRequired =
        Boolean.TRUE.equals(after.get(FieldDefinition.REQUIRED))
            && (before == null || !Boolean.TRUE.equals(before.get(FieldDefinition.REQUIRED)));
    if (newlyRequired && hasRecords(work, type)) {
      throw invalid(
          FieldDefinition.TYPE, FieldDefinition.REQUIRED.name(), "violation.has_records", type);
    }
  }

  private static <E extends Entity<E>> boolean hasRecords(Workspace work, EntityType<E> type) {
    return work.records(type).query().withDeleted().exists();
  }

  private static ValidationException invalid(
      EntityType<?> type, String field, String code, @Nullable Object... arguments) {
    return new ValidationException(List.of(Violation.of(type.name(), field, code, arguments)));
  }
}
