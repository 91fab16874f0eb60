package io.crmkit.kernel.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.access.CallContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Bounds how many denied attempts are recorded: {@value #PER_MINUTE} of an actor in a minute on
 * each node, so that nobody can fill the store by being refused. What was left out is counted and
 * told by the next that is recorded. Thread-safe.
 */
final class DenialLimit {
  static final int PER_MINUTE = 60;

  private static final int MANY_ACTORS = 10_000;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private record Who(String tenant, String actor) {}

  /** The count of one actor; only touched under its own lock. */
  private static final class Count {
    private long minute = Long.MIN_VALUE;
    private int recorded;
    private long missed;

    synchronized long admit(long now) {
      if (now != minute) {
        minute = now;
        recorded = 0;
      }
      if (recorded == PER_MINUTE) {
        missed++;
        return -1;
      }
      recorded++;
      long told = missed;
      missed = 0;
      return told;
    }
  }

  private final Clock clock;
  private final Cache<Who, Count> counts =
      Caffeine.newBuilder().maximumSize(MANY_ACTORS).executor(Runnable::run).build();

  DenialLimit(Clock clock) {
    this.clock = clock;
  }

  /** How many attempts were left out before this one; -1 where this one is left out as well. */
  long admit(CallContext who) {
    Count count =
        Objects.requireNonNull(
            counts.get(new Who(who.tenant(), who.actor()), someone -> new Count()));
    return count.admit(Math.floorDiv(clock.millis(), MINUTE));
  }
}
