package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows of one type of one tenant. Written under the lock of the space. */
final class Table {
  private final Space space;
  private final ConcurrentHashMap<Ref<?>, Cell> cells = new ConcurrentHashMap<>();
  private final OrderedIndex byId;
  private final ConcurrentHashMap<IndexName, OrderedIndex> indexes = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UniqueKey<?>, Unique> uniques = new ConcurrentHashMap<>();

  Table(Space space, EntityType<?> type) {
    this.space = space;
    this.byId = OrderedIndex.byId(space.store().tuning().chunk());
    for (UniqueKey<?> key : type.uniques()) {
      uniques.put(key, new Unique(key));
    }
  }

  /** A custom field may come back under its old name as another kind. */
  private record IndexName(String field, String kind) {
    static IndexName of(Field<?, ?> field) {
      return new IndexName(field.name(), field.kind().name());
    }
  }

  @Nullable Cell cell(Ref<?> ref) {
    return cells.get(ref);
  }

  /** About how many rows there are. */
  long size() {
    return byId.size();
  }

  OrderedIndex byId() {
    return byId;
  }

  /**
   * The index by a field that asks to be found by; null where there is none because the table is
   * small or the field does not ask.
   */
  @Nullable OrderedIndex searchIndex(Field<?, ?> field) {
    boolean asks =
        field.indexed()
            || field.asRef() != null
            || field.slot() == EntityType.CREATED_AT
            || field.slot() == EntityType.UPDATED_AT;
    return asks || isId(field) ? sortIndex(field) : null;
  }

  /** The index by any field that can be sorted by; null where the table is small. */
  @Nullable OrderedIndex sortIndex(Field<?, ?> field) {
    if (isId(field)) {
      return byId;
    }
    if (!field.kind().ordered() || size() < space.store().tuning().indexFrom()) {
      return null;
    }
    OrderedIndex index = indexes.get(IndexName.of(field));
    return index != null ? index : space.locked(() -> made(field));
  }

  private static boolean isId(Field<?, ?> field) {
    return field.equals(field.type().id());
  }

  private OrderedIndex made(Field<?, ?> field) {
    OrderedIndex known = indexes.get(IndexName.of(field));
    if (known != null) {
      return known;
    }
    OrderedIndex index = OrderedIndex.by(field, space.store().tuning().chunk());
    List<OrderedIndex.Entry> entries = new ArrayList<>();
    for (Cell cell : cells.values()) {
      addEntries(index, cell, entries);
    }
    index.fill(entries);
    indexes.put(IndexName.of(field), index);
    return index;
  }

  /** Every version that somebody may still read has its entry. */
  private static void addEntries(OrderedIndex index, Cell cell, List<OrderedIndex.Entry> entries) {
    Set<Object> seen = null;
    boolean missing = false;
    for (Version version = cell.head; version != null; version = version.previous) {
      if (version.row == null) {
        continue;
      }
      Object value = index.keyOf(version.row);
      boolean fresh;
      if (value == null) {
        fresh = !missing;
        missing = true;
      } else if (version == cell.head && version.previous == null) {
        fresh = true;
      } else {
        seen = seen == null ? new HashSet<>() : seen;
        fresh = seen.add(value);
      }
      if (fresh) {
        entries.add(new OrderedIndex.Entry(value, cell));
      }
    }
  }

  /** Who holds the values of a key. */
  Unique unique(UniqueKey<?> key) {
    Unique unique = uniques.get(key);
    return unique != null ? unique : space.locked(() -> collected(key));
  }

  private Unique collected(UniqueKey<?> key) {
    Unique known = uniques.get(key);
    if (known != null) {
      return known;
    }
    Unique unique = new Unique(key);
    for (Cell cell : cells.values()) {
      unique.take(cell.head.row, cell);
    }
    uniques.put(key, unique);
    return unique;
  }

  // Writing, under the lock

  /** Writes a version that is not published yet; returns it where something lies behind it. */
  @Nullable Version put(Ref<?> ref, @Nullable Row row, long seq) {
    Cell cell = cells.get(ref);
    if (cell == null) {
      if (row != null) {
        Cell made = new Cell(ref, new Version(row, seq, null));
        byId.add(null, made);
        indexes.forEach((name, index) -> index.add(index.keyOf(row), made));
        cells.put(ref, made);
      }
      return null;
    }
    Version before = cell.head;
    if (row != null) {
      for (OrderedIndex index : indexes.values()) {
        Object value = index.keyOf(row);
        if (before.row == null || !index.same(index.keyOf(before.row), value)) {
          index.add(value, cell);
        }
      }
    }
    Version version = new Version(row, seq, before);
    cell.head = version;
    return version;
  }

  /** Gives back the values that a row about to be overwritten holds. */
  void free(Ref<?> ref) {
    Cell cell = cells.get(ref);
    if (cell != null) {
      uniques.forEach((key, unique) -> unique.free(cell.head.row, cell));
    }
  }

  /** Takes the values of a row just written. */
  void take(Ref<?> ref) {
    Cell cell = cells.get(ref);
    if (cell != null) {
      uniques.forEach((key, unique) -> unique.take(cell.head.row, cell));
    }
  }

  /** Forgets what lies behind a version that everybody sees. */
  void trim(Ref<?> ref, Version version) {
    Cell cell = cells.get(ref);
    Version old = version.previous;
    if (cell == null || old == null) {
      return;
    }
    Row row = old.row;
    if (row != null) {
      for (OrderedIndex index : indexes.values()) {
        Object value = index.keyOf(row);
        if (!cell.keeps(index, value, version)) {
          index.remove(value, cell);
        }
      }
    }
    version.previous = null;
    if (version.row == null && cell.head == version) {
      byId.remove(null, cell);
      cells.remove(ref);
    }
  }
}
