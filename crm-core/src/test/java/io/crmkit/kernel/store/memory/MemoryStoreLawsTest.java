package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreLaws;

/** The store as users get it. */
class MemoryStoreLawsTest extends StoreLaws {
  @Override
  protected Store freshStore() {
    return new MemoryStore();
  }

  @Override
  protected void dispose(Store used) {
    used.close();
  }
}
