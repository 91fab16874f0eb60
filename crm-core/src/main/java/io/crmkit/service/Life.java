package io.crmkit.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the clocks of a case depend on. */
record Life(
    Priority priority,
    List<ServiceClock.Entry> trail,
    @Nullable Instant responded,
    @Nullable Instant resolved) {

  /** When the state changed last. */
  Instant moved() {
    return trail.get(trail.size() - 1).at();
  }

  /** When a promise was kept, late or not; null where it is still to be kept. */
  @Nullable Instant done(TargetKind kind) {
    return kind == TargetKind.RESPONSE ? responded : resolved;
  }

  /** The states as they were when the promise was kept, as if they had lasted. */
  List<ServiceClock.Entry> until(TargetKind kind) {
    Instant done = done(kind);
    if (done == null) {
      return trail;
    }
    List<ServiceClock.Entry> kept = new ArrayList<>();
    for (ServiceClock.Entry entry : trail) {
      if (kept.isEmpty() || (!entry.at().isAfter(done) && !entry.state().done())) {
        kept.add(entry);
      } else if (entry.at().isBefore(done)) {
        kept.add(entry); // done once and reopened since
      }
    }
    return kept;
  }
}
