package io.crmkit.persistence;

import io.crmkit.kernel.record.Field;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Trouble;
import io.crmkit.persistence.table.Bookkeeping;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.Slot;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of the table that says where search copies of custom fields stand. */
final class SlotRows {
  private static final String FILLING = "filling";
  private static final String READY = "ready";
  private static final String REUSED = "reused";

  /**
   * Where the copies of one field stand.
   *
   * @param slot the column; null where none was free, or the kind of value cannot be copied
   * @param ready every row has its copy
   * @param reused copies of another field may stand there
   * @param since when that changed
   */
  record Place(@Nullable Slot slot, boolean ready, boolean reused, Instant since) {}

  private final Tables tables;
  private final Dialect dialect;
  private final TableNames names;
  private final Clock clock;
  private final Duration lease;

  /**
   * @param lease after how long every node must have heard of a new field
   */
  SlotRows(Tables tables, Dialect dialect, TableNames names, Clock clock, Duration lease) {
    this.tables = tables;
    this.dialect = dialect;
    this.names = names;
    this.clock = clock;
    this.lease = lease;
  }

  static String key(Field<?, ?> field) {
    return field.type().name() + '.' + field.name();
  }

  boolean isDue(Place place) {
    return !clock.instant().isBefore(place.since().plus(lease));
  }

  /** The places of a tenant's custom fields by {@link #key}. */
  Map<String, Place> read(Connection connection, String tenant) throws SQLException {
    String text =
        "select "
            + names.list(
                Bookkeeping.RECORD_TYPE,
                Bookkeeping.FIELD,
                Bookkeeping.SLOT,
                Bookkeeping.STATE,
                Bookkeeping.CHANGED_AT)
            + " from "
            + names.of(Bookkeeping.CUSTOM_SLOT)
            + names.where(Table.TENANT);
    Map<String, Place> places = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      dialect.bind(statement, 1, ColumnType.TEXT, tenant);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          boolean ready = READY.equals(found.getString(4));
          boolean reused = REUSED.equals(found.getString(4));
          String slot = found.getString(3);
          Instant since =
              (Instant)
                  Objects.requireNonNull(dialect.read(found, 5, ColumnType.INSTANT), "changed_at");
          Column column = slot == null ? null : column(slot);
          places.put(
              found.getString(1) + '.' + found.getString(2),
              new Place(column == null ? null : new Slot(column, ready), ready, reused, since));
        }
      }
    }
    return places;
  }

  /** Every table has the same columns for copies, so the name is enough. */
  private @Nullable Column column(String name) {
    for (Table table : tables.all()) {
      for (Column column : table.slots()) {
        if (column.name().equals(name)) {
          return column;
        }
      }
    }
    return null;
  }

  /** Gives a field the first column of its type that is free; of two nodes one is first. */
  Place allocate(
      Connection connection,
      String tenant,
      Table table,
      Field<?, ?> field,
      Map<String, Place> places)
      throws SQLException {
    Column free = free(table, field, places);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (free == null) {
      Place freed = reuse(connection, tenant, table, field, places, now);
      if (freed != null) {
        return freed;
      }
    }
    String text =
        "insert into "
            + names.of(Bookkeeping.CUSTOM_SLOT)
            + " ("
            + names.list(
                Table.TENANT,
                Bookkeeping.RECORD_TYPE,
                Bookkeeping.FIELD,
                Bookkeeping.SLOT,
                Bookkeeping.STATE,
                Bookkeeping.CHANGED_AT)
            + ") values (?,?,?,?,?,?)";
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      dialect.bind(statement, 1, ColumnType.TEXT, tenant);
      dialect.bind(statement, 2, ColumnType.TEXT, field.type().name());
      dialect.bind(statement, 3, ColumnType.TEXT, field.name());
      dialect.bind(statement, 4, ColumnType.TEXT, free == null ? null : free.name());
      dialect.bind(statement, 5, ColumnType.TEXT, FILLING);
      dialect.bind(statement, 6, ColumnType.INSTANT, now);
      statement.executeUpdate();
      connection.commit();
      return new Place(free == null ? null : new Slot(free, false), false, false, now);
    } catch (SQLException failure) {
      connection.rollback();
      Place others =
          dialect.trouble(failure) == Trouble.INTEGRITY
              ? read(connection, tenant).get(key(field))
              : null;
      if (others == null) {
        throw failure;
      }
      return others;
    }
  }

  /** Gives a field the place of one that was destroyed; null where there is none. */
  private @Nullable Place reuse(
      Connection connection,
      String tenant,
      Table table,
      Field<?, ?> field,
      Map<String, Place> places,
      Instant now)
      throws SQLException {
    ColumnType type = Tables.slotType(field);
    String its = field.type().name();
    for (Column column : table.slots()) {
      String freed = Bookkeeping.freed(column);
      if (column.type() == type
          && places.containsKey(its + '.' + freed)
          && change(connection, tenant, its, freed, field.name(), REUSED, now)) {
        places.remove(its + '.' + freed);
        return new Place(new Slot(column, false), false, true, now);
      }
    }
    return null;
  }

  /** Says whose a place is by now, and in which state; false where another node was first. */
  private boolean change(
      Connection connection,
      String tenant,
      String type,
      String was,
      String field,
      String state,
      Instant now)
      throws SQLException {
    String text =
        "update "
            + names.of(Bookkeeping.CUSTOM_SLOT)
            + " set "
            + names.values(Bookkeeping.FIELD, Bookkeeping.STATE, Bookkeeping.CHANGED_AT)
            + names.where(Table.TENANT, Bookkeeping.RECORD_TYPE, Bookkeeping.FIELD);
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      dialect.bind(statement, 1, ColumnType.TEXT, field);
      dialect.bind(statement, 2, ColumnType.TEXT, state);
      dialect.bind(statement, 3, ColumnType.INSTANT, now);
      dialect.bind(statement, 4, ColumnType.TEXT, tenant);
      dialect.bind(statement, 5, ColumnType.TEXT, type);
      dialect.bind(statement, 6, ColumnType.TEXT, was);
      boolean mine = statement.executeUpdate() == 1;
      connection.commit();
      return mine;
    }
  }

  private static @Nullable Column free(Table table, Field<?, ?> field, Map<String, Place> places) {
    ColumnType type = Tables.slotType(field);
    Set<String> taken = new HashSet<>();
    String ofType = field.type().name() + '.';
    places.forEach(
        (key, place) -> {
          if (key.startsWith(ofType) && place.slot() != null) {
            taken.add(place.slot().column().name());
          }
        });
    for (Column column : table.slots()) {
      if (column.type() == type && !taken.contains(column.name())) {
        return column;
      }
    }
    return null;
  }

  /** Says that every row has its copy. */
  Place ready(Connection connection, String tenant, Field<?, ?> field, Place place)
      throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    change(connection, tenant, field.type().name(), field.name(), field.name(), READY, now);
    Slot slot = place.slot();
    return new Place(slot == null ? null : new Slot(slot.column(), true), true, false, now);
  }
}
