package io.crmkit;

import io.crmkit.catalog.CatalogModule;
import io.crmkit.currency.CurrencyModule;
import io.crmkit.custom.CustomModule;
import io.crmkit.customer.CustomerModule;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.event.EventListener;
import io.crmkit.kernel.query.Cursors;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Engine;
import io.crmkit.kernel.work.IdSource;
import io.crmkit.kernel.work.Settings;
import io.crmkit.numbering.NumberingModule;
import io.crmkit.order.OrderModule;
import io.crmkit.org.OrgModule;
import io.crmkit.quote.QuoteModule;
import io.crmkit.sales.SalesModule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executor;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a {@link Crm} together. Everything has a default except who may do what. */
public final class CrmBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(Crm.class);

  private final List<CrmModule> modules = new ArrayList<>();
  private final List<Extension<?>> extensions = new ArrayList<>();
  private final List<EventListener> listeners = new ArrayList<>();
  private AccessPolicy policy = AccessPolicy.closed();
  private Clock clock = Clock.systemUTC();
  private Executor executor = Runnable::run;
  private @Nullable Store store;
  private @Nullable IdSource ids;
  private @Nullable Random random;
  private @Nullable SecretKey secret;

  CrmBuilder() {}

  /** Where the records are; in memory unless said. */
  public CrmBuilder store(Store where) {
    store = where;
    return this;
  }

  /** Who may do what; nobody anything unless said. */
  public CrmBuilder policy(AccessPolicy rules) {
    policy = rules;
    return this;
  }

  /** The time; that of the machine unless said. */
  public CrmBuilder clock(Clock time) {
    clock = time;
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
   * Opens the store and the CRM on it.
   *
   * @throws IllegalArgumentException where modules do not fit together
   * @throws io.crmkit.kernel.error.StoreException where the store cannot be opened
   */
  public Crm open() {
    Random chance = random == null ? new SecureRandom() : random;
    Store where = store == null ? new MemoryStore() : store;
    List<CrmModule> all =
        new ArrayList<>(
            List.of(
                new CustomModule(),
                new OrgModule(),
                new NumberingModule(),
                new CurrencyModule(),
                new CustomerModule(),
                new CatalogModule(),
                new SalesModule(),
                new QuoteModule(),
                new OrderModule()));
    all.addAll(modules);
    Engine engine =
        new Engine(
            new Settings(
                where,
                policy,
                clock,
                ids == null ? IdSource.monotonic(clock, chance) : ids,
                chance,
                executor,
                Objects.requireNonNullElseGet(secret, () -> drawn(chance)),
                all,
                extensions,
                listeners));
    LOG.info(
        "CRM opened on {} with {} modules; policy: {}",
        where.getClass().getSimpleName(),
        all.size(),
        policy == AccessPolicy.open() ? "open, everybody may do everything" : policy);
    return new Crm(engine);
  }

  private static SecretKey drawn(Random chance) {
    byte[] bytes = new byte[Cursors.MIN_SECRET];
    chance.nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }
}
