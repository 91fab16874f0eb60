package io.crmkit.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows where the search copies of each tenant's custom fields stand, and gives new fields a place.
 *
 * <p>Other nodes hear of a new field a while later, so a place goes through two states, as schemas
 * do in F1 (Rae et al., VLDB 2013): at first copies are written and not relied upon; once every
 * node must have heard, copies of older rows are made, and queries use them. The place of a field
 * that was destroyed is given to another one where none is free, and cleared before it is relied
 * upon.
 */
final class SlotCatalogue {
  private final Tables tables;
  private final Connections connections;
  private final SlotRows rows;
  private final Filler filler;
  private final Cache<Layout, Map<String, Slots>> known =
      Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

  SlotCatalogue(Tables tables, Connections connections, SlotRows rows, Filler filler) {
    this.tables = tables;
    this.connections = connections;
    this.rows = rows;
    this.filler = filler;
  }

  /** The places of a tenant's custom fields, as far as this layout knows them. */
  Slots of(String tenant, Layout layout) {
    Map<String, Slots> byTenant =
        Objects.requireNonNull(known.get(layout, l -> new ConcurrentHashMap<>()));
    Slots slots = byTenant.get(tenant);
    if (slots == null) {
      slots = load(tenant, layout);
      byTenant.put(tenant, slots);
    }
    return slots;
  }

  /** Forgets what was known of a tenant that is no more. */
  void forget(String tenant) {
    known.asMap().values().forEach(byTenant -> byTenant.remove(tenant));
  }

  /** The custom fields that are found by their values. */
  private Map<Table, List<Field<?, ?>>> wanted(Layout layout) {
    Map<Table, List<Field<?, ?>>> wanted = new HashMap<>();
    for (EntityType<?> type : layout.types()) {
      for (Field<?, ?> field : custom(layout, type)) {
        boolean sought = field.indexed() || field.asRef() != null;
        if (sought && !tables.of(type).slots().isEmpty()) {
          wanted.computeIfAbsent(tables.of(type), t -> new ArrayList<>()).add(field);
        }
      }
    }
    return wanted;
  }

  private static <E extends Entity<E>> List<Field<E, ?>> custom(Layout layout, EntityType<E> type) {
    return layout.custom(type);
  }

  private Slots load(String tenant, Layout layout) {
    Map<Table, List<Field<?, ?>>> wanted = wanted(layout);
    if (wanted.isEmpty()) {
      return Slots.NONE;
    }
    Connection connection = acquire();
    try {
      return load(connection, tenant, layout, wanted);
    } catch (SQLException failure) {
      throw StoreException.temporary(
          "the places of custom fields could not be read" + Failures.code(failure), failure);
    } finally {
      release(connection);
    }
  }

  private Connection acquire() {
    try {
      return connections.acquire();
    } catch (SQLException failure) {
      throw Failures.acquiring(failure);
    }
  }

  private void release(Connection connection) {
    try {
      connections.release(connection);
    } catch (SQLException ignored) {
      // The pool finds out on its own that the connection is broken.
    }
  }

  private Slots load(
      Connection connection, String tenant, Layout layout, Map<Table, List<Field<?, ?>>> wanted)
      throws SQLException {
    Map<String, SlotRows.Place> places = rows.read(connection, tenant);
    if (!connections.joined()) {
      boolean automatic = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        for (Map.Entry<Table, List<Field<?, ?>>> entry : wanted.entrySet()) {
          for (Field<?, ?> field : entry.getValue()) {
            SlotRows.Place place = places.get(SlotRows.key(field));
            if (place == null) {
              place = rows.allocate(connection, tenant, entry.getKey(), field, places);
              places.put(SlotRows.key(field), place);
              filler.fill(connection, tenant, layout, field, place);
            }
            if (!place.ready() && rows.isDue(place)) {
              if (place.reused()) {
                filler.clear(connection, tenant, field, place);
              }
              filler.fill(connection, tenant, layout, field, place);
              places.put(SlotRows.key(field), rows.ready(connection, tenant, field, place));
            }
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(automatic);
      }
    }
    return slots(wanted, places);
  }

  private static Slots slots(
      Map<Table, List<Field<?, ?>>> wanted, Map<String, SlotRows.Place> places) {
    Map<String, List<Slots.Entry>> byType = new HashMap<>();
    Set<String> claimed = new HashSet<>();
    for (List<Field<?, ?>> fields : wanted.values()) {
      for (Field<?, ?> field : fields) {
        SlotRows.Place place = places.get(SlotRows.key(field));
        if (place != null) {
          claimed.add(SlotRows.key(field));
        }
        if (place != null && place.slot() != null) {
          byType
              .computeIfAbsent(field.type().name(), type -> new ArrayList<>())
              .add(new Slots.Entry(field, place.slot()));
        }
      }
    }
    return new Slots(byType, claimed, columns(places));
  }

  /** The places of a tenant's fields, of whom none is known: their definitions are in the bin. */
  Slots unknown(Connection connection, String tenant) throws SQLException {
    return new Slots(Map.of(), Set.of(), columns(rows.read(connection, tenant)));
  }

  private static Map<String, Column> columns(Map<String, SlotRows.Place> places) {
    Map<String, Column> columns = new HashMap<>();
    places.forEach(
        (key, place) -> {
          if (place.slot() != null) {
            columns.put(key, place.slot().column());
          }
        });
    return columns;
  }
}
