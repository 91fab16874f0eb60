package io.crmkit.persistence;

import io.crmkit.kernel.error.StoreException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps purges and other writes apart on H2, which alone of the databases looks whether a row is
 * referred to without locking out those who are about to refer to it. Thread-safe.
 */
final class PurgeGate {
  private static final int EVERYBODY = Integer.MAX_VALUE;
  private static final long PATIENCE_MS = 2_000;

  private final Semaphore permits = new Semaphore(EVERYBODY, true);

  /** What a transaction holds. Not thread-safe. */
  final class Pass {
    private int held;

    /** Lets a transaction through that writes, or, alone, one that purges. */
    void enter(boolean purges) {
      int wanted = purges ? EVERYBODY : 1;
      if (held < wanted) {
        acquire(wanted - held);
        held = wanted;
      }
    }

    private void acquire(int more) {
      try {
        if (!permits.tryAcquire(more, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
          throw StoreException.temporary("a purge and other writes were in each other's way", null);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw StoreException.temporary("the thread was interrupted", interrupted);
      }
    }

    void leave() {
      permits.release(held);
      held = 0;
    }
  }

  Pass pass() {
    return new Pass();
  }
}
