package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Ref;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table by identity. One writer at a time, under the lock of the space; any number
 * of readers, who never wait.
 *
 * <p><b>Why no map of the JDK.</b> Among many rows every object on the way from an identity to its
 * row is one more wait for memory. A cell knows its identity, so here nothing stands between the
 * array and the cell.
 *
 * <p><b>How it is made.</b> Open addressing, at least half of the places free. Identities made one
 * after the other lie side by side, {@value #BLOCK} to a block, and are pushed aside together; a
 * step of one more than a block comes past every place in the end. A cell stays where it is until
 * the array is replaced by a larger one; a place that was given up stays taken until then.
 */
final class Cells {
  private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Cell[].class);
  private static final int BLOCK_BITS = 7;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int STEP = BLOCK + 1;
  private static final int SMALLEST = 2 * BLOCK;

  /** Fraction of the golden ratio: spreads neighbouring blocks far apart. */
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private volatile @Nullable Cell[] places;
  private int taken;
  private int cells;

  /**
   * @param expected how many cells there are to be at first
   */
  Cells(long expected) {
    places = new @Nullable Cell[(int) Math.max(SMALLEST, 4 * Long.highestOneBit(expected))];
  }

  @Nullable Cell get(Ref<?> ref) {
    @Nullable Cell[] all = places;
    long high = ref.high();
    long low = ref.low();
    int mask = all.length - 1;
    for (int i = home(high, low) & mask; ; i = (i + STEP) & mask) {
      Cell cell = (Cell) PLACE.getAcquire(all, i);
      if (cell == null) {
        return null;
      }
      if (cell.low == low && cell.high == high && !cell.removed) {
        return cell;
      }
    }
  }

  private static int home(long high, long low) {
    long id = 31 * high + low;
    int block = (int) (((id >>> BLOCK_BITS) * GOLDEN) >>> 32);
    // Identities may differ in their upper bits alone.
    int within = (int) (id ^ (id >>> 17) ^ (id >>> 41)) & (BLOCK - 1);
    return (block << BLOCK_BITS) | within;
  }

  // Writing, under the lock

  /** Adds the cell of a row that has none. */
  void add(Cell cell) {
    if (2 * (taken + 1) > places.length) {
      grow();
    }
    put(places, cell);
    taken++;
    cells++;
  }

  private void grow() {
    @Nullable Cell[] old = places;
    @Nullable Cell[] larger =
        new @Nullable Cell[cells * 4 > old.length ? old.length * 2 : old.length];
    for (Cell cell : old) {
      if (cell != null && !cell.removed) {
        put(larger, cell);
      }
    }
    taken = cells;
    places = larger;
  }

  private static void put(@Nullable Cell[] all, Cell cell) {
    int mask = all.length - 1;
    int i = home(cell.high, cell.low) & mask;
    while (all[i] != null) {
      i = (i + STEP) & mask;
    }
    PLACE.setRelease(all, i, cell);
  }

  /** Gives up a cell, whose row nobody can see. */
  void remove(Cell cell) {
    cell.removed = true;
    cells--;
  }
}
