package io.crmkit.privacy;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Records as documents: each value in its text form. */
final class Texts {
  private Texts() {}

  /** The declared fields of a fact. */
  static <E extends Entity<E>> Json of(E entity) {
    return Json.of(values(entity, entity.type().fields(), field -> true));
  }

  static <E extends Entity<E>> Map<String, Object> values(
      E entity, Layout layout, Predicate<Field<E, ?>> which) {
    return values(entity, layout.fields(entity.type()), which);
  }

  private static <E extends Entity<E>> Map<String, Object> values(
      E entity, List<Field<E, ?>> fields, Predicate<Field<E, ?>> which) {
    EntityType<E> type = entity.type();
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "id", entity.ref().id().toString());
    put(values, "created_at", text(entity, type.createdAt()));
    put(values, "updated_at", text(entity, type.updatedAt()));
    put(values, "deleted_at", text(entity, type.deletedAt()));
    for (Field<E, ?> field : fields) {
      if (which.test(field)) {
        put(values, field.name(), text(entity, field));
      }
    }
    return values;
  }

  private static void put(Map<String, Object> values, String name, @Nullable String text) {
    if (text != null) {
      values.put(name, text);
    }
  }

  private static <E extends Entity<E>, T> @Nullable String text(E entity, Field<E, T> field) {
    T value = entity.get(field);
    return value == null ? null : field.kind().format(value);
  }
}
