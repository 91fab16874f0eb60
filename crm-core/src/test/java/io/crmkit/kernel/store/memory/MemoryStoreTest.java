package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreContract;

/** The store as users get it. */
class MemoryStoreTest extends StoreContract {
  @Override
  protected Store freshStore() {
    return new MemoryStore();
  }

  @Override
  protected void dispose(Store used) {
    used.close();
  }
}
