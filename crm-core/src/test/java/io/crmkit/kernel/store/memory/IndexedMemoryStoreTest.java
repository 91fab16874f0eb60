package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreContract;

/** The store as it behaves with many rows: whatever can be found by an index is. */
class IndexedMemoryStoreTest extends StoreContract {
  @Override
  protected Store freshStore() {
    return new MemoryStore(new Tuning(0, 0, 1, 0, 4));
  }

  @Override
  protected void dispose(Store used) {
    used.close();
  }
}
