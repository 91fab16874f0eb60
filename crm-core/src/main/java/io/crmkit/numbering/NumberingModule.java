package io.crmkit.numbering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.util.concurrent.Striped;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Series of numbers and how far they have come. */
public final class NumberingModule implements CrmModule {
  private record Series(String tenant, String code) {}

  private record Year(String tenant, Ref<NumberSeries> series, long year) {}

  private static final int MOST_REMEMBERED = 10_000;

  /** Taking turns saves work and decides nothing, so nobody waits for a lock for ever. */
  private static final int LONGEST_WAIT_SECONDS = 5;

  private final Striped<Lock> turns = Striped.lock(64);

  /** Where to look first; whether it is there is asked each time. */
  private final Cache<Series, Ref<NumberSeries>> series = remembered();

  private final Cache<Year, Ref<NumberCounter>> counters = remembered();

  private static <K, V> Cache<K, V> remembered() {
    return Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run).build();
  }

  @Override
  public String name() {
    return "numbering";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(NumberSeries.TYPE, NumberCounter.TYPE);
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .beforeCommit(NumberSeries.TYPE, NumberingModule::keep)
        .beforeCommit(NumberCounter.TYPE, NumberingModule::keep);
  }

  /** Without its counter a series would begin anew and number documents twice. */
  private static <E extends Entity<E>> void keep(
      Workspace space, @Nullable E before, @Nullable E after) {
    if (before != null && (after == null || after.deleted())) {
      throw new InvalidRequestException("numbering.stays", before.ref());
    }
  }

  <T> T inTurn(String tenant, String code, Supplier<T> work) {
    Lock turn = turns.get(new Series(tenant, code));
    boolean mine = acquired(turn);
    try {
      return work.get();
    } finally {
      if (mine) {
        turn.unlock();
      }
    }
  }

  private static boolean acquired(Lock turn) {
    try {
      return turn.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Nullable Ref<NumberSeries> series(String tenant, String code) {
    return series.getIfPresent(new Series(tenant, code));
  }

  void remember(String tenant, String code, Ref<NumberSeries> ref) {
    series.put(new Series(tenant, code), ref);
  }

  @Nullable Ref<NumberCounter> counter(String tenant, Ref<NumberSeries> of, long year) {
    return counters.getIfPresent(new Year(tenant, of, year));
  }

  void remember(String tenant, Ref<NumberSeries> of, long year, Ref<NumberCounter> ref) {
    counters.put(new Year(tenant, of, year), ref);
  }
}
