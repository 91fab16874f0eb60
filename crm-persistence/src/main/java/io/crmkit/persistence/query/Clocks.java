package io.crmkit.persistence.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the clocks of a zone show what. */
final class Clocks {
  private Clocks() {}

  /**
   * The moments at which it begins and ceases, in turn, to be so that the clocks show {@code day}
   * or a later one. It is not so before the first and is for ever from the last; there is more than
   * one where clocks were turned back over midnight.
   */
  static List<Instant> from(LocalDate day, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    LocalDateTime midnight = day.atStartOfDay();
    Instant start = midnight.toInstant(ZoneOffset.MAX).minusSeconds(1);
    Instant end = midnight.toInstant(ZoneOffset.MIN).plusSeconds(1);
    List<Instant> turns = new ArrayList<>();
    boolean so = false;
    ZoneOffset offset = rules.getOffset(start);
    for (Instant at = start; at.isBefore(end); ) {
      ZoneOffsetTransition next = rules.nextTransition(at);
      Instant until = next == null || next.getInstant().isAfter(end) ? end : next.getInstant();
      Instant shown = midnight.toInstant(offset);
      boolean already = !shown.isAfter(at);
      if (already != so) {
        turns.add(at);
        so = already;
      }
      if (!so && shown.isBefore(until)) {
        turns.add(shown);
        so = true;
      }
      at = until;
      offset = offsetAfter(next, offset);
    }
    return turns;
  }

  private static ZoneOffset offsetAfter(@Nullable ZoneOffsetTransition next, ZoneOffset before) {
    return next == null ? before : next.getOffsetAfter();
  }
}
