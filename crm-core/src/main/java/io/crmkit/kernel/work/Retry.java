package io.crmkit.kernel.work;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.StoreException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

/** Repeats whole units of work that failed for a reason that passes. */
public final class Retry {
  private static final int LONGEST_PAUSE_MS = 256;

  private Retry() {}

  /**
   * Calls {@code work} in a unit of its own, up to {@code attempts} times; once alone within a
   * transaction of the host, of which more may be undone than the unit.
   *
   * @throws InvalidRequestException within a unit of work: only the whole of it can be repeated
   */
  public static <T> T call(Workspace space, int attempts, Function<Workspace, T> work) {
    return call(space, attempts, Retry::passes, work);
  }

  /**
   * As the other, for the failures that {@code again} says.
   *
   * @param again true for a failure that passes
   */
  public static <T> T call(
      Workspace space,
      int attempts,
      Predicate<? super CrmException> again,
      Function<Workspace, T> work) {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts " + attempts + ": at least 1");
    }
    if (!(space instanceof SessionSpace)) {
      throw new InvalidRequestException("request.retry_inside");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return space.call(work);
      } catch (CrmException failure) {
        if (attempt == attempts || space.engine.store().joinsHost() || !again.test(failure)) {
          throw failure;
        }
        int bound = Math.min(LONGEST_PAUSE_MS, 1 << Math.min(attempt, 8));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(space.engine.jitter(bound) + 1L));
      }
    }
  }

  private static boolean passes(CrmException failure) {
    if (failure instanceof StoreException broken) {
      return broken.isTransient();
    }
    return failure instanceof ConflictException && !failure.code().equals(ConflictException.TWICE);
  }
}
