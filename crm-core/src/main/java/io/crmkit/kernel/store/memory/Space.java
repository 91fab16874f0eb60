package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The data of one tenant.
 *
 * <p>Commits are numbered. A commit writes its versions under the lock with the next number and
 * then publishes the number: from that moment on everybody sees all of it. Whoever reads several
 * rows pins the number of the newest commit and sees, of each row, the newest version up to it.
 * What no pinned state needs any more is thrown away by the next commit, in the order it became so.
 */
final class Space {
  private final MemoryStore store;
  private final ConcurrentHashMap<String, Table> tables = new ConcurrentHashMap<>();
  private final Snapshots snapshots = new Snapshots();
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Garbage> garbage = new ArrayDeque<>();
  private volatile long committed;

  Space(MemoryStore store) {
    this.store = store;
  }

  MemoryStore store() {
    return store;
  }

  /** The number of the newest published commit, from 1; 0 before any. */
  long committed() {
    return committed;
  }

  Snapshots.Pin pin() {
    return snapshots.pin(this::committed);
  }

  void release(Snapshots.Pin pin) {
    snapshots.release(pin);
  }

  /** The table of a type, which may have been defined while the store was open. */
  Table table(EntityType<?> type) {
    Table table = tables.get(type.name());
    return table != null
        ? table
        : tables.computeIfAbsent(type.name(), name -> new Table(this, type));
  }

  /** True where this very thread holds the lock. */
  boolean isLocked() {
    return lock.isHeldByCurrentThread();
  }

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      store.check();
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Lets a commit check and write, and then the state go that it was made in. */
  void commit(Commit commit, Snapshots.@Nullable Pin pin) {
    lock.lock();
    try {
      store.check();
      commit.run();
      if (pin != null) {
        release(pin);
      }
      vacuum();
    } finally {
      lock.unlock();
    }
  }

  /** Writes and publishes; under the lock, everything checked. */
  void publish(Overlay overlay) {
    long seq = committed + 1;
    overlay.forEach(writes -> writes.table.free(writes));
    overlay.forEach(writes -> write(writes, seq));
    committed = seq;
    // Last: whoever finds a key taken, without the lock, can see the row that has it.
    overlay.forEach(writes -> writes.table.take(writes));
  }

  private void write(Writes writes, long seq) {
    for (Write write = writes.first(); write != null; write = write.next) {
      Garbage left = writes.table.put(write, seq);
      if (left != null) {
        garbage.add(left);
      }
    }
  }

  /** Throws away what nobody can see any more; under the lock. */
  private void vacuum() {
    if (garbage.isEmpty()) {
      return;
    }
    long oldest = snapshots.oldest(committed);
    for (Garbage next = garbage.peek();
        next != null && next.version().seq <= oldest;
        next = garbage.peek()) {
      garbage.remove();
      next.table().trim(next.cell(), next.version());
    }
  }
}
