package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in the order of one field, missing values last, ties by identity. One writer
 * at a time, under the lock of the space; any number of readers, who never wait.
 *
 * <p><b>How it is made.</b> A list of sorted chunks of a few hundred entries. A chunk never changes
 * but for entries appended to its end, so a change puts another chunk in its place in the list;
 * where the number of chunks changes, another list is put in the place of the old one. A reader
 * takes the list once and walks it, forwards or backwards, taking each chunk when it comes to it.
 *
 * <p><b>Why that is enough.</b> An entry is not a row but a candidate: the row may have another
 * value in the state that is read, or none, so whoever walks looks at the row and drops it where
 * value and entry differ. What must hold is only that every row of the state read is met, once, in
 * its place. The state is pinned, so an entry that belongs to it was there before the walk began
 * and is not removed during it. Within one list, an entry stays in the chunk it is in: only
 * splitting and merging move entries between chunks, and these make another list. So each such
 * entry is met, in order, and exactly once; others come and go, and none of them passes the look at
 * the row.
 *
 * <p><b>Why no skip list.</b> The one of the JDK searches anew for each step backwards, takes some
 * 60 bytes per entry where this takes 8 to 24, and does not know how many entries lie between two
 * values, which is what the planner asks. Rows made one after the other lie one after the other in
 * memory; walking an array keeps it that way.
 */
