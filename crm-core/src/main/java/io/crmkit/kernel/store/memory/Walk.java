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
  private OrderedIndex.Chunk @Nullable [] list;
  private Range range;
  private int chunkIndex;
  private OrderedIndex.@Nullable Chunk chunk;
  private int position;
  private int end;
  private boolean last;

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
    while (true) {
      OrderedIndex.Chunk current = chunk;
      if (current == null) {
        if (!nextChunk()) {
          return null;
        }
        continue;
      }
      while (position != end) {
        int i = position;
        position += backwards ? -1 : 1;
        Row row = view.stored(current.cells[i], written);
        if (row != null && (range.index().ofIds() || matches(current, i, row))) {
          return row;
        }
      }
      chunk = null;
    }
  }

  private boolean matches(OrderedIndex.Chunk current, int index, Row row) {
    return range.index().same(range.index().keyOf(row), current.value(index));
  }

  /** Enters the next chunk, if there is one, of this or the next range; false at the end. */
  private boolean nextChunk() {
    OrderedIndex.Chunk[] chunks = list;
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
      enter(OrderedIndex.at(chunks, chunkIndex));
    }
    return true;
  }

  private void enter(OrderedIndex.Chunk entered) {
    int size = entered.size();
    int from = range.low() == null ? 0 : entered.after(range.low());
    int to = range.high() == null ? size : entered.after(range.high());
    last = backwards ? from > 0 : to < size;
    if (from < to) {
      chunk = entered;
      position = backwards ? to - 1 : from;
      end = backwards ? from - 1 : to;
    }
  }
}
