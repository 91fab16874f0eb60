package io.crmkit.kernel.work;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Standing;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.AuditSeal;
import io.crmkit.kernel.audit.Auditing;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.event.EventListener;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.layout.CodeSource;
import io.crmkit.kernel.layout.Layouts;
import io.crmkit.kernel.query.Cursors;
import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Later;
import io.crmkit.kernel.secret.DataKey;
import io.crmkit.kernel.secret.Rotation;
import io.crmkit.kernel.secret.SealedStore;
import io.crmkit.kernel.secret.Vault;
import io.crmkit.kernel.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernel at work: a store, a policy and the modules, put together once. Thread-safe. What users
 * see of it are workspaces.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Settings settings;
  private final Vault vault;
  private final Store store;
  private final Hooks hooks = new Hooks();
  private final Layouts layouts;
  private final Cursors cursors;
  private final Parts parts;
  private final DenialLimit denials;

  /** Opens the store for the types of the kernel and of all modules. */
  public Engine(Settings settings) {
    this.settings = settings;
    List<EntityType<?>> types =
        new ArrayList<>(
            List.of(AuditEntry.TYPE, AccessEntry.TYPE, AuditSeal.TYPE, OutboxEntry.TYPE));
    types.addAll(Layouts.shapingTypes());
    Map<String, List<Code>> codes = new LinkedHashMap<>();
    List<CodeSource> sources = new ArrayList<>();
    for (CrmModule module : settings.modules()) {
      types.addAll(module.types());
      sources.addAll(module.codeSources());
      module
          .codes()
          .forEach(
              (table, its) ->
                  codes
                      .computeIfAbsent(table, t -> new ArrayList<>())
                      .addAll(ShippedCodes.of(module, table, its)));
    }
    List<Field<?, ?>> fields = new ArrayList<>();
    for (Extension<?> extension : settings.extensions()) {
      fields.addAll(extension.fields());
    }
    Shape.check(types, fields);
    this.vault =
        new Vault(
            settings.ring(),
            settings.store(),
            settings.clock(),
            settings.random(),
            settings.ids()::next);
    requireKeys(types, fields);
    this.store = vault.protects() ? new SealedStore(settings.store(), vault) : settings.store();
    List<EntityType<?>> kept = new ArrayList<>(types);
    kept.add(DataKey.TYPE);
    store.open(kept);
    this.layouts =
        new Layouts(settings.alone(), settings.clock(), store, types, fields, codes, sources);
    this.parts = new Parts(types);
    this.cursors = Cursors.of(settings.secret().getEncoded(), settings.random());
    this.denials = new DenialLimit(settings.clock());
    settings.modules().forEach(module -> module.register(hooks));
    settings.listeners().forEach(hooks::listen);
  }

  private void requireKeys(List<EntityType<?>> types, List<Field<?, ?>> fields) {
    for (EntityType<?> type : types) {
      type.sealed().forEach(secret -> vault.requireRing(secret.field()));
    }
    fields.stream().filter(Field::encrypted).forEach(vault::requireRing);
  }

  /** A workspace whose verbs are transactions of their own. */
  public Workspace workspace(CallContext context) {
    return new SessionSpace(this, context, true);
  }

  /** A workspace of a tenant that nobody may work in: for the administration of tenants itself. */
  public Workspace unguarded(CallContext context) {
    return new SessionSpace(this, context, false);
  }

  /** Refuses a tenant in which nobody may work now. */
  void admit(String tenant) {
    settings.admission().check(this, tenant);
  }

  /** The jobs of all modules. */
  public Jobs jobs() {
    return new Jobs(this);
  }

  /** The keys of all tenants. */
  public Keys keys() {
    return new Keys(rotation());
  }

  private Rotation rotation() {
    return new Rotation(vault, settings.store(), settings.clock());
  }

  List<Job> allJobs() {
    List<Job> jobs = new ArrayList<>();
    settings.modules().forEach(module -> jobs.addAll(module.jobs()));
    jobs.add(new Sealing());
    if (vault.protects()) {
      jobs.add(Keys.job(rotation()));
    }
    return jobs;
  }

  /** The chain of a tenant's audit. */
  public AuditChain auditChain(String tenant) {
    return new AuditChain(this, tenant);
  }

  Auditing auditing() {
    return settings.auditing();
  }

  DenialLimit denials() {
    return denials;
  }

  /** The store, below all rights and with what is encrypted as it is: to move whole tenants. */
  public Store bareStore() {
    return settings.store();
  }

  List<String> permissions() {
    return settings.modules().stream().flatMap(module -> module.permissions().stream()).toList();
  }

  Store store() {
    return store;
  }

  /** Keys, and what is encrypted with them. */
  public Vault vault() {
    return vault;
  }

  /** What {@code making} makes: at once, or where it is kept as it is, when it is asked for. */
  Object later(Supplier<?> making) {
    return store.keepsObjects() ? new Later(making) : making.get();
  }

  AccessPolicy policy() {
    return settings.policy();
  }

  Hooks hooks() {
    return hooks;
  }

  Cursors cursors() {
    return cursors;
  }

  /** The layouts of all tenants. */
  public Layouts layouts() {
    return layouts;
  }

  Parts parts() {
    return parts;
  }

  UUID nextId() {
    return settings.ids().next();
  }

  int jitter(int bound) {
    return settings.random().nextInt(bound);
  }

  <M extends CrmModule> M module(Class<M> type) {
    for (CrmModule module : settings.modules()) {
      if (type.isInstance(module)) {
        return type.cast(module);
      }
    }
    throw new InvalidRequestException("request.module", type.getSimpleName());
  }

  <M> List<M> modules(Class<M> type) {
    return settings.modules().stream().filter(type::isInstance).map(type::cast).toList();
  }

  ZoneId zone() {
    return settings.zone();
  }

  /** The time, to the microsecond as every store keeps it. */
  public Instant now() {
    return settings.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** True from one moment until before another, in milliseconds. */
  boolean isWithin(long since, long until) {
    if (until == Standing.FOREVER) {
      return true;
    }
    long now = settings.clock().millis();
    return since <= now && now < until;
  }

  /**
   * @param events never changed again
   */
  void committed(CallContext context, List<CrmEvent> events, boolean shaped) {
    if (shaped) {
      layouts.changed(context.tenant());
    }
    if (!events.isEmpty() && !hooks.listeners().isEmpty() && !store().joinsHost()) {
      try {
        settings.executor().execute(() -> tell(context, events));
      } catch (RuntimeException refused) {
        LOG.warn(
            "The executor refused to tell of {} events; they are in the outbox",
            events.size(),
            refused);
      }
    }
  }

  private void tell(CallContext context, List<CrmEvent> events) {
    for (CrmEvent event : events) {
      for (EventListener listener : hooks.listeners()) {
        try {
          listener.on(event, context);
        } catch (RuntimeException | LinkageError | AssertionError failure) {
          LOG.warn("A listener failed on {} of {}", event.name(), event.record(), failure);
        }
      }
    }
  }

  /** Closes the store. */
  @Override
  public void close() {
    store.close();
  }
}
