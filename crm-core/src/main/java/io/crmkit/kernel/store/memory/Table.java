package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of one type of one tenant. Written under the lock of the space. */
final class Table {
  /** How many indexes by two fields a table has at the most. */
  private static final int MAX_SPLIT = 16;

  private final Space space;
  private final OrderedIndex byId;
  private final ConcurrentHashMap<Name, OrderedIndex> ordered = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<List<Name>, SplitIndex> split = new ConcurrentHashMap<>();
  private final List<Index> indexes = new ArrayList<>();
  private final Object making = new Object();

  /** By identity; null until a row is first looked for, which most facts never are. */
  private volatile @Nullable Cells cells;

  private final ConcurrentHashMap<UniqueKey<?>, Unique> uniques = new ConcurrentHashMap<>();

  /** The same once more, for writing: under the lock, without an iterator. */
  private final List<Unique> allUniques = new ArrayList<>();

  Table(Space space, EntityType<?> type) {
    this.space = space;
    this.byId = OrderedIndex.byId(8 * space.store().tuning().chunk());
    for (UniqueKey<?> key : type.uniques()) {
      keep(key, new Unique(key));
    }
  }

  /** A custom field may come back under its old name as another kind. */
  private record Name(String field, String kind) {
    static Name of(Field<?, ?> field) {
      return new Name(field.name(), field.kind().name());
    }
  }

  @Nullable Cell cell(Ref<?> ref) {
    Cells known = cells;
    if (known == null && isNew(ref)) {
      return null;
    }
    return (known != null ? known : space.locked(this::collectedCells)).get(ref);
  }

  private Cells collectedCells() {
    Cells known = cells;
    if (known == null) {
      known = new Cells(byId.size());
      byId.forEach(known::add);
      cells = known;
    }
    return known;
  }

