package io.crmkit.exchange;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds records by the values of some fields, for many rows with one query. */
final class Finder<E extends Entity<E>> {
  private final EntityType<E> type;
  private final List<? extends Field<E, ?>> fields;
  private final Map<List<Object>, List<E>> found = new HashMap<>();

  Finder(EntityType<E> type, List<? extends Field<E, ?>> fields) {
    this.type = type;
    this.fields = fields;
  }

  /** Finds the records that the actor may see and that have one of {@code keys}, canonical. */
  void look(Workspace work, Collection<List<Object>> keys) {
    found.clear();
    if (keys.isEmpty()) {
      return;
    }
    for (E record : work.records(type).where(condition(new LinkedHashSet<>(keys))).list()) {
      List<Object> key = new ArrayList<>(fields.size());
      for (Field<E, ?> field : fields) {
        key.add(record.require(field));
      }
      found.computeIfAbsent(key, none -> new ArrayList<>(1)).add(record);
    }
  }

  /** The records that have these values. */
  List<E> of(List<Object> key) {
    return found.getOrDefault(key, List.of());
  }

  private Condition<E> condition(Set<List<Object>> keys) {
    if (fields.size() == 1) {
      return in(fields.get(0), keys.stream().map(key -> key.get(0)).toList());
    }
    List<Condition<E>> any = new ArrayList<>(keys.size());
    for (List<Object> key : keys) {
      List<Condition<E>> all = new ArrayList<>(key.size());
      for (int i = 0; i < key.size(); i++) {
        all.add(in(fields.get(i), List.of(key.get(i))));
      }
      any.add(Condition.all(all));
    }
    return Condition.any(any);
  }

  @SuppressWarnings("unchecked") // keys were read by the kinds of the fields
  private static <E extends Entity<E>, T> Condition<E> in(Field<E, T> field, List<?> values) {
    return field.in((List<T>) values);
  }
}
