package io.crmkit.kernel.work;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.RefField;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses modules that do not fit together, before anything is stored. */
final class Shape {
  private Shape() {}

  static void check(List<EntityType<?>> types, Collection<Field<?, ?>> customFields) {
    Map<String, EntityType<?>> byName = new LinkedHashMap<>();
    for (EntityType<?> type : types) {
      if (byName.put(type.name(), type) != null) {
        throw new IllegalArgumentException("two modules bring a record type " + type.name());
      }
    }
    for (EntityType<?> type : types) {
      for (RefField<?, ?> reference : type.references()) {
        requireKnown(byName, reference.target(), reference);
      }
    }
    Set<String> seen = new HashSet<>();
    for (Field<?, ?> field : customFields) {
      requireKnown(byName, field.type(), field);
      if (field.type().field(field.name()) != null || !seen.add(field.toString())) {
        throw new IllegalArgumentException("there is a field " + field + " already");
      }
      RefField<?, ?> reference = field.asRef();
      if (reference != null) {
        requireKnown(byName, reference.target(), field);
      }
    }
  }

  private static void requireKnown(
      Map<String, EntityType<?>> byName, EntityType<?> type, Field<?, ?> field) {
    if (byName.get(type.name()) != type) {
      throw new IllegalArgumentException(
          field + " needs the record type " + type + ": add the module that brings it");
    }
  }
}
