package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreLaws;

/** The store as it behaves with many rows, of which it rather collects few than walk. */
class CollectingMemoryStoreLawsTest extends StoreLaws {
  @Override
  protected Store freshStore() {
    return new MemoryStore(new Tuning(0, 1_000, 1, 16, 4));
  }

  @Override
  protected void dispose(Store used) {
    used.close();
  }
}
