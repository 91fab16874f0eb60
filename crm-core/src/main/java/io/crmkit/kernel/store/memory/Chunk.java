package io.crmkit.kernel.store.memory;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of an index side by side, in order, at least one. Nothing of it changes but that
 * entries are appended to its end: readers do not look behind the size that they saw.
 *
 * <p>Who looks for a place compares numbers, one beside the other: the ranks that a kind gives its
 * values. Only where they are equal is it asked for the value, unless the rank says all, and for
 * the identity.
 *
 * <p>A few entries that came late are kept apart, since to put each of them among the others would
 * be to copy all. Readers take the chunk {@linkplain #settled settled}.
 */
final class Chunk {
  private final Order order;
  private final Cell[] cells;
  private final long @Nullable [] ranks;

  /** The rank of the first entry, which is looked at most. */
  private long first;

  private final @Nullable Object @Nullable [] values;
  private volatile int size;
  private final @Nullable Chunk late;
  private volatile @Nullable Chunk settled;

  /**
   * How the entries of an index are compared.
   *
   * @param ranked false where all stand in the order of their identities
   * @param values the order of values of equal rank, missing ones last; null where these are equal
   * @param max how many entries lie together at the most
   */
  record Order(boolean ranked, @Nullable Comparator<@Nullable Object> values, int max) {
    /** How many entries are kept apart at the most. */
    private int late() {
      return Math.max(1, max / 16);
    }
  }

  /** A chunk with room for {@code capacity} entries, of which there is to be one at least. */
  Chunk(Order order, int capacity) {
    this.order = order;
    this.cells = new Cell[capacity];
    this.ranks = order.ranked ? new long[capacity] : null;
    this.values = order.values == null ? null : new @Nullable Object[capacity];
    this.late = null;
  }

  /** The same with other entries kept apart. */
  private Chunk(Chunk base, Chunk late) {
    this.order = base.order;
    this.cells = base.cells;
    this.ranks = base.ranks;
    this.values = base.values;
    this.first = base.first;
    this.size = base.size;
    this.late = late;
  }

  /** How many entries there are. */
  int size() {
    return size + (late == null ? 0 : late.size);
  }

  /** The cell of an entry of a settled chunk. */
  Cell cell(int index) {
    return cells[index];
  }

  /** The same with every entry in its place. */
  Chunk settled() {
    Chunk apart = late;
    if (apart == null) {
      return this;
    }
    Chunk known = settled;
    if (known == null) {
      known = merged(apart);
      settled = known;
    }
    return known;
  }

  private Chunk merged(Chunk apart) {
    Chunk all = new Chunk(order, size + apart.size);
    int from = 0;
    for (int i = 0; i < apart.size; i++) {
      int to = position(apart.place(i));
      all.copy(this, from, from + i, to - from);
      all.copy(apart, i, to + i, 1);
      from = to;
    }
    all.copy(this, from, from + apart.size, size - from);
    all.size = size + apart.size;
    return all;
  }

  /** How many entries stand before the place. */
  int before(Place place) {
    return position(place) + (late == null ? 0 : late.position(place));
  }

  /** True where all entries stand before the place. */
  boolean endsBefore(Place place) {
    return compare(size - 1, place) < 0 && (late == null || late.compare(late.size - 1, place) < 0);
  }

  /** True where the chunk begins before the place. */
  boolean beginsBefore(Place place) {
    return first != place.rank() ? first < place.rank() : compare(0, place) < 0;
  }

  /** True where there is an entry of the row and the value that the place is beside. */
  boolean has(Place place) {
    return hasAt(position(place), place)
        || (late != null && late.hasAt(late.position(place), place));
  }

  private boolean hasAt(int position, Place before) {
    return position < size && compareEntry(position, before) == 0;
  }

  /** True where the value of an entry is that of a place. */
  boolean standsAt(int index, Place place) {
    return compareValue(index, place) == 0;
  }

  private Place place(int index) {
    return new Place(
        ranks == null ? 0 : ranks[index],
        values == null ? null : values[index],
        cells[index].ref,
        -1);
  }

  /** The index of the first entry behind the place. */
  private int position(Place place) {
    int low = 0;
    int high = size;
    long[] numbers = ranks;
    if (numbers != null) {
      low = firstFrom(numbers, place.rank(), low, high);
      if (low == high || numbers[low] != place.rank()) {
        return low;
      }
      if (numbers[high - 1] != place.rank()) {
        high = firstFrom(numbers, place.rank() + 1, low, high);
      }
    }
    // What is made later comes later by identity, so most new entries come last of their value.
    if (compare(high - 1, place) < 0) {
      return high;
    }
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

  private static int firstFrom(long[] numbers, long least, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Negative where the entry stands before the place, positive where behind. */
  private int compare(int index, Place place) {
    int result = compareEntry(index, place);
    return result != 0 ? result : -place.side();
  }

  private int compareEntry(int index, Place place) {
    int result = compareValue(index, place);
    return result == 0 && place.ref() != null ? cells[index].compareTo(place.ref()) : result;
  }

  private int compareValue(int index, Place place) {
    int result = ranks == null ? 0 : Long.compare(ranks[index], place.rank());
    return result == 0 && values != null && order.values != null
        ? order.values.compare(values[index], place.value())
        : result;
  }

  // Writing, under the lock

  /** Appends in place where there is room for an entry behind all others; false where not. */
  boolean append(Place before, Cell cell) {
    if (late != null || size == cells.length || (size > 0 && !endsBefore(before))) {
      return false;
    }
    appended(before, cell);
    return true;
  }

  /** Appends what comes behind all others, for which there is room. */
  Chunk appended(Place before, Cell cell) {
    int end = size;
    put(end, before, cell);
    size = end + 1;
    return this;
  }

  private void put(int position, Place before, Cell cell) {
    cells[position] = cell;
    if (ranks != null) {
      ranks[position] = before.rank();
      first = ranks[0];
    }
    if (values != null) {
      values[position] = before.value();
    }
  }

  /** A chunk with one more entry. */
  Chunk with(Place before, Cell cell) {
    Chunk apart = late;
    int position = position(before);
    if (position == 0 || (apart == null ? position == size : apart.size >= order.late())) {
      return settled().inserted(before, cell);
    }
    return new Chunk(
        this,
        apart == null ? new Chunk(order, 1).appended(before, cell) : apart.inserted(before, cell));
  }

  private Chunk inserted(Place before, Cell cell) {
    int position = position(before);
    boolean atEnd = position == size;
    Chunk copy = new Chunk(order, atEnd ? Math.min(order.max, 2 * size) : size + 1);
    copy.copy(this, 0, 0, position);
    copy.put(position, before, cell);
    copy.copy(this, position, position + 1, size - position);
    copy.size = size + 1;
    return copy;
  }

  /** A chunk without the cell's entry of this place; the chunk itself where there is none. */
  Chunk without(Place before, Cell cell) {
    Chunk all = settled();
    int position = all.position(before);
    return all.hasAt(position, before) && all.cells[position] == cell
        ? all.without(position)
        : this;
  }

  private Chunk without(int position) {
    Chunk copy = new Chunk(order, size - 1);
    copy.copy(this, 0, 0, position);
    copy.copy(this, position + 1, position, size - position - 1);
    copy.size = size - 1;
    return copy;
  }

  /** Some of the entries of a settled chunk. */
  Chunk part(int from, int to) {
    Chunk copy = new Chunk(order, to - from);
    copy.copy(this, from, 0, to - from);
    copy.size = to - from;
    return copy;
  }

  /** The entries of this and those of the next chunk. */
  Chunk and(Chunk next) {
    Chunk first = settled();
    Chunk second = next.settled();
    Chunk copy = new Chunk(order, first.size + second.size);
    copy.copy(first, 0, 0, first.size);
    copy.copy(second, 0, first.size, second.size);
    copy.size = first.size + second.size;
    return copy;
  }

  private void copy(Chunk source, int from, int to, int length) {
    System.arraycopy(source.cells, from, cells, to, length);
    if (source.ranks != null && ranks != null) {
      System.arraycopy(source.ranks, from, ranks, to, length);
      first = ranks.length == 0 ? 0 : ranks[0];
    }
    if (source.values != null && values != null) {
      System.arraycopy(source.values, from, values, to, length);
    }
  }
}
