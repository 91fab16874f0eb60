package io.crmkit.permission;

import io.crmkit.kernel.work.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A moment, and what day it is then where the host is. */
record Moment(Instant instant, LocalDate day, ZoneId zone) {
  static Moment of(Workspace space, ZoneId zone) {
    Instant now = space.now();
    return new Moment(now, LocalDate.ofInstant(now, zone), zone);
  }

  /** When a day begins. */
  Instant startOf(LocalDate other) {
    return other.equals(LocalDate.MAX) ? Instant.MAX : other.atStartOfDay(zone).toInstant();
  }
}
