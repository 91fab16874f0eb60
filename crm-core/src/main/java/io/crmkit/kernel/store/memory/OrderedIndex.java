package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Field;
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
 * 60 bytes per entry where this takes 8 to 16, and does not know how many entries lie between two
 * values, which is what the planner asks. Rows made one after the other lie one after the other in
 * memory; walking an array keeps it that way.
 */
final class OrderedIndex implements Index {
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Chunk[].class);

  private final @Nullable Field<?, ?> field;
  private final Comparator<Object> order;
  private final int max;
  private volatile Chunk[] chunks = new Chunk[0];
  private int entries;

  private OrderedIndex(@Nullable Field<?, ?> field, Comparator<Object> order, int max) {
    this.field = field;
    this.order = order;
    this.max = max;
  }

  /**
   * An index by identity.
   *
   * @param max how many entries lie together
   */
  static OrderedIndex byId(int max) {
    return new OrderedIndex(null, OrderedIndex::noValues, max);
  }

  /**
   * An index by the values of a field.
   *
   * @param max how many entries lie together
   */
  @SuppressWarnings("unchecked")
  static OrderedIndex by(Field<?, ?> field, int max) {
    return new OrderedIndex(field, (Comparator<Object>) field.kind(), max);
  }

  private static int noValues(Object a, Object b) {
    throw new AssertionError(a + " and " + b + " in an index without values");
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
    return field == null ? new Place(null, (Ref<?>) value, side) : new Place(value, null, side);
  }

  /** The gap before or behind one row, which has this value. */
  Place place(@Nullable Object value, Ref<?> ref, int side) {
    return new Place(field == null ? null : value, ref, side);
  }

  int compare(Place a, Place b) {
    int order = compareValues(a.value(), b.value());
    if (order != 0) {
      return order;
    }
    if (a.ref() == null || b.ref() == null) {
      int left = a.ref() == null ? a.side() : 0;
      int right = b.ref() == null ? b.side() : 0;
      return Integer.compare(left, right);
    }
    order = a.ref().compareTo(b.ref());
    return order != 0 ? order : Integer.compare(a.side(), b.side());
  }

  /** About how many entries a range has; exact where it is short. */
  long estimate(Range range) {
    Chunk[] list = chunks;
    if (list.length == 0) {
      return 0;
    }
    int first = range.low() == null ? 0 : find(list, range.low());
    int last = range.high() == null ? list.length - 1 : find(list, range.high());
    int from = range.low() == null ? 0 : at(list, first).after(range.low());
    int to = range.high() == null ? at(list, last).size() : at(list, last).after(range.high());
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
      if (at(list, middle).compare(0, place) < 0) {
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
      Chunk chunk = at(list, c);
      int size = chunk.size();
      for (int i = 0; i < size; i++) {
        sink.accept(chunk.cells[i]);
      }
    }
  }

  private int compareValues(@Nullable Object a, @Nullable Object b) {
    if (a == b) {
      return 0;
    }
    return a == null ? 1 : b == null ? -1 : order.compare(a, b);
  }

  // Writing, under the lock

  private void add(@Nullable Object value, Cell cell) {
    Chunk[] list = chunks;
    if (list.length == 0) {
      chunks = new Chunk[] {new Chunk(4).append(value, cell)};
      entries++;
      return;
    }
    int index = list.length - 1;
    Chunk chunk = list[index];
    int position = chunk.size();
    Place before = place(value, cell.ref, -1);
    // What is made later comes later by identity, so most entries there go to the end.
    if (chunk.compare(position - 1, before) >= 0) {
      index = find(list, place(value, cell.ref, 1));
      chunk = list[index];
      position = chunk.after(before);
    }
    if (position < chunk.size()
        && chunk.cells[position].ref.equals(cell.ref)
        && same(chunk.value(position), value)) {
      return;
    }
    entries++;
    if (position == chunk.size() && chunk.size() < chunk.cells.length) {
      chunk.append(value, cell);
    } else if (chunk.size() < max) {
      ELEMENT.setRelease(list, index, chunk.with(position, value, cell));
    } else if (index == list.length - 1 && position == max) {
      // What grows at its end is filled to the brim.
      Chunk[] longer = Arrays.copyOf(list, list.length + 1);
      longer[list.length] = new Chunk(Math.min(8, max)).append(value, cell);
      chunks = longer;
    } else {
      Chunk left = chunk.part(0, max / 2);
      Chunk right = chunk.part(max / 2, max);
      if (position <= max / 2) {
        left = left.with(position, value, cell);
      } else {
        right = right.with(position - max / 2, value, cell);
      }
      chunks = replaced(list, index, 1, left, right);
    }
  }

  private void remove(@Nullable Object value, Cell cell) {
    Chunk[] list = chunks;
    if (list.length == 0) {
      return;
    }
    int index = find(list, place(value, cell.ref, 1));
    Chunk chunk = list[index];
    int position = chunk.after(place(value, cell.ref, -1));
    if (position == chunk.size()
        || chunk.cells[position] != cell
        || !same(chunk.value(position), value)) {
      return;
    }
    entries--;
    int left = chunk.size() - 1;
    if (left == 0) {
      chunks = replaced(list, index, 1);
    } else if (left < max / 4 && index > 0 && list[index - 1].size() + left <= max / 2) {
      chunks = replaced(list, index - 1, 2, list[index - 1].and(chunk.without(position)));
    } else if (left < max / 4
        && index + 1 < list.length
        && list[index + 1].size() + left <= max / 2) {
      chunks = replaced(list, index, 2, chunk.without(position).and(list[index + 1]));
    } else {
      ELEMENT.setRelease(list, index, chunk.without(position));
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
    Chunk chunk = at(list, list.length - 1);
    return chunk.cells[chunk.size() - 1].ref.compareTo(ref) < 0;
  }

  /** Removes a cell from the index by identity. */
  void leaveById(Cell cell) {
    remove(null, cell);
  }

  @Override
  public void fill(List<Entry> given) {
    List<Entry> sorted = new ArrayList<>(given);
    // Stable: among equal values the order of identities stays.
    sorted.sort((a, b) -> compareValues(keyOf(a.row()), keyOf(b.row())));
    int each = max - max / 4;
    Chunk[] list = new Chunk[(sorted.size() + each - 1) / each];
    for (int i = 0; i < list.length; i++) {
      int end = Math.min(sorted.size(), (i + 1) * each);
      Chunk chunk = new Chunk(end - i * each);
      for (Entry entry : sorted.subList(i * each, end)) {
        chunk.append(keyOf(entry.row()), entry.cell());
      }
      list[i] = chunk;
    }
    chunks = list;
    entries = sorted.size();
  }

  /** Some entries side by side, in order, at least one. */
  final class Chunk {
    final Cell[] cells;
    private final @Nullable Object @Nullable [] values;
    private volatile int size;

    private Chunk(int capacity) {
      this.cells = new Cell[capacity];
      this.values = field == null ? null : new @Nullable Object[capacity];
    }

    int size() {
      return size;
    }

    @Nullable Object value(int index) {
      return values == null ? null : values[index];
    }

    /** The index of the first entry behind the place. */
    int after(Place place) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (compare(middle, place) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** Negative where the entry stands before the place, positive where behind. */
    int compare(int index, Place place) {
      int result = compareValues(value(index), place.value());
      if (result == 0 && place.ref() != null) {
        result = cells[index].ref.compareTo(place.ref());
      }
      return result != 0 ? result : -place.side();
    }

    /** Appends in place: readers do not look behind the size that they saw. */
    private Chunk append(@Nullable Object value, Cell cell) {
      int end = size;
      cells[end] = cell;
      if (values != null) {
        values[end] = value;
      }
      size = end + 1;
      return this;
    }

    private Chunk with(int position, @Nullable Object value, Cell cell) {
      boolean atEnd = position == size;
      Chunk copy = new Chunk(atEnd ? Math.min(max, 2 * size) : size + 1);
      copy.copy(this, 0, 0, position);
      copy.cells[position] = cell;
      if (copy.values != null) {
        copy.values[position] = value;
      }
      copy.copy(this, position, position + 1, size - position);
      copy.size = size + 1;
      return copy;
    }

    private Chunk without(int position) {
      Chunk copy = new Chunk(size - 1);
      copy.copy(this, 0, 0, position);
      copy.copy(this, position + 1, position, size - position - 1);
      copy.size = size - 1;
      return copy;
    }

    private Chunk part(int from, int to) {
      Chunk copy = new Chunk(to - from);
      copy.copy(this, from, 0, to - from);
      copy.size = to - from;
      return copy;
    }

    private Chunk and(Chunk next) {
      Chunk copy = new Chunk(size + next.size);
      copy.copy(this, 0, 0, size);
      copy.copy(next, 0, size, next.size);
      copy.size = size + next.size;
      return copy;
    }

    private void copy(Chunk source, int from, int to, int length) {
      System.arraycopy(source.cells, from, cells, to, length);
      if (source.values != null && values != null) {
        System.arraycopy(source.values, from, values, to, length);
      }
    }
  }
}
