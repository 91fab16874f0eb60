package io.crmkit.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.work.Admission;
import io.crmkit.kernel.work.Engine;
import io.crmkit.kernel.work.Jobs;
import io.crmkit.kernel.work.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Knows which tenants there are and lets sessions into active ones alone. Thread-safe. Another node
 * hears of a change within a minute.
 */
public final class Registry implements Admission {
  private static final int MANY_TENANTS = 100_000;
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private record Known(Optional<Tenant.State> state, Instant until) {}

  private final boolean required;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(MANY_TENANTS).executor(Runnable::run).build();

  /**
   * @param required true where a tenant that is not registered is refused
   */
  public Registry(boolean required) {
    this.required = required;
  }

  @Override
  public void check(Engine engine, String tenant) {
    if (tenant.equals(Tenant.REGISTRY)) {
      throw new InvalidRequestException("tenant.reserved", tenant);
    }
    Optional<Tenant.State> state = state(engine, tenant);
    if (state.isEmpty() && required) {
      throw new InvalidRequestException("tenant.unknown", tenant);
    }
    if (state.isPresent() && state.get() != Tenant.State.ACTIVE) {
      throw new InvalidRequestException(
          state.get() == Tenant.State.SUSPENDED ? "tenant.suspended" : "tenant.deleting", tenant);
    }
  }

  private Optional<Tenant.State> state(Engine engine, String tenant) {
    Instant now = engine.now();
    Known last = known.getIfPresent(tenant);
    if (last == null || !now.isBefore(last.until())) {
      Optional<Tenant> entry = records(engine).where(Tenant.NAME.is(tenant)).first();
      last = new Known(entry.map(found -> found.require(Tenant.STATE)), now.plus(GOOD_FOR));
      known.put(tenant, last);
    }
    return last.state();
  }

  /** Says that the state of a tenant has changed: what was known here is asked for again. */
  void changed(Engine engine, String tenant) {
    known.invalidate(tenant);
    engine.layouts().changed(tenant);
  }

  /** The records of the registry. */
  static Records<Tenant> records(Engine engine) {
    return engine
        .unguarded(CallContext.of(Tenant.REGISTRY, Jobs.ACTOR).from("tenants"))
        .own(Tenant.DEF, Tenant.TYPE);
  }
}
