package io.crmkit.kernel.secret;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts encryption between the kernel and a store: the store sees ciphertexts and blind indexes in
 * place of encrypted values, and is asked by those. Whatever a store writes, indexes, logs or backs
 * up, it has nothing else.
 */
public final class SealedStore implements Store {
  private final Store store;
  private final Vault vault;

  /** The tenants that have keys; where reading them takes no connection, that is enough to know. */
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  /**
   * @param store where rows are kept
   * @param vault has a key ring
   */
  public SealedStore(Store store, Vault vault) {
    this.store = store;
    this.vault = vault;
  }

  @Override
  public void open(Collection<EntityType<?>> types) {
    store.open(types);
  }

  @Override
  public StoreReader reader(String tenant, Layout layout) {
    return layout.hasSecrets()
        ? new SealedReader<>(store.reader(tenant, layout.stored()), vault, tenant, layout)
        : store.reader(tenant, layout);
  }

  @Override
  public StoreTransaction begin(String tenant, Layout layout) {
    if (!store.keepsObjects() || !begun.contains(tenant)) {
      vault.keys(tenant); // before, since it may take a transaction of its own
      begun.add(tenant);
    }
    return layout.hasSecrets()
        ? new SealedTransaction(store.begin(tenant, layout.stored()), vault, tenant, layout)
        : store.begin(tenant, layout);
  }

  @Override
  public boolean joinsHost() {
    return store.joinsHost();
  }

  @Override
  public boolean keepsObjects() {
    return store.keepsObjects();
  }

  @Override
  public void close() {
    store.close();
  }
}
