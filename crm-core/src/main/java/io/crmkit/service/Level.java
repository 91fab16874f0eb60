package io.crmkit.service;

import io.crmkit.calendar.BusinessHours;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service level ready to compute with. */
record Level(
    Ref<ServiceLevel> ref,
    Condition<Case> condition,
    BusinessHours hours,
    Set<CaseState> pausedIn,
    Map<Priority, Target> targets,
    List<EscalationRung> ladder) {

  record Target(@Nullable Duration response, @Nullable Duration resolution) {
    static final Target NONE = new Target(null, null);

    Optional<Duration> of(TargetKind kind) {
      return Optional.ofNullable(kind == TargetKind.RESPONSE ? response : resolution);
    }
  }

  boolean runsIn(CaseState state) {
    return !state.done() && !pausedIn.contains(state);
  }

  Target target(Priority priority) {
    return targets.getOrDefault(priority, Target.NONE);
  }

  /** The clock of a promise: that of the answer is not held back by what came after it. */
  ServiceClock clock(TargetKind kind, Life life) {
    return ServiceClock.of(hours, life.until(kind), this::runsIn);
  }

  /** When the promise is broken; empty where that is not known. */
  Optional<Instant> due(TargetKind kind, Life life) {
    return target(life.priority()).of(kind).flatMap(clock(kind, life)::shows);
  }

  /** When a rung is reached; empty where that is not known, or where the promise has been kept. */
  Optional<Instant> reached(EscalationRung rung, Life life) {
    TargetKind kind = rung.require(EscalationRung.TARGET);
    if (life.done(kind) != null) {
      return Optional.empty();
    }
    long percent = rung.require(EscalationRung.PERCENT);
    return target(life.priority())
        .of(kind)
        .map(time -> time.multipliedBy(percent).dividedBy(100))
        .flatMap(clock(kind, life)::shows);
  }
}
