package io.crmkit.persistence.write;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import io.crmkit.kernel.store.Selection;
import io.crmkit.persistence.query.Reading;
import io.crmkit.persistence.table.Slots;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, behind a refusal by the database, everything that stands in the way of a unit, in the
 * library's own words: a database names the first thing alone, and in words of its own.
 */
final class Diagnosis {
  private static final int CHUNK = 200;

  private final Connection connection;
  private final Reading reading;
  private final Layout layout;
  private final Map<Ref<?>, Net> nets = new LinkedHashMap<>();
  private final Map<Ref<?>, Row> stored = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  Diagnosis(Connection connection, Reading reading, Layout layout, Collection<Net> all) {
    this.connection = connection;
    this.reading = reading;
    this.layout = layout;
    all.forEach(net -> nets.put(net.ref(), net));
  }

  /** What stands in the way; null where nothing does any more. */
  @Nullable CrmException find() throws SQLException {
    load(nets.keySet());
    for (Net net : nets.values()) {
      Row now = stored.get(net.ref());
      long version = now == null ? 0 : now.version();
      if (version != net.base()) {
        return ConflictException.stale(net.ref(), net.base(), now == null ? null : version);
      }
    }
    for (EntityType<?> type : types()) {
      checkKeys(type);
    }
    checkReferences();
    return checkPurges();
  }

  /**
   * What the database does not watch: custom references to what is purged, and unique custom fields
   * whose older values nobody has claimed yet.
   */
  @Nullable CrmException findUnwatched(Slots slots) throws SQLException {
    for (EntityType<?> type : types()) {
      checkUnclaimed(type, slots);
    }
    return checkPurges();
  }

  private <E extends Entity<E>> void checkUnclaimed(EntityType<E> type, Slots slots)
      throws SQLException {
    for (UniqueKey<E> key : layout.uniques(type)) {
      Field<E, ?> field = key.fields().get(0);
      if (field.custom() && !slots.claimed(field)) {
        checkKey(type, key);
      }
    }
  }

  private @Nullable CrmException checkPurges() throws SQLException {
    for (Net net : nets.values()) {
      if (net.purges()) {
        checkPurge(net.ref());
      }
    }
    return violations.isEmpty() ? null : new ValidationException(violations);
  }

  private void load(Collection<? extends Ref<?>> refs) throws SQLException {
    Map<EntityType<?>, List<Ref<?>>> byType = new LinkedHashMap<>();
    for (Ref<?> ref : refs) {
      byType.computeIfAbsent(ref.type(), type -> new ArrayList<>()).add(ref);
    }
    for (List<Ref<?>> ofType : byType.values()) {
      for (Row row : reading.find(connection, ofType)) {
        stored.put(row.ref(), row);
      }
    }
  }

  private Set<EntityType<?>> types() {
    Set<EntityType<?>> types = new LinkedHashSet<>();
    nets.keySet().forEach(ref -> types.add(ref.type()));
    return types;
  }

  // Unique keys

  private <E extends Entity<E>> void checkKeys(EntityType<E> type) throws SQLException {
    for (UniqueKey<E> key : layout.uniques(type)) {
      checkKey(type, key);
    }
  }

  private <E extends Entity<E>> void checkKey(EntityType<E> type, UniqueKey<E> key)
      throws SQLException {
    Map<Object, Row> claimed = new LinkedHashMap<>();
    for (Net net : nets.values()) {
      Row after = net.after();
      Object values = after == null || net.expects() ? null : valuesOf(type, key, after);
      if (values != null && after != null && !values.equals(held(type, key, net))) {
        if (claimed.put(values, after) != null) {
          violations.add(key.taken(type));
        }
      }
    }
    checkClaims(type, key, claimed);
  }

  private static <E extends Entity<E>> @Nullable Object valuesOf(
      EntityType<E> type, UniqueKey<E> key, Row row) {
    return row.type().name().equals(type.name()) ? key.of(row) : null;
  }

  private <E extends Entity<E>> @Nullable Object held(
      EntityType<E> type, UniqueKey<E> key, Net net) {
    Row now = stored.get(net.ref());
    return now == null ? null : valuesOf(type, key, now);
  }