  /** True where a row is surely not there: identities grow, so most new ones are the greatest. */
  boolean isNew(Ref<?> ref) {
    return byId.isBehindAll(ref);
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

  /**
   * The index by any field that can be sorted by, or by a UUID, which nobody sorts by but looks
   * for; null where the table is small.
   */
  @Nullable OrderedIndex sortIndex(Field<?, ?> field) {
    if (isId(field)) {
      return byId;
    }
    boolean can = field.kind().ordered() || field.kind().storage() == Kind.Storage.UUID;
    if (!can || size() < space.store().tuning().indexFrom()) {
      return null;
    }
    Name name = Name.of(field);
    OrderedIndex index = ordered.get(name);
    return index != null
        ? index
        : made(ordered, name, () -> OrderedIndex.by(field, space.store().tuning().chunk()));
  }

  private static boolean isId(Field<?, ?> field) {
    return field.equals(field.type().id());
  }

  /**
   * The index by the value of one field, each in the order of another; null where there is none
   * because the table is small or has many of them already.
   */
  @Nullable SplitIndex splitIndex(Field<?, ?> by, Field<?, ?> order) {
    List<Name> names = List.of(Name.of(by), Name.of(order));
    SplitIndex index = split.get(names);
    return index != null || size() < space.store().tuning().indexFrom() || split.size() >= MAX_SPLIT
        ? index
        : made(split, names, () -> new SplitIndex(by, order, space.store().tuning().chunk()));
  }

  /**
   * Makes an index, one at a time in a table: who needs another one waits, commits do not. A commit
   * that needs one itself has the lock and must not wait, so it makes its own.
   */
  private <N, I extends Index> I made(ConcurrentHashMap<N, I> known, N name, Supplier<I> anew) {
    if (space.isLocked()) {
      I index = anew.get();
      index.fill(entries(index));
      return kept(known, name, index);
    }
    synchronized (making) {
      I made = known.get(name);
      if (made != null) {
        return made;
      }
      I index = anew.get();
      Meanwhile meanwhile = new Meanwhile(index);
      space.locked(() -> indexes.add(meanwhile));
      try {
        index.fill(entries(index));
      } catch (RuntimeException | Error failed) {
        space.locked(() -> indexes.remove(meanwhile));
        throw failed;
      }
      return space.locked(
          () -> {
            indexes.remove(meanwhile);
            meanwhile.catchUp();
            return kept(known, name, index);
          });
    }
  }

  /** The index, from now on kept, or another that was made before it; under the lock. */
  private <N, I extends Index> I kept(ConcurrentHashMap<N, I> known, N name, I index) {
    I before = known.putIfAbsent(name, index);
    if (before != null) {
      return before;
    }
    indexes.add(index);
    return index;
  }

  private List<Index.Entry> entries(Index index) {
    List<Index.Entry> entries = new ArrayList<>();
    byId.forEach(cell -> addPlaces(index, cell, entries));
    return entries;
  }

  /** Every version that somebody may still read has its place. */
  private static void addPlaces(Index index, Cell cell, List<Index.Entry> entries) {
    int first = entries.size();
    for (Version version = cell.head; version != null; version = version.previous) {
      Row row = version.row;
      if (row != null && isNew(index, row, entries.subList(first, entries.size()))) {
        entries.add(new Index.Entry(row, cell));
      }
    }
    if (entries.size() > first + 1) {
      cell.moved = true;
    }
  }

  private static boolean isNew(Index index, Row row, List<Index.Entry> newer) {
    for (Index.Entry entry : newer) {
      if (index.samePlace(entry.row(), row)) {
        return false;
      }
    }
    return true;
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
    byId.forEach(cell -> unique.take(cell.head.row, cell));
    keep(key, unique);
    return unique;
  }

  private void keep(UniqueKey<?> key, Unique unique) {
    uniques.put(key, unique);
    allUniques.add(unique);
  }

  // Writing, under the lock

  /** Writes a version that is not published yet; returns what is of no use one day. */
  @Nullable Garbage put(Write write, long seq) {
    Row row = write.row;
    Cell cell = write.cell;
    if (cell == null) {
      if (row != null) {
        write.cell = made(row, seq);
      }
      return null;
    }
    Version before = cell.head;
    if (row != null) {
      for (Index index : indexes) {
        if (before.row == null || !index.samePlace(before.row, row)) {
          cell.moved = true;
          index.enter(row, cell);
        }
      }
    }
    Version version = new Version(row, seq, before);
    cell.head = version;
    return new Garbage(this, cell, version);
  }

  private Cell made(Row row, long seq) {
    Cell cell = new Cell(row.ref(), new Version(row, seq, null));
    byId.enter(row, cell);
    for (int i = 0; i < indexes.size(); i++) {
      indexes.get(i).enter(row, cell);
    }
    Cells known = cells;
    if (known != null) {
      known.add(cell);
    }
    return cell;
  }

  /** Gives back the values that rows about to be overwritten hold. */
  void free(Writes writes) {
    for (int i = 0; i < allUniques.size(); i++) {
      Unique unique = allUniques.get(i);
      for (Write write = writes.first(); write != null; write = write.next) {
        Cell cell = write.cell;
        if (cell != null) {
          unique.free(cell.head.row, cell);
        }
      }
    }
  }

  /** Takes the values of rows just written. */
  void take(Writes writes) {
    for (int i = 0; i < allUniques.size(); i++) {
      Unique unique = allUniques.get(i);
      for (Write write = writes.first(); write != null; write = write.next) {
        Cell cell = write.cell;
        if (cell != null) {
          unique.take(write.row, cell);
        }
      }
    }
  }

  /** Forgets what lies behind a version that everybody sees. */
  void trim(Cell cell, Version version) {
    Version old = version.previous;
    if (old == null) {
      return;
    }
    Row row = old.row;
    if (row != null) {
      for (Index index : indexes) {
        if (!cell.keepsPlace(index, row, version)) {
          index.leave(row, cell);
        }
      }
    }
    version.previous = null;
    if (version.row == null && cell.head == version) {
      byId.leaveById(cell);
      Cells known = cells;
      if (known != null) {
        known.remove(cell);
      }
    }
  }
}
