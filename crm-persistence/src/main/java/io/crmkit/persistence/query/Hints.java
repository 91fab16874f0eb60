package io.crmkit.persistence.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of how lists were found, so that the next page of the same list is looked for
 * in the best place first. Nothing but time depends on it. Thread-safe.
 */
final class Hints {
  private static final int LISTS = 4_000;

  /**
   * A place up to which a page reaches.
   *
   * @param key what its row is sorted by
   * @param id its identity; null for the last of all that have the key
   */
  record Bound(Object key, @Nullable UUID id) {}

  private final Cache<String, Hint> hints =
      Caffeine.newBuilder().maximumSize(LISTS).executor(Runnable::run).build();

  /** What is remembered of one list. Threads may overwrite what others have just found out. */
  static final class Hint {
    /** So often it is believed, then what was given up is tried again: lists change. */
    private static final int BELIEVED = 200;

    /** How much farther than the page before it one is likely to reach: rows lie unevenly. */
    private static final double MARGIN = 1.4;

    private static final int UNKNOWN = -1;

    private final AtomicInteger uses = new AtomicInteger();
    private volatile int sieved = UNKNOWN;
    private volatile boolean walks = true;
    private volatile boolean ends;
    private volatile boolean many;
    private volatile @Nullable Way way;

    /** From where to where a page reached; from nowhere, if it was the first. */
    private record Way(@Nullable Object from, Bound to) {}

    /**
     * How many rows of everybody to read and to pick from; 0 for none.
     *
     * @param begins how many where nothing is known
     */
    int sieved(int begins) {
      int rows = sieved;
      return rows == UNKNOWN ? begins : rows;
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

    /** True where rows that have what is sorted by are probably fewer than a page. */
    boolean ends() {
      return ends;
    }

    void ends(boolean soon) {
      ends = soon;
    }

    /** True where more rows pass than are good to be sorted. */
    boolean many() {
      return many;
    }

    void tooMany() {
      many = true;
    }

    /**
     * How far a page probably reaches.
     *
     * @param from what the row has that it goes on behind; null for the first page
     * @return null where nobody knows
     */
    @Nullable Bound reaches(@Nullable Object from) {
      Way known = way;
      if (known == null || (from == null) != (known.from() == null)) {
        return null;
      }
      if (from == null || known.from() == null) {
        return known.to();
      }
      Object to = beyond(from, known.from(), known.to().key());
      return to == null ? null : new Bound(to, null);
    }

    void reached(@Nullable Object from, Bound to) {
      way = new Way(from, to);
    }

    private static @Nullable Object beyond(Object place, Object from, Object to) {
      if (place instanceof LocalDate day
          && from instanceof LocalDate a
          && to instanceof LocalDate b) {
        return within(day.plusDays(farther(b.toEpochDay() - a.toEpochDay())));
      }
      if (place instanceof Instant at && from instanceof Instant a && to instanceof Instant b) {
        Instant then = at.plusMillis(farther(Duration.between(a, b).toMillis()));
        return within(LocalDate.ofEpochDay(Math.floorDiv(then.getEpochSecond(), 86_400))) == null
            ? null
            : then;
      }
      if (place instanceof Long at && from instanceof Long a && to instanceof Long b) {
        return great(at) || great(a) || great(b) ? null : (Object) (at + farther(b - a));
      }
      return null;
    }

    private static boolean great(long number) {
      return Math.abs(number / 2) > Long.MAX_VALUE / 8;
    }

    private static @Nullable LocalDate within(LocalDate day) {
      return day.getYear() < 1 || day.getYear() > 9999 ? null : day;
    }

    private static long farther(long distance) {
      return (long) (distance * MARGIN) + Long.signum(distance);
    }

    private Hint used() {
      if (uses.incrementAndGet() >= BELIEVED) {
        uses.set(0);
        sieved = sieved == 0 ? UNKNOWN : sieved;
        walks = true;
      }
      return this;
    }
  }

  /**
   * What is remembered of a list.
   *
   * @param list tells it from other ones
   */
  Hint of(String list) {
    return hints.get(list, unknown -> new Hint()).used();
  }
}
