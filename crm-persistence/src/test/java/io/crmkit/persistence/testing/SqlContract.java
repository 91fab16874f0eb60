package io.crmkit.persistence.testing;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreContract;
import io.crmkit.testing.Universe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on a database; its subclasses say {@link On} which. */
@ExtendWith(On.Wanted.class)
public abstract class SqlContract extends StoreContract {
  private @Nullable Bench bench;

  @Override
  protected final Store freshStore() {
    bench = Bench.of(getClass(), Universe.TYPES);
    return bench.store();
  }

  @Override
  protected final void dispose(Store used) {
    if (bench != null) {
      bench.close();
      bench = null;
    }
  }

  @Override
  public final boolean writersWait() {
    return true;
  }

  @Override
  public final boolean seesOnlyItsSnapshot() {
    return getClass().getAnnotation(On.class).wiring().joins();
  }
}
