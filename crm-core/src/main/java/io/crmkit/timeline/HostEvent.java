package io.crmkit.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Something that happened to a customer in the host's own systems.
 *
 * @param at when; cut to the microsecond
 * @param id its identity, the same whenever it is asked for
 * @param kind what it is, in the host's words, for example {@code "erp.invoice"}
 * @param text what to show
 */
public record HostEvent(Instant at, UUID id, String kind, String text) {
  /** Cuts the moment. */
  public HostEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  TimelinePlace place() {
    return new TimelinePlace(at, id);
  }
}
