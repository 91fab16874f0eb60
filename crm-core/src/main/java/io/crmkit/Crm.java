package io.crmkit;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.work.AuditChain;
import io.crmkit.kernel.work.Engine;
import io.crmkit.kernel.work.Jobs;
import io.crmkit.kernel.work.Keys;
import io.crmkit.tenant.Registry;
import io.crmkit.tenant.Tenants;

/**
 * A CRM, embedded: opened once by the host, closed with it. Thread-safe. Starts no thread.
 *
 * <pre>{@code
 * try (Crm crm = Crm.inMemory()) {
 *   Session ada = crm.as("ada");
 *   Customer acme = ada.customers().create(c -> c.set(Customer.NAME, "Acme GmbH"));
 * }
 * }</pre>
 */
public final class Crm implements AutoCloseable {
  private final Engine engine;
  private final Registry registry;

  Crm(Engine engine, Registry registry) {
    this.engine = engine;
    this.registry = registry;
  }

  /**
   * A CRM that keeps everything in memory and, unlike every other way of opening one, lets
   * everybody do everything: for tests and first steps.
   */
  public static Crm inMemory() {
    return builder().policy(AccessPolicy.open()).open();
  }

  /** A CRM on a store, in which nobody may do anything until a policy is given: see the builder. */
  public static Crm on(Store store) {
    return builder().store(store).open();
  }

  /** Everything that a host can decide. */
  public static CrmBuilder builder() {
    return new CrmBuilder();
  }

  /** A session in the name of {@code actor}, in the one tenant of a simple installation. */
  public Session as(String actor) {
    return as(CallContext.of(CallContext.DEFAULT_TENANT, actor));
  }

  /** A session in the name of {@code actor} of {@code tenant}. */
  public Session as(String tenant, String actor) {
    return as(CallContext.of(tenant, actor));
  }

  /** A session in a context that the host has put together. */
  public Session as(CallContext context) {
    return new Session(engine, context);
  }

  /**
   * What has to be done when its time has come, such as letting offers expire: to be called by a
   * timer of the host.
   */
  public Jobs jobs() {
    return engine.jobs();
  }

  /** The tenants of the installation: a door of the host, which asks nobody's rights. */
  public Tenants tenants() {
    return new Tenants(engine, registry);
  }

  /** The chain that shows whether somebody has tampered with the audit of the one tenant. */
  public AuditChain auditChain() {
    return auditChain(CallContext.DEFAULT_TENANT);
  }

  /** The chain that shows whether somebody has tampered with the audit of a tenant. */
  public AuditChain auditChain(String tenant) {
    return engine.auditChain(tenant);
  }

  /** The keys that encrypted values are kept with. */
  public Keys keys() {
    return engine.keys();
  }

  /** Closes the store; sessions are of no use afterwards. */
  @Override
  public void close() {
    engine.close();
  }
}
