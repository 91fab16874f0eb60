package io.crmkit.persistence.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is remembered of how lists were found, so that the next page of the same list is looked for
 * in the best place first. Nothing but time depends on it. Thread-safe.
 */
final class Hints {
  private static final int LISTS = 4_000;

  private final Cache<String, Hint> hints =
      Caffeine.newBuilder().maximumSize(LISTS).executor(Runnable::run).build();

  /** What is remembered of one list. Threads may overwrite what others have just found out. */
  static final class Hint {
    /** So often it is believed, then everything is tried again: lists change. */
    private static final int BELIEVED = 100;

    private final int begins;
    private volatile int sieved;
    private volatile boolean walks = true;
    private final AtomicInteger uses = new AtomicInteger();

    Hint(int begins) {
      this.begins = begins;
      sieved = begins;
    }

    /** How many rows of everybody to read and to pick from; 0 for none. */
    int sieved() {
      return sieved;
    }

    void sieve(int rows) {
      sieved = rows;
    }

    /** True where the database should look for the rows among the first of everybody. */
    boolean walks() {
      return walks;
    }

    void gather() {
      walks = false;
    }

    private Hint used() {
      if (uses.incrementAndGet() >= BELIEVED) {
        uses.set(0);
        sieved = Math.max(sieved, begins);
        walks = true;
      }
      return this;
    }
  }

  /**
   * What is remembered of a list.
   *
   * @param list tells it from other ones
   * @param sieved how many rows to read and to pick from at first
   */
  Hint of(String list, int sieved) {
    return hints.get(list, unknown -> new Hint(sieved)).used();
  }
}
