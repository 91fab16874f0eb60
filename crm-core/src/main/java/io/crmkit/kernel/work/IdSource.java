package io.crmkit.kernel.work;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Makes the identities of records. Thread-safe. */
@FunctionalInterface
public interface IdSource {
  /** Another identity, greater than all this source has made before. */
  UUID next();

  /** UUIDs of version 7 (RFC 9562), increasing even within a millisecond. */
  static IdSource monotonic(Clock clock, Random random) {
    UUIDClock time =
        new UUIDClock() {
          @Override
          public long currentTimeMillis() {
            return clock.millis();
          }
        };
    return Generators.timeBasedEpochGenerator(random, time)::generate;
  }
}
