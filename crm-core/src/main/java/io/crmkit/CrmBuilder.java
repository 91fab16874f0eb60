package io.crmkit;

import io.crmkit.activity.ActivityModule;
import io.crmkit.attachment.AttachmentLimits;
import io.crmkit.attachment.AttachmentModule;
import io.crmkit.attachment.AttachmentStore;
import io.crmkit.calendar.CalendarModule;
import io.crmkit.catalog.CatalogModule;
import io.crmkit.catalog.ProductSource;
import io.crmkit.currency.CurrencyModule;
import io.crmkit.custom.CustomModule;
import io.crmkit.customer.CustomerModule;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.audit.AuditAnchor;
import io.crmkit.kernel.audit.AuditKeys;
import io.crmkit.kernel.audit.AuditPolicy;
import io.crmkit.kernel.audit.Auditing;
import io.crmkit.kernel.event.EventListener;
import io.crmkit.kernel.layout.CodeSource;
import io.crmkit.kernel.query.Cursors;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.secret.KeyRing;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Engine;
import io.crmkit.kernel.work.IdSource;
import io.crmkit.kernel.work.Settings;
import io.crmkit.numbering.NumberingModule;
import io.crmkit.order.OrderModule;
import io.crmkit.org.OrgModule;
import io.crmkit.permission.PermissionModule;
import io.crmkit.permission.RolePolicy;
import io.crmkit.privacy.PrivacyModule;
import io.crmkit.quote.QuoteModule;
import io.crmkit.sales.SalesModule;
import io.crmkit.service.ServiceModule;
import io.crmkit.tenant.Registry;
import io.crmkit.tenant.TenantModule;
import io.crmkit.timeline.TimelineModule;
import io.crmkit.view.ViewModule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a {@link Crm} together. Everything has a default; who may do what is said by roles. */
public final class CrmBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(Crm.class);

  private final List<CrmModule> modules = new ArrayList<>();
  private final List<Extension<?>> extensions = new ArrayList<>();
  private final List<EventListener> listeners = new ArrayList<>();
  private final Set<String> administrators = new LinkedHashSet<>();
  private Duration revocationBound = RolePolicy.BOUND;
  private @Nullable AccessPolicy policy;
  private AuditPolicy auditPolicy = AuditPolicy.standard();
  private AuditKeys auditKeys = AuditKeys.none();
  private AuditAnchor auditAnchor = AuditAnchor.none();
  private Duration auditLate = Auditing.STANDARD.late();
  private boolean requireRegistered;
  private Clock clock = Clock.systemUTC();
  private ZoneId zone = ZoneOffset.UTC;
  private Executor executor = Runnable::run;
  private AttachmentStore attachments = AttachmentStore.inRecords();
  private AttachmentLimits limits = AttachmentLimits.STANDARD;
  private @Nullable ProductSource products;
  private @Nullable Store store;
  private @Nullable IdSource ids;
  private @Nullable Random random;
  private @Nullable SecretKey secret;
  private @Nullable KeyRing ring;

  CrmBuilder() {}

  /** Where the records are; in memory unless said. */
  public CrmBuilder store(Store where) {
    store = where;
    return this;
  }

  /** Who may do what; what their roles grant unless said, and so nothing until they have some. */
  public CrmBuilder policy(AccessPolicy rules) {
    policy = rules;
    return this;
  }

  /**
   * Lets roles decide who may do what, and these actors do everything whatever roles there are, so
   * that somebody can define the first ones. Instead of a {@link #policy}.
   */
  public CrmBuilder administrators(String... actors) {
    administrators.addAll(List.of(actors));
    policy = null;
    return this;
  }

  /**
   * How long another node may go on by roles, shares and memberships that were changed here; a
   * second unless said. With zero every unit of work looks first, which is a query more. On the
   * node of the change it counts from the next decision on, but for changes within a transaction of
   * the host.
   */
  public CrmBuilder revocationBound(Duration longest) {
    if (longest.isNegative()) {
      throw new IllegalArgumentException("a bound of " + longest + ": at least zero");
    }
    revocationBound = longest;
    return this;
  }

  /** The time; that of the machine unless said. */
  public CrmBuilder clock(Clock time) {
    clock = time;
    return this;
  }

  /**
   * Where days begin and end for everybody and everything, for example {@code Asia/Shanghai}; UTC
   * unless said. By this clock quotes expire, levels, prices and codes begin and end, people come
   * and leave, and numbers begin a new year; working time goes by the zone of each calendar.
   */
  public CrmBuilder zone(ZoneId where) {
    zone = where;
    return this;
  }

  /** Makes the identities of records; UUIDs of version 7 unless said. */
  public CrmBuilder ids(IdSource source) {
    ids = source;
    return this;
  }

  /** The source of chance, a strong one; tests may give one with a seed. */
  public CrmBuilder random(Random source) {
    random = source;
    return this;
  }

  /** Runs listeners after a commit; the committing thread itself unless said. */
  public CrmBuilder executor(Executor runner) {
    executor = runner;
    return this;
  }

  /**
   * Seals page tokens; at least {@value Cursors#MIN_SECRET} bytes. Nodes that serve the same users
   * share it. Unless said, it is drawn by chance, and tokens are good until this {@code Crm} is
   * closed.
   */
  public CrmBuilder secret(byte[] bytes) {
    if (bytes.length < Cursors.MIN_SECRET) {
      throw new IllegalArgumentException(
          "secret of " + bytes.length + " bytes: give at least " + Cursors.MIN_SECRET);
    }
    secret = new SecretKeySpec(bytes, "AES");
    return this;
  }

  /** Where the content of attachments is kept; among the records unless said. */
  public CrmBuilder attachments(AttachmentStore where) {
    attachments = where;
    return this;
  }

  /** Which attachments are taken; files of any type up to 100 MB unless said. */
  public CrmBuilder attachments(AttachmentLimits which) {
    limits = which;
    return this;
  }

  /** Mounts the products that the host keeps. */
  public CrmBuilder products(ProductSource source) {
    products = source;
    return this;
  }

  /** Mounts a code table that the host keeps, in the place of one that a module brings or new. */
  public CrmBuilder codes(CodeSource source) {
    return module(new MountedCodes(source));
  }

  /**
   * The host's keys, without which no field can be encrypted: see {@link KeyRing}. Where no store
   * is given, and so everything ends with this {@code Crm}, a key is drawn by chance.
   */
  public CrmBuilder keys(KeyRing keys) {
    ring = keys;
    return this;
  }

  /** Adds a feature of one's own. */
  public CrmBuilder module(CrmModule module) {
    modules.add(module);
    return this;
  }

  /** Adds custom fields that are declared in code. */
  public CrmBuilder extend(Extension<?> extension) {
    extensions.add(extension);
    return this;
  }

  /** Hears of every event after its commit. */
  public CrmBuilder listen(EventListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Refuses sessions of a tenant that was not {@linkplain io.crmkit.tenant.Tenants#create created}.
   * Unless said, a tenant begins with its first session.
   */
  public CrmBuilder requireRegisteredTenants() {
    requireRegistered = true;
    return this;
  }

  /** What is audited besides changes; exports and denied attempts unless said. */
  public CrmBuilder audit(AuditPolicy rules) {
    auditPolicy = rules;
    return this;
  }

  /** Keys the seals of the audit; without keys unless said. */
  public CrmBuilder auditKeys(AuditKeys keys) {
    auditKeys = keys;
    return this;
  }

  /** Hears how far the audit is sealed, to publish it outside of the store. */
  public CrmBuilder auditAnchor(AuditAnchor anchor) {
    auditAnchor = anchor;
    return this;
  }

  /**
   * How long before its commit a unit of work may have written, see {@link Auditing#late}; ten
   * minutes unless said.
   */
  public CrmBuilder auditLate(Duration late) {
    auditLate = late;
    return this;
  }

  /**
   * Opens the store and the CRM on it.
   *
   * @throws IllegalArgumentException where modules do not fit together
   * @throws io.crmkit.kernel.error.StoreException where the store cannot be opened
   * @throws io.crmkit.kernel.secret.KeyException where fields are encrypted and no {@link #keys}
   *     given
   */
  public Crm open() {
    Random chance = random == null ? new SecureRandom() : random;
    boolean alone = store == null;
    Store where = store == null ? new MemoryStore() : store;
    RolePolicy roles = new RolePolicy(administrators, alone, revocationBound, clock, zone);
    AccessPolicy rules = policy == null ? roles : policy;
    List<CrmModule> all =
        new ArrayList<>(
            List.of(
                new CustomModule(),
                new OrgModule(),
                new PermissionModule(roles, rules),
                new NumberingModule(),
                new CurrencyModule(),
                new CalendarModule(),
                new PrivacyModule(roles),
                new CustomerModule(),
                new CatalogModule(products),
                new AttachmentModule(attachments, limits),
                new ActivityModule(),
                new SalesModule(),
                new QuoteModule(),
                new OrderModule(),
                new ServiceModule(),
                new TimelineModule(),
                new ViewModule(),
                new TenantModule()));
    all.addAll(modules);
    Registry registry = new Registry(requireRegistered);
    Engine engine =
        new Engine(
            new Settings(
                where,
                alone,
                rules,
                clock,
                zone,
                ids == null ? IdSource.monotonic(clock, chance) : ids,
                chance,
                executor,
                Objects.requireNonNullElseGet(secret, () -> drawn(chance)),
                ring == null && alone ? KeyRing.throwAway(chance) : ring,
                all,
                extensions,
                listeners,
                registry,
                new Auditing(auditPolicy, auditKeys, auditAnchor, auditLate)));
    roles.open(engine::unguarded);
    LOG.info(
        "CRM opened on {} with {} modules; policy: {}",
        where.getClass().getSimpleName(),
        all.size(),
        rules == AccessPolicy.open() ? "open, everybody may do everything" : rules);
    return new Crm(engine, registry);
  }

  private static SecretKey drawn(Random chance) {
    byte[] bytes = new byte[Cursors.MIN_SECRET];
    chance.nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }
}
