package io.crmkit.kernel.work;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/**
 * Makes UUIDs of version 7. The generator counts on within a millisecond; that time never goes back
 * between two calls, of whatever threads, is seen to here.
 */
final class MonotonicIds implements IdSource {
  private final Clock clock;
  private final TimeBasedEpochGenerator generator;
  private long last;

  MonotonicIds(Clock clock, Random random) {
    this.clock = clock;
    this.generator = Generators.timeBasedEpochGenerator(random);
  }

  @Override
  public synchronized UUID next() {
    last = Math.max(last, clock.millis());
    return generator.construct(last);
  }
}
