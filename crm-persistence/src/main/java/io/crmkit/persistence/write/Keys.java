package io.crmkit.persistence.write;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a unit that give up a unique key which another of its rows takes. */
final class Keys {
  private Keys() {}

  private record Held(String type, String key, Object values) {}

  /** The rows that must let go of their keys before any other row is written. */
  static Set<Ref<?>> toPark(Collection<Net> nets) {
    Map<Held, Ref<?>> given = new HashMap<>();
    for (Net net : nets) {
      if (net.updates() || net.purges()) {
        held(net.ref().type(), net.before(), net.after(), given, net.ref());
      }
    }
    if (given.isEmpty()) {
      return Set.of();
    }
    Set<Ref<?>> park = new HashSet<>();
    for (Net net : nets) {
      if (net.inserts() || net.updates()) {
        Map<Held, Ref<?>> taken = new HashMap<>();
        held(net.ref().type(), net.after(), net.before(), taken, net.ref());
        for (Held key : taken.keySet()) {
          Ref<?> giver = given.get(key);
          if (giver != null) {
            park.add(giver);
          }
        }
      }
    }
    return park;
  }

  /** The keys that {@code row} holds and {@code other} does not. */
  private static void held(
      EntityType<?> type,
      @Nullable Row row,
      @Nullable Row other,
      Map<Held, Ref<?>> into,
      Ref<?> ref) {
    for (UniqueKey<?> key : uniques(type)) {
      Object values = row == null ? null : key.of(row);
      if (values != null && !values.equals(other == null ? null : key.of(other))) {
        into.put(new Held(type.name(), key.name(), values), ref);
      }
    }
  }

  private static <E extends Entity<E>> List<UniqueKey<E>> uniques(EntityType<E> type) {
    return type.uniques();
  }
}
