package io.crmkit.kernel.store.memory;

import java.lang.invoke.VarHandle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The states that somebody reads, each named by the number of its commit: what they show must not
 * be thrown away. Thread-safe, without a lock.
 */
final class Snapshots {
  private final Set<Pin> pins = ConcurrentHashMap.newKeySet();

  /** Holds the newest committed state until {@link #release}. */
  Pin pin(LongSupplier committed) {
    Pin pin = new Pin();
    pins.add(pin);
    // Seen before it has a number, it holds everything; not seen yet, it gets a newer number.
    VarHandle.fullFence();
    pin.seq = committed.getAsLong();
    return pin;
  }

  void release(Pin pin) {
    pins.remove(pin);
  }

  /** The oldest state somebody reads, at most {@code newest}. */
  long oldest(long newest) {
    VarHandle.fullFence();
    long oldest = newest;
    for (Pin pin : pins) {
      oldest = Math.min(oldest, pin.seq);
    }
    return oldest;
  }

  /** One reader's hold on a state. */
  static final class Pin {
    private final int hash = (int) Thread.currentThread().getId();
    private volatile long seq;

    long seq() {
      return seq;
    }

    /** The one that objects have of their own takes as long to make as all the rest of a pin. */
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }
}
