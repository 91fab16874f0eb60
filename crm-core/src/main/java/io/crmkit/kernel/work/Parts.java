package io.crmkit.kernel.work;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which record types are parts of which: what is deleted, restored and destroyed together. */
final class Parts {
  /** Which parts are asked for, whatever their type. */
  @FunctionalInterface
  interface Which {
    <E extends Entity<E>> Condition<E> of(EntityType<E> type);
  }

  /** So many wholes are named in one question. */
  private static final int AT_ONCE = 1000;

  private final Map<EntityType<?>, List<RefField<?, ?>>> byWhole = new HashMap<>();

  Parts(Collection<EntityType<?>> types) {
    for (EntityType<?> type : types) {
      for (RefField<?, ?> whole : type.independent() ? List.<RefField<?, ?>>of() : type.wholes()) {
        byWhole.computeIfAbsent(whole.target(), target -> new ArrayList<>()).add(whole);
      }
    }
  }

  /**
   * The parts of a record, their parts and so on, each once, wholes before their parts: one
   * question per kind of part and level, however many there are.
   *
   * @param facts whether facts are asked for as well
   * @param further true for those whose own parts are asked for
   */
  List<Row> below(
      StoreReader store, Row whole, Which which, boolean facts, Predicate<Row> further) {
    List<Row> all = new ArrayList<>();
    Set<Ref<?>> seen = new HashSet<>(Set.of(whole.ref()));
    List<Row> level = List.of(whole);
    while (!level.isEmpty()) {
      List<Row> next = new ArrayList<>();
      for (Row part : under(store, level, which, facts)) {
        if (seen.add(part.ref())) {
          all.add(part);
          if (further.test(part)) {
            next.add(part);
          }
        }
      }
      level = next;
    }
    return all;
  }

  private List<Row> under(StoreReader store, List<Row> level, Which which, boolean facts) {
    Map<EntityType<?>, List<Ref<?>>> byType = new LinkedHashMap<>();
    for (Row row : level) {
      byType.computeIfAbsent(row.type(), type -> new ArrayList<>()).add(row.ref());
    }
    List<Row> found = new ArrayList<>();
    byType.forEach(
        (type, wholes) -> {
          for (RefField<?, ?> field : byWhole.getOrDefault(type, List.of())) {
            if (facts || !field.type().journal()) {
              for (int i = 0; i < wholes.size(); i += AT_ONCE) {
                List<Ref<?>> some = wholes.subList(i, Math.min(i + AT_ONCE, wholes.size()));
                found.addAll(select(store, field, some, which));
              }
            }
          }
        });
    return found;
  }

  private static <E extends Entity<E>, X extends Entity<X>> List<Row> select(
      StoreReader store, RefField<E, X> field, List<Ref<?>> wholes, Which which) {
    @SuppressWarnings("unchecked") // gathered by the type that the field refers to
    List<Ref<X>> its = (List<Ref<X>>) (List<?>) wholes;
    EntityType<E> type = field.type();
    Condition<E> condition = field.in(its).and(which.of(type));
    return store.select(new Selection<>(type, condition, List.of(), null, Integer.MAX_VALUE));
  }
}
