package io.crmkit.persistence.testing;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.schema.SchemaMode;
import io.crmkit.testing.TestStores;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores on a database for tests of features. All of them are on the same tables; each test has
 * tenants of its own.
 */
public final class SqlTestStores implements TestStores {
  private static final AtomicInteger TESTS = new AtomicInteger();
  private static final Map<Database, DataSource> POOLS = new ConcurrentHashMap<>();

  /** What tables there are: to compare them anew for each test takes longer than most tests. */
  private static final Map<DataSource, Set<String>> MADE = new ConcurrentHashMap<>();

  @Override
  public Supplier<Store> nodes(String database) {
    String prefix = "t" + TESTS.incrementAndGet() + "-";
    DataSource pool = POOLS.computeIfAbsent(Database.called(database), SqlTestStores::pool);
    return () -> new OwnTenants(pool, prefix);
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

  private static final class OwnTenants implements Store {
    private final DataSource pool;
    private final String prefix;
    private @Nullable SqlStore store;

    OwnTenants(DataSource pool, String prefix) {
      this.pool = pool;
      this.prefix = prefix;
    }

    @Override
    public void open(Collection<EntityType<?>> types) {
      Set<String> made = MADE.computeIfAbsent(pool, p -> ConcurrentHashMap.newKeySet());
      String shape = types.stream().map(OwnTenants::shape).sorted().collect(Collectors.joining());
      SchemaMode mode = made.contains(shape) ? SchemaMode.IGNORE : SchemaMode.UPDATE;
      SqlStore opened = SqlStore.builder().dataSource(pool).mode(mode).build();
      opened.open(types);
      made.add(shape);
      store = opened;
    }

    private static String shape(EntityType<?> type) {
      return type.name()
          + type.slots().stream().map(field -> field.name() + ':' + field.kind()).toList();
    }

    private SqlStore store() {
      return Objects.requireNonNull(store, "not opened");
    }

    @Override
    public StoreReader reader(String tenant, Layout layout) {
      return store().reader(prefix + tenant, layout);
    }

    @Override
    public StoreTransaction begin(String tenant, Layout layout) {
      return store().begin(prefix + tenant, layout);
    }

    @Override
    public void close() {
      if (store != null) {
        store.close();
      }
    }
  }
}
