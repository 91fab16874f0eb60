package io.crmkit.persistence.fault;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Threads that write units of work, one behind the other, until they are told to end. */
final class Writers implements AutoCloseable {
  /** How many units there may be of one thread. */
  private static final long SHARE = 10_000_000;

  private final Store store;
  private final String tenant;
  private final Log log;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  private Writers(Store store, String tenant, Log log) {
    this.store = store;
    this.tenant = tenant;
    this.log = log;
  }

  static Writers start(Store store, String tenant, int number, Log log) {
    Writers writers = new Writers(store, tenant, log);
    for (int i = 0; i < number; i++) {
      long first = i * SHARE;
      Thread thread = new Thread(() -> writers.write(first), "writer " + i);
      thread.setDaemon(true);
      writers.threads.add(thread);
    }
    writers.threads.forEach(Thread::start);
    return writers;
  }

  private void write(long first) {
    for (long unit = first; !over; unit++) {
      write(store, tenant, unit, log);
    }
  }

  /** Writes one unit and tells the log what the store has said. */
  static void write(Store store, String tenant, long unit, Log log) {
    log.tried(unit);
    try {
      Work.write(store, tenant, unit);
      log.acknowledged(unit);
    } catch (CrmException failure) {
      if (failure instanceof StoreException broken && broken.operation() != null) {
        log.unknown(unit, broken.operation());
      } else {
        log.failed(unit, failure);
      }
      if (failure instanceof StoreException) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
      }
    }
  }

  /** Waits until each has done its last unit. */
  @Override
  public void close() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join(60_000);
      if (thread.isAlive()) {
        IllegalStateException stuck = new IllegalStateException(thread.getName() + " hangs");
        stuck.setStackTrace(thread.getStackTrace());
        throw stuck;
      }
    }
  }
}
