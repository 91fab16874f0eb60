package io.crmkit.tenant;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.work.Engine;
import io.crmkit.kernel.work.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tenants of the installation, for its administration; not for users, since nobody's rights are
 * asked. Thread-safe.
 */
public final class Tenants {
  private final Engine engine;
  private final Registry registry;

  /** The tenants of {@code engine}. */
  public Tenants(Engine engine, Registry registry) {
    this.engine = engine;
    this.registry = registry;
  }

  /**
   * Registers a tenant.
   *
   * @throws io.crmkit.kernel.error.ValidationException where there is one of this name
   */
  public Tenant create(String name) {
    return create(name, Tenant.State.ACTIVE);
  }

  private Tenant create(String name, Tenant.State state) {
    requireOrdinary(name);
    Registry.records(engine)
        .create(draft -> draft.unlock(Tenant.DEF).set(Tenant.NAME, name).set(Tenant.STATE, state));
    return changed(name);
  }

  private static void requireOrdinary(String name) {
    CallContext.of(name, Jobs.ACTOR);
    if (name.equals(Tenant.REGISTRY)) {
      throw new InvalidRequestException("tenant.reserved", name);
    }
  }

  /** The registered tenants by name. */
  public List<Tenant> list() {
    return Registry.records(engine).query().orderBy(Tenant.NAME.asc()).list();
  }

  /** A registered tenant; empty where there is none of this name. */
  public Optional<Tenant> find(String name) {
    return Registry.records(engine).where(Tenant.NAME.is(name)).first();
  }

  private Tenant get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                NotFoundException.named(
                    "tenant", name, list().stream().map(t -> t.require(Tenant.NAME)).toList()));
  }

  /**
   * Lets nobody work in a tenant: on this node from now on, on others within a minute; a unit of
   * work that has begun is not stopped.
   */
  public Tenant suspend(String name) {
    return move(get(name), Tenant.State.SUSPENDED);
  }

  /** Lets everybody work in a tenant again. */
  public Tenant resume(String name) {
    return move(get(name), Tenant.State.ACTIVE);
  }

  private Tenant move(Tenant tenant, Tenant.State state) {
    String name = tenant.require(Tenant.NAME);
    if (tenant.require(Tenant.STATE) == Tenant.State.DELETING && state != Tenant.State.DELETING) {
      throw new InvalidRequestException("tenant.deleting", name);
    }
    Registry.records(engine)
        .update(tenant, draft -> draft.unlock(Tenant.DEF).set(Tenant.STATE, state));
    return changed(name);
  }

  /** What a write gives is veiled by the roles of a tenant in which nobody has any. */
  private Tenant changed(String name) {
    registry.changed(engine, name);
    return get(name);
  }

  /**
   * Writes everything of a tenant as one consistent state, a row at a time: see {@link
   * TenantFormat}. The stream stays open. Works in any state of the tenant.
   *
   * @return how many rows were written
   */
  public long exportTo(String name, OutputStream out) throws IOException {
    requireOrdinary(name);
    return new TenantExport(engine, name).to(out);
  }

  /**
   * Reads what {@link #exportTo} wrote, on whichever store, into a tenant in which there is
   * nothing. Nobody can work in it until all of it is there; where it fails, the tenant stays
   * suspended, with what was read until then, and can be {@linkplain #delete deleted}.
   *
   * <p>The chain of the audit stays good where the tenant has the name that it had.
   *
   * @return how many rows were read
   * @throws InvalidRequestException where the tenant is not empty, the file was cut off or changed,
   *     or has types or fields that this installation does not know
   * @throws io.crmkit.kernel.error.ValidationException where a row refers to one that is missing
   */
  public long importFrom(String name, InputStream in) throws IOException {
    requireOrdinary(name);
    requireEmpty(name);
    Tenant tenant =
        find(name)
            .map(known -> move(known, Tenant.State.SUSPENDED))
            .orElseGet(() -> create(name, Tenant.State.SUSPENDED));
    long rows = new TenantImport(engine, name).from(in);
    move(tenant, Tenant.State.ACTIVE);
    return rows;
  }

  private void requireEmpty(String name) {
    Layout layout = engine.layouts().whole(name).stored();
    StoreReader reader = engine.bareStore().reader(name, layout);
    for (EntityType<?> type : layout.types()) {
      if (hasRows(reader, type)) {
        throw new InvalidRequestException("tenant.not_empty", name, type);
      }
    }
  }

  private static <E extends Entity<E>> boolean hasRows(StoreReader reader, EntityType<E> type) {
    return reader.exists(type, Condition.always());
  }

  /**
   * Destroys everything of a tenant, its audit included, in small transactions; whoever calls this
   * again after it was interrupted goes on. When it returns, every table has been seen to hold
   * nothing of the tenant. That there was one stays in the audit of the registry.
   *
   * @return how many rows were destroyed, by record type
   */
  public Map<String, Long> delete(String name) {
    requireOrdinary(name);
    Tenant tenant =
        find(name)
            .map(known -> move(known, Tenant.State.DELETING))
            .orElseGet(() -> create(name, Tenant.State.DELETING));
    Map<String, Long> destroyed = new TenantDeletion(engine, name).run();
    Registry.records(engine).purge(tenant);
    registry.changed(engine, name);
    return destroyed;
  }
}
