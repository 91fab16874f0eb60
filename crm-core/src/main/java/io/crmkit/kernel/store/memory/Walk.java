package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored rows of one or more ranges of indexes in a view, each range in its order or backwards,
 * without those that the view's own writes replace.
 */
final class Walk implements Rows {
  private final View view;
  private final @Nullable Writes written;
  private final List<Range> ranges;
  private final boolean backwards;
  private int nextRange;
  private Chunk @Nullable [] list;
  private Range range;
  private int chunkIndex;
  private @Nullable Chunk chunk;
  private int position;
  private int end;
  private boolean last;

  /** How many rows are taken at once: few at first, since one may be enough. */
  private int ahead = 4;

  private final Row[] rows = new Row[32];
  private int given;
  private int taken;

  /** Counted so that the values of several rows are fetched at a time; nobody asks for it. */
  @SuppressWarnings("UnusedVariable")
  private int inBin;

  /**
   * @param ranges at least one
   */
  Walk(View view, EntityType<?> type, List<Range> ranges, boolean backwards) {
    this.view = view;
    this.written = view.written(type);
    this.ranges = ranges;
    this.backwards = backwards;
    this.range = ranges.get(0);
  }

  @Override
  public @Nullable Row next() {
    while (given == taken) {
      Chunk current = chunk;
      if (current != null) {
        take(current);
      } else if (!nextChunk()) {
        return null;
      }
    }
    return rows[given++];
  }

  /**
   * Takes some rows at once: rows lie far apart in memory, and while nothing is decided about one
   * the processor waits for several of them at a time.
   */
  private void take(Chunk current) {
    given = 0;
    taken = 0;
    boolean byId = range.index().ofIds();
    int step = backwards ? -1 : 1;
    int behind = Math.abs(end - position) <= ahead ? end : position + step * ahead;
    for (; position != behind; position += step) {
      Cell cell = current.cell(position);
      Row row = view.stored(cell, written);
      if (row != null && (byId || !cell.moved || range.index().standsAt(row, current, position))) {
        rows[taken++] = row;
      }
    }
    for (int i = 0; i < taken; i++) {
      inBin += rows[i].deleted() ? 1 : 0;
    }
    ahead = Math.min(2 * ahead, rows.length);
    if (position == end) {
      chunk = null;
    }
  }

  /** Enters the next chunk, if there is one, of this or the next range; false at the end. */
  private boolean nextChunk() {
    Chunk[] chunks = list;
    if (chunks == null) {
      if (nextRange == ranges.size()) {
        return false;
      }
      range = ranges.get(nextRange++);
      chunks = range.index().chunks();
      list = chunks;
      Place start = backwards ? range.high() : range.low();
      chunkIndex =
          start != null && chunks.length > 0
              ? range.index().find(chunks, start)
              : backwards ? chunks.length - 1 : 0;
    } else {
      chunkIndex += backwards ? -1 : 1;
    }
    if (last || chunkIndex < 0 || chunkIndex >= chunks.length) {
      list = null;
      last = false;
    } else {
      enter(OrderedIndex.at(chunks, chunkIndex).settled());
    }
    return true;
  }

  private void enter(Chunk entered) {
    int size = entered.size();
    int from = range.low() == null ? 0 : entered.before(range.low());
    int to = range.high() == null ? size : entered.before(range.high());
    last = backwards ? from > 0 : to < size;
    if (from < to) {
      chunk = entered;
      position = backwards ? to - 1 : from;
      end = backwards ? from - 1 : to;
    }
  }
}
