package io.crmkit.calendar;

import java.time.Instant;

/** Open time without a break, from {@code from} to before {@code until}, in nanoseconds of 1970. */
record Span(long from, long until) {
  private static final long SECOND = 1_000_000_000L;

  static long nanos(Instant at) {
    return at.getEpochSecond() * SECOND + at.getNano();
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  /** How much of it lies before {@code at}. */
  long before(long at) {
    return Math.max(0, Math.min(at, until) - from);
  }

  long length() {
    return until - from;
  }
}
