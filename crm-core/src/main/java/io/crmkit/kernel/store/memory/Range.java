package io.crmkit.kernel.store.memory;

import org.jspecify.annotations.Nullable;

/**
 * A part of an index.
 *
 * @param index the index
 * @param low where it begins; null for the beginning of the index
 * @param high where it ends; null for the end of the index
 */
record Range(OrderedIndex index, @Nullable Place low, @Nullable Place high) {
  /** What this and {@code other}, of the same index, have in common. */
  Range and(Range other) {
    Place from = low;
    if (from == null || (other.low != null && index.compare(other.low, from) > 0)) {
      from = other.low;
    }
    Place to = high;
    if (to == null || (other.high != null && index.compare(other.high, to) < 0)) {
      to = other.high;
    }
    return new Range(index, from, to);
  }

  /** The value that all its entries have; null where it is a range of values. */
  @Nullable Object onlyValue() {
    if (low == null || high == null || low.ref() != null || high.ref() != null) {
      return null;
    }
    Object value = low.value();
    return value != null && low.side() < 0 && high.side() > 0 && index.same(value, high.value())
        ? value
        : null;
  }

  /** About how many entries there are. */
  long size() {
    return index.estimate(this);
  }
}
