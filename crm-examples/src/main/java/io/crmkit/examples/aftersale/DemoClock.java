package io.crmkit.examples.aftersale;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the demo, in UTC: it stands still until the demo moves it on. Thread-safe. */
public final class DemoClock extends Clock {
  private volatile Instant now;

  /** A clock that stands at a moment. */
  public DemoClock(Instant begin) {
    this.now = begin;
  }

  /** Moves the clock on; never back. */
  void moveTo(Instant later) {
    if (later.isAfter(now)) {
      now = later;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
