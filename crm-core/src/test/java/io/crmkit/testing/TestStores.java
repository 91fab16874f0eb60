package io.crmkit.testing;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.memory.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * Where the CRMs of tests keep their records: in memory, unless {@code -Dcrmkit.test.store} names a
 * database for which a service of this type is on the class path.
 */
public interface TestStores {
  /** The property. */
  String PROPERTY = "crmkit.test.store";

  /**
   * Stores that are not opened yet, each another node on the same records, of which there are none.
   */
  Supplier<Store> nodes(String database);

  /** Why tests on the database are left out; empty where they are not. */
  Optional<String> leftOut(String database);

  /** True where no database is named. */
  static boolean inMemory() {
    return System.getProperty(PROPERTY, "").isEmpty();
  }

  /** A store with nothing in it, not opened yet. */
  static Store fresh() {
    return shared().get();
  }

  /**
   * Stores that are not opened yet, each another node on the same records, of which there are none.
   */
  static Supplier<Store> shared() {
    if (inMemory()) {
      MemoryStore only = new MemoryStore();
      return () -> only;
    }
    String database = System.getProperty(PROPERTY);
    return service(database).nodes(database);
  }

  /** Why tests on the database asked for are left out; empty where they are not. */
  static Optional<String> leftOut() {
    String database = System.getProperty(PROPERTY, "");
    return database.isEmpty() ? Optional.empty() : service(database).leftOut(database);
  }

  private static TestStores service(String database) {
    List<TestStores> found =
        ServiceLoader.load(TestStores.class).stream().map(ServiceLoader.Provider::get).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          PROPERTY + "=" + database + " needs one service, and there are " + found.size());
    }
    return found.get(0);
  }
}
