package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps everything in memory, for tests, demonstrations and data that fits. Thread-safe.
 *
 * <p>Reads never wait. Commits of one tenant follow one another, those of several tenants run side
 * by side. A transaction that is never closed keeps every version overwritten since in memory.
 *
 * <p><b>Indexes</b> are made by themselves when a query can use one: for equality and ranges on
 * references and on {@linkplain io.crmkit.kernel.record.Field#indexed() indexed} fields, for
 * sorting on any field; at most one per field, 8 to 24 bytes per row each. The query that first
 * needs one waits until it is made; commits go on meanwhile. The table by identity is made when a
 * row of the type is first looked for, which takes some 30 ms per million rows; commits wait for
 * that.
 */
public final class MemoryStore implements Store {
  private final Types types = new Types();
  private final ConcurrentHashMap<String, Space> spaces = new ConcurrentHashMap<>();
  private final Tuning tuning;
  private volatile boolean closed;

  /** Makes an empty store. */
  public MemoryStore() {
    this(Tuning.DEFAULT);
  }

  MemoryStore(Tuning tuning) {
    this.tuning = tuning;
  }

  @Override
  public void open(Collection<EntityType<?>> all) {
    check();
    types.add(all);
  }

  @Override
  public StoreReader reader(String tenant, Layout layout) {
    return new MemoryReader(space(tenant));
  }

  @Override
  public StoreTransaction begin(String tenant, Layout layout) {
    return new MemoryTransaction(space(tenant), layout);
  }

  @Override
  public boolean keepsObjects() {
    return true;
  }

  private Space space(String tenant) {
    check();
    Space space = spaces.get(tenant);
    return space != null ? space : spaces.computeIfAbsent(tenant, name -> new Space(this));
  }

  Types types() {
    return types;
  }

  Tuning tuning() {
    return tuning;
  }

  void check() {
    if (closed) {
      throw StoreException.closed("The store");
    }
  }

  @Override
  public void close() {
    closed = true;
    spaces.clear();
  }
}
