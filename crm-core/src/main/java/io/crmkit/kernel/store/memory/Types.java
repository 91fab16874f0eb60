package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.RefField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The record types that the store was opened for. */
final class Types {
  private volatile Map<String, EntityType<?>> byName = Map.of();

  synchronized void add(Collection<EntityType<?>> all) {
    Map<String, EntityType<?>> more = new LinkedHashMap<>(byName);
    for (EntityType<?> type : all) {
      EntityType<?> known = more.putIfAbsent(type.name(), type);
      if (known != null && known != type) {
        throw StoreException.permanent("another record type is called " + type, null);
      }
    }
    byName = more;
  }

  /** The fields, custom ones included, by which records of any type refer to {@code target}. */
  static List<RefField<?, ?>> referring(EntityType<?> target, Layout layout) {
    List<RefField<?, ?>> found = new ArrayList<>();
    for (EntityType<?> type : layout.types()) {
      for (RefField<?, ?> field : layout.references(type)) {
        if (field.target().name().equals(target.name())) {
          found.add(field);
        }
      }
    }
    return found;
  }
}
