package io.crmkit.persistence.testing;

import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreLaws;
import io.crmkit.testing.Universe;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.jspecify.annotations.Nullable;

/** The laws on a database; its subclasses say {@link On} which. */
@AddLifecycleHook(On.Wanted.class)
@AddLifecycleHook(SqlLaws.Fewer.class)
public abstract class SqlLaws extends StoreLaws {
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
  protected final boolean writersWait() {
    return true;
  }

  @Override
  protected final boolean purgesHinderAdding() {
    return getClass().getAnnotation(On.class).value() == Database.MARIADB;
  }

  /** Runs no more tries than the database has time for. */
  public static final class Fewer implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      int percent = context.containerClass().getAnnotation(On.class).value().triesPercent();
      int tries = context.attributes().tries().orElse(1000);
      context.attributes().setTries(Math.max(1, tries * percent / 100));
      return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
      return PropagationMode.ALL_DESCENDANTS;
    }
  }
}