  private <E extends Entity<E>> void checkClaims(
      EntityType<E> type, UniqueKey<E> key, Map<Object, Row> claimed) throws SQLException {
    List<Condition<E>> any = new ArrayList<>();
    for (Row row : claimed.values()) {
      any.add(holds(key, row));
      if (any.size() == CHUNK) {
        checkHolders(type, key, claimed, any);
        any.clear();
      }
    }
    if (!any.isEmpty()) {
      checkHolders(type, key, claimed, any);
    }
  }

  private <E extends Entity<E>> void checkHolders(
      EntityType<E> type, UniqueKey<E> key, Map<Object, Row> claimed, List<Condition<E>> any)
      throws SQLException {
    Condition<E> live = type.deletedAt().isMissing();
    Selection<E> holders =
        new Selection<>(type, Condition.any(any).and(live), List.of(), null, Integer.MAX_VALUE);
    Set<Object> seen = new HashSet<>();
    for (Row holder : reading.select(connection, holders)) {
      Object values = key.of(holder);
      Net net = nets.get(holder.ref());
      Row after = net == null ? holder : net.after();
      boolean keeps = after != null && values != null && values.equals(key.of(after));
      Row claimant = values == null ? null : claimed.get(values);
      if (keeps && claimant != null && !claimant.ref().equals(holder.ref()) && seen.add(values)) {
        violations.add(key.taken(type));
      }
    }
  }

  private static <E extends Entity<E>> Condition<E> holds(UniqueKey<E> key, Row row) {
    List<Condition<E>> all = new ArrayList<>();
    for (Field<E, ?> field : key.fields()) {
      all.add(is(field, row));
    }
    return Condition.all(all);
  }

  private static <E extends Entity<E>, T> Condition<E> is(Field<E, T> field, Row row) {
    T value = field.of(row);
    return value == null ? field.isMissing() : field.is(value);
  }

  // References

  private void checkReferences() throws SQLException {
    Set<Ref<?>> targets = new LinkedHashSet<>();
    for (Net net : nets.values()) {
      if (net.inserts() || net.updates()) {
        for (RefField<?, ?> field : layout.references(net.ref().type())) {
          Ref<?> target = target(field, net);
          if (target != null && !nets.containsKey(target)) {
            targets.add(target);
          }
        }
      }
    }
    load(targets);
    for (Net net : nets.values()) {
      if (net.inserts() || net.updates()) {
        checkReferences(net);
      }
    }
  }

  private void checkReferences(Net net) {
    for (RefField<?, ?> field : layout.references(net.ref().type())) {
      Ref<?> target = target(field, net);
      if (target != null) {
        Net its = nets.get(target);
        boolean there = its == null ? stored.containsKey(target) : its.after() != null;
        if (!there) {
          violations.add(
              Violation.of(
                  net.ref().type().name(),
                  field.name(),
                  "violation.ref_missing",
                  target.toString()));
        }
      }
    }
  }

  /** The row that a field refers to newly; null where it refers to none, or as before. */
  private static @Nullable Ref<?> target(RefField<?, ?> field, Net net) {
    Row after = net.after();
    Row before = net.before();
    Ref<?> target = after == null ? null : field.of(after);
    return target == null || (before != null && target.equals(field.of(before))) ? null : target;
  }

  private <E extends Entity<E>> void checkPurge(Ref<E> ref) throws SQLException {
    for (EntityType<?> type : layout.types()) {
      for (RefField<?, ?> field : layout.references(type)) {
        if (field.target().name().equals(ref.type().name()) && isReferred(field, ref)) {
          violations.add(
              Violation.of(
                  ref.type().name(), null, "violation.referenced", type.name(), field.name()));
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private <E extends Entity<E>, X extends Entity<X>> boolean isReferred(
      RefField<E, X> field, Ref<?> target) throws SQLException {
    Condition<E> refers = field.is((Ref<X>) target);
    // More of them than the unit changes: one is left whatever the unit does to its own.
    Selection<E> some = new Selection<>(field.type(), refers, List.of(), null, nets.size() + 1);
    for (Row row : reading.select(connection, some)) {
      Net net = nets.get(row.ref());
      Row after = net == null ? row : net.after();
      if (after != null && target.equals(field.of(after))) {
        return true;
      }
    }
    for (Net net : nets.values()) {
      Row after = net.after();
      if (after != null
          && after.type().name().equals(field.type().name())
          && target.equals(field.of(after))) {
        return true;
      }
    }
    return false;
  }
}