final class OrderedIndex implements Index {
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Chunk[].class);

  private final @Nullable Field<?, ?> field;
  private final @Nullable Kind<Object> kind;
  private final Chunk.Order order;
  private volatile Chunk[] chunks = new Chunk[0];
  private int entries;

  @SuppressWarnings("unchecked")
  private OrderedIndex(@Nullable Field<?, ?> field, int max) {
    this.field = field;
    this.kind = field == null ? null : (Kind<Object>) field.kind();
    this.order =
        new Chunk.Order(kind != null, ranksFully() ? null : Comparator.nullsLast(kind), max);
  }

  /**
   * An index by identity.
   *
   * @param max how many entries lie together
   */
  static OrderedIndex byId(int max) {
    return new OrderedIndex(null, max);
  }

  /**
   * An index by the values of a field.
   *
   * @param max how many entries lie together
   */
  static OrderedIndex by(Field<?, ?> field, int max) {
    return new OrderedIndex(field, max);
  }

  /** The field whose values it is ordered by; null for the index by identity. */
  @Nullable Field<?, ?> field() {
    return field;
  }

  /** True for the index by identity, whose entries have no values. */
  boolean ofIds() {
    return field == null;
  }

  /** The value by which a row stands in the index; always null in the one by identity. */
  @Nullable Object keyOf(Row row) {
    return field == null ? null : field.of(row);
  }

  boolean same(@Nullable Object a, @Nullable Object b) {
    return compareValues(a, b) == 0;
  }

  /** How many entries there are; without the lock, about how many. */
  long size() {
    return entries;
  }

  // Ranges

  Range all() {
    return new Range(this, null, null);
  }

  /** The entries that have a value. */
  Range present() {
    return new Range(this, null, place(null, -1));
  }

  /** The entries that have none. */
  Range missing() {
    return new Range(this, place(null, -1), null);
  }

  /** The gap before (side -1) or behind (side 1) the entries of a value. */
  Place place(@Nullable Object value, int side) {
    return field == null
        ? new Place(0, null, (Ref<?>) value, side)
        : new Place(rank(value), value, null, side);
  }

  /** The gap before or behind one row, which has this value. */
  Place place(@Nullable Object value, Ref<?> ref, int side) {
    return field == null ? new Place(0, null, ref, side) : new Place(rank(value), value, ref, side);
  }

  private long rank(@Nullable Object value) {
    return value == null || kind == null ? Long.MAX_VALUE : kind.rank(value);
  }

  int compare(Place a, Place b) {
    int result = compareValues(a.value(), b.value());
    if (result != 0) {
      return result;
    }
    if (a.ref() == null || b.ref() == null) {
      int left = a.ref() == null ? a.side() : 0;
      int right = b.ref() == null ? b.side() : 0;
      return Integer.compare(left, right);
    }
    result = a.ref().compareTo(b.ref());
    return result != 0 ? result : Integer.compare(a.side(), b.side());
  }

  /** True where a row stands at an entry of a settled chunk. */
  boolean standsAt(Row row, Chunk chunk, int index) {
    return chunk.standsAt(index, place(keyOf(row), 0));
  }

  /** About how many entries a range has; exact where it is short. */
  long estimate(Range range) {
    Chunk[] list = chunks;
    if (list.length == 0) {
      return 0;
    }
    int first = range.low() == null ? 0 : find(list, range.low());
    int last = range.high() == null ? list.length - 1 : find(list, range.high());
    int from = range.low() == null ? 0 : at(list, first).before(range.low());
    int to = range.high() == null ? at(list, last).size() : at(list, last).before(range.high());
    if (first >= last) {
      return first == last ? Math.max(0, to - from) : 0;
    }
    long ends = (long) at(list, first).size() - from + to;
    int between = last - first - 1;
    if (between > 8) {
      return ends + (long) between * Math.max(1, entries / list.length);
    }
    for (int i = first + 1; i < last; i++) {
      ends += at(list, i).size();
    }
    return ends;
  }

  // Reading, for a walk

  Chunk[] chunks() {
    return chunks;
  }

  static Chunk at(Chunk[] list, int index) {
    return (Chunk) ELEMENT.getAcquire(list, index);
  }

  /** The last chunk that begins before the place, or the first. */
  int find(Chunk[] list, Place place) {
    int low = 0;
    int high = list.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (at(list, middle).beginsBefore(place)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Hands over the cell of every entry. */
  void forEach(Consumer<Cell> sink) {
    Chunk[] list = chunks;
    for (int c = 0; c < list.length; c++) {
      Chunk chunk = at(list, c).settled();
      int size = chunk.size();
      for (int i = 0; i < size; i++) {
        sink.accept(chunk.cell(i));
      }
    }
  }

  private int compareValues(Place a, Place b) {
    int result = Long.compare(a.rank(), b.rank());
    return result == 0 && !ranksFully() ? compareValues(a.value(), b.value()) : result;
  }

  private boolean ranksFully() {
    return kind == null || kind.ranksFully();
  }

  private int compareValues(@Nullable Object a, @Nullable Object b) {
    if (a == b) {
      return 0;
    }
    return a == null ? 1 : b == null ? -1 : kind == null ? 0 : kind.compare(a, b);
  }

  // Writing, under the lock

  private void add(@Nullable Object value, Cell cell) {
    Chunk[] list = chunks;
    Place before = place(value, cell.ref, -1);
    if (list.length == 0) {
      chunks = new Chunk[] {new Chunk(order, 4).appended(before, cell)};
      entries++;
      return;
    }
    int index = list.length - 1;
    Chunk chunk = list[index];
    boolean atEnd = chunk.endsBefore(before);
    if (!atEnd) {
      index = find(list, place(value, cell.ref, 1));
      chunk = list[index];
      if (chunk.has(before)) {
        return;
      }
    }
    entries++;
    if (chunk.append(before, cell)) {
      return;
    }
    if (chunk.size() < order.max()) {
      ELEMENT.setRelease(list, index, chunk.with(before, cell));
    } else if (atEnd) {
      // What grows at its end is filled to the brim.
      Chunk[] longer = Arrays.copyOf(list, list.length + 1);
      longer[list.length] = new Chunk(order, Math.min(8, order.max())).appended(before, cell);
      chunks = longer;
    } else {
      int half = order.max() / 2;
      Chunk left = chunk.settled().part(0, half);
      Chunk right = chunk.settled().part(half, order.max());
      boolean inLeft = !right.beginsBefore(before);
      chunks =
          replaced(
              list,
              index,
              1,
              inLeft ? left.with(before, cell) : left,
              inLeft ? right : right.with(before, cell));
    }
  }

  private void remove(@Nullable Object value, Cell cell) {
    Chunk[] list = chunks;
    if (list.length == 0) {
      return;
    }
    int index = find(list, place(value, cell.ref, 1));
    Chunk chunk = list[index];
    Chunk rest = chunk.without(place(value, cell.ref, -1), cell);
    if (rest == chunk) {
      return;
    }
    entries--;
    int left = rest.size();
    boolean few = left < order.max() / 4;
    if (left == 0) {
      chunks = replaced(list, index, 1);
    } else if (few && index > 0 && list[index - 1].size() + left <= order.max() / 2) {
      chunks = replaced(list, index - 1, 2, list[index - 1].and(rest));
    } else if (few && index + 1 < list.length && list[index + 1].size() + left <= order.max() / 2) {
      chunks = replaced(list, index, 2, rest.and(list[index + 1]));
    } else {
      ELEMENT.setRelease(list, index, rest);
    }
  }

  private static Chunk[] replaced(Chunk[] list, int index, int removed, Chunk... added) {
    Chunk[] copy = new Chunk[list.length - removed + added.length];
    System.arraycopy(list, 0, copy, 0, index);
    System.arraycopy(added, 0, copy, index, added.length);
    System.arraycopy(
        list, index + removed, copy, index + added.length, list.length - index - removed);
    return copy;
  }

  @Override
  public boolean samePlace(Row one, Row other) {
    return same(keyOf(one), keyOf(other));
  }

  @Override
  public void enter(Row row, Cell cell) {
    add(keyOf(row), cell);
  }

  @Override
  public void leave(Row row, Cell cell) {
    remove(keyOf(row), cell);
  }

  /** True where all entries of the index by identity come before a row. */
  boolean isBehindAll(Ref<?> ref) {
    Chunk[] list = chunks;
    if (list.length == 0) {
      return true;
    }
    return at(list, list.length - 1).endsBefore(place(null, ref, -1));
  }

  /** Removes a cell from the index by identity. */
  void leaveById(Cell cell) {
    remove(null, cell);
  }

  /** An entry with the gap before it. */
  private record Placed(Place before, Cell cell) {}

  @Override
  public void fill(List<Entry> given) {
    List<Placed> sorted = new ArrayList<>(given.size());
    for (Entry entry : given) {
      sorted.add(new Placed(place(keyOf(entry.row()), entry.cell().ref, -1), entry.cell()));
    }
    // Stable: among equal values the order of identities stays.
    sorted.sort((a, b) -> compareValues(a.before, b.before));
    int each = order.max() - order.max() / 4;
    Chunk[] list = new Chunk[(sorted.size() + each - 1) / each];
    for (int i = 0; i < list.length; i++) {
      int end = Math.min(sorted.size(), (i + 1) * each);
      Chunk chunk = new Chunk(order, end - i * each);
      for (Placed placed : sorted.subList(i * each, end)) {
        chunk.appended(placed.before, placed.cell);
      }
      list[i] = chunk;
    }
    chunks = list;
    entries = sorted.size();
  }
}
