package io.crmkit.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class ManualClock extends Clock {
  private final AtomicReference<Instant> now;

  /** A clock that shows {@code start}. */
  public ManualClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** Moves on, or back where {@code step} is negative. */
  public void advance(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }

  /** Shows another time. */
  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody needs another zone");
  }
}
