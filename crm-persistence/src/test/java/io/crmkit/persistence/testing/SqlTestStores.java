package io.crmkit.persistence.testing;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.TestStores;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Stores on a database for tests of features. All of them are on the same tables; each test has
 * tenants of its own.
 */
public final class SqlTestStores implements TestStores {
  private static final AtomicInteger TESTS = new AtomicInteger();
  private static final Map<Database, DataSource> POOLS = new ConcurrentHashMap<>();

  @Override
  public Supplier<Store> nodes(String database) {
    String prefix = "t" + TESTS.incrementAndGet() + "-";
    DataSource pool = POOLS.computeIfAbsent(Database.called(database), SqlTestStores::pool);
    return () -> new OwnTenants(SqlStore.on(pool), prefix);
  }

  /** The pool of the host that all tests together are; it lasts as long as they do. */
  private static DataSource pool(Database database) {
    Place place = database.place("crm_features");
    return place.pool(true, place.patience());
  }

  @Override
  public Optional<String> leftOut(String database) {
    Database wanted = Database.called(database);
    return wanted.wanted() ? Optional.empty() : Optional.of(wanted.leftOut());
  }

  private record OwnTenants(SqlStore store, String prefix) implements Store {
    @Override
    public void open(Collection<EntityType<?>> types) {
      store.open(types);
    }

    @Override
    public StoreReader reader(String tenant, Layout layout) {
      return store.reader(prefix + tenant, layout);
    }

    @Override
    public StoreTransaction begin(String tenant, Layout layout) {
      return store.begin(prefix + tenant, layout);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
