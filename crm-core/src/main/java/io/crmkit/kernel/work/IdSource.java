package io.crmkit.kernel.work;

import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Makes the identities of records. Thread-safe. */
@FunctionalInterface
public interface IdSource {
  /** Another identity, greater than all this source has made before. */
  UUID next();

  /** UUIDs of version 7 (RFC 9562), increasing within a millisecond and where a clock goes back. */
  static IdSource monotonic(Clock clock, Random random) {
    return new MonotonicIds(clock, random);
  }
}
