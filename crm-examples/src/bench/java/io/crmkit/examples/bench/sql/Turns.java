package io.crmkit.examples.bench.sql;

import java.util.ArrayList;
import java.util.List;

/** Things that have their turn one after the other, again and again. */
final class Turns<T> {
  private final List<T> all;
  private int next;

  Turns(List<T> all) {
    this.all = new ArrayList<>(all);
  }

  T next() {
    T item = all.get(next);
    next = (next + 1) % all.size();
    return item;
  }

  /** What {@link #next} gave last, as it is now. */
  void put(T item) {
    all.set((next + all.size() - 1) % all.size(), item);
  }
}
