package io.crmkit.testing;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a real store is asked. */
public final class CountingStore {
  private static final Set<String> QUESTIONS =
      Set.of("find", "select", "stream", "count", "exists", "aggregate", "write", "commit");

  private final AtomicLong asked = new AtomicLong();
  private final Store store;

  /** Counts what {@code real} is asked through {@link #store}. */
  public CountingStore(Store real) {
    store = counted(Store.class, real);
  }

  /** The store to ask. */
  public Store store() {
    return store;
  }

  /** How many questions something comes to. */
  public long asked(Runnable what) {
    long before = asked.get();
    what.run();
    return asked.get() - before;
  }

  private <T> T counted(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (type != Store.class && QUESTIONS.contains(method.getName())) {
                asked.incrementAndGet();
              }
              try {
                Object answer = method.invoke(real, arguments);
                if (answer instanceof StoreTransaction transaction) {
                  return counted(StoreTransaction.class, transaction);
                }
                return answer instanceof StoreReader reader
                    ? counted(StoreReader.class, reader)
                    : answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
