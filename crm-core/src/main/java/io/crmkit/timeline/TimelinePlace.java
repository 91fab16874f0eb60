package io.crmkit.timeline;

import io.crmkit.kernel.record.Ref;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in a timeline. The newest comes first; of what happened at the same moment, the greatest
 * identity, compared as unsigned bytes.
 *
 * @param at the moment, to the microsecond
 * @param id the identity of what happened
 */
public record TimelinePlace(Instant at, UUID id) implements Comparable<TimelinePlace> {
  @Override
  public int compareTo(TimelinePlace other) {
    int order = other.at.compareTo(at);
    return order != 0 ? order : compare(other.id, id);
  }

  private static int compare(UUID a, UUID b) {
    int order = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return order != 0
        ? order
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }

  static TimelinePlace of(Instant at, Ref<?> record) {
    return new TimelinePlace(at, record.id());
  }
}
