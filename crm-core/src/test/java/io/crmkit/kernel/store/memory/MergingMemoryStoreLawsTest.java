package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreLaws;

/** The store as it behaves with many rows, of which it merges as many walks as it can. */
class MergingMemoryStoreLawsTest extends StoreLaws {
  @Override
  protected Store freshStore() {
    return new MemoryStore(new Tuning(0, 0, 1, -1_000, 32));
  }

  @Override
  protected void dispose(Store used) {
    used.close();
  }
}
